import { Check, Circle, LoaderCircle, Minus, TriangleAlert, X } from "lucide-react";
import type { Step } from "@/api/types";

const marks = {
  passed: { icon: Check, tone: "text-pass", label: "Passed" },
  failed: { icon: X, tone: "text-fail", label: "Failed" },
  error: { icon: TriangleAlert, tone: "text-warn", label: "Error" },
  running: { icon: LoaderCircle, tone: "text-accent spin", label: "Running" },
  pending: { icon: Circle, tone: "text-muted", label: "Open" },
  skipped: { icon: Minus, tone: "text-muted", label: "Not reached" },
};

export function StepMark({ status }: { status: Step["status"] }) {
  const mark = marks[status] ?? marks.pending;
  const Icon = mark.icon;
  return <Icon size={15} role="img" aria-label={mark.label} className={`mt-0.5 shrink-0 ${mark.tone}`} />;
}

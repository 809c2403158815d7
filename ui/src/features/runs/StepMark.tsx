import type { LucideIcon } from "lucide-react";
import { Check, Circle, CircleHelp, LoaderCircle, Minus, X } from "lucide-react";

type Mark = { icon: LucideIcon; tone: string; label: string };
const open: Mark = { icon: Circle, tone: "text-muted", label: "Open" };
const marks: Record<string, Mark> = {
  passed: { icon: Check, tone: "text-pass", label: "Passed" },
  failed: { icon: X, tone: "text-fail", label: "Failed" },
  running: { icon: LoaderCircle, tone: "text-accent spin", label: "Running" },
  unjudged: { icon: CircleHelp, tone: "text-warn", label: "Not judged" },
  skipped: { icon: Minus, tone: "text-muted", label: "Not reached" },
};

export function StepMark({ status }: { status: string }) {
  const mark = marks[status] ?? open;
  const Icon = mark.icon;
  return <Icon size={15} role="img" aria-label={mark.label} className={`mt-0.5 shrink-0 ${mark.tone}`} />;
}

import { Check, TriangleAlert, X } from "lucide-react";
import type { Run } from "@/api/types";
import { classes } from "@/design/components/classes";
import { howItEnded } from "./howItEnded";

const looks = {
  passed: { tone: "border-pass bg-pass-soft", icon: <Check size={18} aria-hidden className="mt-0.5 shrink-0 text-pass" />, text: "Every step was carried out and every check held." },
  failed: { tone: "border-fail bg-fail-soft", icon: <X size={18} aria-hidden className="mt-0.5 shrink-0 text-fail" />, text: "The application did not do what the test expects." },
  error: { tone: "border-warn bg-warn-soft", icon: <TriangleAlert size={18} aria-hidden className="mt-0.5 shrink-0 text-warn" />, text: "The test could not be decided; that is never a pass." },
};

/** The first thing to read: what happened and at which step. */
export function Verdict({ run, onStep }: { run: Run; onStep: (number: number) => void }) {
  const look = looks[run.status as keyof typeof looks];
  const wrong = run.steps.find((step) => step.status === "failed");
  const unjudged = run.steps.filter((step) => howItEnded(step) === "unjudged");
  if (!look) return null;
  return (
    <section aria-label="Verdict" className={classes("flex items-start gap-3 rounded-md border px-3.5 py-3", look.tone)}>
      {look.icon}
      <div className="min-w-0 flex-1">
        <p className="m-0 font-medium wrap-anywhere">{run.reasoning || wrong?.message || look.text}</p>
        {run.notes.length > 0 && <ul className="m-0 mt-1 list-none p-0 text-sm">{run.notes.map((note, index) => <li key={index} className="wrap-anywhere">{note}</li>)}</ul>}
        {unjudged.length > 0 && (
          <p className="m-0 mt-1 text-sm wrap-anywhere">
            {unjudged.length === 1 ? "One expected result could not be judged and counts for nothing: " : `${unjudged.length} expected results could not be judged and count for nothing: `}
            {unjudged.map((step, index) => <span key={step.number}>{index > 0 && ", "}<button type="button" onClick={() => onStep(step.number)} className="text-accent underline">step {step.number}</button></span>)}.
          </p>
        )}
        {wrong && (
          <p className="m-0 mt-1 wrap-anywhere">
            <button type="button" onClick={() => onStep(wrong.number)} className="text-accent underline">Step {wrong.number}</button>
            {wrong.line > 0 && <> in line {wrong.line}</>}: {wrong.text}
          </p>
        )}
      </div>
    </section>
  );
}

import { CircleAlert, LoaderCircle, TriangleAlert } from "lucide-react";
import { messageOf } from "@/api/errors";
import type { Lint, Problem } from "@/api/types";
import { Badge } from "@/design/components/Status";

/** What is wrong, with what to write instead; then how each step is read. */
export function LintResult({ id, lint, error, pending, goTo }: { id: string; lint: Lint | undefined; error: unknown; pending: boolean; goTo: (line: number) => void }) {
  const problems = lint?.problems ?? [];
  const errors = problems.filter((problem) => problem.severity === "error").length;
  return (
    <div>
      <div id={id} role="status" className="flex min-h-6 items-center gap-2">
        {error ? <span className="text-warn">Not checked: {messageOf(error)}</span>
          : !lint ? <span className="text-muted">Checking …</span>
          : problems.length === 0 ? <Badge tone="pass">No problems</Badge>
          : <Badge tone={errors > 0 ? "fail" : "warn"}>{problems.length} {problems.length === 1 ? "problem" : "problems"}</Badge>}
        {pending && !error && lint && <LoaderCircle size={14} aria-label="Checking" className="spin text-muted" />}
      </div>
      {problems.length > 0 && (
        <ul className="m-0 mt-2 flex list-none flex-col gap-1.5 p-0">
          {problems.map((problem, index) => <ProblemRow key={index} problem={problem} goTo={goTo} />)}
        </ul>
      )}
      {lint && lint.steps.length > 0 && (
        <details className="mt-3" open={problems.length === 0}>
          <summary className="cursor-pointer font-medium">How the steps are read</summary>
          <ol className="m-0 mt-2 list-none p-0">
            {lint.steps.map((step) => (
              <li key={step.line} className="grid gap-x-4 border-t border-line py-1.5 sm:grid-cols-2">
                <button type="button" onClick={() => goTo(step.line)} className="min-w-0 text-left wrap-anywhere hover:underline"><span className="mr-2 text-muted">{step.line}</span>{step.text}</button>
                <span className="min-w-0 wrap-anywhere text-muted">{step.reading ?? <span className="text-fail">cannot be read</span>}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

export function ProblemRow({ problem, goTo }: { problem: Problem; goTo?: (line: number) => void }) {
  const sign = problem.severity === "error" ? <CircleAlert size={15} aria-label="Error" className="mt-0.5 shrink-0 text-fail" /> : <TriangleAlert size={15} aria-label="Warning" className="mt-0.5 shrink-0 text-warn" />;
  return (
    <li className="flex items-start gap-2">
      {sign}
      <div className="min-w-0 wrap-anywhere">
        {problem.line > 0 && (goTo
          ? <button type="button" onClick={() => goTo(problem.line!)} className="mr-2 text-accent hover:underline">Line {problem.line}</button>
          : <span className="mr-2 text-muted">Line {problem.line}</span>)}
        {problem.message} <code className="text-muted">{problem.code}</code>
        {problem.suggestion && <div className="text-muted">{problem.suggestion}</div>}
      </div>
    </li>
  );
}

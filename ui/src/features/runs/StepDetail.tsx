import type { Attempt, Step } from "@/api/types";
import { Facts, Panel } from "@/design/components/Panel";
import { duration } from "@/design/components/Moments";
import { Empty } from "@/design/components/States";
import { Status, words } from "@/design/components/Status";
import { Pictures } from "./Pictures";
import type { Picture } from "./pictures";

export function StepDetail({ step, picture }: { step: Step; picture: Picture }) {
  return (
    <Panel title={`Step ${step.number}`} note={step.line !== null ? `line ${step.line}` : undefined}>
      <div className="flex flex-col gap-3">
        <p className="m-0 text-lg wrap-anywhere">{step.text}</p>
        <div className="flex flex-wrap items-center gap-2"><Status value={step.status} />{step.decidedBy && <span className="text-muted">decided by the {words(step.decidedBy).toLowerCase()}</span>}<span className="text-muted">{duration(step.durationMs)}</span></div>
        {step.message && <p className="m-0 rounded-md bg-canvas px-3 py-2 wrap-anywhere whitespace-pre-wrap">{step.message}</p>}
        {step.attempts.length === 0 && <Empty title={step.status === "skipped" ? "The run ended before this step." : "Nothing was recorded for this step."} />}
        {[...step.attempts].reverse().map((attempt, index) => <AttemptView key={index} attempt={attempt} picture={picture} many={step.attempts.length > 1} number={step.attempts.length - index} />)}
      </div>
    </Panel>
  );
}

function parameters(params: unknown): string | null {
  if (params === null || params === undefined) return null;
  return typeof params === "string" ? params : JSON.stringify(params, null, 2);
}

/** The last attempt comes first: it is the one that decided. */
function AttemptView({ attempt, picture, many, number }: { attempt: Attempt; picture: Picture; many: boolean; number: number }) {
  const text = parameters(attempt.params);
  return (
    <section aria-label={many ? `Attempt ${number}` : "Attempt"} className="flex flex-col gap-3 border-t border-line pt-3">
      {many && <h3 className="m-0 text-base">Attempt {number}</h3>}
      <Facts
        items={[
          ["Command", <code key="c">{attempt.command}</code>],
          ["Outcome", <span key="o">{words(attempt.outcome)}{attempt.durationMs !== null && attempt.durationMs !== undefined && <span className="text-muted"> · {duration(attempt.durationMs)}</span>}</span>],
          ...(attempt.target?.description ? ([["Target", attempt.target.description]] as [string, string][]) : []),
          ...(attempt.evidence ? ([["Evidence", <span key="e" className="whitespace-pre-wrap">{attempt.evidence}</span>]] as [string, React.ReactNode][]) : []),
          ...(attempt.error ? ([["Error", <span key="x" className="whitespace-pre-wrap text-fail">{attempt.error}</span>]] as [string, React.ReactNode][]) : []),
        ]}
      />
      <Pictures attempt={attempt} picture={picture} />
      {text && text !== "{}" && (
        <details>
          <summary className="cursor-pointer text-muted">Parameters</summary>
          <pre tabIndex={0} className="mb-0 overflow-x-auto rounded-md bg-canvas p-2.5">{text}</pre>
        </details>
      )}
    </section>
  );
}

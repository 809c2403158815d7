import type { ReactNode } from "react";
import type { Attempt, Size, Step } from "@/api/types";
import { duration } from "@/design/components/Moments";
import { Facts, Panel } from "@/design/components/Panel";
import { Empty } from "@/design/components/States";
import { Badge, Status, words } from "@/design/components/Status";
import { EvidenceView } from "./EvidenceView";
import { howItEnded } from "./howItEnded";
import { Pictures, Shot } from "./Pictures";

export function StepDetail({ step, viewport, final }: { step: Step; viewport: Size | null; final: string | null }) {
  const pictured = step.attempts.some((attempt) => attempt.beforeUrl || attempt.afterUrl);
  return (
    <Panel title={`Step ${step.number}`} note={step.line > 0 ? `line ${step.line}` : undefined}>
      <div className="flex flex-col gap-3">
        <p className="m-0 text-lg wrap-anywhere">{step.text}</p>
        <div className="flex flex-wrap items-center gap-2">
          <Status value={howItEnded(step)} />
          {step.failure && step.failure !== "none" && <Badge tone="fail">{words(step.failure)}</Badge>}
          {step.decidedBy && <span className="text-muted">decided by the {words(step.decidedBy).toLowerCase()}</span>}
          <span className="text-muted">{duration(step.durationMs)}</span>
        </div>
        {step.message && <p className="m-0 rounded-md bg-canvas px-3 py-2 wrap-anywhere whitespace-pre-wrap">{step.message}</p>}
        {step.attempts.length === 0 && <Empty title={step.status === "skipped" ? "The run ended before this step." : "Nothing was carried out for this step."} />}
        {final && !pictured && <Shot title="The screen at the end" address={final} />}
        {[...step.attempts].reverse().map((attempt, index) => <AttemptView key={index} attempt={attempt} viewport={viewport} many={step.attempts.length > 1} number={step.attempts.length - index} />)}
      </div>
    </Panel>
  );
}

function json(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 2);
  return text === "{}" ? null : text;
}

/** The last attempt comes first: it is the one that decided. */
function AttemptView({ attempt, viewport, many, number }: { attempt: Attempt; viewport: Size | null; many: boolean; number: number }) {
  const details = [["Parameters", json(attempt.params)], ["Output", json(attempt.output)]] as const;
  const facts: [string, ReactNode][] = [
    ["Command", <code key="command">{attempt.command}</code>],
    ["Outcome", <span key="outcome" className={attempt.status === "failed" ? "whitespace-pre-wrap text-fail" : "whitespace-pre-wrap"}>{attempt.outcome || words(attempt.status)}{attempt.durationMs !== null && <span className="text-muted"> · {duration(attempt.durationMs)}</span>}</span>],
  ];
  if (attempt.target) facts.push(["Target", attempt.target]);
  if (attempt.confidence !== null && attempt.confidence !== undefined) facts.push(["Confidence", `${Math.round(attempt.confidence * 100)} %`]);
  if (attempt.urlAfter && attempt.urlAfter !== attempt.urlBefore) facts.push(["Went to", attempt.urlAfter]);
  return (
    <section aria-label={many ? `Attempt ${number}` : "Attempt"} className="flex flex-col gap-3 border-t border-line pt-3">
      {many && <h3 className="m-0 text-base">Attempt {number}</h3>}
      <Facts items={facts} />
      <Pictures attempt={attempt} viewport={viewport} />
      {attempt.evidence && <EvidenceView evidence={attempt.evidence} />}
      {details.map(([title, text]) => text && (
        <details key={title}>
          <summary className="cursor-pointer text-muted">{title}</summary>
          <pre tabIndex={0} className="mb-0 overflow-x-auto rounded-md bg-canvas p-2.5">{text}</pre>
        </details>
      ))}
    </section>
  );
}

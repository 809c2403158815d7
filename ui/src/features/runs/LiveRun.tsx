import { useEffect, useRef } from "react";
import type { LogLine, Run, Step } from "@/api/types";
import { classes } from "@/design/components/classes";
import { Panel } from "@/design/components/Panel";
import { Progress } from "@/design/components/States";
import { useFrames } from "@/live/useFrames";
import { LogPanel } from "./LogPanel";
import { howItEnded } from "./howItEnded";
import { Question } from "./Question";
import { StepMark } from "./StepMark";
import { waitsFor } from "./waitsFor";

export function LiveRun({ run, log }: { run: Run; log: LogLine[] }) {
  const frame = useFrames(run.id, run.status === "running");
  const done = run.steps.filter((step) => step.status !== "running").length;
  const total = Math.max(run.stepsTotal, run.steps.length);
  const waits = waitsFor(run);
  return (
    <div className="flex flex-col gap-4">
      {run.question && <Question runId={run.id} question={run.question} />}
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(18rem,2fr)_3fr]">
        <Panel title="Steps" note={total > 0 ? `${done} of ${total}` : undefined} flush>
          <div className="px-3.5 pt-3"><Progress label="Steps done" value={done} max={Math.max(1, total)} /></div>
          {run.steps.length === 0 ? <p className="m-0 px-3.5 py-9 text-center text-muted">None has begun.</p> : <LiveSteps steps={run.steps} />}
        </Panel>
        <Panel title="Browser" note="as it happens">
          {frame
            ? <img src={frame} alt="The browser of this run, live" className="block w-full rounded-sm border border-line" />
            : (
              <div className="flex aspect-[16/10] flex-col items-center justify-center gap-1.5 rounded-sm bg-sunken p-4 text-center">
                <div role="status">
                  <p className="m-0 font-medium">{waits.title}</p>
                  <p className="m-0 wrap-anywhere text-muted">{waits.note}</p>
                </div>
                <div className="mt-2 w-40"><Progress label={waits.title} /></div>
              </div>
            )}
        </Panel>
      </div>
      {log.length > 0 && <LogPanel title="Console" lines={log} />}
    </div>
  );
}

function LiveSteps({ steps }: { steps: Step[] }) {
  const list = useRef<HTMLOListElement>(null);
  const current = steps.findIndex((step) => step.status === "running");
  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: "nearest" });
  }, [current]);
  return (
    <ol ref={list} aria-live="polite" tabIndex={0} aria-label="Steps as they happen" className="m-0 max-h-[60dvh] list-none overflow-y-auto px-0 py-2">
      {steps.map((step) => (
        <li key={step.number} aria-current={step.status === "running" ? "step" : undefined} className={classes("flex items-start gap-2.5 px-3.5 py-1.5", step.status === "running" && "bg-accent-soft")}>
          <StepMark status={howItEnded(step)} />
          <span className="min-w-0 flex-1 wrap-anywhere">{step.text}{step.message && <span className="block text-sm text-muted">{step.message}</span>}</span>
        </li>
      ))}
    </ol>
  );
}

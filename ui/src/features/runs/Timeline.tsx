import { useEffect, useRef } from "react";
import type { Run } from "@/api/types";
import { classes } from "@/design/components/classes";
import { duration } from "@/design/components/Moments";
import { Panel } from "@/design/components/Panel";
import { Empty } from "@/design/components/States";
import { howItEnded } from "./howItEnded";
import { StepDetail } from "./StepDetail";
import { StepMark } from "./StepMark";

const sections: Record<string, string> = { setup: "Setup", step: "Steps", expected: "Expected result" };

/** The steps at the left, what was seen and decided at the right; arrow keys go through the steps. */
export function Timeline({ run, step, onStep }: { run: Run; step: number; onStep: (number: number) => void }) {
  const list = useRef<HTMLOListElement>(null);
  const index = Math.max(0, run.steps.findIndex((entry) => entry.number === step));
  const current = run.steps[index];
  useEffect(() => {
    const item = list.current?.children[index];
    if (item && list.current!.scrollHeight > list.current!.clientHeight) item.scrollIntoView({ block: "nearest" });
  }, [index]);
  if (!current) return <Panel><Empty title="The run ended before its first step." /></Panel>;

  function move(by: number) {
    const next = run.steps[index + by];
    if (!next) return;
    onStep(next.number);
    (list.current?.children[index + by]?.querySelector("button") as HTMLButtonElement | null)?.focus();
  }

  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(17rem,2fr)_4fr]">
      <Panel title="Steps" flush className="lg:sticky lg:top-4">
        <ol
          ref={list}
          className="m-0 max-h-[70dvh] list-none overflow-y-auto p-0"
          onKeyDown={(event) => {
            if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
            event.preventDefault();
            move(event.key === "ArrowDown" ? 1 : -1);
          }}
        >
          {run.steps.map((entry, at) => (
            <li key={entry.number}>
              {entry.section !== run.steps[at - 1]?.section && <div className="bg-canvas px-3.5 py-1 text-xs font-medium text-muted">{sections[entry.section] ?? entry.section}</div>}
              <button
                type="button"
                aria-current={at === index ? "step" : undefined}
                onClick={() => onStep(entry.number)}
                className={classes("flex w-full items-start gap-2.5 px-3.5 py-1.5 text-left outline-offset-[-2px] hover:bg-canvas", at === index && "bg-accent-soft", howItEnded(entry) === "skipped" && "text-muted")}
              >
                <StepMark status={howItEnded(entry)} />
                <span className="min-w-0 flex-1 wrap-anywhere">{entry.text}</span>
                <span className="shrink-0 text-sm text-muted">{entry.durationMs === null ? "" : duration(entry.durationMs)}</span>
              </button>
            </li>
          ))}
        </ol>
      </Panel>
      <StepDetail key={current.number} step={current} viewport={run.viewport ?? null} final={current.status === "failed" ? (run.finalPicture?.url ?? null) : null} />
    </div>
  );
}

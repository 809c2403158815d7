import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { runQuery } from "@/api/queries";
import type { Run, Step } from "@/api/types";
import { classes } from "@/design/components/classes";
import { Loaded } from "@/design/components/Loaded";
import { duration, When } from "@/design/components/Moments";
import { Panel } from "@/design/components/Panel";
import { howItEnded } from "./howItEnded";
import { pairs } from "./pairs";
import { Shot } from "./Pictures";
import { StepMark } from "./StepMark";

/** Step by step beside the last run that passed; where they part is marked and opened. */
export function Compare({ run, otherId }: { run: Run; otherId: string }) {
  const other = useQuery(runQuery(otherId));
  return (
    <Panel title="This run beside the last that passed" flush note={other.data && <Link to="/runs/$runId" params={{ runId: otherId }}>passed <When at={other.data.endedAt} /></Link>}>
      <Loaded query={other} what="The earlier run could not be loaded.">
        {(earlier) => {
          return (
            <ul className="m-0 list-none p-0">
              {pairs(run.steps, earlier.steps).map((pair, index) => {
                const parted = (pair.now && howItEnded(pair.now)) !== (pair.then && howItEnded(pair.then));
                return (
                  <li key={index} className={classes("border-b border-line last:border-b-0", parted && "bg-warn-soft")}>
                    <details open={parted}>
                      <summary className="grid cursor-pointer gap-x-4 px-3.5 py-2 md:grid-cols-2"><Side step={pair.now} title="Now" /><Side step={pair.then} title="Then" /></summary>
                      <div className="grid gap-4 bg-surface px-3.5 py-3 md:grid-cols-2"><Last step={pair.now} title="Now" /><Last step={pair.then} title="Then" /></div>
                    </details>
                  </li>
                );
              })}
            </ul>
          );
        }}
      </Loaded>
    </Panel>
  );
}

function Side({ step, title }: { step: Step | null; title: string }) {
  if (!step) return <span className="text-muted">{title}: no such step</span>;
  return <span className="flex min-w-0 items-start gap-2"><span className="sr-only">{title}: </span><StepMark status={howItEnded(step)} /><span className="min-w-0 flex-1 wrap-anywhere">{step.text}</span><span className="text-sm text-muted">{duration(step.durationMs)}</span></span>;
}

function Last({ step, title }: { step: Step | null; title: string }) {
  const attempt = step?.attempts.at(-1);
  const address = attempt?.afterUrl ?? attempt?.beforeUrl;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {(step?.message || attempt?.outcome) && <p className="m-0 wrap-anywhere whitespace-pre-wrap">{step?.message || attempt?.outcome}</p>}
      {address ? <Shot title={title} address={address} /> : <p className="m-0 text-muted">{title}: no picture</p>}
    </div>
  );
}

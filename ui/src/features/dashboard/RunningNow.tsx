import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { queueQuery } from "@/api/queries";
import type { RunItem } from "@/api/types";
import { Elapsed, plural } from "@/design/components/Moments";
import { Panel } from "@/design/components/Panel";
import { Empty } from "@/design/components/States";

/** What runs, what waits, and for whom: without a worker nothing ever begins, and nothing else on the page would say so. */
export function RunningNow({ runs }: { runs: RunItem[] }) {
  const queue = useQuery(queueQuery).data;
  const slots = queue?.workers.reduce((all, worker) => all + worker.slots, 0) ?? 0;
  return (
    <Panel title="Running now" note={queue && queue.queued > 0 ? `${queue.queued.toLocaleString("en")} waiting` : undefined} flush>
      {queue?.workers.length === 0 && <p role="status" className="m-0 border-b border-line bg-warn-soft px-3.5 py-2 text-warn">No worker is running: what is started waits until there is one.</p>}
      {runs.length === 0 ? <Empty title="Nothing runs." /> : (
        <ul className="m-0 list-none p-0">
          {runs.map((run) => (
            <li key={run.id} className="flex items-center gap-3 border-b border-line px-3.5 py-2 last:border-b-0">
              <Link to="/runs/$runId" params={{ runId: run.id }} className="min-w-0 flex-1 truncate">{run.title}</Link>
              <span className="text-sm text-muted"><Elapsed since={run.startedAt} /></span>
            </li>
          ))}
        </ul>
      )}
      {queue && queue.workers.length > 0 && (
        <p className="m-0 border-t border-line px-3.5 py-2 text-sm text-muted" title={queue.workers.map((worker) => `${worker.name}: ${worker.busy} of ${worker.slots}${worker.draining ? ", stopping" : ""}`).join("\n")}>
          {plural(queue.workers.length, "worker")}, {queue.workers.reduce((all, worker) => all + worker.busy, 0)} of {plural(slots, "slot")} busy
        </p>
      )}
    </Panel>
  );
}

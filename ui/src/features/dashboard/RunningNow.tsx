import { Link } from "@tanstack/react-router";
import type { RunItem } from "@/api/types";
import { Elapsed } from "@/design/components/Moments";
import { Panel } from "@/design/components/Panel";
import { Empty } from "@/design/components/States";
import { Status } from "@/design/components/Status";

export function RunningNow({ runs }: { runs: RunItem[] }) {
  return (
    <Panel title="Running now" flush>
      {runs.length === 0 ? <Empty title="Nothing runs." /> : (
        <ul className="m-0 list-none p-0">
          {runs.map((run) => (
            <li key={run.id} className="flex items-center gap-3 border-b border-line px-3.5 py-2 last:border-b-0">
              <Status value={run.status} />
              <Link to="/runs/$runId" params={{ runId: run.id }} className="min-w-0 flex-1 truncate">{run.title}</Link>
              <span className="text-sm text-muted"><Elapsed since={run.startedAt} /></span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

import { useMemo, useState } from "react";
import type { NetworkCall } from "@/api/types";
import { classes } from "@/design/components/classes";
import { TextField } from "@/design/components/Field";
import { duration } from "@/design/components/Moments";
import { Panel } from "@/design/components/Panel";
import { Empty } from "@/design/components/States";
import { VirtualList } from "@/design/components/VirtualList";

function isWrong(call: NetworkCall): boolean {
  return Boolean(call.failure) || (call.status ?? 0) >= 400;
}

/** What failed first, then in the order it happened. */
export function NetworkPanel({ calls }: { calls: NetworkCall[] }) {
  const [q, setQ] = useState("");
  const shown = useMemo(() => {
    const fitting = calls.filter((call) => call.url.toLowerCase().includes(q.toLowerCase()));
    return [...fitting.filter(isWrong), ...fitting.filter((call) => !isWrong(call))].map((call, index) => ({ ...call, key: String(index) }));
  }, [calls, q]);
  return (
    <Panel title="Network" flush actions={calls.length > 0 && <TextField label="Filter by address" hideLabel placeholder="Filter by address" type="search" value={q} onChange={(event) => setQ(event.target.value)} />}>
      {shown.length === 0 ? <Empty title={calls.length === 0 ? "No requests were recorded." : "No request fits."} /> : (
        <VirtualList
          label="Requests"
          items={shown}
          itemKey={(call) => call.key}
          row={(call) => (
            <div className="flex h-full items-center gap-3 border-b border-line px-3.5">
              <span className={classes("w-10 font-mono text-sm", isWrong(call) ? "font-bold text-fail" : "text-muted")}>{call.status ?? "–"}</span>
              <span className="w-14 font-mono text-sm">{call.method}</span>
              <span className="min-w-0 flex-1 truncate" title={call.url}>{call.url}</span>
              {call.failure && <span className="truncate text-fail">{call.failure}</span>}
              <span className="w-16 text-right text-sm text-muted">{duration(call.durationMs)}</span>
            </div>
          )}
        />
      )}
    </Panel>
  );
}

import { useQuery } from "@tanstack/react-query";
import { artifactsQuery, runQuery } from "@/api/queries";
import type { Run } from "@/api/types";
import { Loaded } from "@/design/components/Loaded";
import { isOpen } from "@/features/suite-runs/order";
import { useLiveRun } from "@/live/useLiveRun";
import { FinishedRun } from "./FinishedRun";
import { LiveRun } from "./LiveRun";
import { RunHeader } from "./RunHeader";

/** One run: while it goes on as it happens, afterwards as its timeline. */
export function RunView({ runId, page }: { runId: string; page?: boolean }) {
  const run = useQuery(runQuery(runId));
  return <Loaded query={run} rows={10} what="The run could not be loaded.">{(data) => <Content run={data} page={page} />}</Loaded>;
}

function Content({ run, page }: { run: Run; page?: boolean }) {
  const open = isOpen(run.status);
  const live = useLiveRun(run.id, open);
  const artifacts = useQuery({ ...artifactsQuery(run.id), enabled: !open });
  return (
    <>
      <RunHeader run={run} page={page} />
      {open && !live.connected && <p role="status" className="mt-0 text-warn">The live connection is away; this page asks every few seconds.</p>}
      {open ? <LiveRun run={run} log={live.log} /> : <FinishedRun run={run} files={artifacts.data ?? []} />}
    </>
  );
}

import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Ban, RotateCw } from "lucide-react";
import { useMemo } from "react";
import { usePageTitle } from "@/app/usePageTitle";
import { useMay } from "@/app/useSession";
import { api } from "@/api/client";
import { suiteRunQuery } from "@/api/queries";
import type { SuiteRun } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button, buttonClasses } from "@/design/components/Button";
import { Confirm } from "@/design/components/Dialogs";
import { Loaded } from "@/design/components/Loaded";
import { duration, Elapsed, plural, When } from "@/design/components/Moments";
import { PageHeader, Panel } from "@/design/components/Panel";
import { Empty, Failure } from "@/design/components/States";
import { Status, words } from "@/design/components/Status";
import { VirtualList } from "@/design/components/VirtualList";
import { useLiveSuiteRun } from "@/live/useLiveSuiteRun";
import { useRerun } from "./useRerun";
import { CountsBar } from "./SuiteRunTable";
import { byUrgency, isOpen } from "./order";

export function SuiteRunPage() {
  const { suiteRunId } = useParams({ from: "/inside/suite-runs/$suiteRunId" });
  const suiteRun = useQuery(suiteRunQuery(suiteRunId));
  return <Loaded query={suiteRun} rows={10} what="The suite run could not be loaded.">{(data) => <Content suiteRun={data} />}</Loaded>;
}

function Content({ suiteRun }: { suiteRun: SuiteRun }) {
  usePageTitle(`Run #${suiteRun.number}`, words(suiteRun.status));
  const open = isOpen(suiteRun.status);
  const live = useLiveSuiteRun(suiteRun.id, open);
  const runs = useMemo(() => [...suiteRun.runs].sort(byUrgency), [suiteRun.runs]);
  const may = useMay("run");
  const rerun = useRerun(suiteRun.id);
  const bad = runs.filter((run) => run.status === "failed" || run.status === "error");
  const again = (bad.length > 0 ? bad : runs).some((run) => run.testId);
  const cancel = useAction(() => api.post(`/v1/suite-runs/${suiteRun.id}/cancel`), { stale: [["suite-run", suiteRun.id]], said: "The run is being cancelled." });
  const { counts } = suiteRun;
  return (
    <>
      <PageHeader
        title={`Run #${suiteRun.number}`}
        above={<Link to="/applications/$applicationId/suite-runs" params={{ applicationId: suiteRun.applicationId }}>Runs</Link>}
        note={<span className="inline-flex flex-wrap items-center gap-2"><Status value={suiteRun.status} />{words(suiteRun.trigger)}{suiteRun.branch && <> on {suiteRun.branch}</>} · <When at={suiteRun.startedAt ?? suiteRun.createdAt} /> · <Elapsed since={suiteRun.startedAt} until={suiteRun.endedAt} /></span>}
        actions={
          <>
            {may && open && (
              <Confirm trigger={<Button look="danger" icon={<Ban size={15} aria-hidden />}>Cancel</Button>} title="Cancel this run?" action="Cancel the run" onConfirm={() => cancel.mutateAsync(undefined)}>
                What runs is stopped and its environment is removed; what is done stays.
              </Confirm>
            )}
            {may && !open && again && <Button icon={<RotateCw size={15} aria-hidden />} busy={rerun.isPending} onClick={() => rerun.mutate(undefined)}>{bad.length > 0 ? `Run ${bad.length} again` : "Run all again"}</Button>}
            {!open && <Downloads id={suiteRun.id} />}
          </>
        }
      />
      {rerun.isError && <Panel className="mb-4"><Failure error={rerun.error} what="The run was not started." /></Panel>}
      {open && !live.connected && <p role="status" className="mt-0 text-warn">The live connection is away; this page asks every few seconds.</p>}
      <Panel className="mb-4">
        <div role="status" className="mb-2 flex flex-wrap gap-x-5 gap-y-1">
          <span className={counts.failed > 0 ? "font-semibold text-fail" : "text-muted"}>{counts.failed} failed</span>
          <span className={counts.errors > 0 ? "font-semibold text-warn" : "text-muted"}>{plural(counts.errors, "error")}</span>
          <span>{counts.passed} passed</span>
          {open && <span className="text-muted">{counts.running} running, {counts.queued} queued</span>}
          {counts.cancelled > 0 && <span className="text-muted">{counts.cancelled} cancelled</span>}
          <span className="text-muted">of {counts.total}</span>
        </div>
        <CountsBar counts={counts} />
      </Panel>
      <Panel title="Tests, failures first" flush>
        {runs.length === 0 ? <Empty title={open ? "The run is being prepared." : "No tests were part of this run."} /> : (
          <VirtualList
            label="Tests of this run"
            items={runs}
            height={52}
            itemKey={(run) => run.id}
            className={runs.length > 12 ? "h-[calc(100dvh-17rem)] min-h-80 overflow-y-auto" : "overflow-y-auto"}
            row={(run) => (
              <div className="flex h-full items-center gap-3 border-b border-line px-3.5 hover:bg-canvas">
                <span className="w-20 shrink-0 sm:w-24"><Status value={run.status} /></span>
                <div className="min-w-0 flex-1">
                  <Link to="/runs/$runId" params={{ runId: run.id }} className="block truncate font-medium text-text">{run.title}</Link>
                  <div className="truncate text-sm text-muted">{run.reasoning || (run.failureKind ? words(run.failureKind) : run.path)}</div>
                </div>
                {run.attempt > 1 && <span className="text-sm text-muted max-sm:hidden">attempt {run.attempt}</span>}
                <span className="w-16 text-right text-sm text-muted">{run.endedAt ? duration(run.durationMs) : <Elapsed since={run.startedAt} />}</span>
              </div>
            )}
          />
        )}
      </Panel>
    </>
  );
}

function Downloads({ id }: { id: string }) {
  return (
    <>
      {["junit", "html", "json", "zip"].map((format) => (
        <a key={format} href={`/v1/suite-runs/${encodeURIComponent(id)}/results?format=${format}`} download className={buttonClasses("quiet", true)}>{format === "junit" ? "JUnit" : format.toUpperCase()}</a>
      ))}
    </>
  );
}

import { Link } from "@tanstack/react-router";
import { Ban, RotateCw } from "lucide-react";
import { usePageTitle } from "@/app/usePageTitle";
import { useMay } from "@/app/useSession";
import { api } from "@/api/client";
import type { Run } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button, buttonClasses } from "@/design/components/Button";
import { Elapsed, When } from "@/design/components/Moments";
import { PageHeader, Panel } from "@/design/components/Panel";
import { Failure } from "@/design/components/States";
import { Badge, Status, words } from "@/design/components/Status";
import { isOpen } from "@/features/suite-runs/order";
import { useRerun } from "@/features/suite-runs/useRerun";

export function RunHeader({ run, page }: { run: Run; page?: boolean }) {
  const may = useMay("run");
  const rerun = useRerun(run.suiteRunId);
  const cancel = useAction(() => api.post(`/v1/runs/${run.id}/cancel`), { stale: [["run", run.id]], said: "The run is being cancelled." });
  const open = isOpen(run.status);
  return (
    <>
      {page && <Title run={run} />}
      <PageHeader
        title={run.title}
        above={page && (
          <>
            <Link to="/applications/$applicationId/suite-runs" params={{ applicationId: run.applicationId }}>Runs</Link>
            {run.suiteRunId && <> / <Link to="/suite-runs/$suiteRunId" params={{ suiteRunId: run.suiteRunId }}>Suite run</Link></>}
          </>
        )}
        note={
          <span className="inline-flex flex-wrap items-center gap-2">
            <Status value={run.status} />
            {run.failureKind && <Badge tone={run.status === "failed" ? "fail" : "warn"}>{words(run.failureKind)}</Badge>}
            <Elapsed since={run.startedAt} until={run.endedAt} /> · <When at={run.startedAt} />
            {run.attempt > 1 && <span>attempt {run.attempt}</span>}
            {run.worker && <span className="max-sm:hidden">on {run.worker}</span>}
          </span>
        }
        actions={
          <>
            {may && open && <Button look="danger" icon={<Ban size={15} aria-hidden />} busy={cancel.isPending} onClick={() => cancel.mutate(undefined)}>Cancel</Button>}
            {page && run.testId && <Link to="/applications/$applicationId/tests/$testId" params={{ applicationId: run.applicationId, testId: run.testId }} search={run.branch && run.branch !== "main" ? { branch: run.branch } : {}} className={buttonClasses()}>Edit the test</Link>}
            {may && !open && page && run.testId && <Button look="primary" icon={<RotateCw size={15} aria-hidden />} busy={rerun.isPending} onClick={() => rerun.mutate([run.testId!])}>Run again</Button>}
          </>
        }
      />
      {cancel.isError && <Panel className="mb-4"><Failure error={cancel.error} what="The run was not cancelled." /></Panel>}
      {rerun.isError && <Panel className="mb-4"><Failure error={rerun.error} what="The run was not started." /></Panel>}
    </>
  );
}

function Title({ run }: { run: Run }) {
  usePageTitle(words(run.status), run.title);
  return null;
}

import { useMay } from "@/app/useSession";
import { api } from "@/api/client";
import type { DryRun, Scenario } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button } from "@/design/components/Button";
import { duration } from "@/design/components/Moments";
import { Panel } from "@/design/components/Panel";
import { Failure, Progress } from "@/design/components/States";
import { Status } from "@/design/components/Status";
import { StepMark } from "@/features/runs/StepMark";

/** Makes the environment for real, looks at it, and removes it at once. */
export function DryRunPanel({ scenario }: { scenario: Scenario }) {
  const may = useMay("edit");
  const dryRun = useAction(() => api.post<DryRun>(`/v1/applications/${scenario.applicationId}/scenarios/${encodeURIComponent(scenario.name)}/dry-run`), { stale: [["scenarios", scenario.applicationId, "instances"]] });
  const { data } = dryRun;
  return (
    <Panel title="Dry run" actions={may && <Button small busy={dryRun.isPending} disabled={!scenario.hasActiveRecipe} onClick={() => dryRun.mutate(undefined)}>Dry run</Button>}>
      {dryRun.isPending && <Progress label="Dry run" />}
      {dryRun.isError && <Failure error={dryRun.error} what="The dry run could not be carried out." />}
      {data && (
        <div role="status" className="flex flex-col gap-2">
          <div className="flex flex-wrap items-center gap-2"><Status value={data.passed ? "passed" : "failed"} /><span className="text-muted">up {duration(data.upMs)}, down {duration(data.downMs)}</span></div>
          {data.error && <p className="m-0 wrap-anywhere text-fail">{data.error}</p>}
          <ul className="m-0 flex list-none flex-col gap-1.5 p-0">
            {[...data.parts].sort((a, b) => Number(a.outcome === "passed") - Number(b.outcome === "passed")).map((part) => (
              <li key={part.name} className="flex items-start gap-2"><StepMark status={part.outcome} /><span className="min-w-0 wrap-anywhere">{part.name}{part.message && <span className="block text-muted">{part.message}</span>}</span></li>
            ))}
          </ul>
        </div>
      )}
      {dryRun.isIdle && <p className="m-0 text-muted">Makes the test data for real, looks at it, and removes it at once.</p>}
    </Panel>
  );
}

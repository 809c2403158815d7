import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Play } from "lucide-react";
import { useState } from "react";
import { api } from "@/api/client";
import { suiteRunQuery, testsQuery } from "@/api/queries";
import type { Application } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button, buttonClasses } from "@/design/components/Button";
import { SelectField } from "@/design/components/Field";
import { Loaded } from "@/design/components/Loaded";
import { Panel } from "@/design/components/Panel";
import { Empty, Failure } from "@/design/components/States";
import { RunView } from "@/features/runs/RunView";
import { useLiveSuiteRun } from "@/live/useLiveSuiteRun";

/** A real run, watched here. */
export function RunStep({ application }: { application: Application }) {
  const tests = useQuery(testsQuery(application.id));
  const [testId, setTestId] = useState("");
  const start = useAction(() => api.post<{ id: string }>(`/v1/applications/${application.id}/suite-runs`, { testIds: [testId || tests.data!.tests[0]!.id] }, { once: true }));
  return (
    <div className="flex flex-col gap-4">
      <Panel title="Run a test and watch it">
        <Loaded query={tests}>
          {({ tests: all }) => all.length === 0
            ? <Empty title="There are no tests yet." />
            : (
              <div className="flex flex-wrap items-end gap-3">
                <SelectField label="Test" className="w-full sm:w-96" value={testId || all[0]!.id} onChange={(event) => setTestId(event.target.value)} options={all.slice(0, 200).map((test) => ({ value: test.id, label: test.title }))} />
                <Button look="primary" icon={<Play size={15} aria-hidden />} busy={start.isPending} onClick={() => start.mutate(undefined)}>Run it</Button>
              </div>
            )}
        </Loaded>
        {start.isError && <Failure error={start.error} what="The run was not started." />}
      </Panel>
      {start.data && <Watched suiteRunId={start.data.id} applicationId={application.id} />}
    </div>
  );
}

function Watched({ suiteRunId, applicationId }: { suiteRunId: string; applicationId: string }) {
  const suiteRun = useQuery(suiteRunQuery(suiteRunId));
  const run = suiteRun.data?.runs[0];
  useLiveSuiteRun(suiteRunId, !run);
  if (!run) return <Panel title="The run"><Loaded query={suiteRun}>{() => <Empty title="Waiting for a free browser …" />}</Loaded></Panel>;
  return (
    <>
      <RunView runId={run.id} />
      <div className="flex flex-wrap gap-2">
        <Link to="/" className={buttonClasses("primary")}>To the dashboard</Link>
        <Link to="/applications/$applicationId/tests" params={{ applicationId }} className={buttonClasses()}>See all tests</Link>
        <Link to="/runs/$runId" params={{ runId: run.id }} className={buttonClasses()}>Open this run</Link>
      </div>
    </>
  );
}

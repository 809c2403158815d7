import { useQuery } from "@tanstack/react-query";
import { Play } from "lucide-react";
import { useState } from "react";
import { AddressedTabs } from "@/app/AddressedTabs";
import { useApplication } from "@/app/useApplication";
import { usePageTitle } from "@/app/usePageTitle";
import { useMay } from "@/app/useSession";
import { suiteRunsQuery, testsQuery } from "@/api/queries";
import { Button } from "@/design/components/Button";
import { Loaded } from "@/design/components/Loaded";
import { Pager, usePaging } from "@/design/components/Pages";
import { PageHeader, Panel } from "@/design/components/Panel";
import { Empty } from "@/design/components/States";
import { DeploymentsPanel } from "@/features/deployments/DeploymentsPanel";
import { useLive } from "@/live/useLive";
import { RunDialog } from "./RunDialog";
import { SuiteRunTable } from "./SuiteRunTable";

export function SuiteRunsPage() {
  const application = useApplication();
  usePageTitle("Runs", application.name);
  const paging = usePaging();
  const runs = useQuery(suiteRunsQuery(application.id, paging.cursor));
  const tests = useQuery(testsQuery(application.id));
  const [open, setOpen] = useState(false);
  const may = useMay("run");
  useLive("WatchOrganization", null, true, [["suite-runs", application.id]], 1500);
  const run = may && <Button look="primary" icon={<Play size={15} aria-hidden />} onClick={() => setOpen(true)} disabled={!tests.data?.tests.length}>Run tests</Button>;
  return (
    <>
      <PageHeader title="Runs" above={application.name} actions={run} />
      <AddressedTabs
        label="Runs"
        tabs={[
          { id: "runs", title: "Suite runs", content: (
            <Panel flush>
              <Loaded query={runs} rows={8} what="The runs could not be loaded.">
                {(page) => page.items.length === 0 ? <Empty title="Nothing ran yet.">Start a run here, on a schedule, or from CI with <code>autonoma run --remote</code>.</Empty> : <><SuiteRunTable runs={page.items} /><Pager paging={paging} next={page.next} /></>}
              </Loaded>
            </Panel>
          ) },
          { id: "deployments", title: "Deployments", content: <DeploymentsPanel application={application} /> },
        ]}
      />
      {open && tests.data && <RunDialog application={application} suite={tests.data} testIds={[]} open onOpenChange={setOpen} />}
    </>
  );
}

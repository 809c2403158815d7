import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState } from "react";
import { usePageTitle } from "@/app/usePageTitle";
import { useMay } from "@/app/useSession";
import { applicationsQuery } from "@/api/queries";
import { Button } from "@/design/components/Button";
import { Loaded } from "@/design/components/Loaded";
import { When } from "@/design/components/Moments";
import { PageHeader, Panel } from "@/design/components/Panel";
import { Empty } from "@/design/components/States";
import { Status, words } from "@/design/components/Status";
import { Table } from "@/design/components/Table";
import { NewApplicationDialog } from "./NewApplicationDialog";

const platforms = { web: "Web", ios: "iOS", android: "Android" };

export function ApplicationsPage() {
  usePageTitle("Applications");
  const applications = useQuery(applicationsQuery);
  const [adding, setAdding] = useState(false);
  const may = useMay("edit");
  const add = may && <Button look="primary" icon={<Plus size={15} aria-hidden />} onClick={() => setAdding(true)}>Add an application</Button>;
  return (
    <>
      <PageHeader title="Applications" note="What is tested." actions={add} />
      <Panel flush>
        <Loaded query={applications} what="The applications could not be loaded.">
          {(all) => all.length === 0 ? <Empty title="No applications yet.">An application is a web site or a mobile app with its tests.</Empty> : (
            <Table
              caption="Applications"
              rows={all}
              rowKey={(application) => application.id}
              columns={[
                { key: "name", title: "Name", cell: (application) => <Link to="/applications/$applicationId/tests" params={{ applicationId: application.id }} className="font-medium">{application.name}</Link> },
                { key: "last", title: "Last suite run", cell: (application) => application.lastSuiteRun
                  ? <Link to="/suite-runs/$suiteRunId" params={{ suiteRunId: application.lastSuiteRun.id }} className="inline-flex items-center gap-2"><Status value={application.lastSuiteRun.status} /><span className="max-sm:hidden">#{application.lastSuiteRun.number}</span></Link>
                  : <Status value={null} /> },
                { key: "tests", title: "Tests", align: "right", cell: (application) => application.tests.toLocaleString("en") },
                { key: "platform", title: "Platform", hideOnPhone: true, cell: (application) => platforms[application.platform] ?? words(application.platform) },
                { key: "url", title: "Address", hideOnPhone: true, cell: (application) => <span className="wrap-anywhere text-muted">{application.url ?? application.package ?? "–"}</span> },
                { key: "updated", title: "Changed", hideOnPhone: true, cell: (application) => <When at={application.updatedAt} /> },
              ]}
            />
          )}
        </Loaded>
      </Panel>
      <NewApplicationDialog open={adding} onOpenChange={setAdding} />
    </>
  );
}

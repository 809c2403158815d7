import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useApplication } from "@/app/useApplication";
import { usePageTitle } from "@/app/usePageTitle";
import { scenariosQuery } from "@/api/queries";
import { Loaded } from "@/design/components/Loaded";
import { When } from "@/design/components/Moments";
import { PageHeader, Panel } from "@/design/components/Panel";
import { Empty } from "@/design/components/States";
import { Status } from "@/design/components/Status";
import { Table } from "@/design/components/Table";
import { Tabs } from "@/design/components/Tabs";
import { CallsPanel } from "./CallsPanel";
import { EndpointPanel } from "./EndpointPanel";
import { InstancesPanel } from "./InstancesPanel";

export function ScenariosPage() {
  const application = useApplication();
  usePageTitle("Scenarios", application.name);
  const scenarios = useQuery(scenariosQuery(application.id));
  return (
    <>
      <PageHeader title="Scenarios" above={application.name} note="Named test data that your own backend makes before a run and removes after it." />
      <Tabs
        label="Scenarios"
        tabs={[
          {
            id: "scenarios", title: "Scenarios", note: scenarios.data?.scenarios.length, content: (
              <Panel flush>
                <Loaded query={scenarios} what="The scenarios could not be loaded.">
                  {(data) => data.scenarios.length === 0 ? <Empty title="No scenarios yet.">Connect the endpoint, then let the planner write recipes or push them with <code>autonoma push</code>.</Empty> : (
                    <Table
                      caption="Scenarios"
                      rows={data.scenarios}
                      rowKey={(scenario) => scenario.name}
                      columns={[
                        { key: "name", title: "Name", cell: (scenario) => <Link to="/applications/$applicationId/scenarios/$name" params={{ applicationId: application.id, name: scenario.name }} className="font-medium">{scenario.name}</Link> },
                        { key: "status", title: "Last dry run", cell: (scenario) => scenario.status ? <Status value={scenario.status} /> : <span className="text-muted">never</span> },
                        { key: "description", title: "Description", hideOnPhone: true, cell: (scenario) => <span className="text-muted">{scenario.description}</span> },
                        { key: "version", title: "Recipe", align: "right", cell: (scenario) => scenario.recipeVersion ? `v${scenario.recipeVersion}` : "–" },
                        { key: "updated", title: "Changed", hideOnPhone: true, cell: (scenario) => <When at={scenario.updatedAt} /> },
                      ]}
                    />
                  )}
                </Loaded>
              </Panel>
            ),
          },
          { id: "endpoint", title: "Endpoint", content: <Loaded query={scenarios}>{(data) => <EndpointPanel application={application} scenarios={data} />}</Loaded> },
          { id: "instances", title: "Instances", content: <InstancesPanel applicationId={application.id} /> },
          { id: "calls", title: "Calls", content: <CallsPanel applicationId={application.id} /> },
        ]}
      />
    </>
  );
}

import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { AddressedTabs } from "@/app/AddressedTabs";
import { useApplication } from "@/app/useApplication";
import { usePageTitle } from "@/app/usePageTitle";
import { endpointQuery, scenariosQuery } from "@/api/queries";
import { Loaded } from "@/design/components/Loaded";
import { When } from "@/design/components/Moments";
import { PageHeader, Panel } from "@/design/components/Panel";
import { Empty } from "@/design/components/States";
import { Badge } from "@/design/components/Status";
import { Table } from "@/design/components/Table";
import { CallsPanel } from "./CallsPanel";
import { EndpointPanel } from "./EndpointPanel";
import { InstancesPanel } from "./InstancesPanel";

export function ScenariosPage() {
  const application = useApplication();
  usePageTitle("Scenarios", application.name);
  const scenarios = useQuery(scenariosQuery(application.id));
  const endpoint = useQuery(endpointQuery(application.id));
  const params = { applicationId: application.id };
  return (
    <>
      <PageHeader title="Scenarios" above={application.name} note="Named test data that your own backend makes before a run and removes after it." />
      <AddressedTabs
        label="Scenarios"
        tabs={[
          {
            id: "scenarios", title: "Scenarios", note: scenarios.data?.length, content: (
              <Panel flush>
                <Loaded query={scenarios} what="The scenarios could not be loaded.">
                  {(all) => all.length === 0 ? <Empty title="No scenarios yet.">Connect the endpoint, then let the planner write recipes: <code>autonoma plan --report</code></Empty> : (
                    <Table
                      caption="Scenarios"
                      rows={all}
                      rowKey={(scenario) => scenario.id}
                      columns={[
                        { key: "name", title: "Name", cell: (scenario) => <Link to="/applications/$applicationId/scenarios/$scenarioId" params={{ ...params, scenarioId: scenario.id }} className="font-medium">{scenario.name}</Link> },
                        { key: "recipe", title: "Recipe", cell: (scenario) => scenario.recipeNumber ? `version ${scenario.recipeNumber}` : <Badge tone="warn">none</Badge> },
                        { key: "description", title: "Description", hideOnPhone: true, cell: (scenario) => <span className="text-muted">{scenario.description}</span> },
                        { key: "updated", title: "Changed", cell: (scenario) => <When at={scenario.updatedAt} /> },
                      ]}
                    />
                  )}
                </Loaded>
              </Panel>
            ),
          },
          { id: "endpoint", title: "Endpoint", content: <Loaded query={endpoint}>{(data) => <EndpointPanel applicationId={application.id} endpoint={data} />}</Loaded> },
          { id: "instances", title: "Instances", content: <InstancesPanel applicationId={application.id} /> },
          { id: "calls", title: "Calls", content: <CallsPanel applicationId={application.id} /> },
        ]}
      />
    </>
  );
}

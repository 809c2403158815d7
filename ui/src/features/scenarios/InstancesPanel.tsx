import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { instancesQuery } from "@/api/queries";
import { Loaded } from "@/design/components/Loaded";
import { When } from "@/design/components/Moments";
import { Pager, usePaging } from "@/design/components/Pages";
import { Panel } from "@/design/components/Panel";
import { Empty } from "@/design/components/States";
import { Status } from "@/design/components/Status";
import { Table } from "@/design/components/Table";

/** Each is one "up"; what was not taken down again stays at the top. */
export function InstancesPanel({ applicationId }: { applicationId: string }) {
  const paging = usePaging();
  const instances = useQuery(instancesQuery(applicationId, paging.cursor));
  return (
    <Panel flush>
      <Loaded query={instances} what="The instances could not be loaded.">
        {(page) => page.items.length === 0 ? <Empty title="No environment was made yet." /> : (
          <>
          <Table
            caption="Instances"
            rows={[...page.items].sort((a, b) => Number(Boolean(b.problem)) - Number(Boolean(a.problem)))}
            rowKey={(instance) => instance.id}
            columns={[
              { key: "scenario", title: "Scenario", cell: (instance) => instance.scenario },
              { key: "status", title: "State", cell: (instance) => <Status value={instance.state} /> },
              { key: "error", title: "Error", cell: (instance) => instance.problem ? <span className="wrap-anywhere text-fail">{instance.problem}</span> : "" },
              { key: "run", title: "Run", cell: (instance) => instance.runId ? <Link to="/runs/$runId" params={{ runId: instance.runId }}>Open</Link> : "–" },
              { key: "made", title: "Made", cell: (instance) => <When at={instance.createdAt} /> },
            ]}
          />
          <Pager paging={paging} next={page.next} />
          </>
        )}
      </Loaded>
    </Panel>
  );
}

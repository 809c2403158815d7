import { useQuery } from "@tanstack/react-query";
import { callsQuery } from "@/api/queries";
import { Loaded } from "@/design/components/Loaded";
import { duration, When } from "@/design/components/Moments";
import { Panel } from "@/design/components/Panel";
import { Empty } from "@/design/components/States";
import { Badge, words } from "@/design/components/Status";
import { Table } from "@/design/components/Table";

export function CallsPanel({ applicationId }: { applicationId: string }) {
  const calls = useQuery(callsQuery(applicationId));
  return (
    <Panel flush>
      <Loaded query={calls} what="The calls could not be loaded.">
        {(page) => page.items.length === 0 ? <Empty title="The endpoint was not called yet." /> : (
          <Table
            caption="Calls of the endpoint"
            rows={page.items}
            rowKey={(call) => call.id}
            columns={[
              { key: "action", title: "Action", cell: (call) => words(call.action) },
              { key: "status", title: "Answer", cell: (call) => <Badge tone={call.status !== null && call.status < 300 ? "pass" : "fail"}>{call.status ?? "none"}</Badge> },
              { key: "scenario", title: "Scenario", hideOnPhone: true, cell: (call) => call.scenario ?? "–" },
              { key: "error", title: "Error", cell: (call) => call.error ? <span className="wrap-anywhere text-fail">{call.error}</span> : "" },
              { key: "duration", title: "Duration", align: "right", cell: (call) => duration(call.durationMs) },
              { key: "when", title: "When", cell: (call) => <When at={call.at} /> },
            ]}
          />
        )}
      </Loaded>
    </Panel>
  );
}

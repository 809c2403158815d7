import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { callsQuery } from "@/api/queries";
import { CheckField } from "@/design/components/Field";
import { Loaded } from "@/design/components/Loaded";
import { duration, When } from "@/design/components/Moments";
import { Pager, usePaging } from "@/design/components/Pages";
import { Panel } from "@/design/components/Panel";
import { Empty } from "@/design/components/States";
import { Badge, words } from "@/design/components/Status";
import { Table } from "@/design/components/Table";

/** What was asked of the Environment Factory, newest first: the place to look when test data is not what it should be. */
export function CallsPanel({ applicationId }: { applicationId: string }) {
  const [failed, setFailed] = useState(false);
  const paging = usePaging();
  const calls = useQuery(callsQuery(applicationId, failed, paging.cursor));
  return (
    <Panel flush>
      <div className="border-b border-line p-3"><CheckField label="Failed calls only" checked={failed} onChange={(event) => { setFailed(event.target.checked); paging.first(); }} /></div>
      <Loaded query={calls} what="The calls could not be loaded.">
        {(page) => page.items.length === 0 ? <Empty title={failed ? "No call failed." : "The endpoint was not called yet."} /> : (
          <>
          <Table
            caption="Calls of the endpoint"
            rows={page.items}
            rowKey={(call) => call.id}
            columns={[
              { key: "action", title: "Call", cell: (call) => <><span className="font-medium">{words(call.action)}</span>{call.scenario && <span className="block text-sm whitespace-nowrap text-muted">{call.scenario}</span>}</> },
              { key: "answer", title: "Answer", cell: (call) => <Badge tone={call.error ? "fail" : "pass"}>{call.status ?? "none"}</Badge> },
              { key: "error", title: "Error", cell: (call) => call.error ? <span className="wrap-anywhere text-fail">{call.error}{call.code && <> <code>{call.code}</code></>}</span> : "" },
              { key: "endpoint", title: "Address", hideOnPhone: true, cell: (call) => <span className="wrap-anywhere text-muted">{call.endpoint}</span> },
              { key: "run", title: "Run", hideOnPhone: true, cell: (call) => call.runId ? <Link to="/runs/$runId" params={{ runId: call.runId }}>Open</Link> : "–" },
              { key: "duration", title: "Duration", align: "right", hideOnPhone: true, cell: (call) => duration(call.durationMs) },
              { key: "when", title: "When", cell: (call) => <When at={call.at} /> },
            ]}
          />
          <Pager paging={paging} next={page.next} />
          </>
        )}
      </Loaded>
    </Panel>
  );
}

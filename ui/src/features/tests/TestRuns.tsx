import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { runsQuery } from "@/api/queries";
import { Loaded } from "@/design/components/Loaded";
import { duration, When } from "@/design/components/Moments";
import { Pager, usePaging } from "@/design/components/Pages";
import { Panel } from "@/design/components/Panel";
import { Empty } from "@/design/components/States";
import { Status, words } from "@/design/components/Status";
import { Table } from "@/design/components/Table";

export function TestRuns({ testId }: { testId: string }) {
  const paging = usePaging();
  const runs = useQuery(runsQuery(testId, paging.cursor));
  return (
    <Panel flush>
      <Loaded query={runs}>
        {(page) => page.items.length === 0 ? <Empty title="This test never ran." /> : (
          <>
          <Table
            caption="Runs of this test"
            rows={page.items}
            rowKey={(run) => run.id}
            columns={[
              { key: "status", title: "Result", cell: (run) => <Link to="/runs/$runId" params={{ runId: run.id }} aria-label={`Run of ${run.startedAt ?? "now"}: ${run.status}`}><Status value={run.status} /></Link> },
              { key: "why", title: "Why", cell: (run) => <span className="wrap-anywhere text-muted">{run.failureKind ? `${words(run.failureKind)}: ` : ""}{run.reasoning}</span> },
              { key: "duration", title: "Duration", align: "right", cell: (run) => duration(run.durationMs) },
              { key: "when", title: "When", cell: (run) => <When at={run.endedAt ?? run.startedAt} /> },
            ]}
          />
          <Pager paging={paging} next={page.next} />
          </>
        )}
      </Loaded>
    </Panel>
  );
}

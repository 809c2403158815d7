import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { deploymentsQuery } from "@/api/queries";
import type { Application } from "@/api/types";
import { Loaded } from "@/design/components/Loaded";
import { When } from "@/design/components/Moments";
import { Pager, usePaging } from "@/design/components/Pages";
import { Panel } from "@/design/components/Panel";
import { Empty } from "@/design/components/States";
import { Badge } from "@/design/components/Status";
import { Table } from "@/design/components/Table";

/** What pipelines and providers said was deployed, and the runs that it started. */
export function DeploymentsPanel({ application }: { application: Application }) {
  const paging = usePaging();
  const deployments = useQuery(deploymentsQuery(application.id, paging.cursor));
  return (
    <Panel flush>
      <Loaded query={deployments} what="The deployments could not be loaded.">
        {(page) => page.items.length === 0 ? <Empty title="Nothing was deployed yet."><Call application={application} /></Empty> : (
          <>
            <Table
              caption="Deployments"
              rows={page.items}
              rowKey={(deployment) => deployment.id}
              columns={[
                { key: "branch", title: "Branch", cell: (deployment) => <><span className="font-medium wrap-anywhere">{deployment.branch}</span>{deployment.pullRequest && <> <Badge>Pull request {deployment.pullRequest}</Badge></>}</> },
                { key: "url", title: "Address", cell: (deployment) => <span className="wrap-anywhere text-muted">{deployment.url}</span> },
                { key: "commit", title: "Commit", hideOnPhone: true, cell: (deployment) => deployment.commit ? <code>{deployment.commit.slice(0, 8)}</code> : "–" },
                { key: "from", title: "From", hideOnPhone: true, cell: (deployment) => <span className="text-muted">{[deployment.provider, deployment.environment].filter(Boolean).join(", ") || "–"}</span> },
                { key: "run", title: "Run", cell: (deployment) => deployment.suiteRunId ? <Link to="/suite-runs/$suiteRunId" params={{ suiteRunId: deployment.suiteRunId }}>Open</Link> : <span className="text-muted">no tests</span> },
                { key: "when", title: "When", cell: (deployment) => <When at={deployment.createdAt} /> },
              ]}
            />
            <Pager paging={paging} next={page.next} />
          </>
        )}
      </Loaded>
    </Panel>
  );
}

/** How a pipeline says it. */
function Call({ application }: { application: Application }) {
  const body = JSON.stringify({ repo_id: application.repository ?? application.slug, github_ref: "refs/heads/main", url: application.url ?? "https://staging.example.com" });
  return (
    <>
      A pipeline says so with a key that may run tests; the tests of the branch are run there:
      <pre tabIndex={0} className="mt-2 mb-0 overflow-x-auto rounded-md bg-canvas p-2.5 text-left">{`curl ${location.origin}/v1/diffs/trigger \\\n  -H "Authorization: Bearer $AUTONOMA_API_KEY" \\\n  -H "Content-Type: application/json" \\\n  -d '${body}'`}</pre>
    </>
  );
}

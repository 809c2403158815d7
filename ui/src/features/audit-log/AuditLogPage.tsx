import { useQuery } from "@tanstack/react-query";
import { usePageTitle } from "@/app/usePageTitle";
import { auditQuery } from "@/api/queries";
import { Loaded } from "@/design/components/Loaded";
import { When } from "@/design/components/Moments";
import { Pager, usePaging } from "@/design/components/Pages";
import { PageHeader, Panel } from "@/design/components/Panel";
import { Empty } from "@/design/components/States";
import { Table } from "@/design/components/Table";

export function AuditLogPage() {
  usePageTitle("Audit log");
  const paging = usePaging();
  const log = useQuery(auditQuery(paging.cursor));
  return (
    <>
      <PageHeader title="Audit log" note="Who changed what, and when. It cannot be changed." />
      <Panel flush>
        <Loaded query={log} rows={10} what="The log could not be loaded.">
          {(page) => (
            <>
              {page.items.length === 0 ? <Empty title="Nothing happened yet." /> : (
                <Table
                  caption="Audit log"
                  rows={page.items}
                  rowKey={(entry) => entry.id}
                  columns={[
                    { key: "at", title: "When", cell: (entry) => <When at={entry.at} /> },
                    { key: "actor", title: "Who", cell: (entry) => <span className="wrap-anywhere">{entry.actor}</span> },
                    { key: "action", title: "What", cell: (entry) => <code>{entry.action}</code> },
                    { key: "target", title: "On", cell: (entry) => <span className="wrap-anywhere">{entry.subject}{detailsOf(entry.details) && <span className="block text-sm text-muted">{detailsOf(entry.details)}</span>}</span> },
                    { key: "address", title: "From", hideOnPhone: true, cell: (entry) => <span className="text-muted">{entry.address ?? "–"}</span> },
                  ]}
                />
              )}
              <Pager paging={paging} next={page.next} />
            </>
          )}
        </Loaded>
      </Panel>
    </>
  );
}

/** What was noted with it, as `name: value`. */
function detailsOf(details: unknown): string {
  if (details === null || typeof details !== "object") return details === null || details === undefined ? "" : String(details);
  return Object.entries(details).map(([name, value]) => `${name}: ${typeof value === "object" ? JSON.stringify(value) : String(value)}`).join(", ");
}

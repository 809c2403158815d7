import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { AddressedTabs } from "@/app/AddressedTabs";
import { useApplication } from "@/app/useApplication";
import { useMay } from "@/app/useSession";
import { usePageTitle } from "@/app/usePageTitle";
import { healsQuery, recordingsQuery } from "@/api/queries";
import { Loaded } from "@/design/components/Loaded";
import { When } from "@/design/components/Moments";
import { PageHeader, Panel } from "@/design/components/Panel";
import { Empty } from "@/design/components/States";
import { Table } from "@/design/components/Table";
import { Forget } from "./Forget";
import { HealList } from "./HealList";

export function RecordingsPage() {
  const application = useApplication();
  usePageTitle("Recordings", application.name);
  const may = useMay("edit");
  const recordings = useQuery(recordingsQuery(application.id));
  const heals = useQuery(healsQuery(application.id));
  const open = heals.data?.filter((heal) => heal.state === "proposed").length;
  return (
    <>
      <PageHeader title="Recordings" above={application.name} note="What passed once is replayed without deciding again. Where the application moved, a heal is proposed, never applied by itself." />
      <AddressedTabs
        label="Recordings"
        tabs={[
          { id: "heals", title: "Heal proposals", note: open, content: <Loaded query={heals} what="The proposals could not be loaded.">{(all) => <HealList heals={all} applicationId={application.id} />}</Loaded> },
          {
            id: "recordings", title: "Recordings", note: recordings.data?.length, content: (
              <Panel flush>
                <Loaded query={recordings} what="The recordings could not be loaded.">
                  {(all) => all.length === 0 ? <Empty title="Nothing is recorded yet.">A run that passes is recorded by itself.</Empty> : (
                    <Table
                      caption="Recordings"
                      rows={all}
                      rowKey={(recording) => recording.id}
                      columns={[
                        { key: "test", title: "Test", cell: (recording) => <Link to="/applications/$applicationId/tests/$testId" params={{ applicationId: application.id, testId: recording.testId }} search={recording.branch && recording.branch !== "main" ? { branch: recording.branch } : {}}>{recording.title}</Link> },
                        { key: "branch", title: "Branch", cell: (recording) => recording.branch },
                        { key: "steps", title: "Steps", align: "right", cell: (recording) => recording.steps },
                        { key: "run", title: "From", hideOnPhone: true, cell: (recording) => recording.runId ? <Link to="/runs/$runId" params={{ runId: recording.runId }}>the run</Link> : "–" },
                        { key: "recorded", title: "Recorded", cell: (recording) => <When at={recording.updatedAt} /> },
                        { key: "actions", title: "", align: "right", cell: (recording) => may && <Forget recording={recording} applicationId={application.id} /> },
                      ]}
                    />
                  )}
                </Loaded>
              </Panel>
            ),
          },
        ]}
      />
    </>
  );
}

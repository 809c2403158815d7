import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useApplication } from "@/app/useApplication";
import { usePageTitle } from "@/app/usePageTitle";
import { healsQuery, recordingsQuery } from "@/api/queries";
import { Loaded } from "@/design/components/Loaded";
import { When } from "@/design/components/Moments";
import { PageHeader, Panel } from "@/design/components/Panel";
import { Empty } from "@/design/components/States";
import { Table } from "@/design/components/Table";
import { Tabs } from "@/design/components/Tabs";
import { HealList } from "./HealList";

export function RecordingsPage() {
  const application = useApplication();
  usePageTitle("Recordings", application.name);
  const recordings = useQuery(recordingsQuery(application.id));
  const heals = useQuery(healsQuery(application.id));
  const open = heals.data?.filter((heal) => heal.status === "proposed").length;
  return (
    <>
      <PageHeader title="Recordings" above={application.name} note="What passed once is replayed without deciding again. Where the application moved, a heal is proposed, never applied by itself." />
      <Tabs
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
                        { key: "test", title: "Test", cell: (recording) => <Link to="/applications/$applicationId/tests/$testId" params={{ applicationId: application.id, testId: recording.testId }}>{recording.testTitle}</Link> },
                        { key: "branch", title: "Branch", cell: (recording) => recording.branch },
                        { key: "steps", title: "Steps", align: "right", cell: (recording) => recording.steps },
                        { key: "replays", title: "Replays", align: "right", hideOnPhone: true, cell: (recording) => recording.replays },
                        { key: "recorded", title: "Recorded", hideOnPhone: true, cell: (recording) => <When at={recording.recordedAt} /> },
                        { key: "replayed", title: "Last replayed", cell: (recording) => <When at={recording.lastReplayedAt} /> },
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

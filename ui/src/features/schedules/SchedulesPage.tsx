import { useQuery } from "@tanstack/react-query";
import { Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useApplication } from "@/app/useApplication";
import { usePageTitle } from "@/app/usePageTitle";
import { useMay } from "@/app/useSession";
import { api } from "@/api/client";
import { schedulesQuery } from "@/api/queries";
import type { Schedule } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button, IconButton } from "@/design/components/Button";
import { Confirm } from "@/design/components/Dialogs";
import { Loaded } from "@/design/components/Loaded";
import { When } from "@/design/components/Moments";
import { PageHeader, Panel } from "@/design/components/Panel";
import { Empty } from "@/design/components/States";
import { Badge } from "@/design/components/Status";
import { Table } from "@/design/components/Table";
import { known, ScheduleDialog } from "./ScheduleDialog";

export function SchedulesPage() {
  const application = useApplication();
  usePageTitle("Schedules", application.name);
  const schedules = useQuery(schedulesQuery(application.id));
  const [editing, setEditing] = useState<Schedule | "new" | null>(null);
  const may = useMay("edit");
  const stale = [["schedules", application.id]];
  const toggle = useAction((schedule: Schedule) => api.patch(`/v1/schedules/${schedule.id}`, { isEnabled: !schedule.isEnabled }, schedule.version), { stale });
  const add = may && <Button look="primary" icon={<Plus size={15} aria-hidden />} onClick={() => setEditing("new")}>Add a schedule</Button>;
  return (
    <>
      <PageHeader title="Schedules" above={application.name} actions={add} />
      <Panel flush>
        <Loaded query={schedules} what="The schedules could not be loaded.">
          {(all) => all.length === 0 ? <Empty title="Nothing is scheduled.">A schedule runs the suite by itself, every night for example.</Empty> : (
            <Table
              caption="Schedules"
              rows={all}
              rowKey={(schedule) => schedule.id}
              columns={[
                { key: "name", title: "Name", cell: (schedule) => <><span className="font-medium">{schedule.name}</span>{schedule.problem && <span className="block text-sm wrap-anywhere text-fail">It started nothing the last time: {schedule.problem}</span>}</> },
                { key: "cron", title: "When", cell: (schedule) => <>{known(schedule.cron) ?? <code className="whitespace-nowrap">{schedule.cron}</code>} <span className="text-muted max-sm:hidden">{schedule.timeZone}</span></> },
                { key: "what", title: "What", hideOnPhone: true, cell: (schedule) => [schedule.folder, schedule.tags.join(", "), schedule.branch && `on ${schedule.branch}`].filter(Boolean).join(" · ") || "All tests" },
                { key: "next", title: "Next", cell: (schedule) => schedule.isEnabled ? <When at={schedule.next[0]} /> : <Badge>Paused</Badge> },
                { key: "last", title: "Last", hideOnPhone: true, cell: (schedule) => <When at={schedule.lastRunAt} /> },
                ...(may ? [{ key: "actions", title: "", align: "right" as const, cell: (schedule: Schedule) => (
                  <span className="inline-flex items-center">
                    <Button small look="quiet" busy={toggle.isPending && toggle.variables?.id === schedule.id} onClick={() => toggle.mutate(schedule)}>{schedule.isEnabled ? "Pause" : "Resume"}</Button>
                    <IconButton label={`Edit ${schedule.name}`} icon={<Pencil size={15} aria-hidden />} onClick={() => setEditing(schedule)} />
                    <Remove schedule={schedule} stale={stale} />
                  </span>
                ) }] : []),
              ]}
            />
          )}
        </Loaded>
      </Panel>
      {editing && <ScheduleDialog applicationId={application.id} schedule={editing === "new" ? null : editing} onClose={() => setEditing(null)} />}
    </>
  );
}

function Remove({ schedule, stale }: { schedule: Schedule; stale: string[][] }) {
  const remove = useAction(() => api.delete(`/v1/schedules/${schedule.id}`), { stale, said: "The schedule was deleted." });
  return (
    <Confirm trigger={<IconButton label={`Delete ${schedule.name}`} icon={<Trash2 size={15} aria-hidden />} />} title={`Delete ${schedule.name}?`} action="Delete" onConfirm={() => remove.mutateAsync(undefined)}>
      What it started before stays.
    </Confirm>
  );
}

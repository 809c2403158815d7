import { useQuery } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useState } from "react";
import { api } from "@/api/client";
import { fieldError } from "@/api/errors";
import { branchesQuery, testsQuery } from "@/api/queries";
import type { Schedule } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button } from "@/design/components/Button";
import { Dialog } from "@/design/components/Dialogs";
import { CheckField, SelectField, TextField } from "@/design/components/Field";
import { plural } from "@/design/components/Moments";
import { Failure } from "@/design/components/States";

// The second form is how the server writes the first.
const usual = [
  { value: "0 3 * * *", stored: "0 0 3 * * ?", label: "Every night at 3:00" },
  { value: "0 * * * *", stored: "0 0 * * * ?", label: "Every hour" },
  { value: "0 7 * * MON-FRI", stored: "0 0 7 ? * MON-FRI", label: "Working days at 7:00" },
  { value: "own", stored: "", label: "An expression of my own" },
];

/** The words for a schedule that is one of the usual ones. */
export function known(cron: string): string | null {
  return usual.find((entry) => entry.stored === cron || entry.value === cron)?.label ?? null;
}

export function ScheduleDialog({ applicationId, schedule, onClose }: { applicationId: string; schedule: Schedule | null; onClose: () => void }) {
  const [name, setName] = useState(schedule?.name ?? "");
  const [cron, setCron] = useState(usual.find((entry) => entry.stored === schedule?.cron)?.value ?? schedule?.cron ?? usual[0]!.value);
  const [own, setOwn] = useState(schedule !== null && known(schedule.cron) === null);
  const [timeZone, setTimeZone] = useState(schedule?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [folder, setFolder] = useState(schedule?.folder ?? "");
  const [tags, setTags] = useState((schedule?.tags ?? []).join(", "));
  const [url, setUrl] = useState(schedule?.url ?? "");
  const [branch, setBranch] = useState(schedule?.branch ?? "");
  const [isEnabled, setEnabled] = useState(schedule?.isEnabled ?? true);
  const tagList = tags.split(",").map((tag) => tag.trim()).filter(Boolean);
  const save = useAction(() => {
    const body = { applicationId, name, cron, timeZone, folder, tags: tagList, url, branch, isEnabled };
    return schedule ? api.patch(`/v1/schedules/${schedule.id}`, body, schedule.version) : api.post("/v1/schedules", body, { once: true });
  }, { stale: [["schedules", applicationId]], said: "The schedule was saved.", then: onClose });
  function submit(event: FormEvent) {
    event.preventDefault();
    save.mutate(undefined);
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={schedule ? "Edit the schedule" : "Add a schedule"}>
      <form onSubmit={submit} className="flex flex-col gap-3.5">
        <TextField label="Name" required value={name} onChange={(event) => setName(event.target.value)} error={fieldError(save.error, "name")} />
        <SelectField label="When" value={own ? "own" : cron} onChange={(event) => { setOwn(event.target.value === "own"); if (event.target.value !== "own") setCron(event.target.value); }} options={usual} />
        {own && <TextField label="Cron expression" required value={cron} onChange={(event) => setCron(event.target.value)} hint="Minute, hour, day, month, weekday: 30 6 * * MON-FRI" error={fieldError(save.error, "cron")} />}
        <TextField label="Time zone" required value={timeZone} onChange={(event) => setTimeZone(event.target.value)} error={fieldError(save.error, "timeZone")} />
        <div className="grid gap-3.5 sm:grid-cols-2">
          <TextField label="Folder" placeholder="All folders" value={folder} onChange={(event) => setFolder(event.target.value)} />
          <TextField label="Tags" placeholder="All tags" value={tags} onChange={(event) => setTags(event.target.value)} error={fieldError(save.error, "tags")} />
          <TextField label="Branch" placeholder="The main one" value={branch} onChange={(event) => setBranch(event.target.value)} error={fieldError(save.error, "branch")} />
          <TextField label="Address" type="url" placeholder="The application's own" value={url} onChange={(event) => setUrl(event.target.value)} error={fieldError(save.error, "url")} />
        </div>
        <Fitting applicationId={applicationId} branch={branch.trim()} folder={folder.trim().replace(/^\/+|\/+$/g, "")} tags={tagList} />
        <CheckField label="Enabled" checked={isEnabled} onChange={(event) => setEnabled(event.target.checked)} />
        {save.isError && <Failure error={save.error} fields={["name", "cron", "timeZone", "tags", "branch", "url"]} what="The schedule was not saved." />}
        <div className="flex justify-end gap-2"><Button onClick={onClose}>Cancel</Button><Button type="submit" look="primary" busy={save.isPending}>Save the schedule</Button></div>
      </form>
    </Dialog>
  );
}

/** How many tests it would run as they are now: a word that is mistyped is seen here, and not by a night without a run. */
function Fitting({ applicationId, branch, folder, tags }: { applicationId: string; branch: string; folder: string; tags: string[] }) {
  const branches = useQuery(branchesQuery(applicationId)).data;
  const chosen = branch === "" ? branches?.find((entry) => entry.isMain) : branches?.find((entry) => entry.name === branch);
  const suite = useQuery({ ...testsQuery(applicationId, chosen && !chosen.isMain ? chosen.name : undefined), enabled: chosen !== undefined }).data;
  if (!branches || (chosen && !suite)) return <p role="status" className="m-0 text-sm text-muted">Counting the tests …</p>;
  if (!chosen) return <p role="status" className="m-0 text-sm text-warn">There is no branch {branch} yet: until there is, nothing is started.</p>;
  const count = suite!.tests.filter((test) => (!folder || test.path.startsWith(`${folder}/`)) && (tags.length === 0 || tags.some((tag) => test.tags.includes(tag)))).length;
  return count === 0
    ? <p role="status" className="m-0 text-sm text-warn">No test fits this: as the suite is now, nothing is started.</p>
    : <p role="status" className="m-0 text-sm text-muted">Runs {plural(count, "test")}, as the suite is now.</p>;
}

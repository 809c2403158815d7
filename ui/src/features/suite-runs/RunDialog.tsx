import { useNavigate } from "@tanstack/react-router";
import { Play } from "lucide-react";
import type { FormEvent } from "react";
import { useMemo, useState } from "react";
import { api } from "@/api/client";
import { fieldError } from "@/api/errors";
import type { Application, TestTree } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button } from "@/design/components/Button";
import { Dialog } from "@/design/components/Dialogs";
import { CheckField, SelectField, TextField } from "@/design/components/Field";
import { Failure } from "@/design/components/States";
import { folderOf } from "@/features/tests/tree";

const modes = [
  { value: "", label: "Decide every step" },
  { value: "replay", label: "Replay what was recorded" },
  { value: "heal", label: "Replay, propose heals" },
  { value: "record", label: "Decide and record anew" },
];

/** What to run, where, and how. */
export function RunDialog({ application, suite: { tests, tags }, testIds, branch: looked, open, onOpenChange }: { application: Application; suite: Pick<TestTree, "tests" | "tags">; testIds: string[]; branch?: string; open: boolean; onOpenChange: (open: boolean) => void }) {
  const folders = useMemo(() => [...new Set(tests.map(folderOf).filter(Boolean))].sort(), [tests]);
  const [what, setWhat] = useState(testIds.length > 0 ? "chosen" : "all");
  const [folder, setFolder] = useState(folders[0] ?? "");
  const [tag, setTag] = useState(tags[0]?.name ?? "");
  const [url, setUrl] = useState("");
  const [branch, setBranch] = useState(looked ?? "");
  const [mode, setMode] = useState("");
  const [video, setVideo] = useState(false);
  const [interactive, setInteractive] = useState(false);
  const navigate = useNavigate();

  const count = what === "chosen" ? testIds.length : what === "folder" ? tests.filter((test) => test.path.startsWith(`${folder}/`)).length : what === "tag" ? tests.filter((test) => test.tags.includes(tag)).length : tests.length;

  const start = useAction(() => {
    const selection = what === "chosen" ? { testIds } : what === "folder" ? { folder } : what === "tag" ? { tags: [tag] } : { all: true };
    return api.post<{ id: string }>(`/v1/applications/${application.id}/suite-runs`, { ...selection, ...(url ? { url } : {}), ...(branch ? { branch } : {}), ...(mode ? { mode } : {}), video, interactive }, { once: true });
  }, {
    stale: [["suite-runs"], ["dashboard"]],
    then: (made) => {
      onOpenChange(false);
      void navigate({ to: "/suite-runs/$suiteRunId", params: { suiteRunId: made.id } });
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    start.mutate(undefined);
  }

  const choices = [
    ...(testIds.length > 0 ? [{ value: "chosen", label: testIds.length === 1 ? "This test" : `${testIds.length} selected tests` }] : []),
    ...(tests.length > 0 ? [{ value: "all", label: "All tests" }] : []),
    ...(folders.length > 0 ? [{ value: "folder", label: "A folder" }] : []),
    ...(tags.length > 0 ? [{ value: "tag", label: "A tag" }] : []),
  ];

  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Run tests" description={`On ${application.name}`}>
      <form onSubmit={submit} className="flex flex-col gap-3.5">
        <SelectField label="What" value={what} onChange={(event) => setWhat(event.target.value)} options={choices} />
        {what === "folder" && <SelectField label="Folder" value={folder} onChange={(event) => setFolder(event.target.value)} options={folders.map((name) => ({ value: name, label: name }))} />}
        {what === "tag" && <SelectField label="Tag" value={tag} onChange={(event) => setTag(event.target.value)} options={tags.map(({ name }) => ({ value: name, label: name }))} />}
        <TextField label="Address" type="url" placeholder={application.url ?? "https://…"} value={url} onChange={(event) => setUrl(event.target.value)} hint="Empty: the application's own." error={fieldError(start.error, "url")} />
        <div className="grid gap-3.5 sm:grid-cols-2">
          <TextField label="Branch" placeholder="main" value={branch} onChange={(event) => setBranch(event.target.value)} error={fieldError(start.error, "branch")} />
          <SelectField label="Mode" value={mode} onChange={(event) => setMode(event.target.value)} options={modes} />
        </div>
        <CheckField label="Record a video" checked={video} onChange={(event) => setVideo(event.target.checked)} />
        <CheckField label="Ask me when a step cannot be decided" checked={interactive} onChange={(event) => setInteractive(event.target.checked)} />
        {start.isError && <Failure error={start.error} fields={["url", "branch"]} what="The run was not started." />}
        <div className="flex justify-end gap-2">
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" look="primary" icon={<Play size={15} aria-hidden />} busy={start.isPending} disabled={count === 0}>Run {count === 1 ? "1 test" : `${count.toLocaleString("en")} tests`}</Button>
        </div>
      </form>
    </Dialog>
  );
}

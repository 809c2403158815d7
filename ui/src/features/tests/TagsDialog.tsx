import { Pencil, Trash2 } from "lucide-react";
import type { FormEvent } from "react";
import { useState } from "react";
import { api } from "@/api/client";
import { fieldError } from "@/api/errors";
import type { SuiteChange, Tag } from "@/api/types";
import { useAction } from "@/api/useAction";
import { useMay } from "@/app/useSession";
import { Button, IconButton } from "@/design/components/Button";
import { Confirm, Dialog } from "@/design/components/Dialogs";
import { TextField } from "@/design/components/Field";
import { plural } from "@/design/components/Moments";
import { Empty, Failure } from "@/design/components/States";

/** All tags with how many tests have each; another name, or none, is one new version of the suite. */
export function TagsDialog({ applicationId, branch, tags, onShow, onNamed, onClose }: { applicationId: string; branch: string | undefined; tags: Tag[]; onShow: (tag: string) => void; onNamed: (before: string, now: string) => void; onClose: () => void }) {
  const [renaming, setRenaming] = useState<string | null>(null);
  const may = useMay("edit");
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Tags" description="They stand in the texts of the tests: what is changed here is changed there.">
      {tags.length === 0 ? <Empty title="No test has a tag.">A line such as <code>tags: [smoke]</code> at the top of a test gives it one.</Empty> : (
        <ul className="m-0 list-none p-0">
          {tags.map((tag) => (
            <li key={tag.name} className="border-b border-line py-1.5 last:border-b-0">
              {renaming === tag.name ? <Rename applicationId={applicationId} branch={branch} tag={tag} known={tags} onNamed={onNamed} onDone={() => setRenaming(null)} /> : (
                <div className="flex items-center gap-2">
                  <button type="button" onClick={() => onShow(tag.name)} className="min-w-0 flex-1 text-left font-medium wrap-anywhere hover:underline">{tag.name}</button>
                  <span className="text-sm text-muted">{plural(tag.tests, "test")}</span>
                  {may && <IconButton label={`Rename the tag ${tag.name}`} icon={<Pencil size={15} aria-hidden />} onClick={() => setRenaming(tag.name)} />}
                  {may && <Remove applicationId={applicationId} branch={branch} tag={tag} onNamed={onNamed} />}
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

const stale = (applicationId: string) => [["tests", applicationId], ["test"], ["suite-versions", applicationId], ["schedules"]];

type Naming = { applicationId: string; branch: string | undefined; tag: Tag; onNamed: (before: string, now: string) => void };

function Rename({ applicationId, branch, tag, known, onNamed, onDone }: Naming & { known: Tag[]; onDone: () => void }) {
  const [to, setTo] = useState(tag.name);
  const target = to.trim();
  const joins = target !== tag.name && known.find((other) => other.name === target);
  const rename = useAction(() => api.post<SuiteChange>(`/v1/applications/${applicationId}/tags/rename`, { from: tag.name, to: target }, { query: { branch } }), {
    stale: stale(applicationId),
    said: (change) => `${tag.name} is now ${target}, in ${plural(change.changed, "test")}.`,
    then: () => {
      onNamed(tag.name, target);
      onDone();
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    rename.mutate(undefined);
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      <TextField label={`New name of the tag ${tag.name}`} autoFocus required value={to} onChange={(event) => setTo(event.target.value)} hint={joins ? `Joins the ${plural(joins.tests, "test")} that have this tag already.` : "Schedules that run it follow."} error={fieldError(rename.error, "to")} />
      {rename.isError && <Failure error={rename.error} fields={["to"]} what="The tag was not renamed." />}
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" look="primary" busy={rename.isPending} disabled={target === "" || target === tag.name}>Rename in {plural(tag.tests, "test")}</Button>
      </div>
    </form>
  );
}

function Remove({ applicationId, branch, tag, onNamed }: Naming) {
  const remove = useAction(() => api.post<SuiteChange>(`/v1/applications/${applicationId}/tags/remove`, { tag: tag.name }, { query: { branch } }), { stale: stale(applicationId), said: `The tag ${tag.name} was removed.`, then: () => onNamed(tag.name, "") });
  return (
    <Confirm trigger={<IconButton label={`Remove the tag ${tag.name}`} icon={<Trash2 size={15} aria-hidden />} />} title={`Remove the tag ${tag.name}?`} action={`Remove from ${plural(tag.tests, "test")}`} onConfirm={() => remove.mutateAsync(undefined)}>
      The tests stay; only the tag goes from their texts. Earlier suite versions keep it.
    </Confirm>
  );
}

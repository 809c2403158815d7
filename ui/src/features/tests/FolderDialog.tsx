import type { FormEvent } from "react";
import { useState } from "react";
import { api } from "@/api/client";
import { fieldError } from "@/api/errors";
import type { SuiteChange } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button } from "@/design/components/Button";
import { Confirm, Dialog } from "@/design/components/Dialogs";
import { TextField } from "@/design/components/Field";
import { plural } from "@/design/components/Moments";
import { Failure } from "@/design/components/States";

/** Renames, moves or deletes a folder with everything in it: each is one new version of the suite. */
export function FolderDialog({ applicationId, branch, folder, tests, onClose }: { applicationId: string; branch: string | undefined; folder: string; tests: number; onClose: () => void }) {
  const [to, setTo] = useState(folder);
  const stale = [["tests", applicationId], ["test"], ["suite-versions", applicationId], ["applications"]];
  const target = to.trim().replace(/^\/+|\/+$/g, "");
  const move = useAction(() => api.post<SuiteChange>(`/v1/applications/${applicationId}/folders/move`, { from: folder, to: target }, { query: { branch } }), { stale, said: `The folder is now ${target || "at the top"}.`, then: onClose });
  const remove = useAction(() => api.post<SuiteChange>(`/v1/applications/${applicationId}/folders/remove`, { folder }, { query: { branch } }), { stale, said: `${folder} was deleted.`, then: onClose });
  function submit(event: FormEvent) {
    event.preventDefault();
    move.mutate(undefined);
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={`Folder ${folder}`} description={plural(tests, "test")}>
      <form onSubmit={submit} className="flex flex-col gap-3.5">
        <TextField label="Path of the folder" autoFocus value={to} onChange={(event) => setTo(event.target.value)} hint="Another name renames it, another folder before the name moves it there; empty, its tests come to the top." error={fieldError(move.error, "to")} />
        {move.isError && <Failure error={move.error} fields={["to"]} what="The folder was not moved." />}
        <div className="flex flex-wrap justify-between gap-2">
          <Confirm trigger={<Button look="danger">Delete the folder</Button>} title={`Delete ${folder}?`} action={`Delete ${plural(tests, "test")}`} onConfirm={() => remove.mutateAsync(undefined)}>
            Everything in it is removed from the suite. Earlier suite versions keep it.
          </Confirm>
          <Button type="submit" look="primary" busy={move.isPending} disabled={target === folder}>Move the folder</Button>
        </div>
      </form>
    </Dialog>
  );
}

import { Link } from "@tanstack/react-router";
import { Trash2 } from "lucide-react";
import type { FormEvent } from "react";
import { useState } from "react";
import { api } from "@/api/client";
import { fieldError } from "@/api/errors";
import type { Branch } from "@/api/types";
import { useAction } from "@/api/useAction";
import { useMay } from "@/app/useSession";
import { Button, IconButton } from "@/design/components/Button";
import { Confirm } from "@/design/components/Dialogs";
import { TextField } from "@/design/components/Field";
import { When } from "@/design/components/Moments";
import { Panel } from "@/design/components/Panel";
import { Failure } from "@/design/components/States";
import { Badge } from "@/design/components/Status";
import { Table } from "@/design/components/Table";

/** A branch has tests of its own, begun from those of the main one; pipelines and pushes make them too. */
export function BranchesPanel({ applicationId, branches, onRemoved }: { applicationId: string; branches: Branch[]; onRemoved: (name: string) => void }) {
  const [name, setName] = useState("");
  const may = useMay("edit");
  const stale = [["branches", applicationId]];
  const begin = useAction(() => api.post<Branch>(`/v1/applications/${applicationId}/branches`, { name: name.trim() }), { stale, said: (made) => `The branch ${made.name} was begun.`, then: () => setName("") });
  function submit(event: FormEvent) {
    event.preventDefault();
    begin.mutate(undefined);
  }
  return (
    <Panel title="Branches" flush>
      <Table
        caption="Branches"
        rows={branches}
        rowKey={(branch) => branch.id}
        columns={[
          { key: "name", title: "Name", cell: (branch) => <Link to="/applications/$applicationId/tests" params={{ applicationId }} search={branch.isMain ? {} : { branch: branch.name }} className="font-medium wrap-anywhere">{branch.name}</Link> },
          { key: "kind", title: "Kind", cell: (branch) => branch.isMain ? <Badge tone="accent">Main</Badge> : branch.pullRequest ? <Badge>Pull request {branch.pullRequest}</Badge> : "" },
          { key: "tests", title: "Tests", align: "right", cell: (branch) => branch.tests.toLocaleString("en") },
          { key: "changed", title: "Changed", hideOnPhone: true, cell: (branch) => <When at={branch.updatedAt} /> },
          ...(may ? [{ key: "actions", title: "", align: "right" as const, cell: (branch: Branch) => !branch.isMain && <Remove applicationId={applicationId} branch={branch} stale={stale} onRemoved={onRemoved} /> }] : []),
        ]}
      />
      {may && (
        <form onSubmit={submit} className="flex flex-wrap items-start gap-3 border-t border-line p-3.5">
          <TextField label="Name of a new branch" required className="w-full sm:w-72" placeholder="release/4.2" value={name} onChange={(event) => setName(event.target.value)} error={fieldError(begin.error, "branch")} />
          <Button type="submit" className="mt-6" busy={begin.isPending}>Begin it from the main branch</Button>
          {begin.isError && <div className="w-full"><Failure error={begin.error} fields={["branch"]} what="The branch was not begun." /></div>}
        </form>
      )}
    </Panel>
  );
}

function Remove({ applicationId, branch, stale, onRemoved }: { applicationId: string; branch: Branch; stale: string[][]; onRemoved: (name: string) => void }) {
  const remove = useAction(() => api.delete(`/v1/applications/${applicationId}/branches/${branch.id}`), { stale, said: `The branch ${branch.name} was removed.`, then: () => onRemoved(branch.name) });
  return (
    <Confirm trigger={<IconButton label={`Remove the branch ${branch.name}`} icon={<Trash2 size={15} aria-hidden />} />} title={`Remove the branch ${branch.name}?`} action="Remove the branch" onConfirm={() => remove.mutateAsync(undefined)}>
      Its tests and their versions go with it. Runs keep their results; the main branch stays as it is.
    </Confirm>
  );
}

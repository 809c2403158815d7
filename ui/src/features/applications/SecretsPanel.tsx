import { useQuery } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import type { FormEvent } from "react";
import { useState } from "react";
import { api } from "@/api/client";
import { fieldError } from "@/api/errors";
import { secretsQuery } from "@/api/queries";
import { useAction } from "@/api/useAction";
import { Button, IconButton } from "@/design/components/Button";
import { Confirm } from "@/design/components/Dialogs";
import { TextField } from "@/design/components/Field";
import { Loaded } from "@/design/components/Loaded";
import { When } from "@/design/components/Moments";
import { Panel } from "@/design/components/Panel";
import { Empty, Failure } from "@/design/components/States";

/** Names only: a value goes in and never comes out again. */
export function SecretsPanel({ applicationId, editable }: { applicationId: string; editable: boolean }) {
  const secrets = useQuery(secretsQuery(applicationId));
  const [name, setName] = useState("");
  const [value, setValue] = useState("");
  const stale = [["applications", applicationId, "secrets"]];
  const path = `/v1/applications/${applicationId}/secrets`;
  const set = useAction(() => api.put(`${path}/${encodeURIComponent(name)}`, { value }), {
    stale,
    said: "The secret was stored.",
    then: () => {
      setName("");
      setValue("");
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    set.mutate(undefined);
  }
  return (
    <Panel title="Secrets" note="Sealed; tests use them as {{name}}." flush>
      <Loaded query={secrets} rows={2}>
        {(all) => all.length === 0 ? <Empty title="No secrets." /> : (
          <ul className="m-0 list-none p-0">
            {all.map((secret) => (
              <li key={secret.name} className="flex items-center gap-3 border-b border-line px-3.5 py-1.5">
                <code className="min-w-0 flex-1 truncate">{secret.name}</code>
                {secret.updatedAt && <span className="text-sm text-muted"><When at={secret.updatedAt} /></span>}
                {editable && (
                  <DeleteSecret path={path} name={secret.name} stale={stale} />
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {editable && (
        <form onSubmit={submit} className="flex flex-wrap items-start gap-3 border-t border-line p-3.5">
          <TextField label="Name of the secret" className="w-full sm:w-52" required value={name} onChange={(event) => setName(event.target.value)} autoComplete="off" error={fieldError(set.error, "items[0].key")} />
          <TextField label="Value" className="min-w-40 flex-1" type="password" required value={value} onChange={(event) => setValue(event.target.value)} autoComplete="new-password" error={fieldError(set.error, "items[0].value")} />
          <Button type="submit" className="mt-6" busy={set.isPending}>Store</Button>
          {set.isError && <div className="w-full"><Failure error={set.error} fields={["items[0].key", "items[0].value"]} what="The secret was not stored." /></div>}
        </form>
      )}
    </Panel>
  );
}

function DeleteSecret({ path, name, stale }: { path: string; name: string; stale: string[][] }) {
  const remove = useAction(() => api.delete(`${path}/${encodeURIComponent(name)}`), { stale, said: "The secret was deleted." });
  return (
    <Confirm trigger={<IconButton label={`Delete ${name}`} icon={<Trash2 size={15} aria-hidden />} />} title={`Delete ${name}?`} action="Delete" onConfirm={() => remove.mutateAsync(undefined)}>
      Tests that use it will fail until it is set again.
    </Confirm>
  );
}

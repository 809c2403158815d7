import type { FormEvent } from "react";
import { useState } from "react";
import { api } from "@/api/client";
import { fieldError } from "@/api/errors";
import type { ApiKeyMade } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button } from "@/design/components/Button";
import { CopyButton } from "@/design/components/CopyButton";
import { Dialog } from "@/design/components/Dialogs";
import { CheckField, SelectField, TextField } from "@/design/components/Field";
import { Failure } from "@/design/components/States";

export const scopes = [
  { value: "read", label: "Look at tests, runs and results" },
  { value: "run", label: "Start and cancel runs: for pipelines" },
  { value: "edit", label: "Write tests and scenarios: for planners" },
  { value: "secrets", label: "Write secrets" },
  { value: "admin", label: "Everything that you may" },
];

export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState("");
  const [days, setDays] = useState("90");
  const [chosen, setChosen] = useState<string[]>(["read", "run"]);
  const create = useAction(() => {
    const expiresAt = days === "" ? null : new Date(Date.now() + Number(days) * 86_400_000).toISOString();
    return api.post<ApiKeyMade>("/v1/api-keys", { name, scopes: chosen, role: null, expiresAt }, { once: true });
  }, { stale: [["api-keys"]] });
  function submit(event: FormEvent) {
    event.preventDefault();
    create.mutate(undefined);
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={create.data ? "Your new key" : "Create a key"}>
      {create.data ? (
        <div className="flex flex-col gap-3">
          <p className="m-0">Copy it now: it is not shown again.</p>
          <div className="flex items-center gap-2"><code className="min-w-0 flex-1 rounded-md bg-canvas p-2 wrap-anywhere">{create.data.key}</code><CopyButton text={create.data.key} label="Copy the key" /></div>
          <div className="flex justify-end"><Button look="primary" onClick={onClose}>Done</Button></div>
        </div>
      ) : (
        <form onSubmit={submit} className="flex flex-col gap-3.5">
          <TextField label="Name" required placeholder="CI" value={name} onChange={(event) => setName(event.target.value)} error={fieldError(create.error, "name")} />
          <fieldset className="m-0 flex flex-col gap-1.5 border-0 p-0">
            <legend className="mb-1 p-0 text-sm font-medium">It may</legend>
            {scopes.map((scope) => (
              <CheckField key={scope.value} label={scope.label} checked={chosen.includes(scope.value)} onChange={(event) => setChosen(event.target.checked ? [...chosen, scope.value] : chosen.filter((value) => value !== scope.value))} />
            ))}
          </fieldset>
          <SelectField label="Runs out" value={days} onChange={(event) => setDays(event.target.value)} options={[{ value: "30", label: "in 30 days" }, { value: "90", label: "in 90 days" }, { value: "365", label: "in a year" }, { value: "", label: "never" }]} />
          {create.isError && <Failure error={create.error} fields={["name"]} what="The key was not created." />}
          <div className="flex justify-end gap-2"><Button onClick={onClose}>Cancel</Button><Button type="submit" look="primary" busy={create.isPending} disabled={chosen.length === 0}>Create the key</Button></div>
        </form>
      )}
    </Dialog>
  );
}

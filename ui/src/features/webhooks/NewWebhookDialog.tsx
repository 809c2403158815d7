import { useQuery } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useState } from "react";
import { api } from "@/api/client";
import { fieldError } from "@/api/errors";
import { webhookEventsQuery } from "@/api/queries";
import type { WebhookMade } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button } from "@/design/components/Button";
import { CopyButton } from "@/design/components/CopyButton";
import { Dialog } from "@/design/components/Dialogs";
import { CheckField, TextField } from "@/design/components/Field";
import { Failure } from "@/design/components/States";

export function NewWebhookDialog({ onClose }: { onClose: () => void }) {
  const known = useQuery(webhookEventsQuery);
  const [url, setUrl] = useState("");
  const [description, setDescription] = useState("");
  const [chosen, setChosen] = useState<string[]>([]);
  const create = useAction(() => api.post<WebhookMade>("/v1/webhooks", { url, description, events: chosen }, { once: true }), { stale: [["webhooks"]] });
  function submit(event: FormEvent) {
    event.preventDefault();
    create.mutate(undefined);
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={create.data ? "The webhook was added" : "Add a webhook"}>
      {create.data ? <Secret secret={create.data.secret} onClose={onClose} /> : (
        <form onSubmit={submit} className="flex flex-col gap-3.5">
          <TextField label="Address" type="url" required placeholder="https://example.com/hooks/autonoma" value={url} onChange={(event) => setUrl(event.target.value)} error={fieldError(create.error, "url")} />
          <TextField label="What for" value={description} onChange={(event) => setDescription(event.target.value)} error={fieldError(create.error, "description")} />
          <fieldset className="m-0 flex flex-col gap-1.5 border-0 p-0">
            <legend className="mb-1 p-0 text-sm font-medium">Which events; none chosen means all</legend>
            {(known.data ?? []).map((name) => <CheckField key={name} label={<code>{name}</code>} checked={chosen.includes(name)} onChange={(event) => setChosen(event.target.checked ? [...chosen, name] : chosen.filter((value) => value !== name))} />)}
          </fieldset>
          {create.isError && <Failure error={create.error} fields={["url", "description"]} what="The webhook was not added." />}
          <div className="flex justify-end gap-2"><Button onClick={onClose}>Cancel</Button><Button type="submit" look="primary" busy={create.isPending}>Add the webhook</Button></div>
        </form>
      )}
    </Dialog>
  );
}

/** Shown once: the server keeps it sealed. */
export function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  return (
    <div className="flex flex-col gap-3">
      <p className="m-0">Every message is signed with this secret. Copy it now: it is not shown again.</p>
      <div className="flex items-center gap-2"><code className="min-w-0 flex-1 rounded-md bg-canvas p-2 wrap-anywhere">{secret}</code><CopyButton text={secret} /></div>
      <div className="flex justify-end"><Button look="primary" onClick={onClose}>Done</Button></div>
    </div>
  );
}

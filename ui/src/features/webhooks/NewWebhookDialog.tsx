import type { FormEvent } from "react";
import { useState } from "react";
import { api } from "@/api/client";
import { fieldError } from "@/api/errors";
import type { Webhook } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button } from "@/design/components/Button";
import { CopyButton } from "@/design/components/CopyButton";
import { Dialog } from "@/design/components/Dialogs";
import { CheckField, TextField } from "@/design/components/Field";
import { Failure } from "@/design/components/States";

export const events = [
  { value: "suite_run.completed", label: "A suite run ended" },
  { value: "run.completed", label: "A run ended" },
  { value: "run.failed", label: "A run failed" },
];

export function NewWebhookDialog({ onClose }: { onClose: () => void }) {
  const [url, setUrl] = useState("");
  const [chosen, setChosen] = useState<string[]>(["suite_run.completed"]);
  const create = useAction(() => api.post<Webhook & { secret?: string }>("/v1/webhooks", { url, events: chosen }, { once: true }), { stale: [["webhooks"]] });
  function submit(event: FormEvent) {
    event.preventDefault();
    create.mutate(undefined);
  }
  const secret = create.data?.secret;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={create.data ? "The webhook was added" : "Add a webhook"}>
      {create.data ? (
        <div className="flex flex-col gap-3">
          {secret && <><p className="m-0">Every message is signed with this secret. Copy it now: it is not shown again.</p><div className="flex items-center gap-2"><code className="min-w-0 flex-1 rounded-md bg-canvas p-2 wrap-anywhere">{secret}</code><CopyButton text={secret} /></div></>}
          <div className="flex justify-end"><Button look="primary" onClick={onClose}>Done</Button></div>
        </div>
      ) : (
        <form onSubmit={submit} className="flex flex-col gap-3.5">
          <TextField label="Address" type="url" required placeholder="https://example.com/hooks/autonoma" value={url} onChange={(event) => setUrl(event.target.value)} error={fieldError(create.error, "url")} />
          <fieldset className="m-0 flex flex-col gap-1.5 border-0 p-0">
            <legend className="mb-1 p-0 text-sm font-medium">When</legend>
            {events.map((entry) => <CheckField key={entry.value} label={entry.label} checked={chosen.includes(entry.value)} onChange={(event) => setChosen(event.target.checked ? [...chosen, entry.value] : chosen.filter((value) => value !== entry.value))} />)}
          </fieldset>
          {create.isError && <Failure error={create.error} what="The webhook was not added." />}
          <div className="flex justify-end gap-2"><Button onClick={onClose}>Cancel</Button><Button type="submit" look="primary" busy={create.isPending} disabled={chosen.length === 0}>Add the webhook</Button></div>
        </form>
      )}
    </Dialog>
  );
}

import type { FormEvent } from "react";
import { useState } from "react";
import { useMay } from "@/app/useSession";
import { api } from "@/api/client";
import { fieldError } from "@/api/errors";
import type { Discovery, Endpoint } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button } from "@/design/components/Button";
import { CheckField, TextAreaField, TextField } from "@/design/components/Field";
import { Panel } from "@/design/components/Panel";
import { Empty, Failure } from "@/design/components/States";
import { Table } from "@/design/components/Table";
import { readHeaders } from "./headers";

export function EndpointPanel({ applicationId, endpoint }: { applicationId: string; endpoint: Endpoint }) {
  const [url, setUrl] = useState(endpoint.url ?? "");
  const [secret, setSecret] = useState("");
  const [headers, setHeaders] = useState("");
  const [noHeaders, setNoHeaders] = useState(false);
  const read = readHeaders(headers);
  const maySave = useMay("secrets");
  const mayAsk = useMay("edit");
  const save = useAction(() => api.put<Endpoint>(`/v1/applications/${applicationId}/endpoint`, { url, ...(secret ? { sharedSecret: secret } : {}), ...(noHeaders ? { headers: {} } : headers.trim() ? { headers: read.headers } : {}) }), {
    stale: [["applications"]],
    said: "Saved.",
    then: () => {
      setSecret("");
      setHeaders("");
      setNoHeaders(false);
    },
  });
  const discover = useAction(() => api.post<Discovery>(`/v1/applications/${applicationId}/scenarios/discover`));
  function submit(event: FormEvent) {
    event.preventDefault();
    if (read.wrongLine === null) save.mutate(undefined);
  }
  return (
    <div className="flex flex-col gap-4">
      <Panel title="Endpoint">
        <form onSubmit={submit} className="flex flex-col gap-3">
          <TextField label="Address of the Environment Factory" type="url" placeholder="http://localhost:3000/api/autonoma" value={url} onChange={(event) => setUrl(event.target.value)} error={fieldError(save.error, "url")} disabled={!maySave} />
          <TextField label="Shared secret" type="password" autoComplete="new-password" value={secret} onChange={(event) => setSecret(event.target.value)} hint={endpoint.hasSharedSecret ? "There is one; leave this empty to keep it." : "Every call is signed with it. The app has it as AUTONOMA_SHARED_SECRET."} error={fieldError(save.error, "sharedSecret")} disabled={!maySave} />
          <TextAreaField label="Headers" rows={2} mono value={headers} onChange={(event) => setHeaders(event.target.value)} placeholder="X-Preview: let-me-in" disabled={!maySave || noHeaders}
            hint={endpoint.headers.length > 0 ? `Sent along: ${endpoint.headers.join(", ")}. What is written here takes their place; empty keeps them.` : "Sent along with every call, one a line. They are sealed and not shown again."}
            error={read.wrongLine !== null ? `Line ${read.wrongLine} is no header: write Name: value.` : fieldError(save.error, "headers")} />
          {endpoint.headers.length > 0 && <CheckField label="Send no headers any more" checked={noHeaders} onChange={(event) => setNoHeaders(event.target.checked)} disabled={!maySave} />}
          {save.isError && <Failure error={save.error} fields={["url", "sharedSecret", "headers"]} what="Not saved." />}
          <div className="flex flex-wrap gap-2">
            {maySave && <Button type="submit" look="primary" busy={save.isPending}>Save</Button>}
            {mayAsk && <Button busy={discover.isPending} disabled={!endpoint.url} onClick={() => discover.mutate(undefined)}>Discover</Button>}
          </div>
          {discover.isError && <Failure error={discover.error} what="The endpoint could not be asked." retry={() => discover.mutate(undefined)} />}
        </form>
      </Panel>
      <Panel title="What it can make" note={discover.data?.protocol ? `protocol ${discover.data.protocol}` : undefined} flush>
        {!discover.data ? <Empty title="Not asked yet.">Discover asks the endpoint which models it can create.</Empty>
          : !discover.data.ok ? <Failure error={new Error(discover.data.error ?? "It gave no reason.")} what="The endpoint did not answer as it should." />
          : (
            <Table
              caption="Models"
              rows={discover.data.models}
              rowKey={(model) => model.name}
              columns={[
                { key: "name", title: "Model", cell: (model) => <code>{model.name}</code> },
                { key: "fields", title: "Fields", align: "right", cell: (model) => model.fields.length },
                { key: "required", title: "Required", cell: (model) => <span className="wrap-anywhere text-muted">{model.fields.filter((field) => field.isRequired && !field.hasDefault && !field.isId).map((field) => field.name).join(", ") || "none"}</span> },
              ]}
            />
          )}
      </Panel>
    </div>
  );
}

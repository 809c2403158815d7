import type { FormEvent } from "react";
import { useState } from "react";
import { useMay } from "@/app/useSession";
import { api } from "@/api/client";
import { fieldError } from "@/api/errors";
import type { Application, Scenarios } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button } from "@/design/components/Button";
import { TextField } from "@/design/components/Field";
import { When } from "@/design/components/Moments";
import { Panel } from "@/design/components/Panel";
import { Empty, Failure } from "@/design/components/States";
import { Table } from "@/design/components/Table";

export function EndpointPanel({ application, scenarios }: { application: Application; scenarios: Scenarios }) {
  const [url, setUrl] = useState(scenarios.endpointUrl ?? application.endpointUrl ?? "");
  const may = useMay("admin");
  const save = useAction(() => api.patch(`/v1/applications/${application.id}`, { endpointUrl: url || null }, application.version), { stale: [["applications"], ["scenarios", application.id]], said: "Saved." });
  const discover = useAction(() => api.post(`/v1/applications/${application.id}/scenarios/discover`), { stale: [["scenarios", application.id]], said: "The endpoint answered." });
  function submit(event: FormEvent) {
    event.preventDefault();
    save.mutate(undefined);
  }
  return (
    <div className="flex flex-col gap-4">
      <Panel title="Endpoint">
        <form onSubmit={submit} className="flex flex-col gap-3">
          <TextField label="Address of the Environment Factory" type="url" placeholder="http://localhost:3000/api/autonoma" value={url} onChange={(event) => setUrl(event.target.value)} hint="Every call is signed with the secret AUTONOMA_SHARED_SECRET of the application settings." error={fieldError(save.error, "endpointUrl")} disabled={!may} />
          {save.isError && <Failure error={save.error} what="Not saved." />}
          {may && (
            <div className="flex flex-wrap gap-2">
              <Button type="submit" look="primary" busy={save.isPending}>Save</Button>
              <Button busy={discover.isPending} disabled={!scenarios.endpointUrl && !application.endpointUrl} onClick={() => discover.mutate(undefined)}>Discover</Button>
            </div>
          )}
          {discover.isError && <Failure error={discover.error} what="The endpoint did not answer as it should." retry={() => discover.mutate(undefined)} />}
        </form>
      </Panel>
      <Panel title="What it can make" note={scenarios.discoveredAt ? <>discovered <When at={scenarios.discoveredAt} /></> : undefined} flush>
        {scenarios.models.length === 0 ? <Empty title="Not discovered yet.">Discover asks the endpoint which models it can create.</Empty> : (
          <Table
            caption="Models"
            rows={scenarios.models}
            rowKey={(model) => model.name}
            columns={[
              { key: "name", title: "Model", cell: (model) => <code>{model.name}</code> },
              { key: "fields", title: "Fields", align: "right", cell: (model) => model.fields },
              { key: "required", title: "Required", cell: (model) => <span className="wrap-anywhere text-muted">{model.required.join(", ") || "none"}</span> },
            ]}
          />
        )}
      </Panel>
    </div>
  );
}

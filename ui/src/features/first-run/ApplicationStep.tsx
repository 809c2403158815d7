import { useQuery } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useState } from "react";
import { api } from "@/api/client";
import { fieldError } from "@/api/errors";
import { sampleQuery } from "@/api/queries";
import type { Application } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button } from "@/design/components/Button";
import { TextField } from "@/design/components/Field";
import { Panel } from "@/design/components/Panel";
import { Failure } from "@/design/components/States";

/** One's own app, or the sample shop that was started with the server. */
export function ApplicationStep({ onDone }: { onDone: (application: Application) => void }) {
  const sample = useQuery(sampleQuery).data?.url ?? null;
  const [name, setName] = useState("");
  const [url, setUrl] = useState("");
  const create = useAction((input: { name: string; url: string }) => api.post<Application>("/v1/applications", { ...input, platform: "web" }, { once: true }), { stale: [["applications"]], then: onDone });

  function submit(event: FormEvent) {
    event.preventDefault();
    create.mutate({ name, url });
  }

  return (
    <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
      <Panel title="Try it with the sample shop">
        <p className="mt-0">A small shop with a back office runs beside this server. It brings its own tests, and nothing you do there matters.</p>
        <Button
          look="primary"
          disabled={!sample}
          busy={create.isPending && create.variables?.url === sample}
          onClick={() => sample && create.mutate({ name: "Sample shop", url: sample })}
        >
          Use the sample shop
        </Button>
        {!sample && <p className="mb-0 text-muted">The sample shop is not running. <code>./build.sh serve</code> starts it together with the server.</p>}
      </Panel>
      <Panel title="Use your own application">
        <form onSubmit={submit} className="flex flex-col gap-3">
          <TextField label="Name" required value={name} onChange={(event) => setName(event.target.value)} error={fieldError(create.error, "name")} />
          <TextField label="Address" type="url" required placeholder="http://localhost:3000" value={url} onChange={(event) => setUrl(event.target.value)} hint="Where the app answers, seen from this server." error={fieldError(create.error, "url")} />
          <div><Button type="submit" busy={create.isPending && create.variables?.url === url}>Add the application</Button></div>
        </form>
      </Panel>
      {create.isError && <div className="md:col-span-2"><Failure error={create.error} fields={["name", "url"]} what="The application was not added." /></div>}
    </div>
  );
}

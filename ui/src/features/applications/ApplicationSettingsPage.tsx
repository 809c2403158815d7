import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { useState } from "react";
import { useApplication } from "@/app/useApplication";
import { usePageTitle } from "@/app/usePageTitle";
import { useMay } from "@/app/useSession";
import { api } from "@/api/client";
import { fieldError } from "@/api/errors";
import { secretsQuery } from "@/api/queries";
import { useAction } from "@/api/useAction";
import { Button } from "@/design/components/Button";
import { CopyButton } from "@/design/components/CopyButton";
import { Confirm } from "@/design/components/Dialogs";
import { TextAreaField, TextField } from "@/design/components/Field";
import { Facts, PageHeader, Panel } from "@/design/components/Panel";
import { Failure, Skeleton } from "@/design/components/States";
import { SecretsPanel } from "./SecretsPanel";

export function ApplicationSettingsPage() {
  const application = useApplication();
  usePageTitle("Application settings", application.name);
  const [name, setName] = useState(application.name);
  const [url, setUrl] = useState(application.url ?? "");
  const [packageName, setPackage] = useState(application.package ?? "");
  const [repository, setRepository] = useState(application.repository ?? "");
  const [instructions, setInstructions] = useState(application.instructions ?? "");
  const isWeb = application.platform === "web";
  const admin = useMay("edit");
  const mayDelete = useMay("administer");
  const maySecrets = useMay("secrets");
  // Known before the page is drawn: what stands below would else move away under a pointer that is about to press it.
  const secrets = useQuery({ ...secretsQuery(application.id), enabled: maySecrets });
  const client = useQueryClient();
  const navigate = useNavigate();
  const save = useAction(() => api.patch(`/v1/applications/${application.id}`, { name, repository, instructions, ...(isWeb ? { url } : { package: packageName }) }, application.version), { stale: [["applications"]], said: "Saved." });
  function submit(event: FormEvent) {
    event.preventDefault();
    save.mutate(undefined);
  }
  if (maySecrets && secrets.isPending)
    return (
      <>
        <PageHeader title="Application settings" above={application.name} />
        <Skeleton rows={8} />
      </>
    );
  return (
    <>
      <PageHeader title="Application settings" above={application.name} />
      <div className="flex max-w-3xl flex-col gap-4">
        <Panel title="General">
          <form onSubmit={submit} className="flex flex-col gap-3.5">
            <TextField label="Name" required value={name} onChange={(event) => setName(event.target.value)} error={fieldError(save.error, "name")} disabled={!admin} />
            {!isWeb && <TextField label="Package" required value={packageName} onChange={(event) => setPackage(event.target.value)} hint="What is started on the phone." error={fieldError(save.error, "package")} disabled={!admin} />}
            {isWeb && <TextField label="Address" type="url" required value={url} onChange={(event) => setUrl(event.target.value)} hint="Runs use it unless the run dialog or a schedule names another." error={fieldError(save.error, "url")} disabled={!admin} />}
            <TextField label="Repository" value={repository} placeholder="owner/name" onChange={(event) => setRepository(event.target.value)} hint="As pipelines name it when they say that something was deployed." error={fieldError(save.error, "repository")} disabled={!admin} />
            <TextAreaField label="Instructions" rows={5} value={instructions} onChange={(event) => setInstructions(event.target.value)} hint="What everybody who writes or plans tests for this application should know." error={fieldError(save.error, "instructions")} disabled={!admin} />
            {save.isError && <Failure error={save.error} fields={["name", "url", "package", "repository", "instructions"]} what="Not saved." />}
            {admin && <div><Button type="submit" look="primary" busy={save.isPending}>Save</Button></div>}
          </form>
        </Panel>
        <Panel title="For pipelines and the tool">
          <Facts
            items={[
              ["Short name", <span key="slug" className="inline-flex flex-wrap items-center gap-2"><code>{application.slug}</code><CopyButton text={application.slug} label="Copy the short name" /></span>],
              ["Id", <span key="id" className="inline-flex flex-wrap items-center gap-2"><code>{application.id}</code><CopyButton text={application.id} label="Copy the id" /></span>],
            ]}
          />
        </Panel>
        {maySecrets && <SecretsPanel applicationId={application.id} editable />}
        {mayDelete && (
          <Panel title="Delete">
            <p className="mt-0">With the application go its tests, recordings, runs and everything they left.</p>
            <Confirm
              trigger={<Button look="danger">Delete the application</Button>}
              title={`Delete ${application.name}?`}
              action="Delete it for ever"
              onConfirm={async () => {
                await api.delete(`/v1/applications/${application.id}`);
                await navigate({ to: "/applications" });
                client.removeQueries({ queryKey: ["applications", application.id] });
                await client.invalidateQueries({ queryKey: ["applications"] });
              }}
            >
              This cannot be taken back.
            </Confirm>
          </Panel>
        )}
      </div>
    </>
  );
}

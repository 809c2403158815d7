import { useNavigate } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { useState } from "react";
import { api } from "@/api/client";
import { fieldError } from "@/api/errors";
import type { Application } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button } from "@/design/components/Button";
import { Dialog } from "@/design/components/Dialogs";
import { SelectField, TextField } from "@/design/components/Field";
import { Failure } from "@/design/components/States";

export function NewApplicationDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const [name, setName] = useState("");
  const [platform, setPlatform] = useState("web");
  const [url, setUrl] = useState("");
  const navigate = useNavigate();
  const create = useAction(() => api.post<Application>("/v1/applications", { name, platform, ...(platform === "web" ? { url: url || null } : { package: url || null }) }, { once: true }), {
    stale: [["applications"]],
    said: "The application was added.",
    then: (made) => {
      onOpenChange(false);
      void navigate({ to: "/applications/$applicationId/tests", params: { applicationId: made.id } });
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    create.mutate(undefined);
  }
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Add an application">
      <form onSubmit={submit} className="flex flex-col gap-3.5">
        <TextField label="Name" required autoFocus value={name} onChange={(event) => setName(event.target.value)} error={fieldError(create.error, "name")} />
        <SelectField label="Platform" value={platform} onChange={(event) => setPlatform(event.target.value)} options={[{ value: "web", label: "Web" }, { value: "ios", label: "iOS" }, { value: "android", label: "Android" }]} />
        <TextField label={platform === "web" ? "Address" : "Package"} type={platform === "web" ? "url" : "text"} required placeholder={platform === "web" ? "https://staging.example.com" : "com.example.app"} value={url} onChange={(event) => setUrl(event.target.value)} hint={platform === "web" ? "Where the app answers, seen from the server." : undefined} error={fieldError(create.error, platform === "web" ? "url" : "package")} />
        {create.isError && <Failure error={create.error} fields={["name", platform === "web" ? "url" : "package"]} what="The application was not added." />}
        <div className="flex justify-end gap-2">
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" look="primary" busy={create.isPending}>Add the application</Button>
        </div>
      </form>
    </Dialog>
  );
}

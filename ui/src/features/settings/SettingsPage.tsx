import { useQuery } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useState } from "react";
import { usePageTitle } from "@/app/usePageTitle";
import { useMay, useSession } from "@/app/useSession";
import { api } from "@/api/client";
import { fieldError } from "@/api/errors";
import { organizationQuery } from "@/api/queries";
import { useAction } from "@/api/useAction";
import type { Theme } from "@/app/theme";
import { setTheme, useTheme } from "@/app/theme";
import { Button } from "@/design/components/Button";
import { SelectField, TextField } from "@/design/components/Field";
import { Facts, PageHeader, Panel } from "@/design/components/Panel";
import { Failure } from "@/design/components/States";
import { words } from "@/design/components/Status";
import { SignedInPlaces } from "./SignedInPlaces";
import { TwoFactor } from "./TwoFactor";

export function SettingsPage() {
  usePageTitle("Settings");
  const session = useSession();
  const theme = useTheme();
  return (
    <>
      <PageHeader title="Settings" />
      <div className="flex max-w-3xl flex-col gap-4">
        <Organization />
        <Panel title="You">
          <div className="flex flex-col gap-3.5">
            <Facts items={[["Email", session.user?.email ?? "–"], ["Role", words(session.organization?.role ?? "–")]]} />
            <OwnName />
          </div>
        </Panel>
        <Password />
        <TwoFactor />
        <Panel title="Appearance">
          <SelectField label="Colours" className="max-w-60" value={theme} onChange={(event) => setTheme(event.target.value as Theme)} options={[{ value: "system", label: "As the system" }, { value: "light", label: "Light" }, { value: "dark", label: "Dark" }]} hint="Kept in this browser." />
        </Panel>
        <SignedInPlaces />
      </div>
    </>
  );
}

function Organization() {
  const session = useSession();
  const may = useMay("own");
  const [name, setName] = useState(session.organization?.name ?? "");
  const details = useQuery(organizationQuery);
  const save = useAction(() => api.patch("/v1/organization", { name }, details.data?.version), { stale: [["session"], ["organization"]], said: "Saved." });
  function submit(event: FormEvent) {
    event.preventDefault();
    save.mutate(undefined);
  }
  return (
    <Panel title="Organization">
      <form onSubmit={submit} className="flex flex-wrap items-end gap-3">
        <TextField label="Organization name" required className="min-w-48 flex-1" value={name} onChange={(event) => setName(event.target.value)} disabled={!may} error={fieldError(save.error, "name")} />
        {may && <Button type="submit" look="primary" busy={save.isPending} disabled={name === session.organization?.name}>Save</Button>}
      </form>
      {save.isError && <Failure error={save.error} fields={["name"]} what="Not saved." />}
    </Panel>
  );
}

function OwnName() {
  const session = useSession();
  const [name, setName] = useState(session.user?.name ?? "");
  const save = useAction(() => api.patch("/v1/account", { name }), { stale: [["session"]], said: "Saved." });
  function submit(event: FormEvent) {
    event.preventDefault();
    save.mutate(undefined);
  }
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-3">
      <TextField label="Your name" required autoComplete="name" className="min-w-48 flex-1" value={name} onChange={(event) => setName(event.target.value)} error={fieldError(save.error, "name")} />
      <Button type="submit" busy={save.isPending} disabled={name === session.user?.name}>Save your name</Button>
    </form>
  );
}

function Password() {
  const session = useSession();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const change = useAction(() => api.put("/v1/account/password", { current: current || null, password: next }), {
    stale: [["session"]],
    said: "The password was changed.",
    then: () => {
      setCurrent("");
      setNext("");
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    change.mutate(undefined);
  }
  return (
    <Panel title="Password">
      <form onSubmit={submit} className="flex flex-col gap-3.5">
        {session.user?.hasPassword && <TextField label="Current password" type="password" required autoComplete="current-password" value={current} onChange={(event) => setCurrent(event.target.value)} error={fieldError(change.error, "current")} />}
        <TextField label="New password" type="password" autoComplete="new-password" required hint="At least 12 characters." value={next} onChange={(event) => setNext(event.target.value)} error={fieldError(change.error, "password")} />
        {change.isError && <Failure error={change.error} fields={["current", "password"]} what="The password was not changed." />}
        <div><Button type="submit" busy={change.isPending}>Change the password</Button></div>
      </form>
    </Panel>
  );
}

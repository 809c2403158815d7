import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { useState } from "react";
import { usePageTitle } from "@/app/usePageTitle";
import { api } from "@/api/client";
import { fieldError } from "@/api/errors";
import { sessionQuery } from "@/api/queries";
import { useAction } from "@/api/useAction";
import { Button, buttonClasses } from "@/design/components/Button";
import { TextField } from "@/design/components/Field";
import { Loaded } from "@/design/components/Loaded";
import { Failure } from "@/design/components/States";
import { Gate } from "@/features/sign-in/Gate";

/** The token is after the #, or a query parameter: what is after the # never reaches a log. */
function tokenOfAddress(): string {
  const hash = new URLSearchParams(location.hash.slice(1));
  return hash.get("token") ?? new URLSearchParams(location.search).get("token") ?? "";
}

function useOwning() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    history.replaceState(null, "", "/claim");
    await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
    await navigate({ to: "/welcome" });
  };
}

export function ClaimPage() {
  usePageTitle("Claim this server");
  const [token] = useState(tokenOfAddress);
  const session = useQuery(sessionQuery);
  if (!token)
    return (
      <Gate title="Claim this server">
        <p role="alert" className="m-0">The link is not whole: its token is missing. Copy it again from the window where the server was started.</p>
      </Gate>
    );
  return (
    <Loaded query={session}>
      {({ features, setup }) => features.local ? <LocalOwner token={token} /> : setup.needsOwner ? <FirstAccount token={token} /> : <Taken />}
    </Loaded>
  );
}

/** Only this machine reaches the server: who reads its console is its owner, today and after the next start. */
function LocalOwner({ token }: { token: string }) {
  const claim = useAction(() => api.post("/v1/session/claim", { token }), { then: useOwning() });
  return (
    <Gate title="Claim this server" note="You become its owner on this machine. No account elsewhere is needed, and you can add a password later in the settings.">
      <div className="flex flex-col gap-3">
        {claim.isError && <Failure error={claim.error} what="The link did not work." />}
        <Button look="primary" busy={claim.isPending} onClick={() => claim.mutate(undefined)}>Become the owner</Button>
        {claim.isError && <Link to="/sign-in" search={{}} className={buttonClasses()}>Sign in</Link>}
      </div>
    </Gate>
  );
}

/** Others reach it: the link works for the first account only, so that account must be one that can sign in again. */
function FirstAccount({ token }: { token: string }) {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [organization, setOrganization] = useState("");
  const create = useAction(() => api.post("/v1/users", { token, name, email, password, organization: organization || undefined }), { then: useOwning() });

  function submit(event: FormEvent) {
    event.preventDefault();
    create.mutate(undefined);
  }

  return (
    <Gate title="Claim this server" note="The first account owns the server. Everybody after you comes by invitation.">
      <form onSubmit={submit} className="flex flex-col gap-3.5">
        <TextField label="Name" name="name" autoComplete="name" required value={name} onChange={(event) => setName(event.target.value)} error={fieldError(create.error, "name")} />
        <TextField label="Email" name="email" type="email" autoComplete="username" required value={email} onChange={(event) => setEmail(event.target.value)} error={fieldError(create.error, "email")} />
        <TextField label="Password" name="password" type="password" autoComplete="new-password" required minLength={12} hint="At least 12 characters." value={password} onChange={(event) => setPassword(event.target.value)} error={fieldError(create.error, "password")} />
        <TextField label="Organization" name="organization" autoComplete="organization" hint="As your team is called; your name when left empty." value={organization} onChange={(event) => setOrganization(event.target.value)} error={fieldError(create.error, "organization")} />
        {create.isError && <Failure error={create.error} what="The account was not made." fields={["name", "email", "password", "organization"]} />}
        <Button type="submit" look="primary" busy={create.isPending}>Become the owner</Button>
      </form>
    </Gate>
  );
}

function Taken() {
  return (
    <Gate title="This server has an owner" note="The link worked once, for the first account. Whoever owns the server can invite you.">
      <Link to="/sign-in" search={{}} className={buttonClasses("primary")}>Sign in</Link>
    </Gate>
  );
}

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { useState } from "react";
import { usePageTitle } from "@/app/usePageTitle";
import { api } from "@/api/client";
import { ApiError, messageOf } from "@/api/errors";
import { sessionQuery } from "@/api/queries";
import { useAction } from "@/api/useAction";
import { Button, buttonClasses } from "@/design/components/Button";
import { TextField } from "@/design/components/Field";
import { Failure } from "@/design/components/States";
import { Gate } from "./Gate";

const providers: Record<string, string> = { google: "Google", github: "GitHub" };

/** What the server says in the address when a provider signed nobody in. */
const refusals: Record<string, string> = {
  oauth: "The provider did not sign you in. Try again.",
  oauth_email: "The provider knows no verified e-mail address of yours.",
  invitation_needed: "Only who is invited gets an account here. Open the link of your invitation first.",
  account_exists: "There is an account with this address already. Sign in with its password.",
};

export function SignInPage() {
  usePageTitle("Sign in");
  const session = useQuery(sessionQuery);
  const { to, error } = useSearch({ from: "/sign-in" });
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [name, setName] = useState("");
  const [code, setCode] = useState("");
  const [codeAsked, setCodeAsked] = useState(false);
  const [joining, setJoining] = useState(false);
  const enter = useEnter(to);
  // Who comes with an invitation may make an account with it, wherever accounts are not open to everybody.
  const token = /^\/invitations\/([^/?#]+)/.exec(to ?? "")?.[1];
  const invited = token ? `?invitation=${encodeURIComponent(token)}` : "";

  const signIn = useAction(async () => {
    if (joining) await api.post("/v1/users", { email, password, name, token });
    else await api.post("/v1/session", { email, password, code: codeAsked ? code : undefined });
  }, { then: enter });

  // A second factor is asked for only when the server says that this account has one.
  const wantsCode = signIn.error instanceof ApiError && (signIn.error.code ?? "").includes("code");

  function submit(event: FormEvent) {
    event.preventDefault();
    signIn.mutate(undefined, { onError: (error) => { if (error instanceof ApiError && (error.code ?? "").includes("code")) setCodeAsked(true); } });
  }

  if (session.data?.setup.needsOwner) return <FirstStart />;
  return (
    <Gate title={joining ? "Create an account" : "Sign in"}>
      <form onSubmit={submit} className="flex flex-col gap-3.5">
        {session.isError && <Failure error={session.error} what="The server does not answer." retry={() => void session.refetch()} />}
        {error && signIn.isIdle && <p role="alert" className="m-0 text-fail">{refusals[error] ?? refusals.oauth}</p>}
        {joining && <TextField label="Name" name="name" autoComplete="name" required value={name} onChange={(event) => setName(event.target.value)} />}
        <TextField label="Email" name="email" type="email" autoComplete="username" required value={email} onChange={(event) => setEmail(event.target.value)} />
        <TextField label="Password" name="password" type="password" autoComplete={joining ? "new-password" : "current-password"} required value={password} onChange={(event) => setPassword(event.target.value)} />
        {codeAsked && <TextField label="Code of your authenticator" name="code" inputMode="numeric" autoComplete="one-time-code" required value={code} onChange={(event) => setCode(event.target.value)} />}
        {signIn.isError && !(wantsCode && !code) && <p role="alert" className="m-0 text-fail">{messageOf(signIn.error)}</p>}
        <Button type="submit" look="primary" busy={signIn.isPending}>{joining ? "Create the account" : "Sign in"}</Button>
        {(session.data?.setup.oAuth ?? []).map((provider) => (
          <a key={provider} href={`/v1/oauth/${encodeURIComponent(provider)}` + invited} className={buttonClasses()}>Continue with {providers[provider] ?? provider}</a>
        ))}
        <div className="flex flex-wrap justify-between gap-2 text-sm">
          {(session.data?.setup.signUpOpen || token) && (
            <button type="button" className="text-accent hover:underline" onClick={() => setJoining(!joining)}>{joining ? "I have an account" : "Create an account"}</button>
          )}
          {!joining && <Link to="/reset-password" search={{}}>Forgot the password?</Link>}
        </div>
      </form>
    </Gate>
  );
}

/** After a sign-in: a new session, and the page that was asked for; never an address of somebody else. */
export function useEnter(to?: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const router = useRouter();
  return async () => {
    await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
    if (to && to.startsWith("/") && !to.startsWith("//") && !to.startsWith("/\\")) router.history.push(to);
    else await navigate({ to: "/" });
  };
}

function FirstStart() {
  return (
    <Gate title="This server has no owner yet">
      <p className="m-0">The window where the server was started shows a link that begins with <code>{location.origin}/claim</code>. Open it: it makes you the owner.</p>
      <p className="mb-0 text-muted">The link is printed again at each start for as long as there is no owner.</p>
    </Gate>
  );
}

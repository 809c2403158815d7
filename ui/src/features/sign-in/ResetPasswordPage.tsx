import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { useState } from "react";
import { usePageTitle } from "@/app/usePageTitle";
import { api } from "@/api/client";
import { messageOf } from "@/api/errors";
import { sessionQuery } from "@/api/queries";
import { useAction } from "@/api/useAction";
import { Button, buttonClasses } from "@/design/components/Button";
import { TextField } from "@/design/components/Field";
import { Gate } from "./Gate";

/** With a link, a new password is set; without one, a link is asked for. */
export function ResetPasswordPage() {
  usePageTitle("Reset the password");
  const { email, token } = useSearch({ from: "/reset-password" });
  return email && token ? <NewPassword email={email} token={token} /> : <AskForLink />;
}

function AskForLink() {
  const session = useQuery(sessionQuery);
  const [email, setEmail] = useState("");
  const ask = useAction(() => api.post("/v1/account/password-reset", { email }));
  const { mail, local } = session.data?.features ?? { mail: false, local: false };
  const back = <Link to="/sign-in" className={buttonClasses(mail || local ? "plain" : "primary")}>Back to the sign-in</Link>;
  function submit(event: FormEvent) {
    event.preventDefault();
    ask.mutate(undefined);
  }
  if (ask.isSuccess)
    return <Gate title="Look for the link" note={mail ? "If there is an account with this address, a link is on its way to it. It works once, for a day." : "If there is an account with this address, the window where the server runs shows a link. It works once, for a day."}>{back}</Gate>;
  return (
    <Gate title="Reset the password" note="An admin of your organization makes the link for it: Members, then Reset link beside your name.">
      {mail || local ? (
        <form onSubmit={submit} className="flex flex-col gap-3.5">
          <TextField label="Email" type="email" autoComplete="username" required value={email} onChange={(event) => setEmail(event.target.value)} hint={mail ? "Or a link is sent to this address." : "Or the server writes a link into its own window, on this machine."} />
          {ask.isError && <p role="alert" className="m-0 text-fail">{messageOf(ask.error)}</p>}
          <Button type="submit" look="primary" busy={ask.isPending}>Ask for a link</Button>
          {back}
        </form>
      ) : back}
    </Gate>
  );
}

function NewPassword({ email, token }: { email: string; token: string }) {
  const [password, setPassword] = useState("");
  const send = useAction(() => api.post("/v1/account/password-reset/confirm", { email, token, password }));
  function submit(event: FormEvent) {
    event.preventDefault();
    send.mutate(undefined);
  }
  if (send.isSuccess) return <Gate title="The password is changed"><Link to="/sign-in" className={buttonClasses("primary")}>To the sign-in</Link></Gate>;
  return (
    <Gate title="Choose a new password" note={email}>
      <form onSubmit={submit} className="flex flex-col gap-3.5">
        <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
        <TextField label="New password" type="password" autoComplete="new-password" required minLength={12} hint="At least 12 characters." value={password} onChange={(event) => setPassword(event.target.value)} />
        {send.isError && <p role="alert" className="m-0 text-fail">{messageOf(send.error)}</p>}
        <Button type="submit" look="primary" busy={send.isPending}>Set the password</Button>
      </form>
    </Gate>
  );
}

import { Link } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { useState } from "react";
import { usePageTitle } from "@/app/usePageTitle";
import { api } from "@/api/client";
import { messageOf } from "@/api/errors";
import { useAction } from "@/api/useAction";
import { Button, buttonClasses } from "@/design/components/Button";
import { TextField } from "@/design/components/Field";
import { Gate } from "./Gate";

/** Asks for a link; with the token of one, sets the new password. */
export function ResetPasswordPage() {
  usePageTitle("Reset the password");
  const parameters = new URLSearchParams(location.search);
  const token = parameters.get("token");
  const [email, setEmail] = useState(parameters.get("email") ?? "");
  const [password, setPassword] = useState("");
  const send = useAction(() =>
    token ? api.post("/v1/account/password-reset/confirm", { email, token, password }) : api.post("/v1/account/password-reset", { email }));

  function submit(event: FormEvent) {
    event.preventDefault();
    send.mutate(undefined);
  }

  if (send.isSuccess)
    return (
      <Gate title={token ? "The password is changed" : "Look into your mail"} note={token ? undefined : "If there is an account with this address, a link is on its way. On a server without mail, the owner finds it in the server's log."}>
        <Link to="/sign-in" className={buttonClasses("primary")}>To the sign-in</Link>
      </Gate>
    );
  return (
    <Gate title="Reset the password">
      <form onSubmit={submit} className="flex flex-col gap-3.5">
        <TextField label="Email" type="email" autoComplete="username" required value={email} onChange={(event) => setEmail(event.target.value)} />
        {token && <TextField label="New password" type="password" autoComplete="new-password" required value={password} onChange={(event) => setPassword(event.target.value)} />}
        {send.isError && <p role="alert" className="m-0 text-fail">{messageOf(send.error)}</p>}
        <Button type="submit" look="primary" busy={send.isPending}>{token ? "Set the password" : "Send a link"}</Button>
        <Link to="/sign-in" className="text-sm">Back to the sign-in</Link>
      </form>
    </Gate>
  );
}

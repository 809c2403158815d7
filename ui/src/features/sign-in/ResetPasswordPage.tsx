import { Link, useSearch } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { useState } from "react";
import { usePageTitle } from "@/app/usePageTitle";
import { api } from "@/api/client";
import { messageOf } from "@/api/errors";
import { useAction } from "@/api/useAction";
import { Button, buttonClasses } from "@/design/components/Button";
import { TextField } from "@/design/components/Field";
import { Gate } from "./Gate";

/** With the link that an admin made, a new password is set; without one, this says where it comes from. */
export function ResetPasswordPage() {
  usePageTitle("Reset the password");
  const { user, token } = useSearch({ from: "/reset-password" });
  const [password, setPassword] = useState("");
  const send = useAction(() => api.post("/v1/account/password-reset", { userId: user, token, password }));

  function submit(event: FormEvent) {
    event.preventDefault();
    send.mutate(undefined);
  }

  if (!user || !token)
    return (
      <Gate title="Reset the password" note="An admin of your organization makes the link for it: Members, then Reset link beside your name.">
        <p className="mt-0">The owner of a server on their own machine starts it again and opens the link that it prints.</p>
        <Link to="/sign-in" className={buttonClasses("primary")}>Back to the sign-in</Link>
      </Gate>
    );
  if (send.isSuccess) return <Gate title="The password is changed"><Link to="/sign-in" className={buttonClasses("primary")}>To the sign-in</Link></Gate>;
  return (
    <Gate title="Choose a new password">
      <form onSubmit={submit} className="flex flex-col gap-3.5">
        <TextField label="New password" type="password" autoComplete="new-password" required value={password} onChange={(event) => setPassword(event.target.value)} />
        {send.isError && <p role="alert" className="m-0 text-fail">{messageOf(send.error)}</p>}
        <Button type="submit" look="primary" busy={send.isPending}>Set the password</Button>
      </form>
    </Gate>
  );
}

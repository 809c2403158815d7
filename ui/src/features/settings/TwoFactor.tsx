import type { FormEvent } from "react";
import { useState } from "react";
import { useSession } from "@/app/useSession";
import { api } from "@/api/client";
import type { TotpCodes, TotpSetup } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button } from "@/design/components/Button";
import { Confirm } from "@/design/components/Dialogs";
import { CopyButton } from "@/design/components/CopyButton";
import { TextField } from "@/design/components/Field";
import { Panel } from "@/design/components/Panel";
import { Failure } from "@/design/components/States";
import { Badge } from "@/design/components/Status";

/** A second factor: the key is typed or pasted into the authenticator, then proved by a code. */
export function TwoFactor() {
  const session = useSession();
  const [code, setCode] = useState("");
  const begin = useAction(() => api.post<TotpSetup>("/v1/account/totp"));
  const enable = useAction(() => api.put<TotpCodes>("/v1/account/totp", { code }), { stale: [["session"]], said: "The second factor is on." });
  const [password, setPassword] = useState("");
  const disable = useAction(() => api.delete("/v1/account/totp", { current: password }), { stale: [["session"]], said: "The second factor is off." });
  function submit(event: FormEvent) {
    event.preventDefault();
    enable.mutate(undefined);
  }
  const codes = enable.data?.recoveryCodes ?? [];
  return (
    <Panel title="Second factor" actions={session.user?.twoFactor && <Badge tone="pass">On</Badge>}>
      {codes.length > 0 && <div className="mb-3"><p className="mt-0">Codes for when the authenticator is lost. Shown only now.</p><code className="block rounded-md bg-canvas p-2 whitespace-pre-wrap">{codes.join("\n")}</code></div>}
      {session.user?.twoFactor ? (
        <>
          <p className="mt-0 text-muted">Signing in asks for a code of your authenticator.</p>
          <Confirm trigger={<Button look="danger">Turn it off</Button>} title="Turn the second factor off?" action="Turn it off" onConfirm={() => disable.mutateAsync(undefined)}>
            <p>Signing in then takes the password alone.</p>
            {session.user.hasPassword && <TextField label="Current password" type="password" autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} />}
          </Confirm>
        </>
      ) : begin.data ? (
        <form onSubmit={submit} className="flex flex-col gap-3">
          <p className="m-0">Enter this key in your authenticator app, then the code that it shows.</p>
          <div className="flex items-center gap-2"><code className="min-w-0 flex-1 rounded-md bg-canvas p-2 wrap-anywhere">{begin.data.secret}</code><CopyButton text={begin.data.secret} /></div>
          <TextField label="Code" inputMode="numeric" autoComplete="one-time-code" required className="max-w-40" value={code} onChange={(event) => setCode(event.target.value)} />
          {enable.isError && <Failure error={enable.error} what="The second factor is not on." />}
          <div><Button type="submit" look="primary" busy={enable.isPending}>Turn it on</Button></div>
        </form>
      ) : (
        <>
          <p className="mt-0 text-muted">Signing in then also asks for a code that your authenticator shows.</p>
          <Button busy={begin.isPending} onClick={() => begin.mutate(undefined)}>Set up an authenticator</Button>
          {begin.isError && <Failure error={begin.error} what="That did not work." />}
        </>
      )}
    </Panel>
  );
}

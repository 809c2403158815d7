import type { FormEvent } from "react";
import { useState } from "react";
import { api } from "@/api/client";
import { fieldError } from "@/api/errors";
import type { InvitationMade, Role } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button } from "@/design/components/Button";
import { CopyButton } from "@/design/components/CopyButton";
import { Dialog } from "@/design/components/Dialogs";
import { SelectField, TextField } from "@/design/components/Field";
import { Failure } from "@/design/components/States";
import { roles } from "./MembersPage";

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("member");
  const invite = useAction(() => api.post<InvitationMade>("/v1/invitations", { email, role }, { once: true }), { stale: [["invitations"]] });
  function submit(event: FormEvent) {
    event.preventDefault();
    invite.mutate(undefined);
  }
  const made = invite.data;
  const link = made?.url;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Invite somebody">
      {made ? (
        <div className="flex flex-col gap-3">
          <p className="m-0">{made.invitation.email} is invited as {made.invitation.role}.{link && " Send this link; it is shown only now."}</p>
          {link && <div className="flex items-center gap-2"><code className="min-w-0 flex-1 rounded-md bg-canvas p-2 wrap-anywhere">{link}</code><CopyButton text={link} /></div>}
          <div className="flex justify-end"><Button look="primary" onClick={onClose}>Done</Button></div>
        </div>
      ) : (
        <form onSubmit={submit} className="flex flex-col gap-3.5">
          <TextField label="Email" type="email" required value={email} onChange={(event) => setEmail(event.target.value)} error={fieldError(invite.error, "email")} />
          <SelectField label="Role" value={role} onChange={(event) => setRole(event.target.value as Role)} options={roles} hint={roles.find((entry) => entry.value === role)?.may} />
          {invite.isError && <Failure error={invite.error} fields={["email"]} what="The invitation was not made." />}
          <div className="flex justify-end gap-2"><Button onClick={onClose}>Cancel</Button><Button type="submit" look="primary" busy={invite.isPending}>Invite</Button></div>
        </form>
      )}
    </Dialog>
  );
}

import { useQuery } from "@tanstack/react-query";
import { Trash2, UserPlus } from "lucide-react";
import { useState } from "react";
import { usePageTitle } from "@/app/usePageTitle";
import { useMay, useSession } from "@/app/useSession";
import { api } from "@/api/client";
import { invitationsQuery, membersQuery } from "@/api/queries";
import type { Member, Role } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button, IconButton } from "@/design/components/Button";
import { Confirm } from "@/design/components/Dialogs";
import { SelectField } from "@/design/components/Field";
import { Loaded } from "@/design/components/Loaded";
import { When } from "@/design/components/Moments";
import { PageHeader, Panel } from "@/design/components/Panel";
import { Failure } from "@/design/components/States";
import { words } from "@/design/components/Status";
import { Table } from "@/design/components/Table";
import { ResetLink } from "./ResetLink";
import { InviteDialog } from "./InviteDialog";

export const roles: { value: Role; label: string; may: string }[] = [
  { value: "owner", label: "Owner", may: "everything, and who owns the organization" },
  { value: "admin", label: "Admin", may: "members, keys, webhooks, settings" },
  { value: "member", label: "Member", may: "write tests, run them, accept heals" },
  { value: "viewer", label: "Viewer", may: "look at everything, change nothing" },
];

export function MembersPage() {
  usePageTitle("Members");
  const session = useSession();
  const members = useQuery(membersQuery);
  const admin = useMay("administer");
  const [inviting, setInviting] = useState(false);
  const change = useAction(({ member, role }: { member: Member; role: Role }) => api.patch(`/v1/members/${member.id}`, { role }), { stale: [["members"]], said: "The role was changed." });
  return (
    <>
      <PageHeader title="Members" note={session.organization?.name} actions={admin && <Button look="primary" icon={<UserPlus size={15} aria-hidden />} onClick={() => setInviting(true)}>Invite somebody</Button>} />
      <div className="flex flex-col gap-4">
        <Panel flush>
          <Loaded query={members} what="The members could not be loaded.">
            {(all) => (
              <Table
                caption="Members"
                rows={all}
                rowKey={(member) => member.id}
                columns={[
                  { key: "name", title: "Name", cell: (member) => <><div className="font-medium">{member.name || member.email}</div><div className="text-sm wrap-anywhere text-muted">{member.email}</div></> },
                  { key: "role", title: "Role", cell: (member) => admin
                    ? <SelectField label={`Role of ${member.name || member.email}`} hideLabel className="w-30" value={member.role} disabled={change.isPending} onChange={(event) => change.mutate({ member, role: event.target.value as Role })} options={roles} />
                    : words(member.role) },
                  { key: "joined", title: "Joined", hideOnPhone: true, cell: (member) => <When at={member.createdAt} /> },
                  { key: "actions", title: "", align: "right", cell: (member) => admin && <span className="inline-flex"><ResetLink member={member} /><RemoveMember member={member} /></span> },
                ]}
              />
            )}
          </Loaded>
          {change.isError && <Failure error={change.error} what="The role was not changed." />}
        </Panel>
        {admin && <Invitations />}
        <Panel title="What a role may do">
          <dl className="m-0 grid grid-cols-[6rem_1fr] gap-y-1">{roles.map((role) => <div key={role.value} className="contents"><dt className="font-medium">{role.label}</dt><dd className="m-0 text-muted">{role.may}</dd></div>)}</dl>
        </Panel>
      </div>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </>
  );
}

function RemoveMember({ member }: { member: Member }) {
  const remove = useAction(() => api.delete(`/v1/members/${member.id}`), { stale: [["members"]], said: "The member was removed." });
  const name = member.name || member.email;
  return (
    <Confirm trigger={<IconButton label={`Remove ${name}`} icon={<Trash2 size={15} aria-hidden />} />} title={`Remove ${name}?`} action="Remove" onConfirm={() => remove.mutateAsync(undefined)}>
      Their API keys stop working at once.
    </Confirm>
  );
}

function Withdraw({ id, email }: { id: string; email: string }) {
  const withdraw = useAction(() => api.delete(`/v1/invitations/${id}`), { stale: [["invitations"]], said: "The invitation was withdrawn." });
  return <IconButton label={`Withdraw the invitation of ${email}`} icon={<Trash2 size={15} aria-hidden />} disabled={withdraw.isPending} onClick={() => withdraw.mutate(undefined)} />;
}

function Invitations() {
  const invitations = useQuery(invitationsQuery);
  const open = (invitations.data ?? []).filter((invitation) => invitation.acceptedAt === null);
  if (open.length === 0) return null;
  return (
    <Panel title="Invited, not here yet" flush>
      <ul className="m-0 list-none p-0">
        {open.map((invitation) => (
          <li key={invitation.id} className="flex flex-wrap items-center gap-3 border-b border-line px-3.5 py-2 last:border-b-0"><span className="min-w-0 flex-1 wrap-anywhere">{invitation.email}</span><span className="text-muted">{words(invitation.role)}</span><span className="text-sm text-muted">runs out <When at={invitation.expiresAt} /></span><Withdraw id={invitation.id} email={invitation.email} /></li>
        ))}
      </ul>
    </Panel>
  );
}

import { KeyRound } from "lucide-react";
import { api } from "@/api/client";
import type { Member } from "@/api/types";
import { useAction } from "@/api/useAction";
import { IconButton } from "@/design/components/Button";
import { CopyButton } from "@/design/components/CopyButton";
import { Dialog } from "@/design/components/Dialogs";
import { When } from "@/design/components/Moments";
import { Failure } from "@/design/components/States";

/** A link with which somebody sets a new password; shown once, to hand on. */
export function ResetLink({ member }: { member: Member }) {
  const make = useAction(() => api.post<{ url: string; expiresAt: string }>(`/v1/members/${member.id}/reset-link`));
  const name = member.name || member.email;
  return (
    <>
      <IconButton label={`Reset link for ${name}`} icon={<KeyRound size={15} aria-hidden />} disabled={make.isPending} onClick={() => make.mutate(undefined)} />
      <Dialog open={!make.isIdle && !make.isPending} onOpenChange={(open) => !open && make.reset()} title={`Reset link for ${name}`}>
        {make.isError && <Failure error={make.error} what="The link was not made." />}
        {make.data && (
          <>
            <p className="mt-0">With it {name} sets a new password. It works once and runs out <When at={make.data.expiresAt} />.</p>
            <div className="flex items-center gap-2"><code className="min-w-0 flex-1 rounded-md bg-canvas p-2 wrap-anywhere">{make.data.url}</code><CopyButton text={make.data.url} /></div>
          </>
        )}
      </Dialog>
    </>
  );
}

import { Trash2 } from "lucide-react";
import { api } from "@/api/client";
import type { Recording } from "@/api/types";
import { useAction } from "@/api/useAction";
import { IconButton } from "@/design/components/Button";
import { Confirm } from "@/design/components/Dialogs";

export function Forget({ recording, applicationId }: { recording: Recording; applicationId: string }) {
  const forget = useAction(() => api.delete(`/v1/recordings/${recording.id}`), { stale: [["recordings", applicationId]], said: "The recording was forgotten." });
  return (
    <Confirm trigger={<IconButton label={`Forget the recording of ${recording.title}`} icon={<Trash2 size={15} aria-hidden />} />} title={`Forget the recording of ${recording.title}?`} action="Forget it" onConfirm={() => forget.mutateAsync(undefined)}>
      The next run decides every step anew and records it.
    </Confirm>
  );
}

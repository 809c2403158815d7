import { Link } from "@tanstack/react-router";
import { Check, X } from "lucide-react";
import { useMay } from "@/app/useSession";
import { api } from "@/api/client";
import type { Heal } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button } from "@/design/components/Button";
import { Diff } from "@/design/components/Diff";
import { When } from "@/design/components/Moments";
import { Panel } from "@/design/components/Panel";
import { Empty, Failure } from "@/design/components/States";
import { Status } from "@/design/components/Status";
import { Shot } from "@/features/runs/Pictures";

/** Open proposals first; each with what would change and what was seen. */
export function HealList({ heals, applicationId }: { heals: Heal[]; applicationId: string }) {
  if (heals.length === 0) return <Panel><Empty title="No proposals.">Every recording still fits the application.</Empty></Panel>;
  const sorted = [...heals.filter((heal) => heal.status === "proposed"), ...heals.filter((heal) => heal.status !== "proposed")];
  return <div className="flex flex-col gap-4">{sorted.map((heal) => <Proposal key={heal.id} heal={heal} applicationId={applicationId} />)}</div>;
}

function Proposal({ heal, applicationId }: { heal: Heal; applicationId: string }) {
  const may = useMay("member");
  const decide = useAction((what: "accept" | "reject") => api.post(`/v1/heals/${heal.id}/${what}`), { stale: [["heals", applicationId], ["recordings", applicationId]], said: (_, what) => (what === "accept" ? "The heal was accepted: the recording is changed." : "The heal was rejected.") });
  return (
    <Panel
      title={heal.testTitle}
      note={<><When at={heal.createdAt} /> · <Link to="/runs/$runId" params={{ runId: heal.runId }}>the run</Link></>}
      actions={heal.status !== "proposed" || !may ? <Status value={heal.status} /> : (
        <>
          <Button small icon={<X size={14} aria-hidden />} busy={decide.isPending && decide.variables === "reject"} onClick={() => decide.mutate("reject")}>Reject</Button>
          <Button small look="primary" icon={<Check size={14} aria-hidden />} busy={decide.isPending && decide.variables === "accept"} onClick={() => decide.mutate("accept")}>Accept</Button>
        </>
      )}
    >
      <div className="flex flex-col gap-3">
        <p className="m-0 font-medium wrap-anywhere">{heal.step}</p>
        <p className="m-0 wrap-anywhere text-muted">{heal.reason}</p>
        <Diff label={`What the heal changes in ${heal.testTitle}`} before={heal.before} after={heal.after} />
        {(heal.beforePicture || heal.afterPicture) && (
          <div className="grid gap-3 md:grid-cols-2">
            {heal.beforePicture && <Shot title="When it was recorded" address={heal.beforePicture} />}
            {heal.afterPicture && <Shot title="Now" address={heal.afterPicture} />}
          </div>
        )}
        {decide.isError && <Failure error={decide.error} what="That was not stored." />}
      </div>
    </Panel>
  );
}

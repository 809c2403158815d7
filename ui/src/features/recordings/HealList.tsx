import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Check, X } from "lucide-react";
import { useMay } from "@/app/useSession";
import { api } from "@/api/client";
import { artifactsQuery } from "@/api/queries";
import type { Heal, HealStep } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button } from "@/design/components/Button";
import { Diff } from "@/design/components/Diff";
import { When } from "@/design/components/Moments";
import { Panel } from "@/design/components/Panel";
import { Empty, Failure } from "@/design/components/States";
import { Badge, Status } from "@/design/components/Status";
import { Shot } from "@/features/runs/Pictures";
import type { Picture } from "@/features/runs/pictures";
import { pictureResolver } from "@/features/runs/pictures";

/** Open proposals first; each with what would change and what was seen. */
export function HealList({ heals, applicationId }: { heals: Heal[]; applicationId: string }) {
  if (heals.length === 0) return <Panel><Empty title="No proposals.">Every recording still fits the application.</Empty></Panel>;
  const sorted = [...heals.filter((heal) => heal.state === "proposed"), ...heals.filter((heal) => heal.state !== "proposed")];
  return <div className="flex flex-col gap-4">{sorted.map((heal) => <Proposal key={heal.id} heal={heal} applicationId={applicationId} />)}</div>;
}

function Proposal({ heal, applicationId }: { heal: Heal; applicationId: string }) {
  const may = useMay("edit");
  const files = useQuery({ ...artifactsQuery(heal.runId ?? ""), enabled: heal.runId !== null });
  const picture = pictureResolver(files.data ?? []);
  const decide = useAction((what: "accept" | "reject") => api.post(`/v1/heals/${heal.id}/${what}`), { stale: [["heals", applicationId], ["recordings", applicationId]], said: (_, what) => (what === "accept" ? "The heal was accepted: the recording is changed." : "The heal was rejected.") });
  return (
    <Panel
      title={heal.title}
      note={<><When at={heal.createdAt} />{heal.runId && <> · <Link to="/runs/$runId" params={{ runId: heal.runId }}>the run</Link></>}</>}
      actions={heal.state !== "proposed" || !may ? <Status value={heal.state} /> : (
        <>
          <Button small icon={<X size={14} aria-hidden />} busy={decide.isPending && decide.variables === "reject"} onClick={() => decide.mutate("reject")}>Reject</Button>
          <Button small look="primary" icon={<Check size={14} aria-hidden />} disabled={heal.isOutdated} busy={decide.isPending && decide.variables === "accept"} onClick={() => decide.mutate("accept")}>Accept</Button>
        </>
      )}
    >
      <div className="flex flex-col gap-4">
        {heal.isOutdated && <p className="m-0"><Badge tone="warn">Outdated</Badge> The recording has changed since; run the test with the mode “Replay, propose heals” again.</p>}
        {heal.heals.map((step) => <HealedStep key={step.number} title={heal.title} step={step} picture={picture} />)}
        {decide.isError && <Failure error={decide.error} what="That was not stored." />}
      </div>
    </Panel>
  );
}

/** As lines, so that what changed can be seen line by line. */
function lines(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? null, null, 2);
}

function HealedStep({ title, step, picture }: { title: string; step: HealStep; picture: Picture }) {
  const before = picture(step.before);
  const after = picture(step.after);
  return (
    <div className="flex flex-col gap-3">
      <p className="m-0 font-medium wrap-anywhere">Step {step.number}, line {step.line}: {step.step}</p>
      <p className="m-0 wrap-anywhere text-muted">Found again by {step.by}.</p>
      <Diff label={`What the heal changes in step ${step.number} of ${title}`} before={lines(step.recorded)} after={lines(step.now)} />
      {(before || after) && <div className="grid gap-3 md:grid-cols-2">{before && <Shot title="When it drifted" address={before} />}{after && <Shot title="After the heal" address={after} />}</div>}
    </div>
  );
}

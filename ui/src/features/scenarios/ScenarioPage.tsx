import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useApplication } from "@/app/useApplication";
import { usePageTitle } from "@/app/usePageTitle";
import { useMay } from "@/app/useSession";
import { api } from "@/api/client";
import { recipeVersionsQuery } from "@/api/queries";
import type { DryRun, RecipeVersion } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button } from "@/design/components/Button";
import { Diff } from "@/design/components/Diff";
import { TextAreaField } from "@/design/components/Field";
import { Loaded } from "@/design/components/Loaded";
import { When } from "@/design/components/Moments";
import { PageHeader, Panel } from "@/design/components/Panel";
import { Empty, Failure, ProblemList, Progress } from "@/design/components/States";
import { Badge } from "@/design/components/Status";
import { StepMark } from "@/features/runs/StepMark";

export function ScenarioPage() {
  const { name } = useParams({ from: "/inside/applications/$applicationId/scenarios/$name" });
  const application = useApplication();
  usePageTitle(name, "Scenarios", application.name);
  const versions = useQuery(recipeVersionsQuery(application.id, name));
  return (
    <>
      <PageHeader title={name} above={<Link to="/applications/$applicationId/scenarios" params={{ applicationId: application.id }}>Scenarios</Link>} />
      <Loaded query={versions} what="The recipe could not be loaded.">{(all) => <Recipe key={all[0]?.id ?? "none"} applicationId={application.id} name={name} versions={all} />}</Loaded>
    </>
  );
}

function pretty(recipe: unknown): string {
  return typeof recipe === "string" ? recipe : JSON.stringify(recipe ?? {}, null, 2);
}

function syntaxError(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function Recipe({ applicationId, name, versions }: { applicationId: string; name: string; versions: RecipeVersion[] }) {
  const newest = versions[0];
  const [text, setText] = useState(() => pretty(newest?.recipe));
  const may = useMay("member");
  const path = `/v1/applications/${applicationId}/scenarios/${encodeURIComponent(name)}`;
  const save = useAction(() => api.post<RecipeVersion>(`${path}/recipe-versions`, { recipe: JSON.parse(text) as unknown }, { once: true }), { stale: [["scenarios", applicationId]], said: "Saved as a new version." });
  const dryRun = useAction(() => api.post<DryRun>(`${path}/dry-run`), { stale: [["scenarios", applicationId]] });
  const wrong = syntaxError(text);
  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[3fr_2fr]">
      <Panel
        title="Recipe"
        note={newest ? `version ${newest.version}` : "none yet"}
        actions={may && (
          <>
            <Button small busy={dryRun.isPending} disabled={!newest} onClick={() => dryRun.mutate(undefined)}>Dry run</Button>
            <Button small look="primary" busy={save.isPending} disabled={wrong !== null || text === pretty(newest?.recipe)} onClick={() => save.mutate(undefined)}>Save as a new version</Button>
          </>
        )}
      >
        <TextAreaField label="Recipe as JSON" hideLabel mono rows={24} spellCheck={false} value={text} readOnly={!may} onChange={(event) => setText(event.target.value)} error={wrong ? `This is not JSON yet: ${wrong}` : null} />
        {newest && !newest.valid && <div className="mt-3"><Badge tone="fail">Does not fit the endpoint</Badge><ProblemList errors={newest.problems} /></div>}
        {save.isError && <Failure error={save.error} what="The recipe was refused." />}
      </Panel>
      <div className="flex flex-col gap-4">
        <Panel title="Dry run" note="makes it, and removes it at once">
          {dryRun.isPending && <Progress label="Dry run" />}
          {dryRun.isError && <Failure error={dryRun.error} what="The dry run could not be carried out." />}
          {dryRun.data ? (
            <ul role="status" className="m-0 flex list-none flex-col gap-1.5 p-0">
              {dryRun.data.steps.map((step) => <li key={step.name} className="flex items-start gap-2"><StepMark status={step.ok ? "passed" : "failed"} /><span className="wrap-anywhere">{step.name}{step.message && <span className="block text-muted">{step.message}</span>}</span></li>)}
            </ul>
          ) : !dryRun.isPending && !dryRun.isError && <p className="m-0 text-muted">Not tried on this page yet.</p>}
        </Panel>
        <Panel title="History" flush>
          {versions.length === 0 ? <Empty title="No versions yet." /> : (
            <ul className="m-0 list-none p-0">
              {versions.map((version, index) => (
                <li key={version.id} className="border-b border-line px-3.5 py-2 last:border-b-0">
                  <details>
                    <summary className="cursor-pointer"><span className="font-medium">Version {version.version}</span> <span className="text-muted">{version.author ?? ""} <When at={version.createdAt} /></span></summary>
                    <div className="mt-2 flex flex-col items-start gap-2">
                      <div className="w-full"><Diff label={`What version ${version.version} changed`} before={versions[index + 1] ? pretty(versions[index + 1]!.recipe) : ""} after={pretty(version.recipe)} /></div>
                      {index > 0 && may && <Button small onClick={() => setText(pretty(version.recipe))}>Put this into the editor</Button>}
                    </div>
                  </details>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      </div>
    </div>
  );
}

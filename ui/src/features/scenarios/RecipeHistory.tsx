import { useMay } from "@/app/useSession";
import { api } from "@/api/client";
import type { RecipeVersion, Scenario } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button } from "@/design/components/Button";
import { Diff } from "@/design/components/Diff";
import { When } from "@/design/components/Moments";
import { Panel } from "@/design/components/Panel";
import { Empty, Failure } from "@/design/components/States";
import { Badge } from "@/design/components/Status";
import { pretty } from "./recipe";

/** Every recipe it ever had, newest first, each against the one before it. */
export function RecipeHistory({ scenario, versions, stale, onTake }: { scenario: Scenario; versions: RecipeVersion[]; stale: string[][]; onTake: (text: string) => void }) {
  const may = useMay("edit");
  const activate = useAction((version: RecipeVersion) => api.post(`/v1/scenarios/${scenario.id}/recipe-versions/${version.id}/activate`), { stale, said: (_, version) => `Version ${version.number} is in use again.` });
  return (
    <Panel title="History" flush>
      {activate.isError && <Failure error={activate.error} what="That version is not in use." />}
      {versions.length === 0 ? <Empty title="No versions yet." /> : (
        <ul className="m-0 list-none p-0">
          {versions.map((version, index) => (
            <li key={version.id} className="border-b border-line px-3.5 py-2 last:border-b-0">
              <details>
                <summary className="cursor-pointer"><span className="font-medium">Version {version.number}</span> {version.isActive && <Badge tone="pass">In use</Badge>} <span className="text-muted"><When at={version.createdAt} /></span></summary>
                <div className="mt-2 flex flex-col items-start gap-2">
                  <div className="w-full min-w-0"><Diff label={`What version ${version.number} changed`} before={versions[index + 1] ? pretty(versions[index + 1]!.recipe) : ""} after={pretty(version.recipe)} /></div>
                  {may && !version.isActive && (
                    <div className="flex flex-wrap gap-2">
                      <Button small busy={activate.isPending && activate.variables?.id === version.id} onClick={() => activate.mutate(version)}>Use it again</Button>
                      <Button small onClick={() => onTake(pretty(version.recipe))}>Put it into the editor</Button>
                    </div>
                  )}
                </div>
              </details>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

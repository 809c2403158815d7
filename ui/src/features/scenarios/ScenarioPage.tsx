import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useApplication } from "@/app/useApplication";
import { usePageTitle } from "@/app/usePageTitle";
import { useMay } from "@/app/useSession";
import { api } from "@/api/client";
import { recipeVersionsQuery, scenarioQuery } from "@/api/queries";
import type { ScenarioDetails } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button } from "@/design/components/Button";
import { TextAreaField } from "@/design/components/Field";
import { Loaded } from "@/design/components/Loaded";
import { PageHeader, Panel } from "@/design/components/Panel";
import { Failure } from "@/design/components/States";
import { DryRunPanel } from "./DryRunPanel";
import { pretty, syntaxError } from "./recipe";
import { RecipeHistory } from "./RecipeHistory";

export function ScenarioPage() {
  const { scenarioId } = useParams({ from: "/inside/applications/$applicationId/scenarios/$scenarioId" });
  const application = useApplication();
  const details = useQuery(scenarioQuery(scenarioId));
  const name = details.data?.scenario.name;
  usePageTitle(name, "Scenarios", application.name);
  return (
    <>
      <PageHeader title={name ?? "Scenario"} above={<Link to="/applications/$applicationId/scenarios" params={{ applicationId: application.id }}>Scenarios</Link>} note={details.data?.scenario.description} />
      <Loaded query={details} what="The scenario could not be loaded.">{(data) => <Recipe key={data.scenario.activeRecipeId ?? "none"} details={data} />}</Loaded>
    </>
  );
}

function Recipe({ details: { scenario, recipe } }: { details: ScenarioDetails }) {
  const [text, setText] = useState(() => pretty(recipe ?? { name: scenario.name, description: scenario.description, create: {} }));
  const versions = useQuery(recipeVersionsQuery(scenario.id));
  const may = useMay("edit");
  const stale = [["scenario", scenario.id], ["scenarios", scenario.applicationId]];
  const save = useAction(() => api.put<ScenarioDetails>(`/v1/scenarios/${scenario.id}/recipe`, { recipe: JSON.parse(text) as unknown }, scenario.version), { stale, said: "Saved as a new version, in use from now on." });
  const wrong = syntaxError(text);
  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[3fr_2fr]">
      <Panel
        title="Recipe"
        note={scenario.recipeNumber ? `version ${scenario.recipeNumber}` : "none yet"}
        actions={may && <Button small look="primary" busy={save.isPending} disabled={wrong !== null || text === pretty(recipe)} onClick={() => save.mutate(undefined)}>Save as a new version</Button>}
      >
        <TextAreaField label="Recipe as JSON" hideLabel mono rows={24} spellCheck={false} value={text} readOnly={!may} onChange={(event) => setText(event.target.value)} error={wrong ? `This is not JSON yet: ${wrong}` : null} />
        {save.isError && <Failure error={save.error} what="The recipe was refused." />}
      </Panel>
      <div className="flex min-w-0 flex-col gap-4">
        <DryRunPanel scenario={scenario} />
        <Loaded query={versions} rows={3}>{(all) => <RecipeHistory scenario={scenario} versions={all} stale={stale} onTake={setText} />}</Loaded>
      </div>
    </div>
  );
}

import { useParams } from "@tanstack/react-router";
import { RunView } from "./RunView";

export function RunPage() {
  const { runId } = useParams({ from: "/inside/runs/$runId" });
  return <RunView runId={runId} page />;
}

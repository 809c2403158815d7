import type { ReactNode } from "react";
import type { Run } from "@/api/types";
import { Facts, Panel } from "@/design/components/Panel";
import { Empty } from "@/design/components/States";

export function MemoryAndCost({ run }: { run: Run }) {
  const memory = Object.entries(run.memory);
  const use = run.modelUse;
  const facts: [string, ReactNode][] = [["Assertions that held", run.assertionsHeld]];
  if (run.decisions !== null) facts.push(["Decisions", run.decisions === 0 ? "none, it was replayed" : run.decisions]);
  if (use) {
    facts.push(["Model calls", use.failed ? `${use.calls}, of which ${use.failed} failed` : use.calls], ["Tokens", `${use.inputTokens.toLocaleString("en")} in, ${use.outputTokens.toLocaleString("en")} out`]);
    facts.push(["Cost", use.cost === null || use.cost === undefined ? "no price is known" : `$${use.cost.toFixed(4)}`]);
  }
  for (const claim of run.claims) facts.push(["Worker", `${claim.worker}${claim.outcome ? `: ${claim.outcome}` : ""}`]);
  return (
    <div className="grid grid-cols-1 items-start gap-4 md:grid-cols-2">
      <Panel title="Memory" note="what steps kept for later steps">
        {memory.length === 0 ? <Empty title="Nothing was kept." /> : <Facts items={memory.map(([name, value]) => [name, <code key={name}>{value}</code>])} />}
      </Panel>
      <Panel title="Cost">
        <Facts items={facts} />
        {!use && <p className="mb-0 text-muted">No model was asked: this run cost nothing.</p>}
      </Panel>
    </div>
  );
}

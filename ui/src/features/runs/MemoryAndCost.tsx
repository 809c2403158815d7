import type { Run } from "@/api/types";
import { Facts, Panel } from "@/design/components/Panel";
import { Empty } from "@/design/components/States";

export function MemoryAndCost({ run }: { run: Run }) {
  const memory = Object.entries(run.memory ?? {});
  const cost = run.cost;
  return (
    <div className="grid grid-cols-1 items-start gap-4 md:grid-cols-2">
      <Panel title="Memory" note="what steps kept for later steps">
        {memory.length === 0 ? <Empty title="Nothing was kept." /> : <Facts items={memory.map(([name, value]) => [name, <code key={name}>{value}</code>])} />}
      </Panel>
      <Panel title="Cost">
        {!cost || cost.calls === 0 ? <Empty title="Nothing.">No model was asked: the interpreter and recordings decided every step.</Empty> : (
          <Facts
            items={[
              ["Model calls", cost.calls.toLocaleString("en")],
              ["Tokens in", cost.inputTokens.toLocaleString("en")],
              ["Tokens out", cost.outputTokens.toLocaleString("en")],
              ["Amount", cost.amount === null ? "not known" : `${cost.amount.toFixed(4)} ${cost.currency ?? ""}`],
            ]}
          />
        )}
      </Panel>
    </div>
  );
}

import { useQuery } from "@tanstack/react-query";
import { plansQuery } from "@/api/queries";
import type { Test } from "@/api/types";
import { Button } from "@/design/components/Button";
import { Diff } from "@/design/components/Diff";
import { Loaded } from "@/design/components/Loaded";
import { When } from "@/design/components/Moments";
import { Panel } from "@/design/components/Panel";
import { Empty } from "@/design/components/States";

/** Every text the test ever had, newest first, each against the one before it. */
export function TestHistory({ test, onTake }: { test: Test; onTake: (content: string) => void }) {
  const plans = useQuery(plansQuery(test.id));
  return (
    <Panel flush>
      <Loaded query={plans}>
        {(all) => all.length === 0 ? <Empty title="No earlier texts." /> : (
          <ul className="m-0 list-none p-0">
            {all.map((plan, index) => (
              <li key={plan.id} className="border-b border-line last:border-b-0">
                <details className="px-3.5 py-2" open={index === 0}>
                  <summary className="cursor-pointer"><span className="font-medium">Version {plan.number}</span> <span className="text-muted"><When at={plan.createdAt} /></span></summary>
                  <div className="mt-2"><Diff label={`What version ${plan.number} changed`} before={all[index + 1]?.content ?? ""} after={plan.content} /></div>
                  {index > 0 && <Button small className="mt-2" onClick={() => onTake(plan.content)}>Put this text into the editor</Button>}
                </details>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Panel>
  );
}

import type { Step } from "@/api/types";

export type Pair = { now: Step | null; then: Step | null };

/** The steps of two runs side by side: equal sentences meet, in order, even when the test was changed between them. */
export function pairs(now: Step[], then: Step[]): Pair[] {
  const result: Pair[] = [];
  let j = 0;
  for (const step of now) {
    const found = then.findIndex((other, index) => index >= j && other.text === step.text);
    if (found < 0) {
      result.push({ now: step, then: null });
      continue;
    }
    for (; j < found; j++) result.push({ now: null, then: then[j]! });
    result.push({ now: step, then: then[j]! });
    j++;
  }
  for (; j < then.length; j++) result.push({ now: null, then: then[j]! });
  return result;
}

import type { Step } from "@/api/types";

/** How a step ended. What was looked at and could not be decided is something else than what was never come to, and the reader is told which. */
export function howItEnded(step: Step): string {
  return step.status === "skipped" && step.attempts.length > 0 ? "unjudged" : step.status;
}

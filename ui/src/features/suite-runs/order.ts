import type { RunStatus, RunItem } from "@/api/types";

const urgency: Record<RunStatus, number> = { failed: 0, error: 1, waiting: 2, running: 3, queued: 4, cancelled: 5, passed: 6 };

/** What needs a look first; the order of what is equal stays. */
export function byUrgency(a: RunItem, b: RunItem): number {
  return urgency[a.status] - urgency[b.status];
}

export function isOpen(status: RunStatus): boolean {
  return status === "queued" || status === "running" || status === "waiting";
}

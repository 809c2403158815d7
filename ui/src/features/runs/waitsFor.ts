import type { Run } from "@/api/types";

/** What stands between a run and its first picture. */
export function waitsFor(run: Pick<Run, "status" | "phase" | "startUrl">): { title: string; note: string } {
  if (run.status === "queued") return { title: "Waiting for a free worker", note: "It begins as soon as one takes it." };
  switch (run.phase) {
    case "environment": return { title: "Making the test data", note: "The Environment Factory of the application is asked for it." };
    case "browser": return { title: "Starting the browser", note: "It opens empty, signed in if the test data has a login." };
    case "steps": return { title: "Opening the first page", note: run.startUrl ?? "" };
    default: return { title: "Reading the test", note: "A worker has taken it." };
  }
}

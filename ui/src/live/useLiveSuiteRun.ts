import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { RunItem, SuiteRun, SuiteRunProgress } from "@/api/types";
import { follow } from "./connection";

/** Puts what changed in its place; what is new comes at the end. */
export function merged(suiteRun: SuiteRun, progress: SuiteRunProgress): SuiteRun {
  const changed = new Map<string, RunItem>(progress.runs.map((run) => [run.id, run]));
  const runs = suiteRun.runs.map((run) => {
    const fresh = changed.get(run.id);
    changed.delete(run.id);
    return fresh ?? run;
  });
  return { ...suiteRun, ...progress.suiteRun, branch: progress.suiteRun.branch ?? suiteRun.branch, runs: [...runs, ...changed.values()] };
}

/** Follows a suite run into the cache; while the connection is away it asks every few seconds instead. */
export function useLiveSuiteRun(id: string, active: boolean): { connected: boolean } {
  const client = useQueryClient();
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    if (!active) return;
    const key = ["suite-run", id];
    const feed = follow<SuiteRunProgress>("WatchSuiteRun", () => [id], {
      item: (progress) => client.setQueryData<SuiteRun>(key, (known) => known && merged(known, progress)),
      state: (now) => {
        setConnected(now);
        void client.invalidateQueries({ queryKey: key });
      },
      end: () => void client.invalidateQueries({ queryKey: key }),
    });
    return feed.stop;
  }, [client, id, active]);
  useEffect(() => {
    if (!active || connected) return;
    const timer = setInterval(() => void client.invalidateQueries({ queryKey: ["suite-run", id] }), 3000);
    return () => clearInterval(timer);
  }, [client, id, active, connected]);
  return { connected: connected || !active };
}

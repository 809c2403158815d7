import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { LogLine, Run } from "@/api/types";
import { follow } from "./connection";
import type { RunEvent } from "./runEvents";
import { applied, consoleLine } from "./runEvents";

const kept = 200;

/** Follows a run into the cache, event by event; after a loss it goes on where it was. */
export function useLiveRun(id: string, active: boolean): { connected: boolean; log: LogLine[] } {
  const client = useQueryClient();
  const [connected, setConnected] = useState(true);
  const [log, setLog] = useState<LogLine[]>([]);
  useEffect(() => {
    if (!active) return;
    const key = ["run", id];
    let sequence = client.getQueryData<Run>(key)?.lastSequence ?? 0;
    const ask = () => void client.invalidateQueries({ queryKey: key, exact: true });
    const feed = follow<RunEvent>("WatchRun", () => [id, sequence], {
      item: (event) => {
        sequence = Math.max(sequence, event.sequence);
        const line = consoleLine(event);
        if (line) setLog((lines) => [...lines.slice(1 - kept), line]);
        const run = client.getQueryData<Run>(key);
        const next = run && applied(run, event);
        if (next) client.setQueryData(key, next);
        else ask();
      },
      state: (now) => {
        setConnected(now);
        if (!now) ask();
      },
      end: ask,
    });
    return feed.stop;
  }, [client, id, active]);
  useEffect(() => {
    if (!active || connected) return;
    const timer = setInterval(() => void client.invalidateQueries({ queryKey: ["run", id], exact: true }), 3000);
    return () => clearInterval(timer);
  }, [client, id, active, connected]);
  return { connected: connected || !active, log };
}

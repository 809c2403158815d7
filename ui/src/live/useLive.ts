import type { QueryKey } from "@tanstack/react-query";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { follow } from "./connection";

export type LiveEvent = { sequence: number; kind: string; data: unknown };

/**
 * Fetches again what an event made stale, at most every `pause` ms; while the live connection is away it asks every few
 * seconds instead, so that a page is never silently old.
 */
export function useLive(method: string, id: string | null, active: boolean, stale: QueryKey[], pause = 400): { connected: boolean } {
  const client = useQueryClient();
  const [connected, setConnected] = useState(true);
  const keys = useRef(stale);
  useEffect(() => { keys.current = stale; });

  useEffect(() => {
    if (!active) return;
    let sequence = 0;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const refresh = () => {
      timer = null;
      for (const queryKey of keys.current) void client.invalidateQueries({ queryKey });
    };
    const soon = () => { timer ??= setTimeout(refresh, pause); };
    const feed = follow<LiveEvent>(method, () => (id === null ? [] : method === "WatchRun" ? [id, sequence] : [id]), {
      item: (event) => {
        if (typeof event?.sequence === "number") sequence = Math.max(sequence, event.sequence);
        soon();
      },
      state: (state) => {
        setConnected(state);
        soon();
      },
      end: soon,
    });
    return () => {
      feed.stop();
      if (timer) clearTimeout(timer);
    };
  }, [client, method, id, active, pause]);

  useEffect(() => {
    if (!active || connected) return;
    const timer = setInterval(() => { for (const queryKey of keys.current) void client.invalidateQueries({ queryKey }); }, 3000);
    return () => clearInterval(timer);
  }, [active, connected, client]);

  return { connected: connected || !active };
}

import type { HubConnection, ISubscription } from "@microsoft/signalr";
import { HubConnectionBuilder, HubConnectionState, LogLevel } from "@microsoft/signalr";

import { currentCsrf } from "@/api/client";

let connection: HubConnection | null = null;
let starting: Promise<void> | null = null;

/** One connection for the whole window; it comes back by itself and never gives up. */
function hub(): HubConnection {
  connection ??= new HubConnectionBuilder()
    // Read anew at each request: the token changes with the session.
    .withUrl("/v1/live", { headers: { get "X-CSRF-Token"() { return currentCsrf(); } } })
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: ({ previousRetryCount }) => Math.min(10_000, 250 * 2 ** previousRetryCount) })
    .configureLogging(LogLevel.None)
    .build();
  return connection;
}

async function started(): Promise<HubConnection> {
  const made = hub();
  if (made.state === HubConnectionState.Disconnected) {
    starting ??= made.start().finally(() => { starting = null; });
    await starting;
  } else if (starting) await starting;
  return made;
}

export type Feed = { stop: () => void };

/**
 * Follows a stream of the hub. After a loss it asks again with the arguments of that moment, so that a caller who counts
 * gets what it missed and nothing twice.
 */
export function follow<T>(method: string, argumentsNow: () => unknown[], on: { item: (item: T) => void; state?: (connected: boolean) => void; end?: () => void }): Feed {
  let subscription: ISubscription<T> | null = null;
  let stopped = false;
  let tries = 0;

  function again() {
    if (stopped) return;
    on.state?.(false);
    setTimeout(() => void open(), Math.min(10_000, 300 * 2 ** tries++));
  }

  async function open() {
    if (stopped) return;
    try {
      const live = await started();
      if (stopped) return;
      on.state?.(true);
      subscription = live.stream<T>(method, ...argumentsNow()).subscribe({
        next: (item) => { tries = 0; on.item(item); },
        complete: () => { if (!stopped) on.end?.(); },
        error: again,
      });
    } catch {
      again();
    }
  }

  void open();
  return {
    stop: () => {
      stopped = true;
      try {
        subscription?.dispose();
      } catch {
        // The connection is already gone, and the subscription with it.
      }
    },
  };
}

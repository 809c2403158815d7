import { useEffect, useState } from "react";
import { follow } from "./connection";

function bytes(frame: unknown): Uint8Array<ArrayBuffer> | null {
  const content = typeof frame === "object" && frame !== null && "data" in frame ? (frame as { data: unknown }).data : frame;
  if (content instanceof Uint8Array) return new Uint8Array(content);
  if (typeof content !== "string") return null;
  const text = atob(content);
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** The newest picture of a run's browser as an address for an image. */
export function useFrames(runId: string, active: boolean): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!active) return;
    let current: string | null = null;
    const feed = follow<unknown>("WatchFrames", () => [runId], {
      item: (frame) => {
        const content = bytes(frame);
        if (!content) return;
        const next = URL.createObjectURL(new Blob([content], { type: "image/jpeg" }));
        setAddress(next);
        if (current) URL.revokeObjectURL(current);
        current = next;
      },
    });
    return () => {
      feed.stop();
      if (current) URL.revokeObjectURL(current);
      setAddress(null);
    };
  }, [runId, active]);
  return address;
}

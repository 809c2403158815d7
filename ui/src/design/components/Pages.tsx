import { useState } from "react";
import { Button } from "./Button";

/** Where one is in a long list; the ways back are kept, since the server knows only what comes next. */
export type Paging = { cursor: string | null; isFirst: boolean; older: (next: string) => void; newer: () => void; first: () => void };

export function usePaging(): Paging {
  const [cursors, setCursors] = useState<string[]>([]);
  return {
    cursor: cursors.at(-1) ?? null,
    isFirst: cursors.length === 0,
    older: (next) => setCursors([...cursors, next]),
    newer: () => setCursors(cursors.slice(0, -1)),
    first: () => setCursors([]),
  };
}

/** Nothing when all is in sight. */
export function Pager({ paging, next }: { paging: Paging; next: string | null }) {
  if (paging.isFirst && !next) return null;
  return (
    <div className="flex justify-between border-t border-line p-2.5">
      <Button small disabled={paging.isFirst} onClick={paging.newer}>Newer</Button>
      <Button small disabled={!next} onClick={() => next && paging.older(next)}>Older</Button>
    </div>
  );
}

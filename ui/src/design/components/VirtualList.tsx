import { useVirtualizer } from "@tanstack/react-virtual";
import type { ReactNode } from "react";
import { useRef } from "react";

/** Draws only the rows in sight: ten thousand cost as much as twenty. */
export function VirtualList<T>({ label, items, height = 34, itemKey, row, className }: {
  label: string; items: T[]; height?: number; itemKey: (item: T) => string; row: (item: T, index: number) => ReactNode; className?: string;
}) {
  const parent = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: items.length, getScrollElement: () => parent.current, estimateSize: () => height, overscan: 12, getItemKey: (index) => itemKey(items[index]!) });
  return (
    <div ref={parent} tabIndex={0} role="region" aria-label={label} className={className ?? "h-[60dvh] overflow-y-auto"}>
      <ul className="relative m-0 list-none p-0" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((entry) => (
          <li
            key={entry.key}
            aria-setsize={items.length}
            aria-posinset={entry.index + 1}
            className="absolute inset-x-0"
            style={{ height, transform: `translateY(${entry.start}px)` }}
          >
            {row(items[entry.index]!, entry.index)}
          </li>
        ))}
      </ul>
    </div>
  );
}

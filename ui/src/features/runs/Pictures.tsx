import { useState } from "react";
import type { Attempt, Bounds, Size } from "@/api/types";
import { Dialog } from "@/design/components/Dialogs";

/** Before and after; the target is outlined in the picture before. */
export function Pictures({ attempt, viewport }: { attempt: Attempt; viewport: Size | null }) {
  const { beforeUrl: before, afterUrl: after } = attempt;
  if (!before && !after) return null;
  const bounds = attempt.bounds ?? attempt.evidence?.considered?.find((each) => each.chosen)?.bounds ?? attempt.evidence?.claims?.find((claim) => claim.verdict !== "held")?.bounds;
  return (
    <div className="grid gap-3 md:grid-cols-2">
      {before && <Shot title="Before" address={before} bounds={bounds} viewport={viewport} />}
      {after && <Shot title="After" address={after} bounds={before ? null : bounds} viewport={viewport} />}
    </div>
  );
}

export function Shot({ title, address, bounds, viewport }: { title: string; address: string; bounds?: Bounds | null; viewport?: Size | null }) {
  const [size, setSize] = useState<Size | null>(viewport ?? null);
  const [large, setLarge] = useState(false);
  const [broken, setBroken] = useState(false);
  const outline = bounds && size && bounds.width > 0 ? bounds : null;
  const image = (
    <span className="relative block overflow-hidden rounded-sm border border-line">
      <img
        src={address}
        alt={`${title}${outline ? ", the target outlined" : ""}`}
        className="block w-full"
        onError={() => setBroken(true)}
        onLoad={(event) => { if (!viewport) setSize({ width: event.currentTarget.naturalWidth, height: event.currentTarget.naturalHeight }); }}
      />
      {outline && (
        <span
          aria-hidden
          className="pointer-events-none absolute rounded-sm outline-3 outline-fail-fill"
          style={{ left: `${(outline.x / size!.width) * 100}%`, top: `${(outline.y / size!.height) * 100}%`, width: `${(outline.width / size!.width) * 100}%`, height: `${(outline.height / size!.height) * 100}%` }}
        />
      )}
    </span>
  );
  return (
    <figure className="m-0 min-w-0">
      <figcaption className="mb-1 text-sm text-muted">{title}</figcaption>
      {broken
        ? <div className="rounded-sm bg-sunken p-4 text-center text-muted">The picture is no longer kept, or its link ran out. Reload the page.</div>
        : <button type="button" onClick={() => setLarge(true)} aria-label={`${title}, enlarge`} className="block w-full cursor-zoom-in text-left">{image}</button>}
      <Dialog open={large} onOpenChange={setLarge} title={title} wide>{image}</Dialog>
    </figure>
  );
}

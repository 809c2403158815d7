import type { ReactNode } from "react";
import { useId } from "react";
import { classes } from "./classes";

/** A titled region of a page. */
export function Panel({ title, note, actions, children, flush, className }: {
  title?: string; note?: ReactNode; actions?: ReactNode; children: ReactNode; flush?: boolean; className?: string;
}) {
  const id = useId();
  return (
    <section aria-labelledby={title ? id : undefined} className={classes("min-w-0 rounded-md border border-line bg-surface", className)}>
      {title && (
        <header className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3.5 py-1.5">
          <h2 id={id} className="text-base">{title}</h2>
          {note && <div className="text-sm text-muted">{note}</div>}
          {actions && <div className="ml-auto flex flex-wrap items-center gap-2">{actions}</div>}
        </header>
      )}
      <div className={flush ? undefined : "p-3.5"}>{children}</div>
    </section>
  );
}

export function PageHeader({ title, above, note, actions }: { title: string; above?: ReactNode; note?: ReactNode; actions?: ReactNode }) {
  return (
    <header className="mb-4 flex flex-wrap items-end gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-60">
        {above && <div className="mb-0.5 text-sm text-muted">{above}</div>}
        <h1 className="text-xl wrap-anywhere">{title}</h1>
        {note && <div className="mt-0.5 text-muted">{note}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}

/** Names and values, in two columns where there is room. */
export function Facts({ items }: { items: [string, ReactNode][] }) {
  return (
    <dl className="grid grid-cols-[minmax(7rem,auto)_1fr] gap-x-4 gap-y-1.5">
      {items.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd className="m-0 min-w-0 wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

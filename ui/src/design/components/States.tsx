import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { ApiError, isAt } from "@/api/errors";
import { Button, buttonClasses } from "./Button";

export function Skeleton({ rows = 4, label = "Loading" }: { rows?: number; label?: string }) {
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-2.5 p-3.5">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="skeleton h-4" style={{ width: `${92 - ((row * 17) % 38)}%` }} />
      ))}
    </div>
  );
}

export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-1.5 px-4 py-9 text-center">
      <p className="m-0 font-medium">{title}</p>
      {children && <div className="max-w-prose text-muted">{children}</div>}
      {action && <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}

/** What happened, the code to look it up by, and a way to go on. What a form shows beside its fields already is named in `fields`, and not said again. */
export function Failure({ error, retry, what = "This could not be loaded.", fields = [] }: { error: unknown; retry?: () => void; what?: string; fields?: string[] }) {
  const message = error instanceof Error ? error.message : String(error);
  const errors = error instanceof ApiError ? error.errors : [];
  const rest = errors.filter(({ path }) => !fields.some((field) => isAt(path, field)));
  const isSaid = errors.length > 0 && rest.length === 0;
  return (
    <div role="alert" className="flex flex-wrap items-start gap-2.5 p-3.5">
      <TriangleAlert size={18} aria-hidden className="mt-0.5 shrink-0 text-fail" />
      <div className="min-w-0 flex-1">
        <p className="m-0 font-medium">{what}</p>
        <p className="m-0 wrap-anywhere text-muted">
          {isSaid ? "What to change is said beside each field." : message}
          {!isSaid && error instanceof ApiError && error.code && <> <code>{error.code}</code></>}
        </p>
        {rest.length > 0 && !(rest.length === 1 && message.includes(rest[0]!.message)) && <ProblemList errors={rest} />}
      </div>
      {retry && (error instanceof ApiError && error.status === 404
        ? <a href="/" className={buttonClasses("plain", true)}>To the dashboard</a>
        : <Button small onClick={retry}>Try again</Button>)}
    </div>
  );
}

export function ProblemList({ errors }: { errors: { path?: string | null; message: string }[] }) {
  return (
    <ul className="m-0 mt-1 flex list-none flex-col gap-1 p-0">
      {errors.map((problem, index) => (
        <li key={index} className="wrap-anywhere">{problem.path && <code className="mr-2 text-muted">{problem.path}</code>}{problem.message}</li>
      ))}
    </ul>
  );
}

export function Progress({ value, max, label }: { value?: number; max?: number; label: string }) {
  const share = value !== undefined && max ? Math.min(1, value / max) : undefined;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max ?? 100}
      aria-valuenow={share === undefined ? undefined : value}
      className="h-1.5 w-full overflow-hidden rounded-sm bg-sunken"
    >
      {share === undefined
        ? <div className="bar-moving h-full w-1/3 bg-accent" />
        : <div className="h-full bg-accent" style={{ width: `${share * 100}%` }} />}
    </div>
  );
}

import type { ComponentProps, ReactNode } from "react";
import { useId } from "react";
import { classes } from "./classes";

const control = "w-full rounded-md border border-line-strong bg-surface px-2.5 text-text aria-invalid:border-fail disabled:bg-sunken disabled:text-muted";

type Common = { label: string; hint?: ReactNode; error?: string | null; hideLabel?: boolean; className?: string };

/** The server says what is wrong with a value ("is needed"); beside the field it is a sentence. */
function sentence(label: string, error: string) {
  const text = /^[a-z]/.test(error) ? `${label} ${error}` : error;
  return /[.!?)]$/.test(text) ? text : `${text}.`;
}

function Frame({ id, label, hint, error, hideLabel, className, children }: Common & { id: string; children: ReactNode }) {
  return (
    <div className={classes("flex min-w-0 flex-col gap-1", className)}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : "text-sm font-medium"}>{label}</label>
      {children}
      {hint && <div id={`${id}-hint`} className="text-sm text-muted">{hint}</div>}
      {error && <div id={`${id}-error`} role="alert" className="text-sm text-fail">{sentence(label, error)}</div>}
    </div>
  );
}

function described(id: string, hint: ReactNode, error?: string | null) {
  return [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(" ") || undefined;
}

export function TextField({ label, hint, error, hideLabel, className, id: given, ...rest }: Common & Omit<ComponentProps<"input">, "className">) {
  const made = useId();
  const id = given ?? made;
  return (
    <Frame {...{ id, label, hint, error, hideLabel, className }}>
      <input {...rest} id={id} aria-invalid={error ? true : undefined} aria-describedby={described(id, hint, error)} className={classes(control, "h-8.5")} />
    </Frame>
  );
}

export function TextAreaField({ label, hint, error, hideLabel, className, mono, ...rest }: Common & { mono?: boolean } & Omit<ComponentProps<"textarea">, "className">) {
  const id = useId();
  return (
    <Frame {...{ id, label, hint, error, hideLabel, className }}>
      <textarea
        rows={4}
        {...rest}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, hint, error)}
        className={classes(control, "py-1.5", mono && "font-mono text-sm")}
      />
    </Frame>
  );
}

/** The system's own list: works with every keyboard, screen reader and phone. */
export function SelectField({ label, hint, error, hideLabel, className, options, ...rest }: Common & { options: { value: string; label: string }[] } & Omit<ComponentProps<"select">, "className">) {
  const id = useId();
  return (
    <Frame {...{ id, label, hint, error, hideLabel, className }}>
      <select {...rest} id={id} aria-invalid={error ? true : undefined} aria-describedby={described(id, hint, error)} className={classes(control, "h-8.5 pr-7")}>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </Frame>
  );
}

export function CheckField({ label, hint, ...rest }: { label: ReactNode; hint?: ReactNode } & Omit<ComponentProps<"input">, "type">) {
  const id = useId();
  return (
    <div className="flex items-start gap-2">
      <input {...rest} id={id} type="checkbox" aria-describedby={hint ? `${id}-hint` : undefined} className="mt-0.5 size-4 accent-accent" />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint && <div id={`${id}-hint`} className="text-sm text-muted">{hint}</div>}
      </div>
    </div>
  );
}

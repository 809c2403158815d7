import { LoaderCircle } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes";

type Look = "primary" | "plain" | "quiet" | "danger";

const looks: Record<Look, string> = {
  primary: "bg-accent text-on-accent border-transparent hover:bg-accent-hover",
  plain: "bg-surface text-text border-line-strong hover:bg-sunken",
  quiet: "bg-transparent text-text border-transparent hover:bg-sunken",
  danger: "bg-surface text-fail border-fail hover:bg-fail-soft",
};

export function buttonClasses(look: Look = "plain", small = false): string {
  return classes(
    "inline-flex items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap no-underline hover:no-underline",
    "disabled:border-line disabled:bg-sunken disabled:text-muted",
    small ? "h-7 px-2 text-sm" : "h-8.5 px-3 text-base",
    looks[look],
  );
}

type ButtonProps = ComponentProps<"button"> & { look?: Look; small?: boolean; busy?: boolean; icon?: ReactNode };

/** While it is busy it stays in the tab order and says so, and a second press does nothing. */
export function Button({ look, small, busy, icon, children, className, onClick, type = "button", ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={classes(buttonClasses(look, small), className)}
    >
      {busy ? <LoaderCircle size={15} aria-hidden className="spin" /> : icon}
      {children}
    </button>
  );
}

type IconButtonProps = ComponentProps<"button"> & { label: string; icon: ReactNode };

export function IconButton({ label, icon, className, type = "button", ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      title={label}
      className={classes("inline-flex size-8 shrink-0 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-text", className)}
    >
      {icon}
    </button>
  );
}

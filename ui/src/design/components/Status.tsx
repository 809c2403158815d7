import { Ban, Check, CircleDashed, CircleHelp, LoaderCircle, Minus, TriangleAlert, X } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes";

export type Tone = "pass" | "fail" | "warn" | "accent" | "idle";

const tones: Record<Tone, string> = {
  pass: "bg-pass-soft text-pass",
  fail: "bg-fail-soft text-fail",
  warn: "bg-warn-soft text-warn",
  accent: "bg-accent-soft text-accent",
  idle: "bg-sunken text-muted",
};

export function Badge({ tone = "idle", icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={classes("inline-flex h-5.5 items-center gap-1 rounded-sm px-1.5 text-xs font-medium whitespace-nowrap", tones[tone])}>
      {icon}
      {children}
    </span>
  );
}

const known: Record<string, { tone: Tone; text: string; icon: ReactNode }> = {
  passed: { tone: "pass", text: "Passed", icon: <Check size={13} aria-hidden /> },
  failed: { tone: "fail", text: "Failed", icon: <X size={13} aria-hidden /> },
  error: { tone: "warn", text: "Error", icon: <TriangleAlert size={13} aria-hidden /> },
  running: { tone: "accent", text: "Running", icon: <LoaderCircle size={13} aria-hidden className="spin" /> },
  queued: { tone: "idle", text: "Queued", icon: <CircleDashed size={13} aria-hidden /> },
  pending: { tone: "idle", text: "Pending", icon: <CircleDashed size={13} aria-hidden /> },
  cancelled: { tone: "idle", text: "Cancelled", icon: <Ban size={13} aria-hidden /> },
  skipped: { tone: "idle", text: "Not reached", icon: <Minus size={13} aria-hidden /> },
  unjudged: { tone: "warn", text: "Not judged", icon: <CircleHelp size={13} aria-hidden /> },
  waiting: { tone: "warn", text: "Needs an answer", icon: <CircleHelp size={13} aria-hidden /> },
  succeeded: { tone: "pass", text: "Succeeded", icon: <Check size={13} aria-hidden /> },
  delivered: { tone: "pass", text: "Delivered", icon: <Check size={13} aria-hidden /> },
  accepted: { tone: "pass", text: "Accepted", icon: <Check size={13} aria-hidden /> },
  rejected: { tone: "fail", text: "Rejected", icon: <X size={13} aria-hidden /> },
  sent: { tone: "idle", text: "Asked for", icon: <CircleDashed size={13} aria-hidden /> },
  standing: { tone: "accent", text: "Standing", icon: <Check size={13} aria-hidden /> },
  refused: { tone: "warn", text: "Not made", icon: <Ban size={13} aria-hidden /> },
  removed: { tone: "idle", text: "Removed", icon: <Check size={13} aria-hidden /> },
  lost: { tone: "fail", text: "Left behind", icon: <TriangleAlert size={13} aria-hidden /> },
  proposed: { tone: "accent", text: "Proposed", icon: <CircleHelp size={13} aria-hidden /> },
};

/** Word and sign as well as colour, for who cannot tell the colours apart. */
export function Status({ value }: { value: string | null | undefined }) {
  if (!value) return <Badge>Never run</Badge>;
  const look = known[value];
  if (!look) return <Badge>{words(value)}</Badge>;
  return <Badge tone={look.tone} icon={look.icon}>{look.text}</Badge>;
}

export function toneOf(status: string | null | undefined): Tone {
  return (status && known[status]?.tone) || "idle";
}

/** `scenario_setup` and `agentFailed` as words. */
export function words(value: string): string {
  if (value === "api") return "API";
  const spaced = value.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[_-]+/g, " ").toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

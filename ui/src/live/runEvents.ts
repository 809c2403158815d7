import type { Attempt, LogLine, Run, Step } from "@/api/types";

export type RunEvent = { sequence: number; kind: string; at: string; data: unknown };
type StateEvent = { status?: string; phase?: string; startUrl?: string; steps?: number };
type StepEvent = { phase: "started" | "ended"; number: number; section?: string; text?: string; line?: number; step?: Step };
type AttemptEvent = { phase: "started" | "ended"; step: number; index: number; command?: string; attempt?: Attempt };

/** The run as it is after an event, or null when only the server knows and has to be asked. */
export function applied(run: Run, event: RunEvent): Run | null {
  if (event.sequence <= run.lastSequence) return run;
  const next = { ...run, lastSequence: event.sequence };
  if (event.kind === "state") return withState(next, event.data as StateEvent);
  if (event.kind === "step") return withStep(next, event.data as StepEvent);
  if (event.kind === "attempt") return withAttempt(next, event.data as AttemptEvent);
  return event.kind === "console" || event.kind === "artifact" ? next : null;
}

// Another status changes more than itself.
function withState(run: Run, { status, phase, startUrl, steps }: StateEvent): Run | null {
  return status === undefined && phase ? { ...run, phase, startUrl: startUrl ?? null, stepsTotal: steps ?? run.stepsTotal } : null;
}

function replaced(run: Run, step: Step): Run {
  const at = run.steps.findIndex((known) => known.number === step.number);
  const steps = at < 0 ? [...run.steps, step].sort((a, b) => a.number - b.number) : run.steps.with(at, step);
  return { ...run, steps };
}

function withStep(run: Run, event: StepEvent): Run {
  if (event.phase === "ended" && event.step) return { ...replaced(run, event.step), stepsDone: Math.max(run.stepsDone, event.number) };
  return replaced(run, { number: event.number, section: event.section ?? "step", text: event.text ?? "", line: event.line ?? 0, status: "running", durationMs: null, message: null, failure: null, decidedBy: null, attempts: [] });
}

function withAttempt(run: Run, event: AttemptEvent): Run {
  const step = run.steps.find((known) => known.number === event.step);
  if (!step || event.phase !== "ended" || !event.attempt) return run;
  return replaced(run, { ...step, attempts: [...step.attempts, event.attempt] });
}

export function consoleLine(event: RunEvent): LogLine | null {
  return event.kind === "console" ? (event.data as LogLine) : null;
}

import { classes } from "./classes";

export type StackDay = { day: string; passed: number; failed: number; errors: number };

/** Runs a day, failures at the bottom where they line up; each bar says its own numbers. */
export function DayBars({ days, label }: { days: StackDay[]; label: string }) {
  const most = Math.max(1, ...days.map((day) => day.passed + day.failed + day.errors));
  return (
    <div role="img" aria-label={label} className="flex h-32 items-end gap-[3px]">
      {days.map((day) => {
        const total = day.passed + day.failed + day.errors;
        return (
          <div key={day.day} title={`${day.day}: ${day.passed} passed, ${day.failed} failed, ${day.errors} errors`} className="flex h-full min-w-0 flex-1 flex-col justify-end">
            {total === 0 && <div className="h-0.5 bg-line" />}
            <Part size={day.passed / most} tone="bg-pass-fill" />
            <Part size={day.errors / most} tone="bg-warn-fill" />
            <Part size={day.failed / most} tone="bg-fail-fill" />
          </div>
        );
      })}
    </div>
  );
}

function Part({ size, tone }: { size: number; tone: string }) {
  return size > 0 ? <div className={classes("min-h-0.5 w-full", tone)} style={{ height: `${size * 100}%` }} /> : null;
}

/** One line over the days; gaps where there was nothing. */
export function DayLine({ values, label, format }: { values: { day: string; value: number | null }[]; label: string; format: (value: number) => string }) {
  const known = values.flatMap((entry) => (entry.value === null ? [] : [entry.value]));
  const most = Math.max(1, ...known);
  const step = values.length > 1 ? 300 / (values.length - 1) : 300;
  const points = values.map((entry, index) => (entry.value === null ? null : { x: index * step, y: 96 - (entry.value / most) * 90 }));
  // A day between two without a value is no line: it is drawn as a point, which a round cap makes of a line without length.
  const path = points.map((point, index) => (point ? `${points[index - 1] ? "L" : "M"}${point.x.toFixed(1)},${point.y.toFixed(1)}${points[index - 1] || points[index + 1] ? "" : "h0"}` : "")).join("");
  return (
    <div className="flex h-32 gap-2">
      <div aria-hidden className="flex flex-col justify-between text-right text-xs text-muted">
        <span>{known.length > 0 ? format(most) : ""}</span>
        <span>0</span>
      </div>
      <svg role="img" aria-label={label} viewBox="0 0 300 100" preserveAspectRatio="none" className="h-full min-w-0 flex-1 overflow-visible text-accent">
        <line x1="0" x2="300" y1="97" y2="97" className="stroke-line" vectorEffect="non-scaling-stroke" />
        <path d={path} fill="none" stroke="currentColor" strokeWidth="2" vectorEffect="non-scaling-stroke" strokeLinejoin="round" strokeLinecap="round" />
      </svg>
    </div>
  );
}

/** Parts of one whole, in one bar. */
export function ShareBar({ parts, label }: { parts: { tone: string; value: number }[]; label: string }) {
  const total = parts.reduce((sum, part) => sum + part.value, 0);
  return (
    <div role="img" aria-label={label} className="flex h-2 w-full overflow-hidden rounded-sm bg-sunken">
      {parts.map((part, index) => (part.value > 0 ? <div key={index} className={part.tone} style={{ width: `${(part.value / Math.max(1, total)) * 100}%` }} /> : null))}
    </div>
  );
}

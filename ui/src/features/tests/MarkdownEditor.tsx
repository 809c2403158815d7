import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from "react";
import { lintQuery } from "@/api/queries";
import { classes } from "@/design/components/classes";
import { LintResult } from "./LintResult";

function useLater<T>(value: T, ms: number): T {
  const [late, setLate] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLate(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return late;
}

/** A plain text field with line numbers beside it: each line says whether something is wrong there, as it is typed. */
export function MarkdownEditor({ applicationId, value, onChange, path, readOnly, label = "Test text" }: { applicationId: string; value: string; onChange: (value: string) => void; path?: string; readOnly?: boolean; label?: string }) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  const late = useLater(value, 350);
  const isBlank = value.trim() === "";
  const checked = useQuery({ ...lintQuery(late, path, applicationId), enabled: late.trim() !== "" });
  // What was said of the text before says nothing of an empty one.
  const lint = isBlank ? { data: undefined, error: null, isFetching: false } : checked;
  const lines = useMemo(() => value.split("\n").length, [value]);
  const problems = useDeferredValue(lint.data?.problems ?? []);
  const marks = useMemo(() => {
    const byLine = new Map<number, "error" | "warning">();
    for (const problem of problems) {
      if (problem.line < 1) continue;
      if (problem.severity === "error") byLine.set(problem.line, "error");
      else if (!byLine.has(problem.line)) byLine.set(problem.line, "warning");
    }
    return byLine;
  }, [problems]);

  function goTo(line: number) {
    const field = area.current;
    if (!field) return;
    const start = value.split("\n").slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
    const end = value.indexOf("\n", start);
    field.focus();
    field.setSelectionRange(start, end < 0 ? value.length : end);
    field.scrollTop = Math.max(0, (line - 4) * 20);
  }

  return (
    <div className="flex flex-col gap-3">
      <label htmlFor={id} className="sr-only">{label}</label>
      <div className="flex h-[clamp(16rem,52dvh,44rem)] overflow-hidden rounded-md border border-line-strong bg-surface focus-within:outline-2 focus-within:outline-accent">
        <div ref={gutter} aria-hidden className="w-11 shrink-0 overflow-hidden border-r border-line bg-canvas py-2 text-right font-mono text-xs leading-5 text-muted select-none">
          {Array.from({ length: lines }, (_, index) => {
            const mark = marks.get(index + 1);
            return <div key={index} className={classes("h-5 pr-2", mark === "error" && "bg-fail-soft font-bold text-fail", mark === "warning" && "bg-warn-soft font-bold text-warn")}>{index + 1}</div>;
          })}
          <div className="h-8" />
        </div>
        <textarea
          ref={area}
          id={id}
          value={value}
          readOnly={readOnly}
          spellCheck={false}
          wrap="off"
          aria-describedby={`${id}-lint`}
          onChange={(event) => onChange(event.target.value)}
          onScroll={(event) => { if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop; }}
          className="min-w-0 flex-1 resize-none overflow-auto bg-transparent p-2 font-mono text-sm leading-5 whitespace-pre outline-none"
        />
      </div>
      {isBlank ? <p id={`${id}-lint`} role="status" className="m-0 min-h-6 text-muted">Nothing is written yet.</p> : <LintResult id={`${id}-lint`} lint={lint.data} error={lint.error} pending={lint.isFetching || late !== value} goTo={goTo} />}
    </div>
  );
}

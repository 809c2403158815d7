import { useMemo, useState } from "react";
import type { LogLine } from "@/api/types";
import { TextField } from "@/design/components/Field";
import { Panel } from "@/design/components/Panel";
import { Empty } from "@/design/components/States";
import { Badge, words } from "@/design/components/Status";

const tones: Record<string, "fail" | "warn" | "idle"> = { error: "fail", warning: "warn", warn: "warn" };

export function isWrong(line: LogLine): boolean {
  return line.level === "error" || line.source === "blocked" || line.source === "page-error";
}

/** What went wrong first, then in the order it happened; the page's own words stay text. */
export function LogPanel({ title, lines, empty }: { title: string; lines: LogLine[]; empty?: string }) {
  const [q, setQ] = useState("");
  const shown = useMemo(() => {
    const fitting = lines.filter((line) => line.text.toLowerCase().includes(q.toLowerCase()));
    return [...fitting.filter(isWrong), ...fitting.filter((line) => !isWrong(line))];
  }, [lines, q]);
  return (
    <Panel title={title} flush actions={lines.length > 0 && <TextField label={`Filter the ${title.toLowerCase()}`} hideLabel placeholder="Filter" type="search" className="w-40" value={q} onChange={(event) => setQ(event.target.value)} />}>
      {shown.length === 0 ? <Empty title={lines.length === 0 ? (empty ?? "Nothing.") : "No line fits."} /> : (
        <ul className="m-0 max-h-[65dvh] list-none overflow-y-auto p-0" tabIndex={0} aria-label={`${title}, lines`}>
          {shown.slice(0, 500).map((line, index) => (
            <li key={index} className="flex items-start gap-3 border-b border-line px-3.5 py-1.5 last:border-b-0">
              <Badge tone={tones[line.level] ?? (isWrong(line) ? "fail" : "idle")}>{line.source === "console" || line.source === "network" ? line.level : words(line.source)}</Badge>
              <code className="min-w-0 flex-1 wrap-anywhere whitespace-pre-wrap">{line.text}</code>
              {typeof line.offsetMs === "number" && <span className="text-sm text-muted">{(line.offsetMs / 1000).toFixed(1)} s</span>}
            </li>
          ))}
        </ul>
      )}
      {shown.length > 500 && <p className="m-0 px-3.5 py-2 text-muted">The first 500 of {shown.length.toLocaleString("en")}; the file has all.</p>}
    </Panel>
  );
}

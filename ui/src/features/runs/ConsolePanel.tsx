import { useState } from "react";
import type { ConsoleLine } from "@/api/types";
import { CheckField } from "@/design/components/Field";
import { Panel } from "@/design/components/Panel";
import { Empty } from "@/design/components/States";
import { Badge } from "@/design/components/Status";

const tones: Record<string, "fail" | "warn" | "idle"> = { error: "fail", warning: "warn", warn: "warn" };

export function ConsolePanel({ lines }: { lines: ConsoleLine[] }) {
  const [onlyErrors, setOnlyErrors] = useState(false);
  const shown = onlyErrors ? lines.filter((line) => line.level === "error") : lines;
  return (
    <Panel title="Console" flush actions={lines.length > 0 && <CheckField label="Only errors" checked={onlyErrors} onChange={(event) => setOnlyErrors(event.target.checked)} />}>
      {shown.length === 0 ? <Empty title={lines.length === 0 ? "The page wrote nothing to its console." : "No errors."} /> : (
        <ul className="m-0 max-h-[65dvh] list-none overflow-y-auto p-0" tabIndex={0} aria-label="Console lines">
          {shown.map((line, index) => (
            <li key={index} className="flex items-start gap-3 border-b border-line px-3.5 py-1.5 last:border-b-0">
              <Badge tone={tones[line.level] ?? "idle"}>{line.level}</Badge>
              <code className="min-w-0 flex-1 wrap-anywhere whitespace-pre-wrap">{line.text}{line.source && <span className="block text-muted">{line.source}</span>}</code>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

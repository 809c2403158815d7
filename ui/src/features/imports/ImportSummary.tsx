import type { ImportResult } from "@/api/types";
import { Badge } from "@/design/components/Status";

/** What was refused comes first, with why. */
export function ImportSummary({ result }: { result: ImportResult }) {
  return (
    <div role="status" className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        {result.rejected.length > 0 && <Badge tone="fail">{result.rejected.length} rejected</Badge>}
        <Badge tone="pass">{result.added.length} added</Badge>
        <Badge tone="accent">{result.changed.length} changed</Badge>
        <Badge>{result.unchanged.length} unchanged</Badge>
      </div>
      {result.rejected.length > 0 && (
        <ul className="m-0 flex list-none flex-col gap-1 p-0">
          {result.rejected.map((entry) => <li key={entry.path} className="wrap-anywhere"><code>{entry.path}</code> <span className="text-fail">{entry.reason}</span></li>)}
        </ul>
      )}
      <Names title="Added" names={result.added} />
      <Names title="Changed" names={result.changed} />
    </div>
  );
}

function Names({ title, names }: { title: string; names: string[] }) {
  if (names.length === 0) return null;
  return (
    <details open={names.length <= 12}>
      <summary className="cursor-pointer font-medium">{title}</summary>
      <ul className="m-0 mt-1 max-h-64 list-none overflow-y-auto p-0 text-muted" tabIndex={0}>
        {names.map((name) => <li key={name} className="wrap-anywhere"><code>{name}</code></li>)}
      </ul>
    </details>
  );
}

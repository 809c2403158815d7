import type { ImportResult } from "@/api/types";
import { Badge } from "@/design/components/Status";

/** What was refused comes first, with why. */
export function ImportSummary({ result }: { result: ImportResult }) {
  return (
    <div role="status" className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        {result.rejected.length > 0 && <Badge tone="fail">{result.rejected.length} rejected</Badge>}
        <Badge tone="pass">{result.added} added</Badge>
        <Badge tone="accent">{result.changed} changed</Badge>
        <Badge>{result.unchanged} unchanged</Badge>
      </div>
      {result.rejected.length > 0 && (
        <ul className="m-0 flex max-h-72 list-none flex-col gap-1 overflow-y-auto p-0" tabIndex={0} aria-label="Rejected files">
          {result.rejected.map((entry) => <li key={entry.path} className="wrap-anywhere"><code>{entry.path}</code> <span className="text-fail">{entry.reason}</span></li>)}
        </ul>
      )}
      {result.version && <p className="m-0 text-muted">Version {result.version.number} of {result.version.branch} has {result.version.tests} tests.</p>}
    </div>
  );
}

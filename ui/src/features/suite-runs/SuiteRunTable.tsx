import { Link } from "@tanstack/react-router";
import type { RunCounts, SuiteRunItem } from "@/api/types";
import { ShareBar } from "@/design/components/Charts";
import { Elapsed, plural, When } from "@/design/components/Moments";
import { Status, words } from "@/design/components/Status";
import type { Column } from "@/design/components/Table";
import { Table } from "@/design/components/Table";

export function CountsBar({ counts }: { counts: RunCounts }) {
  const waiting = Math.max(0, counts.total - counts.passed - counts.failed - counts.errors);
  return (
    <ShareBar
      label={`${counts.passed} passed, ${counts.failed} failed, ${counts.errors} errors, ${waiting} open of ${counts.total}`}
      parts={[{ tone: "bg-fail-fill", value: counts.failed }, { tone: "bg-warn-fill", value: counts.errors }, { tone: "bg-pass-fill", value: counts.passed }, { tone: "bg-idle-fill", value: waiting }]}
    />
  );
}

export function SuiteRunTable({ runs, applications }: { runs: SuiteRunItem[]; applications?: Map<string, string> }) {
  return (
    <Table
      caption="Suite runs"
      rows={runs}
      rowKey={(run) => run.id}
      columns={[
        { key: "number", title: "Run", cell: (run) => (
          <Link to="/suite-runs/$suiteRunId" params={{ suiteRunId: run.id }} className="font-medium whitespace-nowrap">
            {applications?.get(run.applicationId) ?? ""} #{run.number}
          </Link>
        ) },
        { key: "status", title: "Result", cell: (run) => <Status value={run.status} /> },
        { key: "counts", title: "Tests", cell: (run) => (
          <div className="flex min-w-20 flex-col sm:min-w-28 gap-1">
            <span className="text-sm sm:whitespace-nowrap">
              {run.counts.failed > 0 && <span className="text-fail">{run.counts.failed} failed </span>}
              {run.counts.errors > 0 && <span className="text-warn">{plural(run.counts.errors, "error")} </span>}
              <span className="text-muted">{run.counts.passed}/{run.counts.total} passed</span>
            </span>
            <CountsBar counts={run.counts} />
          </div>
        ) },
        ...(applications ? [] : [{ key: "trigger", title: "Started by", hideOnPhone: true, cell: (run) => <span className="text-muted">{words(run.trigger)}{run.branch && <span className="block text-sm">{run.branch}</span>}</span> },
        { key: "duration", title: "Duration", align: "right", hideOnPhone: true, cell: (run) => <span className="whitespace-nowrap"><Elapsed since={run.startedAt} until={run.endedAt} /></span> }] satisfies Column<SuiteRunItem>[]),
        { key: "when", title: "When", cell: (run) => <When at={run.endedAt ?? run.startedAt ?? run.createdAt} /> },
      ]}
    />
  );
}

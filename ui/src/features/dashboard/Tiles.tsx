import type { Dashboard } from "@/api/types";
import { ShareBar } from "@/design/components/Charts";
import { classes } from "@/design/components/classes";
import { duration } from "@/design/components/Moments";

/** The state in four numbers. */
export function Tiles({ data, days }: { data: Dashboard; days: number }) {
  const sum = data.byDay.reduce((all, day) => ({ passed: all.passed + day.passed, failed: all.failed + day.failed, errors: all.errors + day.errors }), { passed: 0, failed: 0, errors: 0 });
  const times = data.byDay.flatMap((day) => (day.p50Ms === null ? [] : [day.p50Ms])).sort((a, b) => a - b);
  const rate = data.passRate === null ? null : Math.round(data.passRate * 1000) / 10;
  return (
    <dl className="m-0 grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Tile name="Pass rate" value={rate === null ? "–" : `${rate} %`} tone={rate === null ? "" : rate >= 95 ? "text-pass" : rate >= 80 ? "text-warn" : "text-fail"}>
        <ShareBar label={`${sum.passed} passed, ${sum.errors} errors, ${sum.failed} failed`} parts={[{ tone: "bg-fail-fill", value: sum.failed }, { tone: "bg-warn-fill", value: sum.errors }, { tone: "bg-pass-fill", value: sum.passed }]} />
      </Tile>
      <Tile name="Failed" value={String(sum.failed)} tone={sum.failed > 0 ? "text-fail" : ""}>{sum.errors > 0 ? `and ${sum.errors} that could not be decided` : "none undecided"}</Tile>
      <Tile name={`Runs in ${days} days`} value={data.runs.toLocaleString("en")}>{data.running.length > 0 ? `${data.running.length} running now` : "none running now"}</Tile>
      <Tile name="Typical duration" value={duration(times[Math.floor(times.length / 2)])}>median of a run</Tile>
    </dl>
  );
}

function Tile({ name, value, tone, children }: { name: string; value: string; tone?: string; children: React.ReactNode }) {
  return (
    <div className="rounded-md border border-line bg-surface px-3.5 py-2.5">
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="m-0">
        <div className={classes("text-xl font-semibold", tone)}>{value}</div>
        <div className="mt-1 text-sm text-muted">{children}</div>
      </dd>
    </div>
  );
}

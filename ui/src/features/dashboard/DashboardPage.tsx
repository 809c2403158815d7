import { useQuery } from "@tanstack/react-query";
import { Link, Navigate, useNavigate, useSearch } from "@tanstack/react-router";
import { usePageTitle } from "@/app/usePageTitle";
import { applicationsQuery, dashboardQuery } from "@/api/queries";
import type { Dashboard } from "@/api/types";
import { DayBars, DayLine } from "@/design/components/Charts";
import { SelectField } from "@/design/components/Field";
import { Loaded } from "@/design/components/Loaded";
import { duration } from "@/design/components/Moments";
import { PageHeader, Panel } from "@/design/components/Panel";
import { Empty } from "@/design/components/States";
import { SuiteRunTable } from "@/features/suite-runs/SuiteRunTable";
import { useLive } from "@/live/useLive";
import { dayName, everyDay } from "./days";
import { RunningNow } from "./RunningNow";
import { Tiles } from "./Tiles";

export function DashboardPage() {
  usePageTitle("Dashboard");
  const { application, days = 14 } = useSearch({ from: "/inside/" });
  const navigate = useNavigate();
  const applications = useQuery(applicationsQuery);
  const dashboard = useQuery(dashboardQuery(application, days));
  useLive("WatchOrganization", null, true, [["dashboard"], ["queue"]], 1500);
  // Somebody who has nothing yet is better served by the first steps than by empty charts.
  if (applications.data?.length === 0) return <Navigate to="/welcome" replace />;
  return (
    <>
      <PageHeader
        title="Dashboard"
        actions={
          <>
            <SelectField
              label="Application"
              hideLabel
              className="w-44"
              value={application ?? ""}
              onChange={(event) => void navigate({ to: "/", search: { ...(event.target.value ? { application: event.target.value } : {}), days } })}
              options={[{ value: "", label: "All applications" }, ...(applications.data ?? []).map((entry) => ({ value: entry.id, label: entry.name }))]}
            />
            <SelectField
              label="Period"
              hideLabel
              className="w-32"
              value={String(days)}
              onChange={(event) => void navigate({ to: "/", search: { ...(application ? { application } : {}), days: Number(event.target.value) } })}
              options={[7, 14, 30, 90].map((count) => ({ value: String(count), label: `${count} days` }))}
            />
          </>
        }
      />
      <Loaded query={dashboard} rows={10} what="The dashboard could not be loaded.">{(data) => <Content data={data} days={days} names={new Map((applications.data ?? []).map((entry) => [entry.id, entry.name]))} />}</Loaded>
    </>
  );
}

function Content({ data, days, names }: { data: Dashboard; days: number; names: Map<string, string> }) {
  const failing = data.recentSuiteRuns.filter((run) => run.status === "failed" || run.status === "error");
  const byDay = everyDay(data.byDay, days, new Date());
  const others = data.recentSuiteRuns.filter((run) => !failing.includes(run));
  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-3">
      <div className="lg:col-span-3"><Tiles data={data} days={days} /></div>
      <Panel title="Suite runs, failures first" flush className="lg:col-span-2">
        {data.recentSuiteRuns.length === 0
          ? <Empty title="Nothing ran in this period." />
          : <SuiteRunTable runs={[...failing, ...others].slice(0, 12)} applications={names} />}
      </Panel>
      <div className="flex flex-col gap-4">
        <RunningNow runs={data.running} />
        <Panel title="Flaky tests" flush>
          {data.flaky.length === 0 ? <Empty title="No test changed its mind." /> : (
            <ul className="m-0 list-none p-0">
              {data.flaky.map((test) => (
                <li key={test.testId} className="flex items-center gap-3 border-b border-line px-3.5 py-2 last:border-b-0">
                  <Link to="/tests/$testId" params={{ testId: test.testId }} className="min-w-0 flex-1 truncate">{test.title}</Link>
                  <span className="text-sm text-muted" title="Passed and failed in turn, without a change of the test">{test.flips} flips · {Math.round(test.rate * 100)} %</span>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      </div>
      <Panel title="Runs a day" className="lg:col-span-2"><DayBars days={byDay} label={`Passed, failed and undecided runs of the last ${days} days`} /><Axis days={byDay} /></Panel>
      <Panel title="Typical duration"><DayLine values={byDay.map((day) => ({ day: day.day, value: day.p50Ms }))} label={`Median duration of a run over the last ${days} days`} format={duration} /><Axis days={byDay} /></Panel>
    </div>
  );
}

function Axis({ days }: { days: { day: string }[] }) {
  return <div className="mt-1 flex justify-between text-xs text-muted"><span>{dayName(days[0]!.day)}</span><span>{dayName(days.at(-1)!.day)}</span></div>;
}

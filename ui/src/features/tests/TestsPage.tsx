import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Play, Plus, Tags, Upload } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import { useApplication } from "@/app/useApplication";
import { usePageTitle } from "@/app/usePageTitle";
import { useMay } from "@/app/useSession";
import { branchesQuery, testsQuery } from "@/api/queries";
import type { TestTree as Suite } from "@/api/types";
import { Button, buttonClasses, IconButton } from "@/design/components/Button";
import { SelectField, TextField } from "@/design/components/Field";
import { Loaded } from "@/design/components/Loaded";
import { plural } from "@/design/components/Moments";
import { PageHeader, Panel } from "@/design/components/Panel";
import { Empty } from "@/design/components/States";
import { RunDialog } from "@/features/suite-runs/RunDialog";
import { TagsDialog } from "./TagsDialog";
import { TestTree } from "./TestTree";
import { matching } from "./tree";

export function TestsPage() {
  const application = useApplication();
  usePageTitle("Tests", application.name);
  const { branch } = useSearch({ from: "/inside/applications/$applicationId/tests" });
  const tests = useQuery(testsQuery(application.id, branch));
  const may = useMay("edit");
  const mayRun = useMay("run");
  const [running, setRunning] = useState(false);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const params = { applicationId: application.id };
  return (
    <>
      <PageHeader
        title="Tests"
        above={application.name}
        actions={
          <>
            <BranchPicker applicationId={application.id} branch={branch} />
            {may && <Link to="/applications/$applicationId/tests/new" params={params} search={{ branch }} className={buttonClasses()}><Plus size={15} aria-hidden />New test</Link>}
            {may && <Link to="/applications/$applicationId/import" params={params} search={{ branch }} className={buttonClasses()}><Upload size={15} aria-hidden />Import</Link>}
            {mayRun && (
              <Button look="primary" icon={<Play size={15} aria-hidden />} onClick={() => setRunning(true)} disabled={!tests.data?.tests.length}>
                {selected.size > 0 ? `Run ${selected.size} selected` : "Run tests"}
              </Button>
            )}
          </>
        }
      />
      <Panel flush>
        <Loaded query={tests} rows={12} what="The tests could not be loaded.">
          {(suite) => suite.tests.length === 0
            ? (
              <Empty title="No tests yet." action={may && (
                <>
                  <Link to="/applications/$applicationId/tests/new" params={params} search={{ branch }} className={buttonClasses("primary")}>Write a test</Link>
                  <Link to="/applications/$applicationId/import" params={params} search={{ branch }} className={buttonClasses()}>Import a folder or a zip</Link>
                </>
              )}>
                A test is a Markdown file: what a person would do, step by step, in plain English.
              </Empty>
            )
            : <Filtered suite={suite} applicationId={application.id} selected={selected} onSelect={setSelected} />}
        </Loaded>
      </Panel>
      {tests.data && running && (
        <RunDialog application={application} suite={tests.data} testIds={[...selected]} branch={branch} open onOpenChange={setRunning} />
      )}
    </>
  );
}

/** Nothing where there is only the main one. */
function BranchPicker({ applicationId, branch }: { applicationId: string; branch: string | undefined }) {
  const branches = useQuery(branchesQuery(applicationId)).data ?? [];
  const navigate = useNavigate();
  if (branches.length < 2 && branch === undefined) return null;
  const known = branches.some((entry) => entry.name === branch);
  return (
    <SelectField
      label="Branch"
      hideLabel
      className="w-44"
      value={branch ?? ""}
      onChange={(event) => void navigate({ to: "/applications/$applicationId/tests", params: { applicationId }, search: event.target.value ? { branch: event.target.value } : {} })}
      options={[...branches.map((entry) => ({ value: entry.isMain ? "" : entry.name, label: entry.name })), ...(branch !== undefined && !known ? [{ value: branch, label: branch }] : [])]}
    />
  );
}

function Filtered({ suite: { tests: all, tags }, applicationId, selected, onSelect }: { suite: Suite; applicationId: string; selected: ReadonlySet<string>; onSelect: (ids: ReadonlySet<string>) => void }) {
  const search = useSearch({ from: "/inside/applications/$applicationId/tests" });
  const navigate = useNavigate();
  const [q, setQ] = useState(search.q ?? "");
  const late = useDeferredValue(q);
  const shown = useMemo(() => matching(all, { ...search, q: late }), [all, search, late]);
  const [managing, setManaging] = useState(false);
  const set = (part: { q?: string; tag?: string; status?: string }) => void navigate({ to: "/applications/$applicationId/tests", params: { applicationId }, search: { ...search, ...part }, replace: true });
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 border-b border-line p-2.5">
        <TextField
          label="Search tests"
          hideLabel
          type="search"
          placeholder="Search title, path, tag"
          className="min-w-44 flex-1"
          value={q}
          onChange={(event) => setQ(event.target.value)}
          onBlur={() => set({ q })}
        />
        <SelectField label="Tag" hideLabel className="w-36" value={search.tag ?? ""} onChange={(event) => set({ tag: event.target.value })} options={[{ value: "", label: "All tags" }, ...tags.map((tag) => ({ value: tag.name, label: `${tag.name} (${tag.tests.toLocaleString("en")})` }))]} />
        <IconButton label="All tags" icon={<Tags size={16} aria-hidden />} onClick={() => setManaging(true)} />
        <SelectField
          label="Last result"
          hideLabel
          className="w-36"
          value={search.status ?? ""}
          onChange={(event) => set({ status: event.target.value })}
          options={[{ value: "", label: "Any result" }, { value: "failing", label: "Failing" }, { value: "passed", label: "Passed" }, { value: "never", label: "Never run" }]}
        />
        <div role="status" className="w-full text-sm text-muted sm:w-auto">
          {shown.length === all.length ? plural(all.length, "test") : `${shown.length.toLocaleString("en")} of ${plural(all.length, "test")}`}
          {selected.size > 0 && <> · {selected.size} selected <button type="button" className="text-accent hover:underline" onClick={() => onSelect(new Set())}>clear</button></>}
        </div>
      </div>
      {shown.length === 0 ? <Empty title="No test fits." action={<Button onClick={() => { setQ(""); set({ q: "", tag: "", status: "" }); }}>Show all tests</Button>} /> : (
        <TestTree all={all} tests={shown} applicationId={applicationId} branch={search.branch} selected={selected} onSelect={onSelect} />
      )}
      {managing && (
        <TagsDialog
          applicationId={applicationId}
          branch={search.branch}
          tags={tags}
          onShow={(tag) => { set({ tag }); setManaging(false); }}
          onNamed={(before, now) => { if (search.tag === before) set({ tag: now }); }}
          onClose={() => setManaging(false)}
        />
      )}
    </>
  );
}

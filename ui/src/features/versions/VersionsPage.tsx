import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useApplication } from "@/app/useApplication";
import { usePageTitle } from "@/app/usePageTitle";
import { branchesQuery, suiteVersionDiffQuery, suiteVersionsQuery } from "@/api/queries";
import type { SuiteVersion } from "@/api/types";
import { Button } from "@/design/components/Button";
import { Diff } from "@/design/components/Diff";
import { SelectField } from "@/design/components/Field";
import { Loaded } from "@/design/components/Loaded";
import { plural, When } from "@/design/components/Moments";
import { PageHeader, Panel } from "@/design/components/Panel";
import { Empty } from "@/design/components/States";
import { Badge } from "@/design/components/Status";
import { BranchesPanel } from "./BranchesPanel";

export function VersionsPage() {
  const application = useApplication();
  usePageTitle("Versions", application.name);
  const { branch } = useSearch({ from: "/inside/applications/$applicationId/versions" });
  const navigate = useNavigate();
  const branches = useQuery(branchesQuery(application.id));
  const versions = useInfiniteQuery(suiteVersionsQuery(application.id, branch));
  // A branch is mostly looked at to see what it has otherwise than the main one.
  const main = useInfiniteQuery({ ...suiteVersionsQuery(application.id, undefined), enabled: branch !== undefined });
  const choose = (name: string) => void navigate({ to: "/applications/$applicationId/versions", params: { applicationId: application.id }, search: name ? { branch: name } : {}, replace: true });
  return (
    <>
      <PageHeader title="Versions" above={application.name} note="Each change of the suite is a version of its branch; none is ever changed afterwards."
        actions={branches.data && branches.data.length > 1 && <SelectField label="Branch" hideLabel value={branch ?? ""} onChange={(event) => choose(event.target.value)} options={branches.data.map((entry) => ({ value: entry.isMain ? "" : entry.name, label: entry.name }))} />}
      />
      <div className="flex flex-col gap-4">
        <Loaded query={versions} what="The versions could not be loaded.">
          {({ pages }) => {
            const all = pages.flatMap((page) => page.items);
            return all.length === 0 ? <Panel><Empty title="No versions yet.">The first test makes the first one.</Empty></Panel>
              : <Choose key={branch} versions={all} others={branch === undefined ? [] : (main.data?.pages.flatMap((page) => page.items) ?? [])} more={versions.hasNextPage ? { busy: versions.isFetchingNextPage, load: () => void versions.fetchNextPage() } : null} />;
          }}
        </Loaded>
        {branches.data && <BranchesPanel applicationId={application.id} branches={branches.data} onRemoved={(name) => { if (name === branch) choose(""); }} />}
      </div>
    </>
  );
}

type More = { busy: boolean; load: () => void };

function Choose({ versions, others, more }: { versions: SuiteVersion[]; others: SuiteVersion[]; more: More | null }) {
  const [newer, setNewer] = useState(versions[0]!.id);
  const [chosen, setOlder] = useState<string | null>(null);
  const known = [...versions, ...others];
  const older = chosen ?? (others[0] ?? versions[1] ?? versions[0]!).id;
  const options = known.map((version) => ({ value: version.id, label: `#${version.number} · ${version.branch} · ${new Date(version.createdAt).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" })}` }));
  return (
    <div className="flex flex-col gap-4">
      {known.length > 1 && (
        <>
          <Panel title="Compare">
            <div className="grid gap-3 sm:grid-cols-2">
              <SelectField label="Older" value={older} onChange={(event) => setOlder(event.target.value)} options={options} />
              <SelectField label="Newer" value={newer} onChange={(event) => setNewer(event.target.value)} options={options} />
            </div>
          </Panel>
          {older !== newer ? <Difference older={older} newer={newer} /> : <Panel><Empty title="Choose two different versions." /></Panel>}
        </>
      )}
      <Panel title="All versions" flush>
        <ul className="m-0 list-none p-0">
          {versions.map((version) => (
            <li key={version.id} className="flex flex-wrap items-center gap-3 border-b border-line px-3.5 py-2 last:border-b-0">
              <span className="w-14 font-medium">#{version.number}</span><span className="min-w-0 flex-1">{version.message || version.source}{version.commit && <code className="ml-2 text-muted">{version.commit.slice(0, 8)}</code>}</span>
              <span className="text-muted">{plural(version.tests, "test")}</span><span className="text-sm text-muted"><When at={version.createdAt} /></span>
            </li>
          ))}
        </ul>
        {more && <div className="border-t border-line p-2.5"><Button small busy={more.busy} onClick={more.load}>Show older versions</Button></div>}
      </Panel>
    </div>
  );
}

function Difference({ older, newer }: { older: string; newer: string }) {
  const diff = useQuery(suiteVersionDiffQuery(older, newer));
  return (
    <Panel title="What changed" flush>
      <Loaded query={diff} what="The difference could not be loaded.">
        {(result) => result.items.length === 0 ? <Empty title="The same tests in both." /> : (
          <ul className="m-0 list-none p-0">
            {result.items.map((change) => (
              <li key={change.testId} className="border-b border-line last:border-b-0">
                <details className="px-3.5 py-2">
                  <summary className="cursor-pointer"><Badge tone={change.kind === "removed" ? "fail" : change.kind === "added" ? "pass" : "accent"}>{change.kind}</Badge> <span className="ml-1 wrap-anywhere">{change.title || change.path}</span></summary>
                  <div className="mt-2"><Diff label={`Change of ${change.path}`} before={change.before ?? ""} after={change.after ?? ""} /></div>
                </details>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Panel>
  );
}

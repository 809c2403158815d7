import { Link } from "@tanstack/react-router";
import { ChevronDown, ChevronRight, FolderPen } from "lucide-react";
import { useMemo, useState } from "react";
import type { TreeTest } from "@/api/types";
import { useMay } from "@/app/useSession";
import { IconButton } from "@/design/components/Button";
import { When } from "@/design/components/Moments";
import { classes } from "@/design/components/classes";
import { Badge, Status } from "@/design/components/Status";
import { VirtualList } from "@/design/components/VirtualList";
import { FolderDialog } from "./FolderDialog";
import { rowsOf } from "./tree";

/** What is shown of all tests; a change of a folder is one of all that is in it, shown or not. */
export function TestTree({ all, tests, applicationId, branch, selected, onSelect }: {
  all: TreeTest[]; tests: TreeTest[]; applicationId: string; branch: string | undefined; selected: ReadonlySet<string>; onSelect: (ids: ReadonlySet<string>) => void;
}) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  // Kept here and not with its row: a row is gone as soon as it is scrolled out of sight.
  const [changing, setChanging] = useState<string | null>(null);
  const may = useMay("edit");
  const rows = useMemo(() => rowsOf(tests, closed), [tests, closed]);

  function toggleFolder(path: string) {
    const next = new Set(closed);
    if (!next.delete(path)) next.add(path);
    setClosed(next);
  }

  function toggleTest(id: string) {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
  }

  function toggleAllIn(path: string) {
    const inside = tests.filter((test) => test.path.startsWith(`${path}/`)).map((test) => test.id);
    const next = new Set(selected);
    const whole = inside.every((id) => next.has(id));
    for (const id of inside) if (whole) next.delete(id); else next.add(id);
    onSelect(next);
  }

  return (
    <>
      <VirtualList
        label="Tests"
        items={rows}
        itemKey={(row) => row.id}
        className="h-[max(20rem,calc(100dvh-14rem))] overflow-y-auto"
        row={(row) => {
          const indent = { paddingLeft: 10 + row.depth * 18 };
          if (row.kind === "folder") {
            const path = row.id.slice("folder:".length);
            return (
              <div className="flex h-full items-center gap-2 pr-3 hover:bg-canvas" style={indent}>
                <input type="checkbox" aria-label={`Select all in ${path}`} className="size-4 accent-accent" checked={tests.every((test) => !test.path.startsWith(`${path}/`) || selected.has(test.id))} onChange={() => toggleAllIn(path)} />
                <button type="button" aria-expanded={row.open} onClick={() => toggleFolder(path)} className="flex min-w-0 flex-1 items-center gap-1.5 text-left font-medium">
                  {row.open ? <ChevronDown size={15} aria-hidden /> : <ChevronRight size={15} aria-hidden />}
                  <span className="truncate">{row.name}</span>
                  <span className="text-sm font-normal text-muted">{row.tests}</span>
                </button>
                {row.failing > 0 && <Badge tone="fail">{row.failing} failing</Badge>}
                {may && <IconButton label={`Rename, move or delete ${path}`} icon={<FolderPen size={15} aria-hidden />} onClick={() => setChanging(path)} />}
              </div>
            );
          }
          const { test } = row;
          return (
            <div className="flex h-full items-center gap-2 pr-3 hover:bg-canvas" style={indent}>
              <input type="checkbox" aria-label={`Select ${test.title}`} className="size-4 accent-accent" checked={selected.has(test.id)} onChange={() => toggleTest(test.id)} />
              <Link to="/applications/$applicationId/tests/$testId" params={{ applicationId, testId: test.id }} search={{ branch }} className="min-w-0 flex-1 truncate text-text">{test.title}</Link>
              {test.tags.slice(0, 2).map((tag) => <span key={tag} className="max-md:hidden"><Badge>{tag}</Badge></span>)}
              {test.hasErrors && <Badge tone="warn">cannot run</Badge>}
              {test.lastRun && <span className="w-20 text-right text-sm text-muted max-sm:hidden"><When at={test.lastRun.endedAt} /></span>}
              <span className={classes("flex w-24 justify-end", !test.lastRun && "max-sm:hidden")}><Status value={test.lastRun?.status} /></span>
            </div>
          );
        }}
      />
      {changing !== null && <FolderDialog applicationId={applicationId} branch={branch} folder={changing} tests={all.filter((test) => test.path.startsWith(`${changing}/`)).length} onClose={() => setChanging(null)} />}
    </>
  );
}

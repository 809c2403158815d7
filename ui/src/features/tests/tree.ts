import type { TreeTest } from "@/api/types";

export type Row =
  | { kind: "folder"; id: string; name: string; depth: number; tests: number; failing: number; open: boolean }
  | { kind: "test"; id: string; depth: number; test: TreeTest };

type Node = { path: string; name: string; folders: Map<string, Node>; tests: TreeTest[]; total: number; failing: number };

// A collator is made once: asking each string for its own costs ten times more, and there may be ten thousand.
const { compare } = new Intl.Collator("en", { numeric: true });

/** The folder of a path, "" for the root. */
export function folderOf(test: { path: string }): string {
  const end = test.path.lastIndexOf("/");
  return end < 0 ? "" : test.path.slice(0, end);
}

function isFailing(test: TreeTest): boolean {
  return test.lastRun?.status === "failed" || test.lastRun?.status === "error";
}

function build(tests: TreeTest[]): Node {
  const root: Node = { path: "", name: "", folders: new Map(), tests: [], total: 0, failing: 0 };
  for (const test of tests) {
    const failing = isFailing(test) ? 1 : 0;
    let node = root;
    node.total++;
    node.failing += failing;
    for (const part of folderOf(test).split("/").filter(Boolean)) {
      let next = node.folders.get(part);
      if (!next) {
        next = { path: node.path ? `${node.path}/${part}` : part, name: part, folders: new Map(), tests: [], total: 0, failing: 0 };
        node.folders.set(part, next);
      }
      next.total++;
      next.failing += failing;
      node = next;
    }
    node.tests.push(test);
  }
  return root;
}

/** The tree as the rows in sight; what fails comes first in its folder. */
export function rowsOf(tests: TreeTest[], closed: ReadonlySet<string>): Row[] {
  const rows: Row[] = [];
  const visit = (node: Node, depth: number) => {
    const folders = [...node.folders.values()].sort((a, b) => Number(b.failing > 0) - Number(a.failing > 0) || compare(a.name, b.name));
    for (const folder of folders) {
      const open = !closed.has(folder.path);
      rows.push({ kind: "folder", id: `folder:${folder.path}`, name: folder.name, depth, tests: folder.total, failing: folder.failing, open });
      if (open) visit(folder, depth + 1);
    }
    const sorted = [...node.tests].sort((a, b) => Number(isFailing(b)) - Number(isFailing(a)) || compare(a.title, b.title));
    for (const test of sorted) rows.push({ kind: "test", id: test.id, depth, test });
  };
  visit(build(tests), 0);
  return rows;
}

export type Filter = { q?: string; tag?: string; status?: string };

/** Every word of the search must be somewhere in title, path or tags. */
export function matching(tests: TreeTest[], filter: Filter): TreeTest[] {
  const words = (filter.q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  return tests.filter((test) => {
    if (filter.tag && !test.tags.includes(filter.tag)) return false;
    if (filter.status === "failing" && !isFailing(test)) return false;
    if (filter.status === "never" && test.lastRun) return false;
    if (filter.status === "passed" && test.lastRun?.status !== "passed") return false;
    if (words.length === 0) return true;
    const text = `${test.title} ${test.path} ${test.tags.join(" ")}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

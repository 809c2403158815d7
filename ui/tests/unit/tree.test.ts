import { describe, expect, test } from "vitest";
import type { TreeTest } from "@/api/types";
import { matching, rowsOf } from "@/features/tests/tree";

const item = (id: string, folder: string, title: string, status: "passed" | "failed" | null = "passed", tags: string[] = []): TreeTest => ({
  id, path: folder ? `${folder}/${id}.md` : `${id}.md`, title, tags, hasErrors: false, lastRun: status ? { id: `run-${id}`, status, endedAt: null, durationMs: null } : null,
});

describe("the tree of tests", () => {
  const tests = [item("a", "cart", "Add"), item("b", "cart/coupons", "Expired", "failed"), item("c", "", "Opens"), item("d", "login", "Refused", null, ["smoke"])];

  test("what fails comes first, folders before tests", () => {
    const rows = rowsOf(tests, new Set());
    expect(rows.map((row) => (row.kind === "folder" ? `${row.depth} ${row.name}/ ${row.failing}` : `${row.depth} ${row.test.title}`))).toEqual([
      "0 cart/ 1", "1 coupons/ 1", "2 Expired", "1 Add", "0 login/ 0", "1 Refused", "0 Opens",
    ]);
  });

  test("a closed folder hides what is in it and still says how many fail", () => {
    const rows = rowsOf(tests, new Set(["cart"]));
    expect(rows[0]).toMatchObject({ kind: "folder", name: "cart", failing: 1, tests: 2, open: false });
    expect(rows).toHaveLength(4);
  });

  test("every word of a search must be there, in any order and place", () => {
    expect(matching(tests, { q: "coupons EXPIRED" }).map((test) => test.id)).toEqual(["b"]);
    expect(matching(tests, { q: "expired add" })).toEqual([]);
    expect(matching(tests, { tag: "smoke" }).map((test) => test.id)).toEqual(["d"]);
    expect(matching(tests, { status: "never" }).map((test) => test.id)).toEqual(["d"]);
    expect(matching(tests, { status: "failing" }).map((test) => test.id)).toEqual(["b"]);
  });

  test("a name of a folder is not the beginning of another", () => {
    const rows = rowsOf([item("a", "car", "A"), item("b", "cart", "B")], new Set(["car"]));
    expect(rows.filter((row) => row.kind === "test").map((row) => row.id)).toEqual(["b"]);
  });
});

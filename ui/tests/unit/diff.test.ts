import { expect, test } from "vitest";
import { diffLines } from "@/design/components/Diff";
import { pairs } from "@/features/runs/pairs";
import type { Step } from "@/api/types";

test("a changed line is one that left and one that came", () => {
  expect(diffLines("a\nb\nc", "a\nx\nc")).toEqual([
    { kind: "same", text: "a" }, { kind: "removed", text: "b" }, { kind: "added", text: "x" }, { kind: "same", text: "c" },
  ]);
});

test("what was appended does not mark what was there", () => {
  expect(diffLines("a", "a\nb").filter((line) => line.kind !== "same")).toEqual([{ kind: "added", text: "b" }]);
});

test("both sides can be put together again from a diff", () => {
  const before = "1\n2\n3\n3\n4";
  const after = "0\n2\n3\n5\n4\n4";
  const lines = diffLines(before, after);
  expect(lines.filter((line) => line.kind !== "added").map((line) => line.text).join("\n")).toBe(before);
  expect(lines.filter((line) => line.kind !== "removed").map((line) => line.text).join("\n")).toBe(after);
});

const step = (text: string): Step => ({ number: 1, section: "Steps", text, line: 1, status: "passed", durationMs: 1, message: null, failure: null, decidedBy: null, attempts: [] });

test("steps of two runs meet by their sentence, and what only one has stands alone", () => {
  expect(pairs([step("open"), step("new"), step("pay")], [step("open"), step("old"), step("pay")]).map((pair) => [pair.now?.text, pair.then?.text])).toEqual([
    ["open", "open"], ["new", undefined], [undefined, "old"], ["pay", "pay"],
  ]);
});

import { expect, test } from "vitest";
import type { Run, RunItem, SuiteRun, SuiteRunItem } from "@/api/types";
import { waitsFor } from "@/features/runs/waitsFor";
import { applied } from "@/live/runEvents";
import { merged } from "@/live/useLiveSuiteRun";

const run = { id: "r", status: "running", steps: [], stepsDone: 0, stepsTotal: 2, lastSequence: 3 } as unknown as Run;
const event = (sequence: number, kind: string, data: unknown) => ({ sequence, kind, at: "", data });

test("steps appear as they begin and are replaced as they end", () => {
  const begun = applied(run, event(4, "step", { phase: "started", number: 1, section: "step", text: "Click Pay", line: 9 }))!;
  expect(begun.steps).toMatchObject([{ number: 1, text: "Click Pay", status: "running" }]);
  const ended = applied(begun, event(5, "step", { phase: "ended", number: 1, step: { number: 1, text: "Click Pay", status: "passed", attempts: [] } }))!;
  expect(ended).toMatchObject({ stepsDone: 1, lastSequence: 5, steps: [{ status: "passed" }] });
});

test("an event that was seen is not applied again", () => {
  expect(applied(run, event(3, "step", { phase: "started", number: 1 }))).toBe(run);
});

test("what only the server knows is asked for", () => {
  expect(applied(run, event(4, "state", { status: "passed" }))).toBeNull();
  expect(applied(run, event(4, "question", {}))).toBeNull();
});

test("what a run is at is known from its events, and what its picture waits for is said", () => {
  const at = (data: object) => applied(run, event(4, "state", data))!;
  expect(waitsFor({ status: "queued", phase: null, startUrl: null }).title).toBe("Waiting for a free worker");
  expect(waitsFor(run).title).toBe("Reading the test");
  expect(waitsFor(at({ phase: "environment", scenario: "standard" })).title).toBe("Making the test data");
  expect(waitsFor(at({ phase: "browser" })).title).toBe("Starting the browser");
  expect(waitsFor(at({ phase: "steps", startUrl: "https://shop.test/cart" }))).toEqual({ title: "Opening the first page", note: "https://shop.test/cart" });
  expect(applied(run, event(4, "state", { status: "running", reason: "tried again" }))).toBeNull();
});

test("how many steps there are is known as soon as the test was read, and stays known", () => {
  const read = applied({ ...run, stepsTotal: 0 }, event(4, "state", { phase: "planned", steps: 6 }))!;
  expect(read.stepsTotal).toBe(6);
  expect(applied(read, event(5, "state", { phase: "browser" }))!.stepsTotal).toBe(6);
});

test("attempts join the step that is under way", () => {
  const begun = applied(run, event(4, "step", { phase: "started", number: 1 }))!;
  expect(applied(begun, event(5, "attempt", { phase: "ended", step: 1, index: 0, attempt: { command: "click" } }))!.steps[0]!.attempts).toMatchObject([{ command: "click" }]);
});

test("of a suite run only what changed is replaced, in its place", () => {
  const item = (id: string, status: string) => ({ id, status }) as RunItem;
  const suite = { id: "s", status: "running", branch: "main", counts: {}, runs: [item("a", "queued"), item("b", "queued")] } as unknown as SuiteRun;
  const next = merged(suite, { suiteRun: { id: "s", status: "running", branch: null } as unknown as SuiteRunItem, runs: [item("b", "passed")] });
  expect(next.runs.map((entry) => entry.status)).toEqual(["queued", "passed"]);
  expect(next.branch).toBe("main");
});

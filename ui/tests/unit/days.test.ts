import { expect, test } from "vitest";
import { dayName, everyDay } from "../../src/features/dashboard/days";

const day = (name: string, passed: number) => ({ day: name, passed, failed: 0, errors: 0, p50Ms: 1200 });

test("a period holds every day up to today, also where nothing ran and over the end of a month", () => {
  const days = everyDay([day("2026-02-27", 4), day("2026-03-01", 2)], 4, new Date("2026-03-02T23:30:00Z"));
  expect(days.map((entry) => [entry.day, entry.passed, entry.p50Ms])).toEqual([["2026-02-27", 4, 1200], ["2026-02-28", 0, null], ["2026-03-01", 2, 1200], ["2026-03-02", 0, null]]);
});

test("a day is called as people call it", () => expect(dayName("2026-03-01")).toBe("1 Mar"));

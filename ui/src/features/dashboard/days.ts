import type { Dashboard } from "@/api/types";

type Day = Dashboard["byDay"][number];

/** Every day of a period that ends today, oldest first, also those on which nothing ran: without them a chart has no time in it. Days are UTC, as the server counts them. */
export function everyDay(known: Day[], days: number, now: Date): Day[] {
  const byName = new Map(known.map((day) => [day.day, day]));
  return Array.from({ length: days }, (_, index) => {
    const day = new Date(now.getTime() - (days - 1 - index) * 86_400_000).toISOString().slice(0, 10);
    return byName.get(day) ?? { day, passed: 0, failed: 0, errors: 0, p50Ms: null };
  });
}

/** As a person says it: 21 Nov. */
export function dayName(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
}

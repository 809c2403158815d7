import { applications, scenarios, suiteRun, webhooks, tests } from "../mock/data.ts";

/** The names in the addresses of the list, as the stand-in of the server has them. */
export const mockIds: Record<string, string> = { app: applications[0]!.id, test: tests[0]!.id, suiteRun: suiteRun.id, failedRun: suiteRun.runs[0]!.id, webhook: webhooks[0]!.id, scenario: scenarios[0]!.id };

export function fill(path: string, ids: Record<string, string> = mockIds): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? name);
}

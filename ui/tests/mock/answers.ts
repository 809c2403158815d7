import * as data from "./data.ts";

export type Answer = { status: number; body?: unknown; type?: string };
type Handler = (parts: string[], url: URL, body: unknown) => unknown;

const page = (items: unknown[]) => ({ items, next: null });
const routes: [string, RegExp, Handler][] = [
  ["GET", /^\/v1\/session$/, () => data.session],
  ["GET", /^\/v1\/dashboard$/, () => data.dashboard],
  ["GET", /^\/v1\/applications$/, () => page(data.applications)],
  ["POST", /^\/v1\/applications$/, () => data.applications[0]],
  ["GET", /^\/v1\/applications\/([^/]+)$/, ([id]) => data.applications.find((entry) => entry.id === id)],
  ["GET", /^\/v1\/applications\/[^/]+\/secrets$/, () => page(data.secrets)],
  ["GET", /^\/v1\/applications\/[^/]+\/tests$/, () => page(data.tests)],
  ["POST", /^\/v1\/applications\/[^/]+\/imports(\/sample)?$/, () => data.imported],
  ["POST", /^\/v1\/applications\/[^/]+\/suite-runs$/, () => ({ id: data.suiteRun.id })],
  ["GET", /^\/v1\/applications\/[^/]+\/suite-versions$/, () => page(data.versions)],
  ["GET", /^\/v1\/suite-versions\/[^/]+\/diff\/[^/]+$/, () => data.versionDiff],
  ["GET", /^\/v1\/applications\/[^/]+\/recordings$/, () => page(data.recordings)],
  ["GET", /^\/v1\/applications\/[^/]+\/heals$/, () => page(data.heals)],
  ["GET", /^\/v1\/applications\/[^/]+\/scenarios$/, () => data.scenarios],
  ["GET", /^\/v1\/applications\/[^/]+\/scenarios\/[^/]+\/recipe-versions$/, () => page(data.recipeVersions)],
  ["POST", /^\/v1\/applications\/[^/]+\/scenarios\/[^/]+\/dry-run$/, () => data.dryRun],
  ["GET", /^\/v1\/applications\/[^/]+\/scenario-instances$/, () => page(data.instances)],
  ["GET", /^\/v1\/applications\/[^/]+\/endpoint-calls$/, () => page(data.calls)],
  ["GET", /^\/v1\/applications\/[^/]+\/setups$/, () => page(data.setups)],
  ["GET", /^\/v1\/tests\/([^/]+)$/, ([id]) => data.test(id!)],
  ["PUT", /^\/v1\/tests\/([^/]+)$/, ([id], _, body) => ({ ...data.test(id!), ...(body as object), version: 4 })],
  ["GET", /^\/v1\/tests\/[^/]+\/plans$/, () => page(data.plans)],
  ["POST", /^\/v1\/lint$/, (_, __, body) => data.lint((body as { content: string }).content)],
  ["GET", /^\/v1\/suite-runs$/, () => page(data.suiteRuns)],
  ["GET", /^\/v1\/suite-runs\/[^/]+$/, () => data.suiteRun],
  ["GET", /^\/v1\/runs$/, () => page(data.suiteRun.runs.slice(0, 6))],
  ["GET", /^\/v1\/runs\/([^/]+)$/, ([id]) => data.run(id!)],
  ["GET", /^\/v1\/runs\/[^/]+\/artifacts$/, () => page(data.files)],
  ["GET", /^\/v1\/schedules$/, () => page(data.schedules)],
  ["GET", /^\/v1\/members$/, () => page(data.members)],
  ["GET", /^\/v1\/invitations$/, () => page(data.invitations)],
  ["GET", /^\/v1\/api-keys$/, () => page(data.apiKeys)],
  ["POST", /^\/v1\/api-keys$/, () => ({ ...data.apiKeys[0], key: "ak_live_an_example_that_opens_nothing" })],
  ["GET", /^\/v1\/webhooks$/, () => page(data.webhooks)],
  ["GET", /^\/v1\/webhooks\/[^/]+\/deliveries$/, () => page(data.deliveries)],
  ["GET", /^\/v1\/audit-log$/, () => page(data.audit)],
];

/** What the contract answers; everything that changes something says that it was done. */
export function answer(method: string, url: URL, body: unknown): Answer {
  if (url.pathname.startsWith("/v1/artifacts/")) return { status: 200, type: "image/svg+xml", body: data.picture(url.pathname) };
  for (const [wanted, pattern, handler] of routes) {
    const match = wanted === method ? pattern.exec(url.pathname) : null;
    if (!match) continue;
    const result = handler(match.slice(1), url, body);
    return result === undefined ? { status: 404, body: { code: "not_found", title: "Not found" } } : { status: 200, body: result };
  }
  return method === "GET" || url.pathname.startsWith("/v1/live") ? { status: 404, body: { code: "not_found", title: "Not found" } } : { status: 200, body: {} };
}

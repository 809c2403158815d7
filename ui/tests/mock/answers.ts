import * as data from "./data.ts";

export type Answer = { status: number; body?: unknown; type?: string };
type Handler = (parts: string[], url: URL, body: unknown) => unknown;

const page = (items: unknown[]) => ({ items, next: null });
const routes: [string, RegExp, Handler][] = [
  ["GET", /^\/v1\/session$/, () => data.session],
  ["GET", /^\/v1\/sample$/, () => ({ url: "http://127.0.0.1:5081", files: [{ path: "a.md", content: "# Test: A" }] })],
  ["GET", /^\/v1\/queue$/, () => data.queue],
  ["GET", /^\/v1\/dashboard$/, () => data.dashboard],
  ["GET", /^\/v1\/applications$/, () => page(data.applications)],
  ["POST", /^\/v1\/applications$/, () => data.applications[0]],
  ["GET", /^\/v1\/applications\/([^/]+)$/, ([id]) => data.applications.find((entry) => entry.id === id)],
  ["GET", /^\/v1\/applications\/[^/]+\/secrets$/, () => page(data.secrets)],
  ["GET", /^\/v1\/applications\/[^/]+\/test-tree$/, () => data.tree],
  ["POST", /^\/v1\/applications\/[^/]+\/(?:folders|tags)\/(?:move|rename|remove)$/, () => ({ added: 0, changed: 1, removed: 0, unchanged: 0, version: data.versions[0] })],
  ["GET", /^\/v1\/applications\/[^/]+\/branches$/, () => data.branches],
  ["GET", /^\/v1\/applications\/[^/]+\/endpoint$/, () => data.endpoint],
  ["POST", /^\/v1\/applications\/[^/]+\/imports$/, () => data.imported],
  ["POST", /^\/v1\/applications\/[^/]+\/suite-runs$/, () => ({ id: data.suiteRun.id })],
  ["GET", /^\/v1\/applications\/[^/]+\/suite-versions$/, (_, url) => {
    const branch = url.searchParams.get("branch");
    return page(branch ? data.versions.map((version) => ({ ...version, id: version.id.replace("-0007-", "-0107-"), branch })) : data.versions);
  }],
  ["GET", /^\/v1\/suite-versions\/[^/]+\/diff\/[^/]+$/, () => data.versionDiff],
  ["GET", /^\/v1\/applications\/[^/]+\/recordings$/, () => page(data.recordings)],
  ["GET", /^\/v1\/applications\/[^/]+\/heals$/, (_, url) => page(data.heals.filter((heal) => heal.state === url.searchParams.get("state")))],
  ["GET", /^\/v1\/applications\/[^/]+\/scenarios$/, () => data.scenarios],
  ["GET", /^\/v1\/scenarios\/[^/]+$/, () => data.scenario],
  ["GET", /^\/v1\/scenarios\/[^/]+\/recipe-versions$/, () => page(data.recipeVersions)],
  ["GET", /^\/v1\/setups\/[^/]+\/events$/, () => page(data.setupEvents)],
  ["POST", /^\/v1\/applications\/[^/]+\/scenarios\/[^/]+\/dry-run$/, () => data.dryRun],
  ["GET", /^\/v1\/applications\/[^/]+\/scenario-instances$/, () => page(data.instances)],
  ["GET", /^\/v1\/applications\/[^/]+\/scenario-calls$/, (_, url) => page(data.calls.filter((call) => url.searchParams.get("failed") !== "true" || call.error))],
  ["GET", /^\/v1\/applications\/[^/]+\/setups$/, () => page(data.setups)],
  ["GET", /^\/v1\/tests\/([^/]+)$/, ([id]) => data.test(id!)],
  ["PUT", /^\/v1\/tests\/([^/]+)$/, ([id], _, body) => ({ ...data.test(id!), ...(body as object), version: 4 })],
  ["GET", /^\/v1\/tests\/[^/]+\/plans$/, () => page(data.plans)],
  ["POST", /^\/v1\/lint$/, (_, __, body) => data.lint((body as { content: string }).content)],
  ["GET", /^\/v1\/applications\/[^/]+\/deployments$/, () => page(data.deployments)],
  ["POST", /^\/v1\/suite-runs\/[^/]+\/rerun$/, () => ({ id: data.suiteRun.id, number: 219, total: 4 })],
  ["GET", /^\/v1\/suite-runs$/, () => page(data.suiteRuns)],
  ["GET", /^\/v1\/suite-runs\/[^/]+$/, () => data.suiteRun],
  ["GET", /^\/v1\/runs$/, () => page(data.suiteRun.runs.slice(0, 6))],
  ["GET", /^\/v1\/runs\/([^/]+)$/, ([id]) => data.run(id!)],
  ["GET", /^\/v1\/runs\/[^/]+\/artifacts$/, () => page(data.files)],
  ["GET", /^\/v1\/schedules$/, () => data.schedules],
  ["GET", /^\/v1\/organization$/, () => data.organization],
  ["GET", /^\/v1\/account\/sessions$/, () => data.places],
  ["GET", /^\/v1\/members$/, () => data.members],
  ["GET", /^\/v1\/invitations$/, () => data.invitations],
  ["GET", /^\/v1\/api-keys$/, () => data.apiKeys],
  ["POST", /^\/v1\/api-keys$/, () => ({ apiKey: data.apiKeys[0], key: "ak_live_an_example_that_opens_nothing" })],
  ["GET", /^\/v1\/webhooks$/, () => data.webhooks],
  ["GET", /^\/v1\/webhooks\/events$/, () => ({ events: ["run.completed", "suite_run.completed"] })],
  ["GET", /^\/v1\/webhooks\/[^/]+\/deliveries$/, () => page(data.deliveries)],
  ["GET", /^\/v1\/audit-log$/, () => page(data.audit)],
];

/** What the contract answers; everything that changes something says that it was done. */
export function answer(method: string, url: URL, body: unknown): Answer {
  const log = data.logs[url.pathname.replace("/v1/artifacts/", "")];
  if (log) return { status: 200, type: "application/jsonl", body: log };
  if (url.pathname.startsWith("/v1/artifacts/")) return { status: 200, type: "image/svg+xml", body: data.picture(url.pathname) };
  for (const [wanted, pattern, handler] of routes) {
    const match = wanted === method ? pattern.exec(url.pathname) : null;
    if (!match) continue;
    const result = handler(match.slice(1), url, body);
    return result === undefined ? { status: 404, body: { code: "not_found", title: "Not found" } } : { status: 200, body: result };
  }
  return method === "GET" || url.pathname.startsWith("/v1/live") ? { status: 404, body: { code: "not_found", title: "Not found" } } : { status: 200, body: {} };
}

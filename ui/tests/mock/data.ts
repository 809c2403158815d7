import type * as T from "../../src/api/types.ts";

const hour = 3_600_000;
// The newest moment of everything below; pictures of pages stay comparable because the ages do not change.
const now = Date.now();
const before = (hours: number) => new Date(now - hours * hour).toISOString();
const id = (kind: string, number: number) => `0199aaaa-${kind.padEnd(4, "0").slice(0, 4)}-7000-8000-${String(number).padStart(12, "0")}`;

export const session: T.Session = {
  user: { id: id("0001", 1), email: "mara@larkspur.test", name: "Mara Lindqvist" },
  organization: { id: id("0002", 1), name: "Larkspur Supply", slug: "larkspur", role: "owner" },
  organizations: [{ id: id("0002", 1), name: "Larkspur Supply", slug: "larkspur", role: "owner" }, { id: id("0002", 2), name: "Harbour Tools", slug: "harbour", role: "viewer" }],
  csrf: "mock",
  setup: { needsOwner: false, signUpOpen: true, oauth: ["github"] },
  features: { sampleUrl: "http://127.0.0.1:5081" } as never,
};

const counts = (passed: number, failed: number, errors: number, running = 0, queued = 0): T.Counts => ({ total: passed + failed + errors + running + queued, passed, failed, errors, running, queued, cancelled: 0 });
const summary = (number: number, status: T.RunStatus, c: T.Counts, hours: number, trigger = "schedule"): T.SuiteRunSummary => ({
  id: id("00ff", number), number, applicationId: id("0003", 1), applicationName: "Shop", status, counts: c, trigger, branch: number % 3 === 0 ? "release/4.2" : "main", createdAt: before(hours), startedAt: before(hours), endedAt: status === "running" ? null : before(hours - 0.04),
});

export const suiteRuns: T.SuiteRunSummary[] = [
  summary(218, "running", counts(31, 1, 0, 4, 12), 0.02, "manual"),
  summary(217, "failed", counts(44, 3, 1), 6),
  summary(216, "passed", counts(48, 0, 0), 15, "api"),
  summary(215, "error", counts(46, 0, 2), 27),
  ...Array.from({ length: 12 }, (_, index) => summary(214 - index, "passed", counts(48, 0, 0), 39 + index * 12)),
];

export const applications: T.Application[] = [
  { id: id("0003", 1), name: "Shop", slug: "shop", platform: "web", url: "https://staging.larkspur.test", instructions: "The shop resets every night.", endpointUrl: "https://staging.larkspur.test/api/autonoma", createdAt: before(2000), updatedAt: before(30), version: 7, tests: 10_000, lastSuiteRun: suiteRuns[1]! },
  { id: id("0003", 2), name: "Warehouse", slug: "warehouse", platform: "web", url: "https://warehouse.larkspur.test", instructions: null, endpointUrl: null, createdAt: before(900), updatedAt: before(80), version: 2, tests: 64, lastSuiteRun: suiteRuns[2]! },
  { id: id("0003", 3), name: "Picker", slug: "picker", platform: "android", url: "com.larkspur.picker", instructions: null, endpointUrl: null, createdAt: before(100), updatedAt: before(90), version: 1, tests: 0, lastSuiteRun: null },
];

const titles = ["A wrong password is refused", "An order can be cancelled before it is packed", "The cart keeps what was put in", "A coupon lowers the total once", "Search finds a product by its number", "A packer cannot open the settings", "Prices follow the chosen currency", "An empty cart cannot be paid"];
const folders = ["accounts", "cart", "cart/coupons", "checkout", "back-office/orders", "back-office/catalogue", "search"];
export const tests: T.TestItem[] = Array.from({ length: 10_000 }, (_, index) => {
  const folder = folders[index % folders.length]!;
  const status: T.RunStatus | null = index % 97 === 5 ? "failed" : index % 211 === 7 ? "error" : index % 31 === 3 ? null : "passed";
  const title = index < titles.length ? titles[index]! : `${titles[index % titles.length]} (${index})`;
  return { id: id("0004", index + 1), path: `${folder}/test-${index + 1}.md`, title, folder, tags: [["smoke", "critical", "slow"][index % 3]!], lastRun: status ? { id: id("0005", index + 1), status, endedAt: before(6) } : null, problems: index === 11 ? 2 : 0 };
});

const content = `---
url: /login
tags: [smoke]
---

# Test: A wrong password is refused

## Steps

1. Type "mara@larkspur.test" into the Email field
2. Type "Winter-99" into the Password field
3. Click the Sign in button
4. Verify that an error message is displayed
5. Log in as usual
`;
export const test = (testId: string): T.Test | undefined => {
  const item = tests.find((entry) => entry.id === testId);
  return item && { ...item, applicationId: id("0003", 1), content, version: 3, problems: [] };
};
export const plans: T.Plan[] = [
  { id: id("0006", 2), number: 2, content, author: "Mara Lindqvist", createdAt: before(30) },
  { id: id("0006", 1), number: 1, content: content.replace("Winter-99", "Summer-12").replace("5. Log in as usual\n", ""), author: "Tom Ferrer", createdAt: before(300) },
];

export function lint(text: string): T.Lint {
  const steps = text.split("\n").flatMap((line, index) => (/^\d+\. /.test(line) ? [{ line: index + 1, text: line.replace(/^\d+\. /, ""), reading: /as usual/.test(line) ? null : `reads: ${line.replace(/^\d+\. /, "").toLowerCase()}` }] : []));
  return {
    steps,
    problems: steps.filter((step) => step.reading === null).map((step) => ({ severity: "error", code: "step.unknown", line: step.line, column: 4, message: `"${step.text}" needs knowledge that is not in the sentence.`, suggestion: "Write what a person would click and type." })),
  };
}
export const imported: T.ImportResult = { added: ["cart/add.md", "cart/remove.md", "login/wrong-password.md"], changed: ["checkout/pay.md"], unchanged: ["search/by-number.md"], rejected: [{ path: "notes/todo.md", reason: "There is no heading 'Steps'." }] };

const runs: T.RunSummary[] = tests.slice(0, 48).map((entry, index) => ({
  id: id("0005", index + 1), testId: entry.id, suiteRunId: id("00ff", 217), title: entry.title, path: entry.path, status: index < 3 ? "failed" : index === 3 ? "error" : "passed", failureKind: index < 3 ? "assertion" : index === 3 ? "scenario_setup" : null,
  reasoning: index < 3 ? "Expected the total to be 41.50, found 44.00." : index === 3 ? "The endpoint answered 503 three times." : null, startedAt: before(6), endedAt: before(5.99), durationMs: 1200 + index * 130, attempt: 1,
}));
export const suiteRun: T.SuiteRun = { ...suiteRuns[1]!, url: null, mode: null, runs };

const attempt = (command: string, target: string, y: number): T.Attempt => ({ command, params: { target }, outcome: "succeeded", evidence: `The ${target} was found by its label.`, before: "step-1-before.svg", after: "step-1-after.svg", target: { description: target, bounds: { x: 500, y, width: 280, height: 40 } }, viewport: { width: 1280, height: 800 }, durationMs: 41 });
const step = (number: number, text: string, status: T.Step["status"], attempts: T.Attempt[], message: string | null = null): T.Step => ({ number, section: "Steps", text, line: 9 + number, status, durationMs: status === "skipped" ? null : 40 * number, message, decidedBy: status === "skipped" ? null : "interpreter", attempts });
export const run = (runId: string): T.Run => {
  const failed = runId !== id("0005", 40);
  return {
    id: runId, testId: tests[0]!.id, applicationId: id("0003", 1), suiteRunId: id("00ff", 217), title: "A coupon lowers the total once", status: failed ? "failed" : "passed", failureKind: failed ? "assertion" : null,
    reasoning: failed ? "Expected the total to be 41.50, found 44.00: the coupon HARBOUR was taken but changed nothing." : null,
    steps: [
      step(1, "Type \"HARBOUR\" into the Coupon field", "passed", [attempt("type", "Coupon field", 300)]),
      step(2, "Click the Apply button", "passed", [attempt("click", "Apply button", 360)]),
      step(3, "Verify that the total is 41.50", failed ? "failed" : "passed", [{ ...attempt("assert", "total", 520), outcome: failed ? "failed" : "succeeded", evidence: "Looked for 5.0 s; the last text was \"44.00\"." }], failed ? "Expected the total to be 41.50, found 44.00." : null),
      step(4, "Click the Pay button", failed ? "skipped" : "passed", failed ? [] : [attempt("click", "Pay button", 600)]),
    ],
    memory: { order: "LK-20931" }, video: null, console: [{ level: "error", text: "TypeError: cart.coupons is undefined", source: "/app.js:120" }, { level: "log", text: "<b>not markup</b>", source: null }],
    network: [{ method: "POST", url: "/api/coupons", status: 500, durationMs: 81 }, { method: "GET", url: "/api/cart", status: 200, durationMs: 12 }], cost: null, worker: "worker-1", attempt: 1, startedAt: before(6), endedAt: before(5.995), previousPassedRunId: failed ? id("0005", 40) : null,
  };
};
export const files: T.ArtifactFile[] = [
  { name: "step-1-before.svg", kind: "screenshot", size: 48_211, url: "/v1/artifacts/before" },
  { name: "step-1-after.svg", kind: "screenshot", size: 49_004, url: "/v1/artifacts/after" },
  { name: "run.json", kind: "result", size: 9_120, url: "/v1/artifacts/run" },
];
export const picture = (path: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="800"><rect width="1280" height="800" fill="#fbfbf7"/><rect width="1280" height="64" fill="#30475e"/><text x="40" y="42" font-family="sans-serif" font-size="24" fill="#fff">Larkspur Supply</text><rect x="500" y="300" width="280" height="40" fill="#fff" stroke="#888"/><text x="512" y="326" font-family="sans-serif" font-size="18">${path.endsWith("after") ? "HARBOUR" : ""}</text><rect x="500" y="360" width="280" height="40" fill="#30475e"/><text x="612" y="386" font-family="sans-serif" font-size="18" fill="#fff">Apply</text><text x="500" y="546" font-family="sans-serif" font-size="24">Total 44.00</text></svg>`;

export const dashboard: T.Dashboard = {
  passRate: 0.962, runs: 1344, byDay: Array.from({ length: 14 }, (_, index) => ({ day: new Date(now - (13 - index) * 24 * hour).toISOString().slice(0, 10), passed: 80 + ((index * 7) % 16), failed: index === 13 ? 3 : index % 5 === 2 ? 2 : 0, errors: index % 6 === 4 ? 2 : 0, p50Ms: 1400 + ((index * 331) % 700) })),
  running: tests.slice(20, 24).map((entry, index) => ({ id: id("0005", 20 + index), testId: entry.id, title: entry.title, status: "running", startedAt: before(0.002 * (index + 1)), endedAt: null })),
  flaky: tests.slice(2, 6).map((entry, index) => ({ testId: entry.id, title: entry.title, flips: 6 - index, rate: 0.21 - index * 0.04 })), recentSuiteRuns: suiteRuns.slice(0, 8),
};

export const versions: T.SuiteVersion[] = [3, 2, 1].map((number) => ({ id: id("0007", number), number, branch: "main", commitSha: `a1b2c3d${number}`, tests: 48, createdAt: before(60 - number * 10) }));
export const versionDiff: T.SuiteVersionDiff = { changes: [{ path: "cart/add.md", title: "The cart keeps what was put in", kind: "changed", before: "1. Click Add\n2. Open the cart", after: "1. Click Add to cart\n2. Open the cart" }, { path: "search/old.md", title: "Search by colour", kind: "removed", before: "1. Click Red", after: null }] };
export const recordings: T.Recording[] = tests.slice(0, 14).map((entry, index) => ({ id: id("0008", index), testId: entry.id, testTitle: entry.title, branch: "main", steps: 4 + (index % 7), recordedAt: before(300 + index), lastReplayedAt: before(6), replays: 40 + index, content: null }));
export const heals: T.Heal[] = [
  { id: id("0009", 1), testId: tests[0]!.id, testTitle: tests[0]!.title, runId: runs[0]!.id, status: "proposed", step: "Click the Sign in button", reason: "The button is called Log in now; place, form and what follows are the same.", before: "click\n  role: button\n  name: Sign in\n  within: form Account", after: "click\n  role: button\n  name: Log in\n  within: form Account", beforePicture: "/v1/artifacts/before", afterPicture: "/v1/artifacts/after", createdAt: before(6) },
  { id: id("0009", 2), testId: tests[1]!.id, testTitle: tests[1]!.title, runId: runs[1]!.id, status: "accepted", step: "Click Orders", reason: "Moved from the sidebar to the top.", before: "within: sidebar", after: "within: banner", beforePicture: null, afterPicture: null, createdAt: before(80) },
];
export const scenarios: T.Scenarios = {
  endpointUrl: applications[0]!.endpointUrl, discoveredAt: before(50), models: [{ name: "Shop", fields: 6, required: ["name"] }, { name: "Customer", fields: 9, required: ["email", "shopId"] }, { name: "Order", fields: 14, required: ["customerId", "lines"] }],
  scenarios: [{ name: "empty-shop", description: "A shop with staff and nothing else", recipeVersion: 4, updatedAt: before(40), status: "passed" }, { name: "busy-shop", description: "Orders in every state", recipeVersion: 9, updatedAt: before(4), status: "failed" }],
};
export const recipeVersions: T.RecipeVersion[] = [2, 1].map((version) => ({ id: id("000a", version), version, recipe: { create: { Shop: [{ name: "{{unique}}", Customer: Array.from({ length: version }, (_, index) => ({ email: `c${index}@example.test` })) }] } }, createdAt: before(50 - version * 10), author: "Mara Lindqvist", valid: true, problems: [] }));
export const dryRun: T.DryRun = { ok: true, steps: [{ name: "discover", ok: true, message: null }, { name: "up", ok: true, message: "3 records in 84 ms" }, { name: "down", ok: true, message: null }] };
export const instances: T.Instance[] = [{ id: id("000b", 1), scenario: "busy-shop", status: "down_failed", runId: runs[3]!.id, createdAt: before(6), endedAt: null, error: "The endpoint answered 503; tried again in 4 minutes." }, { id: id("000b", 2), scenario: "empty-shop", status: "removed", runId: runs[4]!.id, createdAt: before(6), endedAt: before(5.9), error: null }];
export const calls: T.EndpointCall[] = ["discover", "up", "down", "up"].map((action, index) => ({ id: id("000c", index), action, status: index === 3 ? 503 : 200, durationMs: 30 + index * 22, at: before(6 + index), scenario: index === 0 ? null : "busy-shop", error: index === 3 ? "Service Unavailable" : null }));
export const schedules: T.Schedule[] = [{ id: id("000d", 1), applicationId: id("0003", 1), name: "Nightly", cron: "0 0 3 * * ?", timeZone: "Europe/Stockholm", enabled: true, folder: null, tags: [], nextAt: new Date(now + 9 * hour).toISOString(), lastSuiteRunId: suiteRun.id, version: 1 }, { id: id("000d", 2), applicationId: id("0003", 1), name: "Smoke", cron: "0 0 * * * ?", timeZone: "Europe/Stockholm", enabled: false, folder: null, tags: ["smoke"], nextAt: null, lastSuiteRunId: null, version: 3 }];
export const setups: T.Setup[] = [{ id: id("000e", 1), applicationId: id("0003", 1), name: "larkspur/shop", status: "running", createdAt: before(2), updatedAt: before(1), errorMessage: null, events: ["step.started", "log", "file.read", "step.completed"].map((kind, index) => ({ id: id("000f", index), kind, text: "Reading the code of the shop: 41 models, 12 pages", at: before(2 - index * 0.2) })) }];
export const members: T.Member[] = [["Mara Lindqvist", "owner"], ["Tom Ferrer", "member"], ["Ines Aalto", "viewer"]].map(([name, role], index) => ({ id: id("0010", index), userId: id("0001", index + 1), email: `${name!.split(" ")[0]!.toLowerCase()}@larkspur.test`, name: name!, role: role as T.Role, joinedAt: before(1000 - index * 100) }));
export const invitations: T.Invitation[] = [{ id: id("0011", 1), email: "jo@larkspur.test", role: "member", expiresAt: new Date(now + 100 * hour).toISOString() }];
export const apiKeys: T.ApiKey[] = [{ id: id("0012", 1), name: "CI", prefix: "ak_live_7fQ2", scopes: ["read", "run"], createdAt: before(500), expiresAt: new Date(now + 1000 * hour).toISOString(), lastUsedAt: before(6) }];
export const webhooks: T.Webhook[] = [{ id: id("0013", 1), url: "https://chat.larkspur.test/hooks/tests", events: ["suite_run.completed"], enabled: true, createdAt: before(700), lastDeliveryStatus: "failed" }];
export const deliveries: T.Delivery[] = [{ id: id("0014", 1), event: "suite_run.completed", status: "failed", responseStatus: null, attempts: 4, createdAt: before(6), deliveredAt: null, error: "No answer within 10 s" }, { id: id("0014", 2), event: "suite_run.completed", status: "delivered", responseStatus: 204, attempts: 1, createdAt: before(15), deliveredAt: before(15), error: null }];
export const audit: T.AuditEntry[] = ["test.changed", "member.role_changed", "api_key.created", "application.changed", "heal.accepted"].map((action, index) => ({ id: id("0015", index), at: before(index * 5 + 1), actor: "mara@larkspur.test", action, target: ["A coupon lowers the total once", "Tom Ferrer", "CI", "Shop", "An order can be cancelled"][index]!, detail: index === 1 ? "viewer → member" : null, address: "127.0.0.1" }));
export const secrets: T.SecretName[] = [{ name: "AUTONOMA_SHARED_SECRET", updatedAt: before(400) }, { name: "ADMIN_PASSWORD", updatedAt: before(40) }];

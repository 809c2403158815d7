import type * as T from "../../src/api/types.ts";

const hour = 3_600_000;
// The newest moment of everything below; pictures of pages stay comparable because the ages do not change.
const now = Date.now();
const before = (hours: number) => new Date(now - hours * hour).toISOString();
const id = (kind: string, number: number) => `0199aaaa-${kind.padEnd(4, "0").slice(0, 4)}-7000-8000-${String(number).padStart(12, "0")}`;

export const session: T.Session = {
  user: { id: id("0001", 1), email: "mara@larkspur.test", name: "Mara Lindqvist", hasPassword: true, twoFactor: false },
  organization: { id: id("0002", 1), name: "Larkspur Supply", slug: "larkspur", role: "owner" },
  organizations: [{ id: id("0002", 1), name: "Larkspur Supply", slug: "larkspur", role: "owner" }, { id: id("0002", 2), name: "Harbour Tools", slug: "harbour", role: "viewer" }],
  permissions: ["read", "run", "edit", "secrets", "administer", "own"],
  csrf: "mock",
  setup: { needsOwner: false, signUpOpen: true, oAuth: ["github"] },
  features: { local: true, mail: false, sampleUrl: "http://127.0.0.1:5081" },
};

const counts = (passed: number, failed: number, errors: number, running = 0, queued = 0): T.RunCounts => ({ total: passed + failed + errors + running + queued, passed, failed, errors, running, queued, cancelled: 0 });
const summary = (number: number, status: T.RunStatus, c: T.RunCounts, hours: number, trigger = "schedule"): T.SuiteRunItem => ({
  id: id("00ff", number), number, applicationId: id("0003", 1), status, counts: c, trigger, branchId: id("0017", 1), branch: number % 3 === 0 ? "release/4.2" : "main", url: null, commit: null, scheduleId: null, authorId: null, createdAt: before(hours), startedAt: before(hours), endedAt: status === "running" ? null : before(hours - 0.04),
});

export const suiteRuns: T.SuiteRunItem[] = [
  summary(218, "running", counts(31, 1, 0, 4, 12), 0.02, "manual"),
  summary(217, "failed", counts(44, 3, 1), 6),
  summary(216, "passed", counts(48, 0, 0), 15, "api"),
  summary(215, "error", counts(46, 0, 2), 27),
  ...Array.from({ length: 12 }, (_, index) => summary(214 - index, "passed", counts(48, 0, 0), 39 + index * 12)),
];

const last = (run: T.SuiteRunItem): T.LastSuiteRun => ({ id: run.id, number: run.number, status: run.status, total: run.counts.total, passed: run.counts.passed, failed: run.counts.failed, errors: run.counts.errors, endedAt: run.endedAt });

export const applications: T.Application[] = [
  { id: id("0003", 1), name: "Shop", slug: "shop", platform: "web", url: "https://staging.larkspur.test", instructions: "The shop resets every night.", package: null, repository: "larkspur/shop", endpointUrl: "https://staging.larkspur.test/api/autonoma", createdAt: before(2000), updatedAt: before(30), version: 7, tests: 10_000, lastSuiteRun: last(suiteRuns[1]!) },
  { id: id("0003", 2), name: "Warehouse", slug: "warehouse", platform: "web", url: "https://warehouse.larkspur.test", instructions: "", package: null, repository: null, endpointUrl: null, createdAt: before(900), updatedAt: before(80), version: 2, tests: 64, lastSuiteRun: last(suiteRuns[2]!) },
  { id: id("0003", 3), name: "Picker", slug: "picker", platform: "android", url: null, instructions: "", package: "com.larkspur.picker", repository: null, endpointUrl: null, createdAt: before(100), updatedAt: before(90), version: 1, tests: 0, lastSuiteRun: null },
];

const titles = ["A wrong password is refused", "An order can be cancelled before it is packed", "The cart keeps what was put in", "A coupon lowers the total once", "Search finds a product by its number", "A packer cannot open the settings", "Prices follow the chosen currency", "An empty cart cannot be paid"];
const folders = ["accounts", "cart", "cart/coupons", "checkout", "back-office/orders", "back-office/catalogue", "search"];
export const tests: T.TreeTest[] = Array.from({ length: 10_000 }, (_, index) => {
  const folder = folders[index % folders.length]!;
  const status: T.RunStatus | null = index % 97 === 5 ? "failed" : index % 211 === 7 ? "error" : index % 31 === 3 ? null : "passed";
  const title = index < titles.length ? titles[index]! : `${titles[index % titles.length]} (${index})`;
  return { id: id("0004", index + 1), path: `${folder}/test-${index + 1}.md`, title, tags: [["smoke", "critical", "slow"][index % 3]!], lastRun: status ? { id: id("0005", index + 1), status, endedAt: before(6), durationMs: 1800 } : null, hasErrors: index === 11 };
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
  return item && { ...item, applicationId: id("0003", 1), branch: "main", folder: item.path.slice(0, item.path.lastIndexOf("/")), scenario: null, content, version: 3, planId: id("0006", 2), problems: [], updatedAt: before(30), lastRun: item.lastRun ?? null };
};
export const tree: T.TestTree = { branch: "main", version: 12, folders: [], tests, tags: ["critical", "slow", "smoke"].map((name) => ({ name, tests: tests.filter((entry) => entry.tags.includes(name)).length })) };
export const plans: T.Plan[] = [
  { id: id("0006", 2), number: 2, path: "accounts/test-1.md", title: "A wrong password is refused", content, hasErrors: false, authorId: null, createdAt: before(30) },
  { id: id("0006", 1), number: 1, path: "accounts/test-1.md", title: "A wrong password is refused", content: content.replace("Winter-99", "Summer-12").replace("5. Log in as usual\n", ""), hasErrors: false, authorId: null, createdAt: before(300) },
];

export function lint(text: string): T.Lint {
  const steps = text.split("\n").flatMap((line, index) => (/^\d+\. /.test(line) ? [{ line: index + 1, section: "steps", text: line.replace(/^\d+\. /, ""), reading: /as usual/.test(line) ? null : `reads: ${line.replace(/^\d+\. /, "").toLowerCase()}` }] : []));
  return {
    title: "A test",
    steps,
    problems: steps.filter((step) => step.reading === null).map((step) => ({ severity: "error", code: "step.unknown", line: step.line, column: 4, message: `"${step.text}" needs knowledge that is not in the sentence.`, suggestion: "Write what a person would click and type." })),
  };
}
export const imported: T.ImportResult = { added: 3, changed: 1, removed: 0, unchanged: 1, rejected: [{ path: "notes/todo.md", reason: "There is no heading 'Steps'." }], version: null };

const runItem = (entry: T.TreeTest, number: number, status: T.RunStatus, extra: Partial<T.RunItem> = {}): T.RunItem => ({
  id: id("0005", number), applicationId: id("0003", 1), testId: entry.id, suiteRunId: id("00ff", 217), title: entry.title, path: entry.path, status, failureKind: null, reasoning: "", attempt: 1, stepsDone: 4, stepsTotal: 4,
  createdAt: before(6), startedAt: before(6), endedAt: status === "running" ? null : before(5.995), durationMs: 1200 + number * 130, cost: null, worker: "worker-1", ...extra,
});
const runs: T.RunItem[] = tests.slice(0, 48).map((entry, index) =>
  index < 3 ? runItem(entry, index + 1, "failed", { failureKind: "assertion", reasoning: "Expected the total to be 41.50, found 44.00." })
  : index === 3 ? runItem(entry, index + 1, "error", { failureKind: "scenario_setup", reasoning: "The endpoint answered 503 three times." })
  : runItem(entry, index + 1, "passed"));
export const suiteRun: T.SuiteRun = { ...suiteRuns[1]!, runs };

const attempt = (command: string, target: string, y: number): T.Attempt => ({
  command, params: { target }, status: "passed", outcome: `The ${target} was found by its label.`, failure: null, output: null, startedAtMs: 0, durationMs: 41, target, bounds: { x: 500, y, width: 280, height: 40 }, confidence: 0.98,
  evidence: { considered: [{ element: `${target} in the form Cart`, score: 0.98, why: "its label is the name that was written", bounds: null, chosen: true }, { element: "link Coupons", score: 0.31, why: "shares a word", bounds: null, chosen: false }], claims: null, isAmbiguous: false },
  urlBefore: "/cart", urlAfter: "/cart", before: "screenshots/before.svg", after: "screenshots/after.svg", beforeUrl: "/v1/artifacts/before", afterUrl: "/v1/artifacts/after",
});
const step = (number: number, text: string, status: string, attempts: T.Attempt[], message: string | null = null): T.Step => ({ number, section: number < 4 ? "step" : "expected", text, line: 9 + number, status, durationMs: status === "skipped" ? null : 40 * number, message, failure: status === "failed" ? "assertion" : null, decidedBy: status === "skipped" ? null : "interpreter", attempts });
const wrongTotal: T.Attempt = { ...attempt("assert", "total", 520), status: "failed", outcome: "Looked for 5.0 s.", evidence: { considered: null, claims: [{ claim: "the total is 41.50", verdict: "failed", expected: "41.50", found: "44.00", bounds: null }], isAmbiguous: false } };
export const run = (runId: string): T.Run => {
  const failed = runId !== id("0005", 40);
  const why = "Expected the total to be 41.50, found 44.00: the coupon HARBOUR was taken but changed nothing.";
  return {
    ...runItem(tests[0]!, 1, failed ? "failed" : "passed", { id: runId, title: "A coupon lowers the total once", failureKind: failed ? "assertion" : null, reasoning: failed ? why : "Every step was carried out." }),
    steps: [
      step(1, "Type \"HARBOUR\" into the Coupon field", "passed", [attempt("type", "Coupon field", 300)]),
      step(2, "Click the Apply button", "passed", [attempt("click", "Apply button", 360)]),
      step(3, "Verify that the total is 41.50", failed ? "failed" : "passed", [failed ? wrongTotal : attempt("assert", "total", 520)], failed ? "Expected the total to be 41.50, found 44.00." : null),
      step(4, "The order can be paid", failed ? "skipped" : "passed", failed ? [] : [attempt("assert", "Pay button", 600)]),
    ],
    memory: { order: "LK-20931" }, notes: [], platform: "web", branch: "main", startUrl: "https://staging.larkspur.test/cart", viewport: { width: 1280, height: 800 }, request: {}, modelUse: null, assertionsHeld: failed ? 0 : 2, decisions: 3,
    finalPicture: { name: "screenshots/after.svg", url: "/v1/artifacts/after" }, video: null, console: file("console.jsonl", "log", "/v1/artifacts/console"), network: file("network.jsonl", "log", "/v1/artifacts/network"), question: null,
    claims: [{ worker: "worker-1", startedAt: before(6), endedAt: before(5.995), outcome: "failed" }], phase: null, previousPassedRunId: failed ? id("0005", 40) : null, lastSequence: 20, cancelRequestedAt: null,
  };
};
const file = (name: string, kind: string, url: string): T.ArtifactFile => ({ name, attempt: 1, kind, size: 48_211, url });
export const files: T.ArtifactFile[] = [file("screenshots/before.svg", "picture", "/v1/artifacts/before"), file("screenshots/after.svg", "picture", "/v1/artifacts/after"), file("result.json", "document", "/v1/artifacts/result")];
export const logs: Record<string, string> = {
  console: [{ offsetMs: 310, source: "page-error", level: "error", text: "TypeError: cart.coupons is undefined" }, { offsetMs: 320, source: "console", level: "info", text: "<b>not markup</b>" }].map((line) => JSON.stringify(line)).join("\n"),
  network: [{ offsetMs: 200, source: "network", level: "error", text: "500 POST /api/coupons" }, { offsetMs: 90, source: "network", level: "info", text: "200 GET /api/cart" }].map((line) => JSON.stringify(line)).join("\n"),
};
export const picture = (path: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="800"><rect width="1280" height="800" fill="#fbfbf7"/><rect width="1280" height="64" fill="#30475e"/><text x="40" y="42" font-family="sans-serif" font-size="24" fill="#fff">Larkspur Supply</text><rect x="500" y="300" width="280" height="40" fill="#fff" stroke="#888"/><text x="512" y="326" font-family="sans-serif" font-size="18">${path.endsWith("after") ? "HARBOUR" : ""}</text><rect x="500" y="360" width="280" height="40" fill="#30475e"/><text x="612" y="386" font-family="sans-serif" font-size="18" fill="#fff">Apply</text><text x="500" y="546" font-family="sans-serif" font-size="24">Total 44.00</text></svg>`;

export const dashboard: T.Dashboard = {
  passRate: 0.962, runs: 1344, byDay: Array.from({ length: 14 }, (_, index) => ({ day: new Date(now - (13 - index) * 24 * hour).toISOString().slice(0, 10), passed: 80 + ((index * 7) % 16), failed: index === 13 ? 3 : index % 5 === 2 ? 2 : 0, errors: index % 6 === 4 ? 2 : 0, p50Ms: 1400 + ((index * 331) % 700) })),
  running: tests.slice(20, 24).map((entry, index) => runItem(entry, 20 + index, "running", { startedAt: before(0.002 * (index + 1)) })),
  flaky: tests.slice(2, 6).map((entry, index) => ({ testId: entry.id, title: entry.title, flips: 6 - index, rate: 0.21 - index * 0.04 })), recentSuiteRuns: suiteRuns.slice(0, 8),
};

export const calls: T.ScenarioCall[] = (["up", "down", "up", "discover"] as const).map((action, index) => ({ id: id("0021", index), action, scenario: action === "discover" ? null : "busy-shop", testRunId: null, runId: null, endpoint: "https://staging.larkspur.test/api/autonoma", status: index === 2 ? 500 : 200, code: index === 2 ? "factory.failed" : null, error: index === 2 ? "Order: the customer does not exist." : null, durationMs: 140 + index * 60, at: before(index + 1) }));
export const versions: T.SuiteVersion[] = [3, 2, 1].map((number) => ({ id: id("0007", number), branchId: id("0017", 1), branch: "main", number, source: "edit", message: ["Imported", "Changed cart/add.md", "Removed search/old.md"][number - 1]!, commit: number === 1 ? "a1b2c3d4e5" : null, authorId: null, tests: 48, createdAt: before(60 - number * 10) }));
export const branches: T.Branch[] = [
  { id: id("0017", 1), name: "main", isMain: true, pullRequest: null, head: 3, tests: 10_000, createdAt: before(900), updatedAt: before(30) },
  { id: id("0017", 2), name: "release/4.2", isMain: false, pullRequest: null, head: 2, tests: 9_980, createdAt: before(200), updatedAt: before(40) },
  { id: id("0017", 3), name: "pr-812", isMain: false, pullRequest: 812, head: 4, tests: 10_003, createdAt: before(20), updatedAt: before(3) },
];
export const deployments: T.Deployment[] = [
  { id: id("0022", 1), branch: "pr-812", url: "https://pr-812.larkspur.test/", endpointUrl: "https://pr-812.larkspur.test/api/autonoma", commit: "9f31c2ab07d4", pullRequest: 812, provider: "pipeline", environment: "preview", createdAt: before(3), suiteRunId: suiteRuns[1]!.id },
  { id: id("0022", 2), branch: "main", url: "https://staging.larkspur.test/", endpointUrl: null, commit: "41d0be77a1c2", pullRequest: null, provider: null, environment: "staging", createdAt: before(15), suiteRunId: suiteRuns[2]!.id },
  { id: id("0022", 3), branch: "docs-only", url: "https://docs.larkspur.test/", endpointUrl: null, commit: null, pullRequest: null, provider: null, environment: null, createdAt: before(60), suiteRunId: null },
];
export const queue: T.QueueState = { queued: 12, running: 4, workers: [1, 2].map((number) => ({ id: id("0023", number), name: `worker-${number}`, slots: 2, busy: 2, draining: false, startedAt: before(80), seenAt: before(0) })) };
export const versionDiff: T.SuiteVersionDiff = { from: versions[1]!, to: versions[0]!, added: 0, changed: 1, removed: 1, items: [{ testId: id("0004", 3), path: "cart/add.md", beforePath: null, title: "The cart keeps what was put in", kind: "changed", before: "1. Click Add\n2. Open the cart", after: "1. Click Add to cart\n2. Open the cart" }, { testId: id("0004", 9), path: "search/old.md", beforePath: null, title: "Search by colour", kind: "removed", before: "1. Click Red", after: null }] };
export const recordings: T.Recording[] = tests.slice(0, 14).map((entry, index) => ({ id: id("0008", index), testId: entry.id, title: entry.title, path: entry.path, branchId: id("0017", 1), branch: "main", runId: runs[index]!.id, steps: 4 + (index % 7), hash: "", updatedAt: before(300 + index) }));
const healStep = (text: string, name: string): T.HealStep => ({ number: 3, line: 12, step: text, by: "its form and what follows", recorded: { role: "button", name: "Sign in", within: "form Account" }, now: { role: "button", name, within: "form Account" }, moved: null, before: "screenshots/before.svg", after: "screenshots/after.svg" });
export const heals: T.Heal[] = [
  { id: id("0009", 1), testId: tests[0]!.id, title: tests[0]!.title, path: tests[0]!.path, branchId: id("0017", 1), runId: runs[0]!.id, state: "proposed", heals: [healStep("Click the Sign in button", "Log in")], createdAt: before(6), decidedAt: null, isOutdated: false },
  { id: id("0009", 2), testId: tests[1]!.id, title: tests[1]!.title, path: tests[1]!.path, branchId: id("0017", 1), runId: runs[1]!.id, state: "accepted", heals: [healStep("Click Orders", "All orders")], createdAt: before(80), decidedAt: before(79), isOutdated: false },
];
export const scenarios: T.Scenario[] = [["busy-shop", "Orders in every state", 9], ["empty-shop", "A shop with staff and nothing else", 4]].map(([name, description, number], index) => ({ id: id("0018", index + 1), applicationId: id("0003", 1), name: name as string, description: description as string, hasActiveRecipe: true, recipeNumber: number as number, activeRecipeId: id("000a", 2), version: 3, createdAt: before(900), updatedAt: before(40) }));
export const recipeVersions: T.RecipeVersion[] = [2, 1].map((number) => ({ id: id("000a", number), number, isActive: number === 2, validationMode: "sdk-check", setupId: null, authorId: null, recipe: { name: "busy-shop", create: { Shop: [{ name: "{{unique}}", Customer: Array.from({ length: number }, (_, index) => ({ email: `c${index}@example.test` })) }] } }, createdAt: before(50 - number * 10) }));
export const scenario: T.ScenarioDetails = { scenario: scenarios[0]!, recipe: recipeVersions[0]!.recipe };
export const dryRun: T.DryRun = { scenario: "busy-shop", passed: true, testRunId: "run", upMs: 84, downMs: 31, parts: [{ name: "up", outcome: "passed", message: "3 records" }, { name: "down", outcome: "passed", message: "" }], error: null };
export const instances: T.Instance[] = [{ id: id("000b", 1), scenario: "busy-shop", testRunId: "a", state: "lost", endpoint: "https://staging.larkspur.test/api/autonoma", runId: runs[3]!.id, createdAt: before(6), problem: "The endpoint answered 503; tried again in 4 minutes." }, { id: id("000b", 2), scenario: "empty-shop", testRunId: "b", state: "removed", endpoint: "https://staging.larkspur.test/api/autonoma", runId: runs[4]!.id, createdAt: before(6), problem: null }];
export const schedules: T.Schedule[] = [{ id: id("000d", 1), applicationId: id("0003", 1), name: "Nightly", cron: "0 0 3 * * ?", timeZone: "Europe/Stockholm", isEnabled: true, branch: null, folder: null, tags: [], url: null, lastRunAt: before(15), problem: null, next: [new Date(now + 9 * hour).toISOString()], version: 1, createdAt: before(900), updatedAt: before(900) }, { id: id("000d", 2), applicationId: id("0003", 1), name: "Smoke", cron: "0 15 * * * ?", timeZone: "Europe/Stockholm", isEnabled: false, branch: null, folder: null, tags: ["smoke"], url: null, lastRunAt: null, problem: "No test of this branch fits what was asked for.", next: [], version: 3, createdAt: before(900), updatedAt: before(30) }];
export const setups: T.Setup[] = [{ id: id("000e", 1), applicationId: id("0003", 1), name: "larkspur/shop", status: "running", createdAt: before(2), updatedAt: before(1), errorMessage: null, events: 4 }];
export const setupEvents: T.SetupEvent[] = ["step.started", "log", "file.read", "step.completed"].map((type, index) => ({ id: id("000f", index), sequence: index + 1, type, data: { message: "Reading the code of the shop: 41 models, 12 pages" }, createdAt: before(2 - index * 0.2) }));
export const members: T.Member[] = [["Mara Lindqvist", "owner"], ["Tom Ferrer", "member"], ["Ines Aalto", "viewer"]].map(([name, role], index) => ({ id: id("0010", index), userId: id("0001", index + 1), email: `${name!.split(" ")[0]!.toLowerCase()}@larkspur.test`, name: name!, role: role as T.Role, twoFactor: index === 0, createdAt: before(1000 - index * 100) }));
export const invitations: T.Invitation[] = [{ id: id("0011", 1), email: "jo@larkspur.test", role: "member", createdAt: before(40), expiresAt: new Date(now + 100 * hour).toISOString(), acceptedAt: null }];
export const apiKeys: T.ApiKey[] = [{ id: id("0012", 1), name: "CI", prefix: "ak_live_7fQ2", scopes: ["read", "run"], role: "member", createdById: null, createdAt: before(500), expiresAt: new Date(now + 1000 * hour).toISOString(), lastUsedAt: before(6) }];
export const webhooks: T.Webhook[] = [{ id: id("0013", 1), url: "https://chat.larkspur.test/hooks/tests", description: "The channel of the shop team", events: ["suite_run.completed"], isEnabled: true, version: 2, createdAt: before(700), updatedAt: before(700) }];
export const deliveries: T.Delivery[] = [{ id: id("0014", 1), webhookId: id("0013", 1), event: "suite_run.completed", status: "failed", lastStatus: null, attempts: 4, createdAt: before(6), nextAttemptAt: null, deliveredAt: null, lastError: "No answer within 10 s", replayOf: null, payload: "{}" }, { id: id("0014", 2), webhookId: id("0013", 1), event: "suite_run.completed", status: "delivered", lastStatus: 204, attempts: 1, createdAt: before(15), nextAttemptAt: null, deliveredAt: before(15), lastError: null, replayOf: null, payload: "{}" }];
export const audit: T.AuditEntry[] = ["test.changed", "member.role_changed", "api_key.created", "application.changed", "heal.accepted"].map((action, index) => ({ id: id("0015", index), at: before(index * 5 + 1), actor: "mara@larkspur.test", userId: id("0001", 1), apiKeyId: null, action, subject: ["A coupon lowers the total once", "Tom Ferrer", "CI", "Shop", "An order can be cancelled"][index]!, subjectId: null, details: index === 1 ? { from: "viewer", to: "member" } : null, address: "127.0.0.1" }));
export const organization: T.Organization = { id: id("0002", 1), name: "Larkspur Supply", slug: "larkspur", createdAt: before(3000), version: 4 };
export const places: T.SignedInPlace[] = [{ id: id("0016", 1), createdAt: before(30), lastSeenAt: before(0), address: "127.0.0.1", userAgent: "Chromium on Linux", isCurrent: true }, { id: id("0016", 2), createdAt: before(200), lastSeenAt: before(70), address: "192.0.2.7", userAgent: "Firefox on a phone", isCurrent: false }];
export const secrets: T.SecretName[] = [{ name: "AUTONOMA_SHARED_SECRET", updatedAt: before(400) }, { name: "ADMIN_PASSWORD", updatedAt: before(40) }];
export const endpoint: T.Endpoint = { url: "https://staging.larkspur.test/api/autonoma", hasSharedSecret: true, headers: ["X-Preview"] };

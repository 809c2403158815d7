// The shapes of the HTTP contract that the pages use.

export type Page<T> = { items: T[]; next: string | null };
export type RunStatus = "queued" | "running" | "waiting" | "passed" | "failed" | "error" | "cancelled";

export type Role = "owner" | "admin" | "member" | "viewer";
export type Organization = { id: string; name: string; slug: string; role: Role };
export type User = { id: string; email: string; name: string; totpEnabled?: boolean };
export type Session = {
  user: User | null;
  organization: Organization | null;
  organizations: Organization[];
  csrf: string;
  setup: { needsOwner: boolean; signUpOpen: boolean; oauth: string[] };
  features: string[] | Record<string, boolean>;
};

export type SuiteRunSummary = {
  id: string; number: number; applicationId: string; applicationName?: string | null; status: RunStatus; counts: Counts;
  trigger: string; branch?: string | null; createdAt?: string | null; startedAt: string | null; endedAt: string | null;
};
export type Counts = { total: number; queued: number; running: number; passed: number; failed: number; errors: number; cancelled: number };
export type RunSummary = {
  id: string; testId: string; applicationId?: string; suiteRunId?: string | null; title: string; path?: string | null; status: RunStatus; failureKind?: string | null;
  reasoning?: string | null; startedAt: string | null; endedAt: string | null; durationMs?: number | null; attempt?: number;
};
export type SuiteRun = SuiteRunSummary & { url?: string | null; mode?: string | null; runs: RunSummary[] };

export type Dashboard = {
  passRate: number | null;
  runs: number;
  byDay: { day: string; passed: number; failed: number; errors: number; p50Ms: number | null }[];
  running: RunSummary[];
  flaky: { testId: string; title: string; flips: number; rate: number }[];
  recentSuiteRuns: SuiteRunSummary[];
};

export type Application = {
  id: string; name: string; slug: string; platform: "web" | "ios" | "android"; url: string | null; instructions: string | null; endpointUrl: string | null;
  createdAt: string; updatedAt: string; version: number; tests: number; lastSuiteRun: SuiteRunSummary | null;
};

export type Problem = { severity: "error" | "warning" | "info"; code: string; line: number | null; column?: number | null; message: string; suggestion?: string | null };
export type TestItem = { id: string; path: string; title: string; folder: string; tags: string[]; lastRun: { id: string; status: RunStatus; endedAt: string | null } | null; problems?: number };
export type Test = {
  id: string; applicationId: string; path: string; title: string; folder: string; tags: string[]; content: string; version: number; problems: Problem[];
  lastRun: { id: string; status: RunStatus; endedAt: string | null } | null;
};
export type Plan = { id: string; number: number; content: string; author: string | null; createdAt: string };
export type Lint = { problems: Problem[]; steps: { line: number; text: string; reading: string | null }[] };
export type ImportResult = { added: string[]; changed: string[]; unchanged: string[]; rejected: { path: string; reason: string }[] };

export type Bounds = { x: number; y: number; width: number; height: number };
export type Attempt = {
  command: string; params?: unknown; outcome: string; evidence?: string | null; before?: string | null; after?: string | null; target?: { description?: string | null; bounds?: Bounds | null } | null;
  viewport?: { width: number; height: number } | null; durationMs?: number | null; error?: string | null;
};
export type Step = {
  number: number; section: string; text: string; line: number | null; status: "pending" | "running" | "passed" | "failed" | "error" | "skipped"; durationMs: number | null;
  message: string | null; decidedBy: string | null; attempts: Attempt[];
};
export type ConsoleLine = { at?: string | null; level: string; text: string; source?: string | null };
export type NetworkCall = { at?: string | null; method: string; url: string; status: number | null; durationMs: number | null; failure?: string | null };
export type Run = {
  id: string; testId: string; applicationId: string; suiteRunId: string | null; title: string; status: RunStatus; failureKind: string | null; reasoning: string | null; steps: Step[];
  memory: Record<string, string>; video: string | null; console: ConsoleLine[]; network: NetworkCall[]; cost: Cost | null; worker: string | null; attempt: number;
  startedAt: string | null; endedAt: string | null; previousPassedRunId: string | null; question?: { id: string; text: string; choices?: string[] | null } | null;
};
export type Cost = { calls: number; inputTokens: number; outputTokens: number; amount: number | null; currency: string | null };
export type ArtifactFile = { name: string; kind: string; size: number; url: string };

export type Recording = { id: string; testId: string; testTitle: string; branch: string; steps: number; recordedAt: string; lastReplayedAt: string | null; replays: number; content: string | null };
export type Heal = {
  id: string; testId: string; testTitle: string; runId: string; status: "proposed" | "accepted" | "rejected"; reason: string; before: string; after: string; step: string;
  beforePicture: string | null; afterPicture: string | null; createdAt: string; decidedBy?: string | null;
};

export type Scenarios = { endpointUrl: string | null; discoveredAt: string | null; models: { name: string; fields: number; required: string[] }[]; scenarios: Scenario[] };
export type Scenario = { name: string; description: string | null; recipeVersion: number | null; updatedAt: string | null; status: string | null };
export type RecipeVersion = { id: string; version: number; recipe: unknown; createdAt: string; author: string | null; valid: boolean; problems: { path: string; message: string }[] };
export type Instance = { id: string; scenario: string; status: string; runId: string | null; createdAt: string; endedAt: string | null; error: string | null };
export type EndpointCall = { id: string; action: string; status: number | null; durationMs: number | null; at: string; scenario: string | null; error: string | null };
export type DryRun = { ok: boolean; steps: { name: string; ok: boolean; message: string | null }[] };

export type Schedule = { id: string; applicationId: string; name: string; cron: string; timeZone: string; enabled: boolean; folder?: string | null; tags?: string[]; nextAt: string | null; lastSuiteRunId: string | null; version: number };
export type Setup = { id: string; applicationId: string; name: string; status: string; createdAt: string; updatedAt: string; errorMessage: string | null; events: { id: string; kind: string; text: string; at: string }[] };
export type Member = { id: string; userId: string; email: string; name: string; role: Role; joinedAt: string };
export type Invitation = { id: string; email: string; role: Role; expiresAt: string; link?: string | null };
export type ApiKey = { id: string; name: string; prefix: string; scopes: string[]; createdAt: string; expiresAt: string | null; lastUsedAt: string | null };
export type CreatedKey = ApiKey & { key: string };
export type Webhook = { id: string; url: string; events: string[]; enabled: boolean; createdAt: string; lastDeliveryStatus?: string | null };
export type Delivery = { id: string; event: string; status: string; responseStatus: number | null; attempts: number; createdAt: string; deliveredAt: string | null; error: string | null };
export type AuditEntry = { id: string; at: string; actor: string; action: string; target: string; detail: string | null; address: string | null };
export type SecretName = { name: string; updatedAt: string | null; fingerprint?: string | null };
export type SuiteVersion = { id: string; number: number; branch: string; commitSha: string | null; tests: number; createdAt: string };
export type SuiteVersionDiff = { changes: { path: string; title: string | null; kind: "added" | "removed" | "changed"; before: string | null; after: string | null }[] };

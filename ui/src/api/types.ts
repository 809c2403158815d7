// The shapes of the HTTP contract that the pages use.

import type { components } from "./schema";

type Schemas = components["schemas"];

export type Page<T> = { items: T[]; next: string | null };
export type RunStatus = "queued" | "running" | "waiting" | "passed" | "failed" | "error" | "cancelled";

export type Role = Schemas["Role"];
export type Permission = Schemas["Permission"];
export type Session = Schemas["SessionAnswer"];
export type Member = Schemas["MemberItem"];
export type Invitation = Schemas["InvitationItem"];
export type InvitationMade = Schemas["InvitationMade"];
export type InvitationPreview = Schemas["InvitationPreview"];
export type ApiKey = Schemas["ApiKeyItem"];
export type ApiKeyMade = Schemas["ApiKeyMade"];
export type AuditEntry = Schemas["AuditItem"];
export type SignedInPlace = Schemas["SessionItem"];
export type Organization = Schemas["OrganizationDetails"];
export type TotpSetup = Schemas["TotpSetup"];
export type TotpCodes = Schemas["TotpCodes"];

/** The statuses are words of a closed list, which the description of the API does not say. */
type WithStatus<T> = Omit<T, "status"> & { status: RunStatus };
export type RunCounts = Schemas["RunCounts"];
export type SuiteRunItem = WithStatus<Schemas["SuiteRunItem"]>;
export type RunItem = WithStatus<Schemas["RunItem"]>;
export type SuiteRun = SuiteRunItem & { runs: RunItem[] };
export type SuiteRunProgress = { suiteRun: SuiteRunItem; runs: RunItem[] };

export type Dashboard = {
  passRate: number | null;
  runs: number;
  byDay: { day: string; passed: number; failed: number; errors: number; p50Ms: number | null }[];
  running: RunItem[];
  flaky: { testId: string; title: string; flips: number; rate: number }[];
  recentSuiteRuns: SuiteRunItem[];
};

export type LastSuiteRun = WithStatus<Schemas["LastSuiteRun"]>;
export type Application = Omit<Schemas["ApplicationAnswer"], "lastSuiteRun"> & { lastSuiteRun: LastSuiteRun | null };
export type Endpoint = Schemas["EndpointAnswer"];
export type SecretName = Schemas["SecretName"];

export type Problem = Schemas["ProblemItem"];
export type LastRun = WithStatus<Schemas["LastRun"]>;
export type TreeTest = { id: string; path: string; title: string; tags: string[]; hasErrors: boolean; lastRun?: LastRun | null };
export type Tag = Schemas["TagItem"];
export type TestTree = { branch: string; version: number; folders: { path: string; name: string; tests: number; errors: number }[]; tests: TreeTest[]; tags: Tag[] };
export type ScenarioCall = Schemas["CallItem"];
export type SuiteChange = Schemas["SuiteChangeAnswer"];
export type Test = Omit<Schemas["TestAnswer"], "lastRun"> & { lastRun: LastRun | null };
export type Plan = Schemas["PlanItem"];
export type LintStep = Schemas["StepItem"];
export type Lint = Schemas["LintAnswer"];
export type ImportResult = Schemas["ImportAnswer"];
export type Branch = Schemas["BranchItem"];
export type Deployment = Schemas["DeploymentItem"];
export type QueueState = Schemas["QueueState"];
export type SuiteVersion = Schemas["SuiteVersionItem"];
export type SuiteVersionDiff = Schemas["SuiteDiff"];

export type Bounds = Schemas["RunBounds"];
export type Size = { width: number; height: number };
export type Evidence = Schemas["RunEvidence"];
export type Attempt = Schemas["RunStepAttempt"];
export type Step = Schemas["RunStep"];
/** A line of a console or network log, as the engine writes it. */
export type LogLine = { at?: string | null; offsetMs?: number | null; source: string; level: string; text: string };
export type ArtifactFile = Schemas["ArtifactItem"];
export type Question = Schemas["OpenQuestion"];
export type ModelUse = { calls: number; failed?: number; inputTokens: number; outputTokens: number; cachedTokens?: number; cost?: number | null; unpriced?: number };
export type Run = Omit<WithStatus<Schemas["RunDetails"]>, "modelUse"> & { modelUse?: ModelUse | null; viewport?: Size | null };

export type Recording = Schemas["RecordingItem"];
export type HealStep = { number: number; line: number; step: string; by: string; recorded: unknown; now: unknown; moved: unknown; before: string | null; after: string | null };
export type Heal = Omit<Schemas["HealItem"], "heals"> & { heals: HealStep[] };

export type Scenario = Schemas["ScenarioItem"];
export type ScenarioDetails = Schemas["ScenarioDetails"];
export type RecipeVersion = Schemas["RecipeVersionItem"];
export type Discovery = Schemas["DiscoveryAnswer"];
export type DryRun = Schemas["DryRunAnswer"];
export type Instance = Schemas["InstanceItem"];

export type Schedule = Schemas["ScheduleItem"];
export type Setup = Schemas["SetupItem"];
export type SetupEvent = Schemas["SetupEventItem"];
export type CreatedKey = ApiKey & { key: string };
export type Webhook = Schemas["WebhookItem"];
export type WebhookMade = Schemas["WebhookMade"];
export type Delivery = Schemas["DeliveryItem"];
export type Sample = { url: string | null; files: { path: string; content: string }[] };

import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { all, api, rememberCsrf } from "./client";
import type * as T from "./types";

const encode = encodeURIComponent;

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async ({ signal }) => {
    const session = await api.get<T.Session>("/v1/session", undefined, signal);
    rememberCsrf(session.csrf);
    return session;
  },
  staleTime: 60_000,
});

export const dashboardQuery = (applicationId: string | undefined, days: number) =>
  queryOptions({
    queryKey: ["dashboard", applicationId ?? "", days],
    queryFn: ({ signal }) => api.get<T.Dashboard>("/v1/dashboard", { applicationId, days }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });

export const queueQuery = queryOptions({ queryKey: ["queue"], queryFn: ({ signal }) => api.get<T.QueueState>("/v1/queue", undefined, signal), refetchInterval: 15_000 });

export const applicationsQuery = queryOptions({ queryKey: ["applications"], queryFn: ({ signal }) => all<T.Application>("/v1/applications", {}, signal) });
export const applicationQuery = (id: string) =>
  queryOptions({ queryKey: ["applications", id], queryFn: ({ signal }) => api.get<T.Application>(`/v1/applications/${encode(id)}`, undefined, signal) });
export const secretsQuery = (id: string) =>
  queryOptions({ queryKey: ["applications", id, "secrets"], queryFn: ({ signal }) => all<T.SecretName>(`/v1/applications/${encode(id)}/secrets`, {}, signal) });

export const testsQuery = (applicationId: string, branch?: string) =>
  queryOptions({ queryKey: ["tests", applicationId, branch ?? ""], queryFn: ({ signal }) => api.get<T.TestTree>(`/v1/applications/${encode(applicationId)}/test-tree`, { branch }, signal) });
export const testQuery = (id: string, branch?: string) => queryOptions({ queryKey: ["test", id, "on", branch ?? ""], queryFn: ({ signal }) => api.get<T.Test>(`/v1/tests/${encode(id)}`, { branch }, signal) });
export const endpointQuery = (applicationId: string) =>
  queryOptions({ queryKey: ["applications", applicationId, "endpoint"], queryFn: ({ signal }) => api.get<T.Endpoint>(`/v1/applications/${encode(applicationId)}/endpoint`, undefined, signal) });
export const branchesQuery = (applicationId: string) =>
  queryOptions({ queryKey: ["branches", applicationId], queryFn: ({ signal }) => all<T.Branch>(`/v1/applications/${encode(applicationId)}/branches`, {}, signal) });
export const plansQuery = (id: string) => queryOptions({ queryKey: ["test", id, "plans"], queryFn: ({ signal }) => all<T.Plan>(`/v1/tests/${encode(id)}/plans`, {}, signal) });
/** Of an application: whose secrets the steps may name. */
export const lintQuery = (content: string, path: string | undefined, applicationId: string) =>
  queryOptions({
    queryKey: ["lint", applicationId, path ?? "", content],
    queryFn: ({ signal }) => api.post<T.Lint>("/v1/lint", { content, path, applicationId }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
  });

export const suiteRunsQuery = (applicationId: string, cursor: string | null) =>
  queryOptions({
    queryKey: ["suite-runs", applicationId, cursor ?? ""],
    queryFn: ({ signal }) => api.get<T.Page<T.SuiteRunItem>>("/v1/suite-runs", { applicationId, cursor, limit: 50 }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
export const suiteRunQuery = (id: string) => queryOptions({ queryKey: ["suite-run", id], queryFn: ({ signal }) => api.get<T.SuiteRun>(`/v1/suite-runs/${encode(id)}`, undefined, signal) });
export const runsQuery = (testId: string, cursor: string | null) =>
  queryOptions({ queryKey: ["runs", testId, cursor ?? ""], queryFn: ({ signal }) => api.get<T.Page<T.RunItem>>("/v1/runs", { testId, cursor, limit: 50 }, signal), placeholderData: keepPreviousData });
export const runQuery = (id: string) => queryOptions({ queryKey: ["run", id], queryFn: ({ signal }) => api.get<T.Run>(`/v1/runs/${encode(id)}`, undefined, signal) });
export const artifactsQuery = (runId: string) =>
  queryOptions({
    queryKey: ["run", runId, "artifacts"],
    queryFn: ({ signal }) => all<T.ArtifactFile>(`/v1/runs/${encode(runId)}/artifacts`, {}, signal),
    // The links are short-lived.
    staleTime: 4 * 60_000,
    refetchInterval: 4 * 60_000,
  });

export const recordingsQuery = (applicationId: string) =>
  queryOptions({ queryKey: ["recordings", applicationId], queryFn: ({ signal }) => all<T.Recording>(`/v1/applications/${encode(applicationId)}/recordings`, {}, signal) });
export const healsQuery = (applicationId: string) =>
  queryOptions({ queryKey: ["heals", applicationId], queryFn: async ({ signal }) => (await Promise.all(["proposed", "accepted", "rejected"].map((state) => all<T.Heal>(`/v1/applications/${encode(applicationId)}/heals`, { state }, signal)))).flat() });

export const scenariosQuery = (applicationId: string) =>
  queryOptions({ queryKey: ["scenarios", applicationId], queryFn: ({ signal }) => all<T.Scenario>(`/v1/applications/${encode(applicationId)}/scenarios`, {}, signal) });
export const scenarioQuery = (id: string) => queryOptions({ queryKey: ["scenario", id], queryFn: ({ signal }) => api.get<T.ScenarioDetails>(`/v1/scenarios/${encode(id)}`, undefined, signal) });
export const recipeVersionsQuery = (id: string) => queryOptions({ queryKey: ["scenario", id, "versions"], queryFn: ({ signal }) => all<T.RecipeVersion>(`/v1/scenarios/${encode(id)}/recipe-versions`, {}, signal) });
export const instancesQuery = (applicationId: string, cursor: string | null) =>
  queryOptions({ queryKey: ["scenarios", applicationId, "instances", cursor ?? ""], queryFn: ({ signal }) => api.get<T.Page<T.Instance>>(`/v1/applications/${encode(applicationId)}/scenario-instances`, { cursor, limit: 50 }, signal), placeholderData: keepPreviousData });
/** What was asked of an application's Environment Factory. */
export const callsQuery = (applicationId: string, failed: boolean, cursor: string | null) =>
  queryOptions({ queryKey: ["scenarios", applicationId, "calls", failed, cursor ?? ""], queryFn: ({ signal }) => api.get<T.Page<T.ScenarioCall>>(`/v1/applications/${encode(applicationId)}/scenario-calls`, { cursor, limit: 50, ...(failed ? { failed } : {}) }, signal), placeholderData: keepPreviousData });
/** What pipelines and providers said was deployed. */
export const deploymentsQuery = (applicationId: string, cursor: string | null) =>
  queryOptions({ queryKey: ["deployments", applicationId, cursor ?? ""], queryFn: ({ signal }) => api.get<T.Page<T.Deployment>>(`/v1/applications/${encode(applicationId)}/deployments`, { cursor, limit: 50 }, signal), placeholderData: keepPreviousData });

export const schedulesQuery = (applicationId: string) => queryOptions({ queryKey: ["schedules", applicationId], queryFn: ({ signal }) => all<T.Schedule>("/v1/schedules", { applicationId }, signal) });
export const setupsQuery = (applicationId: string) => queryOptions({ queryKey: ["setups", applicationId], queryFn: ({ signal }) => all<T.Setup>(`/v1/applications/${encode(applicationId)}/setups`, {}, signal) });
export const setupEventsQuery = (id: string) => queryOptions({ queryKey: ["setup-events", id], queryFn: ({ signal }) => all<T.SetupEvent>(`/v1/setups/${encode(id)}/events`, {}, signal) });

export const membersQuery = queryOptions({ queryKey: ["members"], queryFn: ({ signal }) => all<T.Member>("/v1/members", {}, signal) });
export const invitationsQuery = queryOptions({ queryKey: ["invitations"], queryFn: ({ signal }) => all<T.Invitation>("/v1/invitations", {}, signal) });
export const apiKeysQuery = queryOptions({ queryKey: ["api-keys"], queryFn: ({ signal }) => all<T.ApiKey>("/v1/api-keys", {}, signal) });
export const webhooksQuery = queryOptions({ queryKey: ["webhooks"], queryFn: ({ signal }) => all<T.Webhook>("/v1/webhooks", {}, signal) });
export const webhookEventsQuery = queryOptions({ queryKey: ["webhook-events"], queryFn: async ({ signal }) => (await api.get<{ events: string[] }>("/v1/webhooks/events", undefined, signal)).events, staleTime: Infinity });
export const deliveriesQuery = (id: string, cursor: string | null) =>
  queryOptions({ queryKey: ["webhooks", id, "deliveries", cursor ?? ""], queryFn: ({ signal }) => api.get<T.Page<T.Delivery>>(`/v1/webhooks/${encode(id)}/deliveries`, { cursor, limit: 50 }, signal), placeholderData: keepPreviousData });
export const auditQuery = (cursor: string | null) =>
  queryOptions({ queryKey: ["audit-log", cursor ?? ""], queryFn: ({ signal }) => api.get<T.Page<T.AuditEntry>>("/v1/audit-log", { cursor, limit: 100 }, signal), placeholderData: keepPreviousData });
/** Pages of versions, each added to those before: any two that were seen can be compared. */
export const suiteVersionsQuery = (applicationId: string, branch: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ["suite-versions", applicationId, branch ?? ""],
    queryFn: ({ pageParam, signal }) => api.get<T.Page<T.SuiteVersion>>(`/v1/applications/${encode(applicationId)}/suite-versions`, { branch, cursor: pageParam, limit: 100 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
/** Lines of a log that a run left; its link is asked for anew with the run. */
export const logQuery = (file: T.ArtifactFile | null) =>
  queryOptions({
    queryKey: ["log", file?.url ?? ""],
    queryFn: async ({ signal }) => readLog(await (await fetch(file!.url, { signal })).text()),
    enabled: file !== null,
    staleTime: Infinity,
  });
export const suiteVersionDiffQuery = (older: string, newer: string) =>
  queryOptions({ queryKey: ["suite-versions", "diff", older, newer], queryFn: ({ signal }) => api.get<T.SuiteVersionDiff>(`/v1/suite-versions/${encode(older)}/diff/${encode(newer)}`, undefined, signal) });

export const organizationQuery = queryOptions({ queryKey: ["organization"], queryFn: ({ signal }) => api.get<T.Organization>("/v1/organization", undefined, signal) });
export const signedInPlacesQuery = queryOptions({ queryKey: ["signed-in-places"], queryFn: ({ signal }) => all<T.SignedInPlace>("/v1/account/sessions", {}, signal) });

/** A line each; one that is cut off in the middle is left out. */
export function readLog(text: string): T.LogLine[] {
  return text.split("\n").flatMap((line) => {
    try {
      return line ? [JSON.parse(line) as T.LogLine] : [];
    } catch {
      return [];
    }
  });
}

/** The application to try things with, when the server was started with one. */
export const sampleQuery = queryOptions({ queryKey: ["sample"], queryFn: ({ signal }) => api.get<T.Sample>("/v1/sample", undefined, signal), staleTime: Infinity });

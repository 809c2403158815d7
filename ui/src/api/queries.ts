import { keepPreviousData, queryOptions } from "@tanstack/react-query";
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

export const applicationsQuery = queryOptions({ queryKey: ["applications"], queryFn: ({ signal }) => all<T.Application>("/v1/applications", {}, signal) });
export const applicationQuery = (id: string) =>
  queryOptions({ queryKey: ["applications", id], queryFn: ({ signal }) => api.get<T.Application>(`/v1/applications/${encode(id)}`, undefined, signal) });
export const secretsQuery = (id: string) =>
  queryOptions({ queryKey: ["applications", id, "secrets"], queryFn: ({ signal }) => all<T.SecretName>(`/v1/applications/${encode(id)}/secrets`, {}, signal) });

export const testsQuery = (applicationId: string) =>
  queryOptions({ queryKey: ["tests", applicationId], queryFn: ({ signal }) => all<T.TestItem>(`/v1/applications/${encode(applicationId)}/tests`, {}, signal) });
export const testQuery = (id: string) => queryOptions({ queryKey: ["test", id], queryFn: ({ signal }) => api.get<T.Test>(`/v1/tests/${encode(id)}`, undefined, signal) });
export const plansQuery = (id: string) => queryOptions({ queryKey: ["test", id, "plans"], queryFn: ({ signal }) => all<T.Plan>(`/v1/tests/${encode(id)}/plans`, {}, signal) });
export const lintQuery = (content: string, path: string | undefined) =>
  queryOptions({
    queryKey: ["lint", path ?? "", content],
    queryFn: ({ signal }) => api.post<T.Lint>("/v1/lint", { content, path }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
  });

export const suiteRunsQuery = (applicationId: string | undefined) =>
  queryOptions({
    queryKey: ["suite-runs", applicationId ?? ""],
    queryFn: ({ signal }) => api.get<T.Page<T.SuiteRunSummary>>("/v1/suite-runs", { applicationId, limit: 100 }, signal),
    refetchInterval: 10_000,
  });
export const suiteRunQuery = (id: string) => queryOptions({ queryKey: ["suite-run", id], queryFn: ({ signal }) => api.get<T.SuiteRun>(`/v1/suite-runs/${encode(id)}`, undefined, signal) });
export const runsQuery = (filter: { applicationId?: string; testId?: string; status?: string }) =>
  queryOptions({ queryKey: ["runs", filter], queryFn: ({ signal }) => api.get<T.Page<T.RunSummary>>("/v1/runs", { ...filter, limit: 200 }, signal) });
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
  queryOptions({ queryKey: ["heals", applicationId], queryFn: ({ signal }) => all<T.Heal>(`/v1/applications/${encode(applicationId)}/heals`, {}, signal) });

const scenarioPath = (applicationId: string) => `/v1/applications/${encode(applicationId)}/scenarios`;
export const scenariosQuery = (applicationId: string) => queryOptions({ queryKey: ["scenarios", applicationId], queryFn: ({ signal }) => api.get<T.Scenarios>(scenarioPath(applicationId), undefined, signal) });
export const recipeVersionsQuery = (applicationId: string, name: string) =>
  queryOptions({ queryKey: ["scenarios", applicationId, "recipes", name], queryFn: ({ signal }) => all<T.RecipeVersion>(`${scenarioPath(applicationId)}/${encode(name)}/recipe-versions`, {}, signal) });
export const instancesQuery = (applicationId: string) =>
  queryOptions({ queryKey: ["scenarios", applicationId, "instances"], queryFn: ({ signal }) => api.get<T.Page<T.Instance>>(`/v1/applications/${encode(applicationId)}/scenario-instances`, { limit: 100 }, signal) });
export const callsQuery = (applicationId: string) =>
  queryOptions({ queryKey: ["scenarios", applicationId, "calls"], queryFn: ({ signal }) => api.get<T.Page<T.EndpointCall>>(`/v1/applications/${encode(applicationId)}/endpoint-calls`, { limit: 100 }, signal) });

export const schedulesQuery = (applicationId: string) => queryOptions({ queryKey: ["schedules", applicationId], queryFn: ({ signal }) => all<T.Schedule>("/v1/schedules", { applicationId }, signal) });
export const setupsQuery = (applicationId: string) => queryOptions({ queryKey: ["setups", applicationId], queryFn: ({ signal }) => all<T.Setup>(`/v1/applications/${encode(applicationId)}/setups`, {}, signal) });

export const membersQuery = queryOptions({ queryKey: ["members"], queryFn: ({ signal }) => all<T.Member>("/v1/members", {}, signal) });
export const invitationsQuery = queryOptions({ queryKey: ["invitations"], queryFn: ({ signal }) => all<T.Invitation>("/v1/invitations", {}, signal) });
export const apiKeysQuery = queryOptions({ queryKey: ["api-keys"], queryFn: ({ signal }) => all<T.ApiKey>("/v1/api-keys", {}, signal) });
export const webhooksQuery = queryOptions({ queryKey: ["webhooks"], queryFn: ({ signal }) => all<T.Webhook>("/v1/webhooks", {}, signal) });
export const deliveriesQuery = (id: string) =>
  queryOptions({ queryKey: ["webhooks", id, "deliveries"], queryFn: ({ signal }) => api.get<T.Page<T.Delivery>>(`/v1/webhooks/${encode(id)}/deliveries`, { limit: 100 }, signal) });
export const auditQuery = (cursor: string | null) =>
  queryOptions({ queryKey: ["audit-log", cursor ?? ""], queryFn: ({ signal }) => api.get<T.Page<T.AuditEntry>>("/v1/audit-log", { cursor, limit: 100 }, signal), placeholderData: keepPreviousData });
export const suiteVersionsQuery = (applicationId: string) =>
  queryOptions({ queryKey: ["suite-versions", applicationId], queryFn: ({ signal }) => all<T.SuiteVersion>(`/v1/applications/${encode(applicationId)}/suite-versions`, {}, signal) });
export const suiteVersionDiffQuery = (older: string, newer: string) =>
  queryOptions({ queryKey: ["suite-versions", "diff", older, newer], queryFn: ({ signal }) => api.get<T.SuiteVersionDiff>(`/v1/suite-versions/${encode(older)}/diff/${encode(newer)}`, undefined, signal) });

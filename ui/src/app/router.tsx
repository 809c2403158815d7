import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from "@tanstack/react-router";
import { sessionQuery, testQuery } from "@/api/queries";
import { Skeleton } from "@/design/components/States";
import { ApplicationLayout } from "./ApplicationLayout";
import { NotFound, PageError } from "./Fallbacks";
import { queryClient } from "./queryClient";
import { Shell } from "./Shell";

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: PageError });

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (search: Record<string, unknown>): { to?: string; error?: string } => ({
    ...(typeof search.to === "string" ? { to: search.to } : {}),
    ...(typeof search.error === "string" ? { error: search.error } : {}),
  }),
  component: lazyRouteComponent(() => import("@/features/sign-in/SignInPage"), "SignInPage"),
});
const reset = createRoute({
  getParentRoute: () => root,
  path: "/reset-password",
  validateSearch: (search: Record<string, unknown>): { email?: string; token?: string } => ({
    ...(typeof search.email === "string" ? { email: search.email } : {}),
    ...(typeof search.token === "string" ? { token: search.token } : {}),
  }),
  component: lazyRouteComponent(() => import("@/features/sign-in/ResetPasswordPage"), "ResetPasswordPage"),
});
const claim = createRoute({ getParentRoute: () => root, path: "/claim", component: lazyRouteComponent(() => import("@/features/first-run/ClaimPage"), "ClaimPage") });
const invitation = createRoute({ getParentRoute: () => root, path: "/invitations/$token", component: lazyRouteComponent(() => import("@/features/members/AcceptInvitationPage"), "AcceptInvitationPage") });

/** Everything behind the sign-in. */
const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery);
    if (!session.user) throw redirect({ to: "/sign-in", search: location.pathname === "/" ? {} : { to: location.pathname + location.searchStr } });
    return { session };
  },
  component: Shell,
  errorComponent: PageError,
});

// A page of something else begins anew: what was typed for one application or run is not carried over to the next.
const remountDeps = ({ params }: { params: object }) => params;

const page = <P extends string>(path: P, load: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({ getParentRoute: () => inside, path, remountDeps, component: lazyRouteComponent(load as () => Promise<Record<string, never>>, name) });

const dashboard = createRoute({
  getParentRoute: () => inside,
  path: "/",
  validateSearch: (search: Record<string, unknown>): { application?: string; days?: number } => ({
    ...(typeof search.application === "string" ? { application: search.application } : {}),
    ...(typeof search.days === "number" ? { days: search.days } : {}),
  }),
  component: lazyRouteComponent(() => import("@/features/dashboard/DashboardPage"), "DashboardPage"),
});

const application = createRoute({ getParentRoute: () => inside, path: "/applications/$applicationId", component: ApplicationLayout });
const inApplication = <P extends string>(path: P, load: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({ getParentRoute: () => application, path, remountDeps, component: lazyRouteComponent(load as () => Promise<Record<string, never>>, name) });

/** What is looked at on a branch that is not the main one says so in its address. */
type OnBranch = { branch?: string };
const onBranch = (search: Record<string, unknown>): OnBranch => (typeof search.branch === "string" && search.branch ? { branch: search.branch } : {});
// On another branch it is another page: nothing that was typed goes from one to the other.
const branchRemountDeps = ({ params, search }: { params: object; search: OnBranch }) => ({ ...params, branch: search.branch });
const onOneBranch = <P extends string>(path: P, load: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({ getParentRoute: () => application, path, remountDeps: branchRemountDeps, validateSearch: onBranch, component: lazyRouteComponent(load as () => Promise<Record<string, never>>, name) });

const tests = createRoute({
  getParentRoute: () => application,
  path: "/tests",
  remountDeps: branchRemountDeps,
  validateSearch: (search: Record<string, unknown>): { q?: string; tag?: string; status?: string } & OnBranch => ({
    ...onBranch(search),
    ...(typeof search.q === "string" && search.q ? { q: search.q } : {}),
    ...(typeof search.tag === "string" && search.tag ? { tag: search.tag } : {}),
    ...(typeof search.status === "string" && search.status ? { status: search.status } : {}),
  }),
  component: lazyRouteComponent(() => import("@/features/tests/TestsPage"), "TestsPage"),
});

/** A test by its id alone, as the dashboard and other tools know it. */
const testById = createRoute({
  getParentRoute: () => inside,
  path: "/tests/$testId",
  beforeLoad: async ({ params }) => {
    const test = await queryClient.ensureQueryData(testQuery(params.testId));
    throw redirect({ to: "/applications/$applicationId/tests/$testId", params: { applicationId: test.applicationId, testId: test.id }, replace: true });
  },
});

const run = createRoute({
  getParentRoute: () => inside,
  path: "/runs/$runId",
  remountDeps,
  validateSearch: (search: Record<string, unknown>): { step?: number; view?: string } => ({
    ...(typeof search.step === "number" ? { step: search.step } : {}),
    ...(typeof search.view === "string" ? { view: search.view } : {}),
  }),
  component: lazyRouteComponent(() => import("@/features/runs/RunPage"), "RunPage"),
});

const routes = root.addChildren([
  signIn,
  reset,
  claim,
  invitation,
  inside.addChildren([
    dashboard,
    page("/welcome", () => import("@/features/first-run/WelcomePage"), "WelcomePage"),
    page("/applications", () => import("@/features/applications/ApplicationsPage"), "ApplicationsPage"),
    application.addChildren([
      createRoute({ getParentRoute: () => application, path: "/", beforeLoad: ({ params }) => { throw redirect({ to: "/applications/$applicationId/tests", params: params as { applicationId: string } }); } }),
      tests,
      onOneBranch("/tests/new", () => import("@/features/tests/NewTestPage"), "NewTestPage"),
      onOneBranch("/tests/$testId", () => import("@/features/tests/TestPage"), "TestPage"),
      onOneBranch("/import", () => import("@/features/imports/ImportPage"), "ImportPage"),
      inApplication("/suite-runs", () => import("@/features/suite-runs/SuiteRunsPage"), "SuiteRunsPage"),
      onOneBranch("/versions", () => import("@/features/versions/VersionsPage"), "VersionsPage"),
      inApplication("/recordings", () => import("@/features/recordings/RecordingsPage"), "RecordingsPage"),
      inApplication("/scenarios", () => import("@/features/scenarios/ScenariosPage"), "ScenariosPage"),
      inApplication("/scenarios/$scenarioId", () => import("@/features/scenarios/ScenarioPage"), "ScenarioPage"),
      inApplication("/schedules", () => import("@/features/schedules/SchedulesPage"), "SchedulesPage"),
      inApplication("/setups", () => import("@/features/setups/SetupsPage"), "SetupsPage"),
      inApplication("/settings", () => import("@/features/applications/ApplicationSettingsPage"), "ApplicationSettingsPage"),
    ]),
    page("/suite-runs/$suiteRunId", () => import("@/features/suite-runs/SuiteRunPage"), "SuiteRunPage"),
    run,
    testById,
    page("/members", () => import("@/features/members/MembersPage"), "MembersPage"),
    page("/api-keys", () => import("@/features/api-keys/ApiKeysPage"), "ApiKeysPage"),
    page("/webhooks", () => import("@/features/webhooks/WebhooksPage"), "WebhooksPage"),
    page("/webhooks/$webhookId", () => import("@/features/webhooks/WebhookPage"), "WebhookPage"),
    page("/settings", () => import("@/features/settings/SettingsPage"), "SettingsPage"),
    page("/audit-log", () => import("@/features/audit-log/AuditLogPage"), "AuditLogPage"),
  ]),
]);

export const router = createRouter({
  routeTree: routes,
  defaultPreload: "intent",
  scrollRestoration: true,
  defaultPendingComponent: () => <Skeleton rows={6} />,
  defaultErrorComponent: PageError,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

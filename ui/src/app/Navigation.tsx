import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useRouterState } from "@tanstack/react-router";
import { Boxes, CalendarClock, Database, Disc3, FileText, FolderTree, GitCompare, KeyRound, LayoutDashboard, ListChecks, ScrollText, Settings, Users, Webhook, Wrench } from "lucide-react";
import type { ReactNode } from "react";
import { useEffect, useState } from "react";
import { applicationsQuery } from "@/api/queries";
import { SelectField } from "@/design/components/Field";

const item = "flex h-7 items-center gap-2.5 rounded-md px-2 text-text hover:bg-sunken hover:no-underline aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent";
const key = "autonoma.application";

/** The application of this page, or the one that was looked at last. */
function useCurrentApplication(known: string[] | undefined): string | null {
  const { applicationId } = useParams({ strict: false }) as { applicationId?: string };
  const [last, setLast] = useState(() => sessionStorage.getItem(key));
  useEffect(() => {
    if (!applicationId) return;
    sessionStorage.setItem(key, applicationId);
    setLast(applicationId);
  }, [applicationId]);
  const chosen = applicationId ?? last;
  if (!known) return applicationId ?? null;
  return chosen && known.includes(chosen) ? chosen : (known[0] ?? null);
}

export function Navigation() {
  const applications = useQuery(applicationsQuery);
  const current = useCurrentApplication(applications.data?.map((application) => application.id));
  const navigate = useNavigate();
  return (
    <nav aria-label="Main" className="flex flex-1 shrink-0 flex-col gap-3 px-2 py-1">
      <ul className="m-0 flex list-none flex-col gap-0.5 p-0">
        <Item to="/" icon={<LayoutDashboard size={16} aria-hidden />}>Dashboard</Item>
        <Item to="/applications" exact icon={<Boxes size={16} aria-hidden />}>Applications</Item>
      </ul>
      {current && applications.data && (
        <div>
          <div className="px-1 pb-1.5">
            <SelectField
              label="Application"
              hideLabel
              value={current}
              onChange={(event) => void navigate({ to: "/applications/$applicationId/tests", params: { applicationId: event.target.value } })}
              options={applications.data.map((application) => ({ value: application.id, label: application.name }))}
            />
          </div>
          <ul className="m-0 flex list-none flex-col gap-0.5 p-0">
            <InApplication id={current} to="tests" icon={<FolderTree size={16} aria-hidden />}>Tests</InApplication>
            <InApplication id={current} to="suite-runs" icon={<ListChecks size={16} aria-hidden />}>Runs</InApplication>
            <InApplication id={current} to="versions" icon={<GitCompare size={16} aria-hidden />}>Versions</InApplication>
            <InApplication id={current} to="recordings" icon={<Disc3 size={16} aria-hidden />}>Recordings</InApplication>
            <InApplication id={current} to="scenarios" icon={<Database size={16} aria-hidden />}>Scenarios</InApplication>
            <InApplication id={current} to="schedules" icon={<CalendarClock size={16} aria-hidden />}>Schedules</InApplication>
            <InApplication id={current} to="setups" icon={<FileText size={16} aria-hidden />}>Planner setups</InApplication>
            <InApplication id={current} to="settings" icon={<Wrench size={16} aria-hidden />}>Application settings</InApplication>
          </ul>
        </div>
      )}
      <ul aria-label="Organization" className="m-0 mt-auto flex list-none flex-col gap-0.5 p-0">
        <Item to="/members" icon={<Users size={16} aria-hidden />}>Members</Item>
        <Item to="/api-keys" icon={<KeyRound size={16} aria-hidden />}>API keys</Item>
        <Item to="/webhooks" icon={<Webhook size={16} aria-hidden />}>Webhooks</Item>
        <Item to="/audit-log" icon={<ScrollText size={16} aria-hidden />}>Audit log</Item>
        <Item to="/settings" icon={<Settings size={16} aria-hidden />}>Settings</Item>
      </ul>
    </nav>
  );
}

function Item({ to, icon, exact, children }: { to: "/" | "/applications" | "/members" | "/api-keys" | "/webhooks" | "/audit-log" | "/settings"; icon: ReactNode; exact?: boolean; children: ReactNode }) {
  return <li><Link to={to} activeOptions={{ exact: exact ?? to === "/", includeSearch: false }} className={item}>{icon}{children}</Link></li>;
}

type Section = "tests" | "suite-runs" | "versions" | "recordings" | "scenarios" | "schedules" | "setups" | "settings";

function InApplication({ id, to, icon, children }: { id: string; to: Section; icon: ReactNode; children: ReactNode }) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  // A run belongs to the runs of its application, wherever its address is.
  const here = to === "suite-runs" && (path.startsWith("/runs/") || path.startsWith("/suite-runs/"));
  return (
    <li>
      <Link to={`/applications/$applicationId/${to}`} params={{ applicationId: id }} activeOptions={{ includeSearch: false }} className={item} {...(here ? { "aria-current": "page" as const } : {})}>
        {icon}{children}
      </Link>
    </li>
  );
}

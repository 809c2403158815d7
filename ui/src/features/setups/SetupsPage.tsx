import { useQuery } from "@tanstack/react-query";
import { useApplication } from "@/app/useApplication";
import { usePageTitle } from "@/app/usePageTitle";
import { setupEventsQuery, setupsQuery } from "@/api/queries";
import type { Setup } from "@/api/types";
import { Loaded } from "@/design/components/Loaded";
import { When } from "@/design/components/Moments";
import { PageHeader, Panel } from "@/design/components/Panel";
import { Empty } from "@/design/components/States";
import { Status, words } from "@/design/components/Status";

export function SetupsPage() {
  const application = useApplication();
  usePageTitle("Planner setups", application.name);
  const setups = useQuery(setupsQuery(application.id));
  return (
    <>
      <PageHeader title="Planner setups" above={application.name} note="What the planner reported and uploaded." />
      <Loaded query={setups} what="The setups could not be loaded.">
        {(all) => all.length === 0 ? <Panel><Empty title="The planner has not run for this application.">Start it in the repository of your app: <code>autonoma plan --report</code></Empty></Panel> : (
          <div className="flex flex-col gap-4">
            {all.map((setup) => (
              <SetupPanel key={setup.id} setup={setup} />
            ))}
          </div>
        )}
      </Loaded>
    </>
  );
}

function SetupPanel({ setup }: { setup: Setup }) {
  const events = useQuery(setupEventsQuery(setup.id));
  return (
    <Panel title={setup.name} note={<When at={setup.createdAt} />} actions={<Status value={setup.status} />} flush>
      {setup.errorMessage && <p role="alert" className="m-0 px-3.5 pt-3 wrap-anywhere text-fail">{setup.errorMessage}</p>}
      <Loaded query={events} rows={3} what="What it reported could not be loaded.">
        {(all) => all.length === 0 ? <Empty title="Nothing was reported yet." /> : (
          <ol className="m-0 max-h-96 list-none overflow-y-auto p-0" tabIndex={0} aria-label={`Events of ${setup.name}`}>
            {[...all].reverse().map((event) => (
              <li key={event.id} className="flex flex-wrap gap-x-3 border-b border-line px-3.5 py-1.5 last:border-b-0"><span className="w-36 text-muted">{words(event.type.replaceAll(".", " "))}</span><span className="min-w-0 flex-1 wrap-anywhere">{told(event.data)}</span><span className="text-sm text-muted"><When at={event.createdAt} /></span></li>
            ))}
          </ol>
        )}
      </Loaded>
    </Panel>
  );
}

/** What an event says: its message where it has one, otherwise all of it. */
function told(data: unknown): string {
  if (data === null || typeof data !== "object") return String(data ?? "");
  const { message, name, path } = data as Record<string, unknown>;
  const said = [name, path, message].filter((part) => typeof part === "string").join(": ");
  return said || (Object.keys(data).length === 0 ? "" : JSON.stringify(data));
}

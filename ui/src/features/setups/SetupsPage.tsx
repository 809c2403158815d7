import { useQuery } from "@tanstack/react-query";
import { useApplication } from "@/app/useApplication";
import { usePageTitle } from "@/app/usePageTitle";
import { setupsQuery } from "@/api/queries";
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
              <Panel key={setup.id} title={setup.name} note={<When at={setup.createdAt} />} actions={<Status value={setup.status} />} flush>
                {setup.errorMessage && <p role="alert" className="m-0 px-3.5 pt-3 wrap-anywhere text-fail">{setup.errorMessage}</p>}
                {setup.events.length === 0 ? <Empty title="No events yet." /> : (
                  <ol className="m-0 max-h-96 list-none overflow-y-auto p-0" tabIndex={0} aria-label={`Events of ${setup.name}`}>
                    {setup.events.map((event) => (
                      <li key={event.id} className="flex flex-wrap gap-x-3 border-b border-line px-3.5 py-1.5 last:border-b-0"><span className="w-36 text-muted">{words(event.kind)}</span><span className="min-w-0 flex-1 wrap-anywhere">{event.text}</span><span className="text-sm text-muted"><When at={event.at} /></span></li>
                    ))}
                  </ol>
                )}
              </Panel>
            ))}
          </div>
        )}
      </Loaded>
    </>
  );
}

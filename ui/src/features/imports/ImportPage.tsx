import { Link, useSearch } from "@tanstack/react-router";
import { useApplication } from "@/app/useApplication";
import { usePageTitle } from "@/app/usePageTitle";
import { Button, buttonClasses } from "@/design/components/Button";
import { PageHeader, Panel } from "@/design/components/Panel";
import { Dropzone } from "./Dropzone";
import { ImportSummary } from "./ImportSummary";
import { useImport } from "./useImport";

export function ImportPage() {
  const application = useApplication();
  usePageTitle("Import tests", application.name);
  const { branch } = useSearch({ from: "/inside/applications/$applicationId/import" });
  const importing = useImport(application.id, branch);
  return (
    <>
      <PageHeader title="Import tests" above={application.name} note={<>{branch !== undefined && <>On the branch {branch}. </>}A test that is already there under the same path gets the new text as a new version.</>} />
      <div className="max-w-3xl">
        {importing.result ? (
          <Panel title="Imported">
            <ImportSummary result={importing.result} />
            <div className="mt-4 flex flex-wrap gap-2">
              <Link to="/applications/$applicationId/tests" params={{ applicationId: application.id }} search={{ branch }} className={buttonClasses("primary")}>To the tests</Link>
              <Button onClick={importing.reset}>Import more</Button>
            </div>
          </Panel>
        ) : (
          <Panel>
            <Dropzone importing={importing} />
            <p className="mt-3 mb-0 text-muted">From a terminal: <code>autonoma push e2e --app {application.slug}{branch !== undefined && ` --branch ${branch}`}</code></p>
          </Panel>
        )}
      </div>
    </>
  );
}

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/api/client";
import { sampleQuery } from "@/api/queries";
import type { Application, ImportResult, Lint } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button } from "@/design/components/Button";
import { Panel } from "@/design/components/Panel";
import { Failure } from "@/design/components/States";
import { Dropzone } from "@/features/imports/Dropzone";
import { ImportSummary } from "@/features/imports/ImportSummary";
import { useImport } from "@/features/imports/useImport";
import { MarkdownEditor } from "@/features/tests/MarkdownEditor";

const firstTest = (name: string) => `# Test: ${name} opens

## Steps

1. Open /
2. Verify that the page is not empty
`;

/** Tests come from the sample, from a folder, or are written here. */
export function TestsStep({ application, onDone }: { application: Application; onDone: () => void }) {
  const sample = useQuery(sampleQuery).data;
  const isSample = Boolean(sample?.url) && application.url?.replace(/\/$/, "") === sample!.url;
  const [content, setContent] = useState(() => firstTest(application.name));
  const imports = useImport(application.id);
  const samples = useAction(() => api.post<ImportResult>(`/v1/applications/${application.id}/imports`, { files: sample!.files }), { stale: [["tests", application.id], ["applications"]] });
  // A suite may keep a test that is not finished; what is watched in the next step has to run.
  const write = useAction(async () => {
    const { problems } = await api.post<Lint>("/v1/lint", { content, path: "first.md", applicationId: application.id });
    const first = problems.find((problem) => problem.severity === "error");
    if (first) throw new Error(`It cannot run as it is. ${first.line > 0 ? `Line ${first.line}: ` : ""}${first.message}`);
    return api.post(`/v1/applications/${application.id}/tests`, { path: "first.md", content }, { once: true });
  }, { stale: [["tests", application.id], ["applications"]], then: onDone });
  const result = samples.data ?? imports.result;
  if (result)
    return (
      <Panel title="Imported">
        <ImportSummary result={result} />
        <Button look="primary" className="mt-3" onClick={onDone}>Go on to the first run</Button>
      </Panel>
    );
  return (
    <div className="grid grid-cols-1 items-start gap-4 md:grid-cols-2">
      {isSample && (
        <Panel title="The tests of the sample shop" className="md:col-span-2">
          <p className="mt-0">They cover signing in, the catalogue, the cart and the back office.</p>
          <Button look="primary" busy={samples.isPending} onClick={() => samples.mutate(undefined)}>Import the sample tests</Button>
          {samples.isError && <Failure error={samples.error} what="The sample tests were not imported." />}
        </Panel>
      )}
      <Panel title="Write a first test">
        <MarkdownEditor applicationId={application.id} value={content} onChange={setContent} path="first.md" />
        <div className="mt-3"><Button look={isSample ? "plain" : "primary"} busy={write.isPending} onClick={() => write.mutate(undefined)}>Save and go on</Button></div>
        {write.isError && <Failure error={write.error} what="The test was not saved." />}
      </Panel>
      <Panel title="Import a folder or a zip">
        <Dropzone importing={imports} />
      </Panel>
    </div>
  );
}

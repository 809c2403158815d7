import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useBlocker, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Play } from "lucide-react";
import { useState } from "react";
import { AddressedTabs } from "@/app/AddressedTabs";
import { useApplication } from "@/app/useApplication";
import { usePageTitle } from "@/app/usePageTitle";
import { useMay } from "@/app/useSession";
import { api } from "@/api/client";
import { ApiError } from "@/api/errors";
import { testQuery } from "@/api/queries";
import type { Test } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button } from "@/design/components/Button";
import { Confirm } from "@/design/components/Dialogs";
import { Loaded } from "@/design/components/Loaded";
import { PageHeader, Panel } from "@/design/components/Panel";
import { Failure } from "@/design/components/States";
import { Badge, Status } from "@/design/components/Status";
import { RunDialog } from "@/features/suite-runs/RunDialog";
import { MarkdownEditor } from "./MarkdownEditor";
import { MoveTest } from "./MoveTest";
import { TestHistory } from "./TestHistory";
import { TestRuns } from "./TestRuns";

export function TestPage() {
  const { testId } = useParams({ from: "/inside/applications/$applicationId/tests/$testId" });
  const { branch } = useSearch({ from: "/inside/applications/$applicationId/tests/$testId" });
  const test = useQuery(testQuery(testId, branch));
  return <Loaded query={test} rows={12} what="The test could not be loaded.">{(data) => <TestEditor test={data} branch={branch} />}</Loaded>;
}

function TestEditor({ test, branch }: { test: Test; branch: string | undefined }) {
  const application = useApplication();
  usePageTitle(test.title, application.name);
  const [base, setBase] = useState(test);
  const [content, setContent] = useState(test.content);
  const [running, setRunning] = useState(false);
  const [moving, setMoving] = useState(false);
  const may = useMay("edit");
  const navigate = useNavigate();
  const client = useQueryClient();
  const changed = content !== base.content;
  // What was remembered is shown at once and may be old; the fresh text takes its place as long as nothing was typed.
  if (test.version > base.version && !changed) {
    setBase(test);
    setContent(test.content);
  }
  const params = { applicationId: application.id };
  useBlocker({ shouldBlockFn: () => changed && !window.confirm("Leave without saving the test?"), enableBeforeUnload: changed });

  const save = useAction(() => api.put<Test>(`/v1/tests/${test.id}`, { path: base.path, content }, base.version, { branch }), {
    stale: [["test", test.id], ["tests", application.id]],
    said: "The test was saved.",
    then: (saved) => setBase(saved),
  });
  const conflict = save.error instanceof ApiError && (save.error.status === 412 || save.error.status === 409);

  return (
    <>
      <PageHeader
        title={base.title}
        above={<><Link to="/applications/$applicationId/tests" params={params} search={{ branch }}>Tests</Link> / {base.path}</>}
        note={<span className="inline-flex flex-wrap items-center gap-1.5"><Status value={base.lastRun?.status} />{branch !== undefined && <Badge tone="accent">on {branch}</Badge>}{base.tags.map((tag) => <Badge key={tag}>{tag}</Badge>)}</span>}
        actions={may && (
          <>
            <Confirm
              trigger={<Button look="danger">Delete</Button>}
              title={`Delete ${base.title}?`}
              action="Delete the test"
              onConfirm={async () => {
                await api.delete(`/v1/tests/${test.id}`, undefined, { branch });
                await navigate({ to: "/applications/$applicationId/tests", params, search: { branch }, ignoreBlocker: true });
                await client.invalidateQueries({ queryKey: ["tests", application.id] });
              }}
            >
              Earlier suite versions keep it; new ones will not have it.
            </Confirm>
            <Button onClick={() => setMoving(true)}>Move</Button>
            <Button busy={save.isPending} disabled={!changed} onClick={() => save.mutate(undefined)}>{changed ? "Save" : "Saved"}</Button>
            <Button look="primary" icon={<Play size={15} aria-hidden />} onClick={() => setRunning(true)} disabled={changed} title={changed ? "Save first: what runs is what is stored" : undefined}>Run</Button>
          </>
        )}
      />
      {conflict && (
        <Panel className="mb-4">
          <div role="alert" className="flex flex-wrap items-center gap-3">
            <span className="flex-1">Somebody else changed this test meanwhile. Your text is still here and not saved.</span>
            <Button onClick={() => void api.get<Test>(`/v1/tests/${test.id}`, { branch }).then((fresh) => { setBase(fresh); setContent(fresh.content); save.reset(); })}>Take theirs</Button>
            <Button onClick={() => void api.get<Test>(`/v1/tests/${test.id}`, { branch }).then((fresh) => { setBase(fresh); save.reset(); })}>Keep mine over theirs</Button>
          </div>
        </Panel>
      )}
      {save.isError && !conflict && <Panel className="mb-4"><Failure error={save.error} what="The test was not saved." /></Panel>}
      <AddressedTabs
        label="Test"
        tabs={[
          { id: "text", title: "Text", content: <Panel><MarkdownEditor applicationId={application.id} value={content} onChange={setContent} path={base.path} readOnly={!may} /></Panel> },
          { id: "runs", title: "Runs", content: <TestRuns testId={test.id} /> },
          { id: "history", title: "History", content: <TestHistory test={base} onTake={setContent} /> },
        ]}
      />
      {moving && <MoveTest test={base} branch={branch} onMoved={setBase} onClose={() => setMoving(false)} />}
      {running && <RunDialog application={application} suite={{ tests: [], tags: [] }} testIds={[test.id]} branch={branch} open onOpenChange={setRunning} />}
    </>
  );
}

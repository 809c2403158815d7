import { useNavigate, useSearch } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { useState } from "react";
import { useApplication } from "@/app/useApplication";
import { usePageTitle } from "@/app/usePageTitle";
import { api } from "@/api/client";
import { fieldError } from "@/api/errors";
import type { Test } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button } from "@/design/components/Button";
import { TextField } from "@/design/components/Field";
import { PageHeader, Panel } from "@/design/components/Panel";
import { Failure } from "@/design/components/States";
import { MarkdownEditor } from "./MarkdownEditor";

const template = `---
url: /
tags: []
---

# Test: What a person wants to get done

## Steps

1. Click the "…" button
2. Verify that the heading "…" is displayed
`;

export function NewTestPage() {
  const application = useApplication();
  const { branch } = useSearch({ from: "/inside/applications/$applicationId/tests/new" });
  usePageTitle("New test", application.name);
  const [path, setPath] = useState("");
  const [content, setContent] = useState(template);
  const navigate = useNavigate();
  const create = useAction(() => api.post<Test>(`/v1/applications/${application.id}/tests`, { path: path.endsWith(".md") ? path : `${path}.md`, content }, { once: true, query: { branch } }), {
    stale: [["tests", application.id], ["applications"]],
    said: "The test was saved.",
    then: (made) => void navigate({ to: "/applications/$applicationId/tests/$testId", params: { applicationId: application.id, testId: made.id }, search: { branch } }),
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    create.mutate(undefined);
  }
  return (
    <form onSubmit={submit}>
      <PageHeader title="New test" above={application.name} note={branch !== undefined && <>On the branch {branch}</>} actions={<Button type="submit" look="primary" busy={create.isPending}>Save the test</Button>} />
      <div className="flex flex-col gap-4">
        {create.isError && <Panel><Failure error={create.error} fields={["path"]} what="The test was not saved." /></Panel>}
        <Panel>
          <TextField label="Path" required placeholder="checkout/pay-by-card.md" value={path} onChange={(event) => setPath(event.target.value)} hint="Folders are made as needed." error={fieldError(create.error, "path")} className="mb-3.5 max-w-xl" />
          <MarkdownEditor applicationId={application.id} value={content} onChange={setContent} path={path || undefined} />
        </Panel>
      </div>
    </form>
  );
}

import type { FormEvent } from "react";
import { useState } from "react";
import { api } from "@/api/client";
import { fieldError } from "@/api/errors";
import type { Test } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button } from "@/design/components/Button";
import { Dialog } from "@/design/components/Dialogs";
import { TextField } from "@/design/components/Field";
import { Failure } from "@/design/components/States";

/** Gives a test another path; its text, its runs and its history stay with it. */
export function MoveTest({ test, branch, onMoved, onClose }: { test: Test; branch: string | undefined; onMoved: (test: Test) => void; onClose: () => void }) {
  const [path, setPath] = useState(test.path);
  const target = path.trim().endsWith(".md") ? path.trim() : `${path.trim()}.md`;
  const move = useAction(() => api.put<Test>(`/v1/tests/${test.id}`, { path: target }, test.version, { branch }), {
    stale: [["test", test.id], ["tests", test.applicationId], ["suite-versions", test.applicationId]],
    said: `The test is now ${target}.`,
    then: (moved) => {
      onMoved(moved);
      onClose();
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    move.mutate(undefined);
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Move or rename the test">
      <form onSubmit={submit} className="flex flex-col gap-3.5">
        <TextField label="Path" required autoFocus value={path} onChange={(event) => setPath(event.target.value)} hint="Folders are made as needed. Its runs and its history stay with it." error={fieldError(move.error, "path")} />
        {move.isError && <Failure error={move.error} fields={["path"]} what="The test was not moved." />}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={move.isPending} disabled={target === test.path}>Move the test</Button>
        </div>
      </form>
    </Dialog>
  );
}

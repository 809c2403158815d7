import type { FormEvent } from "react";
import { useState } from "react";
import { api } from "@/api/client";
import type { Run } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button } from "@/design/components/Button";
import { TextField } from "@/design/components/Field";
import { Panel } from "@/design/components/Panel";
import { Failure } from "@/design/components/States";

/** The run waits for a person. */
export function Question({ runId, question }: { runId: string; question: NonNullable<Run["question"]> }) {
  const [answer, setAnswer] = useState("");
  const send = useAction((text: string) => api.post(`/v1/runs/${runId}/answers`, { questionId: question.id, answer: text }), { stale: [["run", runId]] });
  function submit(event: FormEvent) {
    event.preventDefault();
    send.mutate(answer);
  }
  return (
    <Panel title="The run needs an answer">
      <p role="alert" className="mt-0 wrap-anywhere">{question.text}</p>
      {question.choices && question.choices.length > 0 && (
        <div className="mb-3 flex flex-wrap gap-2">{question.choices.map((choice) => <Button key={choice} busy={send.isPending && send.variables === choice} onClick={() => send.mutate(choice)}>{choice}</Button>)}</div>
      )}
      <form onSubmit={submit} className="flex flex-wrap items-end gap-3">
        <TextField label="Answer" className="min-w-48 flex-1" required value={answer} onChange={(event) => setAnswer(event.target.value)} />
        <Button type="submit" look="primary" busy={send.isPending}>Send</Button>
      </form>
      {send.isError && <Failure error={send.error} what="The answer did not arrive." />}
    </Panel>
  );
}

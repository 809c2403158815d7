import type { FormEvent } from "react";
import { useState } from "react";
import { api } from "@/api/client";
import type { Question as AskedQuestion } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button } from "@/design/components/Button";
import { TextField } from "@/design/components/Field";
import { Panel } from "@/design/components/Panel";
import { Failure } from "@/design/components/States";

/** The run waits for a person. */
export function Question({ runId, question }: { runId: string; question: AskedQuestion }) {
  const [answer, setAnswer] = useState("");
  const send = useAction((text: string) => api.post(`/v1/runs/${runId}/answers`, { questionId: question.questionId, answer: text }), { stale: [["run", runId]] });
  function submit(event: FormEvent) {
    event.preventDefault();
    send.mutate(answer);
  }
  return (
    <Panel title="The run needs an answer" note={`step ${question.step}`}>
      <p className="mt-0 font-medium wrap-anywhere">{question.text}</p>
      <p role="alert" className="mt-0 wrap-anywhere whitespace-pre-wrap">{question.message}</p>
      <form onSubmit={submit} className="flex flex-wrap items-end gap-3">
        <TextField label="Answer" className="min-w-48 flex-1" hint="Say the step so that it can be carried out; what the test says stays as it is." required value={answer} onChange={(event) => setAnswer(event.target.value)} />
        <Button type="submit" look="primary" busy={send.isPending}>Send</Button>
      </form>
      {send.isError && <Failure error={send.error} what="The answer did not arrive." />}
    </Panel>
  );
}

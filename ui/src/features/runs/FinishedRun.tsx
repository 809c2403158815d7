import { useQuery } from "@tanstack/react-query";
import { logQuery } from "@/api/queries";
import type { ArtifactFile, Run } from "@/api/types";
import { plural } from "@/design/components/Moments";
import { Panel } from "@/design/components/Panel";
import { Tabs } from "@/design/components/Tabs";
import { Compare } from "./Compare";
import { FilesPanel } from "./FilesPanel";
import { isWrong, LogPanel } from "./LogPanel";
import { MemoryAndCost } from "./MemoryAndCost";
import { Timeline } from "./Timeline";
import { useRunView } from "./useRunView";
import { Verdict } from "./Verdict";

export function FinishedRun({ run, files }: { run: Run; files: ArtifactFile[] }) {
  const view = useRunView(run);
  const messages = useQuery(logQuery(run.console)).data ?? [];
  const requests = useQuery(logQuery(run.network)).data ?? [];
  const tabs = [
    { id: "timeline", title: "Timeline", note: run.steps.length, content: <Timeline run={run} step={view.step} onStep={view.setStep} /> },
    ...(run.video ? [{ id: "video", title: "Video", content: <Panel><video controls preload="metadata" src={run.video.url} className="max-h-[70dvh] w-full bg-black" aria-label="Video of the run" /></Panel> }] : []),
    { id: "console", title: "Console", note: note(messages.filter(isWrong).length, messages.length, "error"), content: <LogPanel title="Console" lines={messages} empty="The page wrote nothing to its console." /> },
    { id: "network", title: "Network", note: note(requests.filter(isWrong).length, requests.length, "problem"), content: <LogPanel title="Network" lines={requests} empty="No requests were recorded." /> },
    { id: "memory", title: "Memory and cost", content: <MemoryAndCost run={run} /> },
    { id: "files", title: "Files", note: files.length, content: <FilesPanel files={files} /> },
    ...(run.previousPassedRunId ? [{ id: "compare", title: "Beside the last passed run", content: <Compare run={run} otherId={run.previousPassedRunId} /> }] : []),
  ];
  return (
    <div className="flex flex-col gap-4">
      <Verdict run={run} onStep={view.setStep} />
      <Tabs label="Run" tabs={tabs} value={tabs.some((tab) => tab.id === view.tab) ? view.tab : "timeline"} onChange={view.setTab} />
    </div>
  );
}

function note(wrong: number, all: number, word: string) {
  return wrong > 0 ? plural(wrong, word) : all;
}

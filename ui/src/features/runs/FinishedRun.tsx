import type { ArtifactFile, Run } from "@/api/types";
import { plural } from "@/design/components/Moments";
import { Panel } from "@/design/components/Panel";
import { Tabs } from "@/design/components/Tabs";
import { Compare } from "./Compare";
import { ConsolePanel } from "./ConsolePanel";
import { FilesPanel } from "./FilesPanel";
import { NetworkPanel } from "./NetworkPanel";
import { Timeline } from "./Timeline";
import { MemoryAndCost } from "./MemoryAndCost";
import { useRunView } from "./useRunView";
import { Verdict } from "./Verdict";
import { pictureResolver } from "./pictures";

export function FinishedRun({ run, files }: { run: Run; files: ArtifactFile[] }) {
  const view = useRunView(run);
  const picture = pictureResolver(files);
  const video = run.video ? picture(run.video) : files.find((file) => file.kind === "video")?.url;
  const wrongCalls = run.network.filter((call) => call.failure || (call.status ?? 0) >= 400).length;
  const wrongLines = run.console.filter((line) => line.level === "error").length;
  const tabs = [
    { id: "timeline", title: "Timeline", note: run.steps.length, content: <Timeline run={run} picture={picture} step={view.step} onStep={view.setStep} /> },
    ...(video ? [{ id: "video", title: "Video", content: <Panel><video controls preload="metadata" src={video} className="max-h-[70dvh] w-full bg-black" aria-label="Video of the run" /></Panel> }] : []),
    { id: "console", title: "Console", note: wrongLines > 0 ? plural(wrongLines, "error") : run.console.length, content: <ConsolePanel lines={run.console} /> },
    { id: "network", title: "Network", note: wrongCalls > 0 ? `${wrongCalls} failed` : run.network.length, content: <NetworkPanel calls={run.network} /> },
    { id: "memory", title: "Memory and cost", content: <MemoryAndCost run={run} /> },
    { id: "files", title: "Files", note: files.length, content: <FilesPanel files={files} /> },
    ...(run.previousPassedRunId ? [{ id: "compare", title: "Beside the last passed run", content: <Compare run={run} picture={picture} otherId={run.previousPassedRunId} /> }] : []),
  ];
  return (
    <div className="flex flex-col gap-4">
      <Verdict run={run} onStep={view.setStep} />
      <Tabs label="Run" tabs={tabs} value={tabs.some((tab) => tab.id === view.tab) ? view.tab : "timeline"} onChange={view.setTab} />
    </div>
  );
}

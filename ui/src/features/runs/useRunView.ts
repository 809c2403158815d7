import { useState } from "react";
import type { Run } from "@/api/types";

/** Which tab and step are looked at: at first the step that went wrong. */
export function useRunView(run: Run) {
  const wrong = run.steps.find((step) => step.status === "failed");
  const address = new URLSearchParams(location.search);
  const [step, setStepOnly] = useState(() => Number(address.get("step")) || wrong?.number || run.steps[0]?.number || 0);
  const [tab, setTabOnly] = useState(() => address.get("view") ?? "timeline");

  // The address follows, so that what is looked at can be sent to somebody, without a navigation.
  function remember(name: string, value: string) {
    if (!location.pathname.startsWith("/runs/")) return;
    const next = new URL(location.href);
    next.searchParams.set(name, value);
    history.replaceState(history.state, "", next);
  }

  return {
    step,
    tab,
    setStep: (number: number) => {
      setStepOnly(number);
      setTabOnly("timeline");
      remember("step", String(number));
    },
    setTab: (id: string) => {
      setTabOnly(id);
      remember("view", id);
    },
  };
}

import { useQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { useState } from "react";
import { usePageTitle } from "@/app/usePageTitle";
import { applicationsQuery } from "@/api/queries";
import type { Application } from "@/api/types";
import { Loaded } from "@/design/components/Loaded";
import { PageHeader } from "@/design/components/Panel";
import { classes } from "@/design/components/classes";
import { ApplicationStep } from "./ApplicationStep";
import { RunStep } from "./RunStep";
import { TestsStep } from "./TestsStep";

const names = ["Application", "Tests", "First run"];

/** From nothing to a run that was watched, in three steps; it can be left and taken up again at any of them. */
export function WelcomePage() {
  usePageTitle("Welcome");
  const applications = useQuery(applicationsQuery);
  return (
    <>
      <PageHeader title="Welcome to Autonoma" note="Three steps to a first test that runs in a real browser, here on this machine." />
      <Loaded query={applications}>{(all) => <Steps first={all[0] ?? null} />}</Loaded>
    </>
  );
}

function Steps({ first }: { first: Application | null }) {
  const [application, setApplication] = useState(first);
  const [step, setStep] = useState(first ? (first.tests > 0 ? 2 : 1) : 0);
  return (
    <>
      <ol className="m-0 mb-4 flex list-none flex-wrap gap-x-5 gap-y-1 p-0">
        {names.map((name, index) => (
          <li key={name} aria-current={index === step ? "step" : undefined} className={classes("flex items-center gap-2", index === step ? "font-semibold" : "text-muted")}>
            <span aria-hidden className={classes("inline-flex size-5.5 items-center justify-center rounded-full text-xs", index <= step ? "bg-accent text-on-accent" : "bg-sunken text-muted")}>
              {index < step ? <Check size={13} /> : index + 1}
            </span>
            {name}
            {index < step && <span className="sr-only">(done)</span>}
          </li>
        ))}
      </ol>
      {step === 0 && <ApplicationStep onDone={(made) => { setApplication(made); setStep(1); }} />}
      {step === 1 && application && <TestsStep application={application} onDone={() => setStep(2)} />}
      {step === 2 && application && <RunStep application={application} />}
    </>
  );
}

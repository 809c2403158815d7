import { Check, CircleHelp, X } from "lucide-react";
import type { Evidence } from "@/api/types";
import { classes } from "@/design/components/classes";

const verdicts: Record<string, { icon: typeof Check; tone: string }> = { held: { icon: Check, tone: "text-pass" }, failed: { icon: X, tone: "text-fail" } };

/** Why it was decided so: what was claimed and found, and which elements were weighed against each other. */
export function EvidenceView({ evidence }: { evidence: Evidence }) {
  const claims = [...(evidence.claims ?? [])].sort((a, b) => Number(a.verdict === "held") - Number(b.verdict === "held"));
  const considered = evidence.considered ?? [];
  return (
    <>
      {claims.length > 0 && (
        <ul aria-label="Claims" className="m-0 flex list-none flex-col gap-2 p-0">
          {claims.map((claim, index) => {
            const look = verdicts[claim.verdict] ?? { icon: CircleHelp, tone: "text-warn" };
            const Icon = look.icon;
            return (
              <li key={index} className="flex items-start gap-2">
                <Icon size={15} role="img" aria-label={claim.verdict} className={classes("mt-0.5 shrink-0", look.tone)} />
                <div className="min-w-0 wrap-anywhere">
                  {claim.claim}
                  {claim.verdict !== "held" && <div className="text-muted">Expected {claim.expected}; found {claim.found}</div>}
                </div>
              </li>
            );
          })}
        </ul>
      )}
      {considered.length > 0 && (
        <details open={evidence.isAmbiguous === true}>
          <summary className="cursor-pointer text-muted">{considered.length === 1 ? "The one element that fits" : `${considered.length} elements were weighed`}</summary>
          <ol className="m-0 mt-1.5 flex list-none flex-col gap-1.5 p-0">
            {considered.map((each, index) => (
              <li key={index} className="grid grid-cols-[3rem_1fr] gap-x-3">
                <span className="text-right text-muted">{each.score.toFixed(2)}</span>
                <span className={classes("min-w-0 wrap-anywhere", each.chosen && "font-medium")}>{each.element}{each.chosen && " (taken)"}<span className="block text-sm font-normal text-muted">{each.why}</span></span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

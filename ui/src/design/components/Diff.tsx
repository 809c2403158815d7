import { classes } from "./classes";

export type DiffLine = { kind: "same" | "added" | "removed"; text: string };

/** Lines that left and lines that came, by the longest common subsequence. */
export function diffLines(before: string, after: string): DiffLine[] {
  const a = before.split("\n");
  const b = after.split("\n");
  const table = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i]![j] = a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ kind: "same", text: a[i]! });
      i++;
      j++;
    } else if (i < a.length && (j >= b.length || table[i + 1]![j]! >= table[i]![j + 1]!)) lines.push({ kind: "removed", text: a[i++]! });
    else lines.push({ kind: "added", text: b[j++]! });
  }
  return lines;
}

const marks = { same: " ", added: "+", removed: "−" };

export function Diff({ before, after, label }: { before: string; after: string; label: string }) {
  return (
    <div role="region" aria-label={label} tabIndex={0} className="overflow-x-auto rounded-md border border-line bg-surface py-1 font-mono text-sm">
      {diffLines(before, after).map((line, index) => (
        <div key={index} className={classes("flex px-2 whitespace-pre", line.kind === "added" && "bg-pass-soft text-pass", line.kind === "removed" && "bg-fail-soft text-fail")}>
          <span aria-hidden className="w-4 shrink-0 select-none">{marks[line.kind]}</span>
          {line.kind !== "same" && <span className="sr-only">{line.kind}: </span>}
          <span>{line.text || " "}</span>
        </div>
      ))}
    </div>
  );
}

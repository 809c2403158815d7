import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

const sources = filesBelow("src").filter((path) => /\.(ts|tsx)$/.test(path) && !path.endsWith("schema.ts"));

test("nothing writes markup: text of tests and pages stays text", () => {
  for (const path of sources) expect(readFileSync(path, "utf8"), path).not.toMatch(/dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/);
});

test("files stay small", () => {
  for (const path of sources) expect(readFileSync(path, "utf8").split("\n").length, path).toBeLessThan(300);
});

test("the lock file records no addresses of downloads", () => {
  expect(readFileSync("package-lock.json", "utf8")).not.toContain('"resolved": "http');
});

test("colours come from the tokens alone", () => {
  for (const path of sources) expect(readFileSync(path, "utf8"), path).not.toMatch(/#[0-9a-f]{6}\b|\brgba?\(/i);
});

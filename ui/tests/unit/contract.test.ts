import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

const known = new Set(Object.keys((JSON.parse(readFileSync("../docs/reference/openapi.json", "utf8")) as { paths: object }).paths).map((path) => path.replace(/\{[^}]+\}/g, "{}")));
// Not described by OpenAPI: the hub, and what only an address in a link reaches.
const beside = new Set(["/v1/live", "/v1/artifacts/", "/v1/session/oauth/{}", "/v1/heals/{}/{}"]);

test("every address that the pages ask is one that the API describes", () => {
  const asked = filesBelow("src").filter((path) => /\.tsx?$/.test(path) && !path.endsWith("schema.ts")).flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/["`](\/v1\/[^"`?]*)/g)].map((match) => match[1]!.replace(/\$\{[^}]+\}/g, "{}")));
  expect(asked.length).toBeGreaterThan(50);
  expect([...new Set(asked)].filter((path) => !known.has(path) && !beside.has(path))).toEqual([]);
});

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

type Schema = { $ref?: string; properties?: object };
type Operation = { requestBody?: { content: Record<string, { schema: Schema }> } };
const contract = JSON.parse(readFileSync("../docs/reference/openapi.json", "utf8")) as { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, Schema> } };
const plain = (path: string) => path.replace(/\{[^}]+\}/g, "{}");
const known = new Set(Object.keys(contract.paths).map(plain));
const sources = filesBelow("src").filter((path) => /\.tsx?$/.test(path) && !path.endsWith("schema.ts"));
// Not described by OpenAPI: the hub, and what only an address in a link reaches.
const beside = new Set(["/v1/live", "/v1/artifacts/", "/v1/heals/{}/{}"]);

test("every address that the pages ask is one that the API describes", () => {
  const asked = sources.flatMap((path) => [...readFileSync(path, "utf8").matchAll(/["`](\/v1\/[^"`?]*)/g)].map((match) => match[1]!.replace(/\$\{[^}]+\}/g, "{}")));
  expect(asked.length).toBeGreaterThan(50);
  expect([...new Set(asked)].filter((path) => !known.has(path) && !beside.has(path))).toEqual([]);
});

test("every field that the pages send is one that the API takes", () => {
  const operations = new Map(Object.entries(contract.paths).flatMap(([path, verbs]) => Object.entries(verbs).map(([verb, operation]) => [`${verb} ${plain(path)}`, operation] as const)));
  const fieldsOf = (schema: Schema): string[] => Object.keys((schema.$ref ? contract.components.schemas[schema.$ref.split("/").at(-1)!]! : schema).properties ?? {});
  const wrong: string[] = [];
  let sent = 0;
  for (const path of sources) {
    for (const [, verb, address, body] of readFileSync(path, "utf8").matchAll(/api\.(post|put|patch|delete)(?:<[^(]*>)?\(\s*["`](\/v1\/[^"`]*)["`],\s*\{([^{}]*)\}/g)) {
      const schema = operations.get(`${verb} ${address!.replace(/\$\{[^}]+\}/g, "{}")}`)?.requestBody?.content["application/json"]?.schema;
      if (!schema) continue;
      sent++;
      for (const [, field] of body!.matchAll(/(?:^|,)\s*(\w+)/g)) if (!fieldsOf(schema).includes(field!)) wrong.push(`${path}: ${verb} ${address} takes no '${field}'`);
    }
  }
  expect(sent).toBeGreaterThan(15);
  expect(wrong).toEqual([]);
});

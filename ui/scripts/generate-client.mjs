// Writes src/api/schema.ts from the committed description of the API; with --check it only says whether they agree.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const source = fileURLToPath(new URL("../../docs/reference/openapi.json", import.meta.url));
const target = fileURLToPath(new URL("../src/api/schema.ts", import.meta.url));
const document = JSON.parse(await readFile(source, "utf8"));

/** The server reads numbers from text as well, but it writes numbers: that is what a client needs to know. */
function asAnswered(schema) {
  if (Array.isArray(schema)) return schema.forEach(asAnswered);
  if (schema === null || typeof schema !== "object") return;
  if (Array.isArray(schema.type) && schema.type.includes("string") && (schema.type.includes("integer") || schema.type.includes("number"))) {
    const types = schema.type.filter((type) => type !== "string");
    schema.type = types.length === 1 ? types[0] : types;
    delete schema.pattern;
  }
  // What is left out here is left out of requests only; the server writes every member of an answer, also where it is null.
  if (Array.isArray(schema.required)) delete schema.required;
  Object.values(schema).forEach(asAnswered);
}

asAnswered(document);
const text = `// Written by 'npm run generate' from docs/reference/openapi.json; not edited by hand.\n${astToString(await openapiTS(document, { propertiesRequiredByDefault: true }))}`;
if (process.argv.includes("--check")) {
  const current = await readFile(target, "utf8").catch(() => "");
  if (current !== text) {
    console.error("src/api/schema.ts does not fit docs/reference/openapi.json any more: run 'npm run generate' in ui/ and commit it.");
    process.exit(1);
  }
  console.log("src/api/schema.ts fits docs/reference/openapi.json.");
} else {
  await writeFile(target, text);
  console.log(`Wrote ${target}`);
}

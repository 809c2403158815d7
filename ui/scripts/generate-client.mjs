// Writes src/api/schema.ts, the types of the API, from the committed description of it. Runs before everything that reads the types;
// what was written from the same description by the same script is left as it is.
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const source = fileURLToPath(new URL("../../docs/reference/openapi.json", import.meta.url));
const target = fileURLToPath(new URL("../src/api/schema.ts", import.meta.url));
const described = await readFile(source);
const written = createHash("sha256").update(described).update(await readFile(fileURLToPath(import.meta.url))).digest("hex");
const head = `// Written by scripts/generate-client.mjs from docs/reference/openapi.json; not edited by hand, not committed. ${written}\n`;

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

const current = await readFile(target, "utf8").catch(() => "");
if (!current.startsWith(head)) {
  const { default: openapiTS, astToString } = await import("openapi-typescript");
  const document = JSON.parse(described.toString("utf8"));
  asAnswered(document);
  await writeFile(target, head + astToString(await openapiTS(document, { propertiesRequiredByDefault: true })));
  console.log("Wrote src/api/schema.ts from docs/reference/openapi.json.");
}

import type { Connect, Plugin } from "vite";
import { answer } from "./answers.ts";

/** Answers the contract from memory, for working on pages without a server. Part of the tests: no build contains it. */
export function mockServer(): Plugin {
  return {
    name: "autonoma-mock-server",
    configureServer: (server) => void server.middlewares.use(middleware),
    configurePreviewServer: (server) => void server.middlewares.use(middleware),
  };
}

const middleware: Connect.NextHandleFunction = (request, response, next) => {
  const url = new URL(request.url ?? "/", "http://mock");
  if (!url.pathname.startsWith("/v1/")) return next();
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const text = Buffer.concat(chunks).toString("utf8");
    let body: unknown = null;
    try {
      body = text ? JSON.parse(text) : null;
    } catch {
      // A form with files is no JSON, and the mock does not look into it.
    }
    const result = answer(request.method ?? "GET", url, body);
    response.statusCode = result.status;
    response.setHeader("Content-Type", result.type ?? "application/json");
    response.end(typeof result.body === "string" ? result.body : result.body === undefined ? "" : JSON.stringify(result.body));
  });
};

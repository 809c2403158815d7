import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import type { Plugin, UserConfig } from "vite";
import { defineConfig } from "vite";

const server = process.env.AUTONOMA_SERVER ?? "http://127.0.0.1:5090";

export default defineConfig(async ({ mode }): Promise<UserConfig> => {
  const plugins: Plugin[] = [react(), tailwindcss()].flat(Infinity) as Plugin[];
  if (mode === "mock") {
    // The stand-in for the server lives with the tests and never reaches a bundle.
    const { mockServer } = await import("./tests/mock/plugin.ts");
    plugins.push(mockServer());
  }
  return {
    plugins,
    resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
    build: {
      target: "es2022",
      sourcemap: false,
      // Data URLs would need their own exception in the content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
    server: {
      host: "127.0.0.1",
      proxy: mode === "mock" ? undefined : { "/v1": { target: server, ws: true, changeOrigin: false } },
    },
  };
});

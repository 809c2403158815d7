import { defineConfig } from "@playwright/test";
import { launchOptions } from "./tests/pages/browser.ts";

export default defineConfig({
  testDir: "tests/pages",
  testMatch: /.*\.spec\.ts/,
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: process.env.CI ? "dot" : "list",
  use: { baseURL: "http://127.0.0.1:5190", launchOptions: launchOptions() },
  // The built pages, as they are shipped; only the server behind them is the stand-in.
  webServer: { command: "npx vite preview --mode mock --host 127.0.0.1 --port 5190 --strictPort", url: "http://127.0.0.1:5190", reuseExistingServer: !process.env.CI, timeout: 60_000 },
});

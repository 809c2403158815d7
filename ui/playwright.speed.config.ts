import { defineConfig } from "@playwright/test";
import { launchOptions } from "./tests/pages/browser.ts";

// Figures of a real server (benchmarks/Ui/measure.sh starts it); not part of the tests.
export default defineConfig({
  testDir: "tests/speed",
  testMatch: /\.ts$/,
  workers: 1,
  timeout: 600_000,
  expect: { timeout: 120_000 },
  reporter: "line",
  use: { launchOptions: launchOptions(), viewport: { width: 1280, height: 800 } },
});

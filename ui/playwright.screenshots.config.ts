import { defineConfig } from "@playwright/test";
import pages from "./playwright.config.ts";

// Writes docs/images/ui; not part of the tests.
export default defineConfig({ ...pages, testMatch: /screenshots\.ts/, workers: 2 });

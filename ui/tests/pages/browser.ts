import { existsSync } from "node:fs";
import type { LaunchOptions } from "@playwright/test";

const places = [process.env.AUTONOMA_BROWSER, "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

/** The browser that is installed; nothing is downloaded. */
export function launchOptions(): LaunchOptions {
  const executablePath = places.find((place) => place && existsSync(place));
  const root = process.getuid?.() === 0;
  return { executablePath, args: [...(root ? ["--no-sandbox"] : []), "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"] };
}

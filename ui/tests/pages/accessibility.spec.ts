import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "@playwright/test";
import { fill } from "./ids.ts";
import { pages } from "./list.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Found = { id: string; impact: string; help: string; nodes: { target: string[]; failureSummary: string }[] };

const views = [
  { name: "desktop, light", viewport: { width: 1280, height: 800 }, colorScheme: "light" as const },
  { name: "desktop, dark", viewport: { width: 1280, height: 800 }, colorScheme: "dark" as const },
  { name: "phone, light", viewport: { width: 390, height: 844 }, colorScheme: "light" as const },
  { name: "phone, dark", viewport: { width: 390, height: 844 }, colorScheme: "dark" as const },
];

for (const view of views) {
  test.describe(view.name, () => {
    test.use({ viewport: view.viewport, colorScheme: view.colorScheme, contextOptions: { reducedMotion: "reduce" } });

    // One browser page for all pages: what is measured is the pages, not the start of a browser.
    test("every page keeps WCAG 2.2 AA and fits its width", async ({ page }) => {
      test.setTimeout(180_000);
      const wrong: string[] = [];
      page.on("pageerror", (error) => wrong.push(`${page.url()}: ${error.message}`));
      for (const entry of pages) {
        await page.goto(fill(entry.path));
        await page.getByRole("heading", { level: 1 }).first().waitFor({ state: "attached" });
        await expect(page.getByRole("status", { name: "Loading" })).toHaveCount(0);
        await page.evaluate(axe);
        const found = await page.evaluate(async () => {
          const axe = (window as unknown as { axe: { run: (root: Document, options: object) => Promise<{ violations: Found[] }> } }).axe;
          return (await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })).violations;
        });
        for (const violation of found) for (const node of violation.nodes.slice(0, 3)) wrong.push(`${entry.name}: ${violation.id} (${violation.impact}) ${node.target.join(" ")}: ${node.failureSummary.split("\n")[1] ?? ""}`);
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (tooWide > 0) wrong.push(`${entry.name}: ${tooWide} px wider than the window`);
      }
      expect(wrong).toEqual([]);
    });
  });
}

import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { fill } from "./ids.ts";
import { pages } from "./list.ts";

const folder = fileURLToPath(new URL("../../../docs/images/ui", import.meta.url));

for (const colorScheme of ["light", "dark"] as const) {
  for (const view of [{ name: "", viewport: { width: 1120, height: 700 } }, { name: "-phone", viewport: { width: 390, height: 780 } }]) {
    test.describe(`${colorScheme}${view.name}`, () => {
      test.use({ viewport: view.viewport, colorScheme, contextOptions: { reducedMotion: "reduce" } });

      test("pictures of every page", async ({ page }) => {
        test.setTimeout(300_000);
        mkdirSync(folder, { recursive: true });
        // Of the phone a few say enough.
        for (const entry of pages.filter(({ name }) => view.name === "" || ["dashboard", "tests", "test", "run-failed", "suite-run"].includes(name))) {
          await page.goto(fill(entry.path));
          await page.getByRole("heading", { level: 1 }).first().waitFor({ state: "attached" });
          await expect(page.getByRole("status", { name: "Loading" })).toHaveCount(0);
          await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode().catch(() => undefined))));
          await page.screenshot({ path: `${folder}/${entry.name}${view.name}-${colorScheme}.jpg`, type: "jpeg", quality: 68 });
        }
      });
    });
  }
}

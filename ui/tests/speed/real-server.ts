import { loadavg } from "node:os";
import type { BrowserContext, Page } from "@playwright/test";
import { expect, test } from "@playwright/test";

const link = process.env.AUTONOMA_LINK ?? "";
const parts = (process.env.AUTONOMA_PARTS ?? "first-run,many").split(",");
// What only a real server shows is pictured here; the pictures of all other pages are made by `npm run screenshots`.
const pictures = process.env.AUTONOMA_PICTURES ?? "";
const many = 10_000;

function say(what: string, values: Record<string, string | number>) {
  console.log(`${what}: ${Object.entries(values).map(([name, value]) => `${name} ${typeof value === "number" ? Math.round(value) : value}`).join(", ")} (load ${loadavg()[0]!.toFixed(1)})`);
}

const part = (sorted: number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;

/** Milliseconds from the start of the page's navigation until what is asked for is painted. */
const sinceNavigation = (page: Page, text: string) =>
  page.evaluate((wanted) => new Promise<number>((done) => {
    const look = () => (document.querySelector("main")?.textContent?.includes(wanted) ? requestAnimationFrame(() => setTimeout(() => done(performance.now()))) : requestAnimationFrame(look));
    look();
  }), text);

// One after another, in one session: the link lets in once.
test("figures of a real server", async ({ browser }) => {
  expect(link, "AUTONOMA_LINK is what the server prints").toMatch(/^http/);
  const context = await browser.newContext();
  const page = await context.newPage();
  const begun = Date.now();
  await page.goto(link);
  await page.getByRole("button", { name: "Become the owner" }).click();
  await page.getByRole("heading", { name: "Welcome to Autonoma" }).waitFor();
  if (parts.includes("first-run")) await firstRun(page, begun);
  if (parts.includes("many")) await tenThousand(context, page);
});

/** The three steps as a person clicks through them, to the browser of the run on the screen and to its verdict. */
async function firstRun(page: Page, begun: number) {
  await page.getByRole("button", { name: "Use the sample shop" }).click();
  await page.getByRole("button", { name: "Import the sample tests" }).click();
  await page.getByRole("button", { name: "Go on to the first run" }).click();
  await page.getByRole("button", { name: "Run it" }).click();
  const started = Date.now();
  await page.getByAltText("The browser of this run, live").or(page.getByRole("region", { name: "Verdict" })).first().waitFor();
  const live = Date.now();
  const wasLive = await page.getByAltText("The browser of this run, live").isVisible();
  if (pictures) await picture(page, "run-live");
  await page.getByRole("region", { name: "Verdict" }).waitFor();
  const verdict = (await page.getByRole("region", { name: "Verdict" }).textContent())!;
  const clone = Number(process.env.AUTONOMA_BEGUN ?? 0) * 1000;
  say("first run", { "link opened to run started (ms)": started - begun, "to its browser on the screen (ms)": wasLive ? live - started : "never seen", "to its verdict (ms)": Date.now() - started, ...(clone ? { "from the beginning of the clone to the live run (s)": (live - clone) / 1000 } : {}), verdict });
  expect(wasLive, "the browser of the run was seen").toBe(true);
  expect(verdict).toMatch(/steps were carried out and \d+ assertions? held/);
}

/** A page as it is, light and dark. */
async function picture(page: Page, name: string) {
  await page.setViewportSize({ width: 1120, height: 700 });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${pictures}/${name}-${colorScheme}.jpg`, type: "jpeg", quality: 68 });
  }
}

/** Ten thousand tests, imported through the API as a pipeline does; then the page of the tests, opened anew each time, and a search typed into it. */
async function tenThousand(context: BrowserContext, page: Page) {
  const { application, took } = await page.evaluate(async (count) => {
    const session = (await (await fetch("/v1/session")).json()) as { csrf: string };
    const post = async (path: string, body: unknown) => {
      const answer = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json", "X-CSRF-Token": session.csrf }, body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    };
    const made = (await post("/v1/applications", { name: "Ten thousand", url: "http://127.0.0.1:5080/" })) as { id: string };
    const subjects = ["A coupon lowers the total", "An order can be cancelled", "A wrong password is refused", "Search finds a product", "A packer cannot open the settings", "Prices follow the currency", "An empty cart cannot be paid", "The cart keeps what was put in"];
    const areas = ["accounts", "cart/coupons", "checkout", "back-office/orders", "back-office/catalogue", "search", "settings/team"];
    const files = Array.from({ length: count }, (_, at) => ({
      path: `${areas[at % areas.length]}/test-${at}.md`,
      content: `---\ntitle: ${subjects[at % subjects.length]} (${at})\ntags: [${["smoke", "critical", "slow"][at % 3]}]\n---\n\n## Steps\n\n1. Open /\n2. Type "${at}" into the Search field\n3. Verify that "${at}" is displayed\n`,
    }));
    const before = performance.now();
    const result = (await post(`/v1/applications/${made.id}/imports`, { files })) as { added: number };
    if (result.added !== count) throw new Error(`${result.added} were added`);
    return { application: made.id, took: performance.now() - before };
  }, many);
  say("import", { tests: many, ms: took });

  const address = new URL(`/applications/${application}/tests`, page.url()).href;
  const state = await context.storageState();
  const opened: number[] = [];
  for (let time = 0; time < 7; time++) {
    // Nothing is remembered: the code of the page and all tests are loaded anew.
    const fresh = await context.browser()!.newContext({ storageState: state });
    const other = await fresh.newPage();
    await other.goto(address, { waitUntil: "commit" });
    opened.push(await sinceNavigation(other, `${many.toLocaleString("en")} tests`));
    await expect(other.getByLabel("Search tests")).toBeEditable();
    await fresh.close();
  }

  opened.sort((a, b) => a - b);
  say("page of the tests, opened anew", { times: opened.length, "median ms": part(opened, 0.5), "slowest ms": opened.at(-1)! });

  await page.goto(address);
  const field = page.getByLabel("Search tests");
  await page.getByText(`${many.toLocaleString("en")} tests`).waitFor();
  const drawn = await page.getByRole("region", { name: "Tests" }).getByRole("listitem").count();
  // From the key to the paint of the letter, and to the paint of the list that fits it.
  await field.evaluate((input) => {
    const measured = ((window as unknown as { keys: { letter: number; list: number }[] }).keys = []) as { letter: number; list: number }[];
    input.addEventListener("keydown", (event) => {
      const pressed = event.timeStamp;
      const key: { letter: number; list: number } = { letter: 0, list: 0 };
      measured.push(key);
      const status = document.querySelector("main [role=status]")!;
      const before = status.textContent;
      requestAnimationFrame(() => setTimeout(() => { key.letter = performance.now() - pressed; }));
      const look = () => (status.textContent !== before ? setTimeout(() => { key.list = performance.now() - pressed; }) : requestAnimationFrame(look));
      requestAnimationFrame(look);
    });
  });
  for (const word of ["5243", "8117", "3906", "7051", "1299", "4480", "9672", "2135", "6008"]) {
    await field.focus();
    for (const letter of word) {
      await page.keyboard.press(letter);
      await page.waitForFunction(() => (window as unknown as { keys: { list: number; letter: number }[] }).keys.at(-1)!.list > 0);
    }
    await expect(page.getByText(`1 of ${many.toLocaleString("en")} tests`)).toBeVisible();
    await field.evaluate((input) => (input as HTMLInputElement).select());
    await page.keyboard.press("Delete");
    await page.waitForFunction(() => (window as unknown as { keys: { list: number; letter: number }[] }).keys.at(-1)!.list > 0);
  }

  const keys = await page.evaluate(() => (window as unknown as { keys: { letter: number; list: number }[] }).keys);
  const letters = keys.map((key) => key.letter).sort((a, b) => a - b);
  const lists = keys.map((key) => key.list).sort((a, b) => a - b);
  say("a key in the search", { keys: keys.length, "its letter painted, median ms": part(letters, 0.5), "95 % within ms": part(letters, 0.95), "the list painted, median ms": part(lists, 0.5), "95 % within (ms)": part(lists, 0.95), "rows drawn": drawn });
}

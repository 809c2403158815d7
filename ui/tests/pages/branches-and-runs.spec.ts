import { expect, test } from "@playwright/test";
import { fill } from "./ids.ts";

test("what failed runs again where it ran: the suite run is named, and nothing of it is said anew", async ({ page }) => {
  const sent: [string, unknown][] = [];
  page.on("request", (request) => { if (request.method() === "POST" && !request.url().includes("/live")) sent.push([new URL(request.url()).pathname, request.postDataJSON()]); });
  await page.goto(fill("/suite-runs/{suiteRun}"));
  await page.getByRole("button", { name: "Run 4 again" }).click();
  await expect.poll(() => sent.length).toBe(1);
  await page.goto(fill("/runs/{failedRun}"));
  await page.getByRole("button", { name: "Run again" }).click();
  await expect.poll(() => sent.length).toBe(2);
  expect(sent).toEqual([[fill("/v1/suite-runs/{suiteRun}/rerun"), {}], [fill("/v1/suite-runs/{suiteRun}/rerun"), { testIds: [fill("{test}")] }]]);
});

test("a branch is looked at, and what is changed there is changed there alone", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (/test-tree|\/tests|folders|imports/.test(pathname) && pathname.startsWith("/v1/")) asked.push(`${request.method()} ${pathname.split("/").at(-1)!.replace(/^0199.*/, "one")} ${searchParams.get("branch")}`);
  });
  await page.goto(fill("/applications/{app}/tests"));
  await page.locator("main").getByLabel("Branch").selectOption("release/4.2");
  await expect(page).toHaveURL(/branch=release/);
  await expect(page.getByText("10,000 tests")).toBeVisible();
  expect(asked).toEqual(["GET test-tree null", "GET test-tree release/4.2"]);
  asked.length = 0;
  await page.getByLabel("Search tests").fill("checkout/test-4.md");
  // The list follows what is typed a moment later.
  const found = page.getByRole("link", { name: "A coupon lowers the total once" });
  await expect(found).toHaveCount(1);
  await found.click();
  const text = page.getByLabel("Test text");
  await text.fill(`${await text.inputValue()}\n`);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("button", { name: "Saved" })).toBeVisible();
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.getByRole("dialog").getByLabel("Branch")).toHaveValue("release/4.2");
  await page.keyboard.press("Escape");
  await page.locator("main").getByRole("link", { name: "Tests" }).click();
  await expect(page).toHaveURL(/branch=release/);
  await page.getByRole("link", { name: "Import" }).click();
  await page.getByLabel("Choose a zip or files").setInputFiles({ name: "a.md", mimeType: "text/markdown", buffer: Buffer.from("# Test: A\n") });
  await expect(page.getByText("3 added")).toBeVisible();
  expect(asked.filter((line) => line.endsWith("null"))).toEqual(["POST imports null"]);
  expect(asked).toContain("PUT one release/4.2");
});

test("an import on a branch says which, and a branch is compared with the main one", async ({ page }) => {
  await page.goto(fill("/applications/{app}/import?branch=pr-812"));
  const sent = page.waitForRequest("**/imports");
  await page.getByLabel("Choose a zip or files").setInputFiles({ name: "a.md", mimeType: "text/markdown", buffer: Buffer.from("# Test: A\n") });
  expect((await sent).postDataJSON()).toEqual({ files: [{ path: "a.md", content: "# Test: A\n" }], branch: "pr-812" });
  await page.goto(fill("/applications/{app}/versions?branch=pr-812"));
  await expect(page.getByRole("heading", { name: "What changed" })).toBeVisible();
  await page.getByRole("button", { name: "Remove the branch pr-812" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove the branch" }).click();
  await expect(page).not.toHaveURL(/pr-812/);
});

test("older runs are reached, and one comes back to the newest", async ({ page }) => {
  await page.route("**/v1/suite-runs?*", async (route) => {
    const answer = (await (await route.fetch()).json()) as { items: { number: number }[] };
    const older = new URL(route.request().url()).searchParams.get("cursor") === "more";
    return route.fulfill({ json: older ? { items: answer.items.map((run) => ({ ...run, number: run.number - 100 })), next: null } : { ...answer, next: "more" } });
  });
  await page.goto(fill("/applications/{app}/suite-runs"));
  await expect(page.getByRole("link", { name: "#218" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Newer" })).toBeDisabled();
  await page.getByRole("button", { name: "Older" }).click();
  await expect(page.getByRole("link", { name: "#118" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Older" })).toBeDisabled();
  await page.getByRole("button", { name: "Newer" }).click();
  await expect(page.getByRole("link", { name: "#218" })).toBeVisible();
});

test("an editor asks about its text with the application, whose secrets the steps may name", async ({ page }) => {
  const asked = page.waitForRequest("**/v1/lint");
  await page.goto(fill("/applications/{app}/tests/{test}"));
  expect((await asked).postDataJSON().applicationId).toBe(fill("{app}"));
});

test("a server without https, on another machine, is worked with all the same: things are made and copied", async ({ page }) => {
  // What a browser does not give to such pages.
  await page.addInitScript(() => {
    Object.defineProperty(crypto, "randomUUID", { value: undefined });
    Object.defineProperty(navigator, "clipboard", { value: undefined });
  });
  await page.goto("/api-keys");
  await page.getByRole("button", { name: "Create a key" }).click();
  await page.getByLabel("Name").fill("Pipeline");
  const sent = page.waitForRequest((request) => request.method() === "POST" && request.url().endsWith("/v1/api-keys"));
  await page.getByRole("button", { name: "Create the key" }).click();
  await sent;
  await page.getByRole("button", { name: "Copy the key" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  await page.goto(fill("/applications/{app}/suite-runs"));
  await page.getByRole("button", { name: "Run tests" }).click();
  const started = page.waitForRequest((request) => request.method() === "POST" && request.url().endsWith("/suite-runs"));
  await page.getByRole("dialog").getByRole("button", { name: "Run 10,000 tests" }).click();
  expect((await started).headers()["idempotency-key"]).toMatch(/^[0-9a-f]{32}$/);
});

test("headers of the endpoint are written a line each, replaced, and sent no more", async ({ page }) => {
  await page.goto(fill("/applications/{app}/scenarios"));
  await page.getByRole("tab", { name: "Endpoint" }).click();
  await expect(page.getByText("Sent along: X-Preview.")).toBeVisible();
  await page.getByLabel("Headers", { exact: true }).fill("X-Preview: let-me-in\nno header");
  await expect(page.getByText("Line 2 is no header: write Name: value.")).toBeVisible();
  await page.getByLabel("Headers", { exact: true }).fill("X-Preview: let:me:in\n\nX-Other: 2");
  let sent = page.waitForRequest((request) => request.method() === "PUT");
  await page.getByRole("button", { name: "Save" }).click();
  expect((await sent).postDataJSON().headers).toEqual({ "X-Preview": "let:me:in", "X-Other": "2" });
  await expect(page.getByLabel("Headers", { exact: true })).toHaveValue("");
  await page.getByLabel("Send no headers any more").check();
  sent = page.waitForRequest((request) => request.method() === "PUT");
  await page.getByRole("button", { name: "Save" }).click();
  expect((await sent).postDataJSON().headers).toEqual({});
});

test("a dashboard without any worker says so, since what is started would wait for ever", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByText("2 workers, 4 of 4 slots busy")).toBeVisible();
  await expect(page.getByText("12 waiting")).toBeVisible();
  await page.route("**/v1/queue", (route) => route.fulfill({ json: { queued: 3, running: 0, workers: [] } }));
  await page.reload();
  await expect(page.getByText("No worker is running: what is started waits until there is one.")).toBeVisible();
});

test("the open tab stands in the address: loading again stays there, and the first one needs no word", async ({ page }) => {
  await page.goto(fill("/applications/{app}/scenarios"));
  await page.getByRole("tab", { name: "Calls" }).click();
  await expect(page).toHaveURL(/tab=calls/);
  await page.reload();
  await expect(page.getByRole("tab", { name: "Calls" })).toHaveAttribute("aria-selected", "true");
  await page.getByRole("tab", { name: "Scenarios" }).click();
  await expect(page).not.toHaveURL(/tab=/);
});

test("an expected result that could not be judged is said beside the verdict, and is not called unreached", async ({ page }) => {
  const run = (await (await page.request.get(fill("/v1/runs/{failedRun}"))).json()) as { steps: { number: number; attempts: object[] }[] };
  const steps = run.steps.map((step) => (step.number < 4 ? { ...step, status: "passed", message: null } : { ...step, status: "skipped", message: "Not judged: nothing says so.", attempts: run.steps[0]!.attempts }));
  await page.route(/\/v1\/runs\/[^/]+$/, (route) => route.fulfill({ json: { ...run, status: "passed", failureKind: null, reasoning: "All 3 steps were carried out.", steps } }));
  await page.goto(fill("/runs/{failedRun}"));
  await expect(page.getByRole("region", { name: "Verdict" })).toContainText("One expected result could not be judged and counts for nothing: step 4.");
  await page.getByRole("button", { name: "step 4", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Step 4" })).toBeVisible();
  await expect(page.getByText("Not judged", { exact: true })).toBeVisible();
  await expect(page.getByText("Not reached")).toHaveCount(0);
});

test("a text that is not saved is kept while one looks at the runs of its test", async ({ page }) => {
  await page.goto(fill("/applications/{app}/tests/{test}?branch=release%2F4.2"));
  await page.getByLabel("Test text").fill("# Test: Mine\n");
  await page.getByRole("tab", { name: "Runs" }).click();
  await expect(page.getByRole("table", { name: "Runs of this test" })).toBeVisible();
  await page.getByRole("tab", { name: "Text" }).click();
  await expect(page.getByLabel("Test text")).toHaveValue("# Test: Mine\n");
  await expect(page).toHaveURL(/branch=release/);
});

test("a schedule says how many tests it would run, and that it started nothing", async ({ page }) => {
  await page.goto(fill("/applications/{app}/schedules"));
  await expect(page.getByText("It started nothing the last time: No test of this branch fits what was asked for.")).toBeVisible();
  await page.getByRole("button", { name: "Add a schedule" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("Runs 10,000 tests, as the suite is now.")).toBeVisible();
  await dialog.getByLabel("Tags").fill("smoke");
  await expect(dialog.getByText("Runs 3,334 tests, as the suite is now.")).toBeVisible();
  await dialog.getByLabel("Folder").fill("/cart/");
  await expect(dialog.getByText(/^Runs 9\d\d tests, as the suite is now\.$/)).toBeVisible();
  await dialog.getByLabel("Tags").fill("smoek");
  await expect(dialog.getByText("No test fits this: as the suite is now, nothing is started.")).toBeVisible();
  await dialog.getByLabel("Branch").fill("relaese/4.2");
  await expect(dialog.getByText("There is no branch relaese/4.2 yet: until there is, nothing is started.")).toBeVisible();
});

test("what is wrong with a secret or a header stands beside its field, in words", async ({ page }) => {
  const refuse = (code: string, path: string, message: string) => ({ status: 400, json: { title: `${path} ${message}.`, code, errors: [{ path, message }] } });
  await page.route("**/secrets/*", (route) => route.fulfill(refuse("secret.invalid", "items[0].key", "is a letter or _ and then letters, digits and _, 200 at most")));
  await page.route("**/endpoint", (route) => (route.request().method() === "PUT" ? route.fulfill(refuse("endpoint.invalid", "headers.bad header", "is no name of a header")) : route.fallback()));
  await page.goto(fill("/applications/{app}/settings"));
  await page.getByLabel("Name of the secret").fill("my secret");
  await page.getByLabel("Value").fill("x");
  await page.getByRole("button", { name: "Store" }).click();
  await expect(page.getByText("Name of the secret is a letter or _ and then letters, digits and _, 200 at most.")).toBeVisible();
  await expect(page.getByText("items[0]")).toHaveCount(0);
  await page.goto(fill("/applications/{app}/scenarios?tab=endpoint"));
  await page.getByLabel("Headers", { exact: true }).fill("bad header: x");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Headers bad header is no name of a header.")).toBeVisible();
  await expect(page.getByText("is no name of a header")).toHaveCount(1);
});

test("an address that means nothing is said to mean nothing", async ({ page }) => {
  await page.route(/\/v1\/runs\/abc$/, (route) => route.fulfill({ status: 404, json: { title: "Not Found", code: "route.not_found" } }));
  await page.goto("/runs/abc");
  await expect(page.getByText("This does not exist, or not for you.")).toBeVisible();
});

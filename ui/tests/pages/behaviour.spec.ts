import { expect, test } from "@playwright/test";
import { fill } from "./ids.ts";

test("the keyboard reaches the content first by the skip link, and focus is seen", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("heading", { name: "Dashboard" }).waitFor();
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator("#content")).toBeFocused();
});

test("ten thousand tests are searched without drawing them", async ({ page }) => {
  await page.goto(fill("/applications/{app}/tests"));
  await expect(page.getByText("10,000 tests")).toBeVisible();
  expect(await page.getByRole("region", { name: "Tests" }).getByRole("listitem").count()).toBeLessThan(80);
  await page.getByLabel("Search tests").fill("coupon 5243");
  await expect(page.getByText("1 of 10,000 tests")).toBeVisible();
  await expect(page.getByRole("link", { name: "A coupon lowers the total once (5243)" })).toBeVisible();
});

test("an editor that is typed in says what cannot be read, and where", async ({ page }) => {
  await page.goto(fill("/applications/{app}/tests/new"));
  const text = page.getByLabel("Test text");
  await text.fill("# Test: One\n\n## Steps\n\n1. Log in as usual\n");
  await expect(page.getByText("1 problem", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Line 5" }).click();
  await expect(text).toBeFocused();
  expect(await text.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd))).toBe("1. Log in as usual");
});

test("an empty editor says that nothing is written, and nothing of the text before", async ({ page }) => {
  await page.goto(fill("/applications/{app}/tests/new"));
  const text = page.getByLabel("Test text");
  await text.fill("# Test: One\n\n## Steps\n\n1. Log in as usual\n");
  await expect(page.getByText("1 problem", { exact: true })).toBeVisible();
  await text.fill("");
  await expect(page.getByText("Nothing is written yet.")).toBeVisible();
  await expect(page.getByText("1 problem", { exact: true })).toBeHidden();
  await expect(page.getByText("How the steps are read")).toBeHidden();
});

test("a link to claim a server that others reach makes an account with a password, and a wrong field is named once", async ({ page }) => {
  let sent: unknown;
  await page.route("**/v1/session", async (route) => {
    const answer = await route.fetch();
    const session = await answer.json();
    await route.fulfill({ json: { ...session, user: null, setup: { ...session.setup, needsOwner: true }, features: { ...session.features, local: false } } });
  });
  await page.route("**/v1/users", async (route) => {
    sent = route.request().postDataJSON();
    await route.fulfill({ status: 400, json: { title: "password is among the most used ones.", code: "user.invalid", errors: [{ path: "password", message: "is among the most used ones" }] } });
  });
  await page.goto("/claim?token=abc");
  await page.getByLabel("Name").fill("Olga");
  await page.getByLabel("Email").fill("olga@example.com");
  await page.getByLabel("Password").fill("password1234");
  await page.getByRole("button", { name: "Become the owner" }).click();
  await expect(page.getByText("Password is among the most used ones.")).toBeVisible();
  await expect(page.getByText("among the most used ones")).toHaveCount(1);
  expect(sent).toEqual({ token: "abc", name: "Olga", email: "olga@example.com", password: "password1234" });
});

test("markup stays text wherever others have a say: titles, paths, names, reasons, console, addresses", async ({ page }) => {
  const said = ["title", "path", "name", "reasoning", "message", "text", "url", "error", "label", "instruction", "description", "target", "subject", "actor"];
  const mark = "<img src=x onerror='window.pwned=1'><script>window.pwned=1</script>";
  const marked = (value: unknown, key = ""): unknown =>
    typeof value === "string" ? (said.includes(key) ? `${mark}${value}` : value)
      : Array.isArray(value) ? value.map((entry) => marked(entry, key))
        : value && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([name, held]) => [name, marked(held, name)])) : value;
  await page.route("**/v1/**", async (route) => {
    const answer = await route.fetch();
    if (!(answer.headers()["content-type"] ?? "").includes("json")) return route.fulfill({ response: answer });
    return route.fulfill({ response: answer, json: marked(await answer.json()) });
  });
  for (const address of ["/", "/applications", "/applications/{app}/tests", "/applications/{app}/versions", "/applications/{app}/scenarios", "/runs/{failedRun}", "/runs/{failedRun}?view=console", "/runs/{failedRun}?view=network", "/members", "/audit-log"]) {
    await page.goto(fill(address));
    await expect(page.locator("main").getByText("<img src=x").filter({ visible: true }).first(), address).toBeVisible();
    expect(await page.evaluate(() => ({ pwned: "pwned" in window, pictures: document.querySelectorAll("img[src=x]").length })), address).toEqual({ pwned: false, pictures: 0 });
  }
});

test("markup in a console line stays text", async ({ page }) => {
  await page.goto(fill("/runs/{failedRun}?view=console"));
  await expect(page.getByText("<b>not markup</b>")).toBeVisible();
});

test("arrow keys go through the steps of a run, and the failed one is open at first", async ({ page }) => {
  await page.goto(fill("/runs/{failedRun}"));
  await expect(page.getByRole("heading", { name: "Step 3" })).toBeVisible();
  await page.getByRole("button", { name: /Verify that the total/ }).focus();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("heading", { name: "Step 2" })).toBeVisible();
  await expect(page.getByRole("button", { name: /Click the Apply button/ })).toBeFocused();
});

test("the switch of colours wins over the system and is kept", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/settings");
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.locator("main").getByLabel("Colours").selectOption("dark");
  const dark = await background();
  await page.reload();
  await page.getByRole("heading", { name: "Appearance" }).waitFor();
  expect(await background()).toBe(dark);
  await page.locator("main").getByLabel("Colours").selectOption("light");
  expect(await background()).not.toBe(dark);
});

test("a key is shown once and not again", async ({ page }) => {
  await page.goto("/api-keys");
  await page.getByRole("button", { name: "Create a key" }).click();
  await page.getByLabel("Name").fill("Pipeline");
  await page.getByRole("button", { name: "Create the key" }).click();
  await expect(page.getByText("ak_live_an_example_that_opens_nothing")).toBeVisible();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("ak_live_an_example_that_opens_nothing")).toHaveCount(0);
});

test("an error of the server is said with its code, and can be tried again", async ({ page }) => {
  let broken = true;
  await page.route("**/v1/members*", (route) => (broken ? route.fulfill({ status: 400, contentType: "application/problem+json", body: JSON.stringify({ code: "members.unavailable", title: "Not now", detail: "The members cannot be listed now." }) }) : route.fallback()));
  await page.goto("/members");
  await expect(page.getByRole("alert")).toContainText("The members cannot be listed now.");
  await expect(page.getByRole("alert")).toContainText("members.unavailable");
  broken = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("cell", { name: "Tom Ferrer tom@larkspur.test" })).toBeVisible();
});

test("who is not signed in is led to the sign-in and back", async ({ page }) => {
  let signedIn = false;
  await page.route("**/v1/session", async (route) => {
    if (route.request().method() === "POST") {
      signedIn = true;
      return route.fulfill({ json: {} });
    }
    const session = (await (await route.fetch()).json()) as object;
    return route.fulfill({ json: signedIn ? session : { ...session, user: null, organization: null } });
  });
  await page.goto("/members");
  await expect(page).toHaveURL(/\/sign-in\?to=%2Fmembers/);
  await page.getByLabel("Email").fill("mara@larkspur.test");
  await page.getByLabel("Password").fill("Harbour-31");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Members" })).toBeVisible();
});

test("the button that deletes an application never moves while the rest of the page arrives", async ({ page }) => {
  await page.addInitScript(() => {
    const tops = ((window as unknown as { tops: Set<number> }).tops = new Set<number>());
    const look = () => {
      for (const button of document.querySelectorAll("main button")) if (button.textContent === "Delete the application") tops.add(Math.round(button.getBoundingClientRect().top));
      requestAnimationFrame(look);
    };
    look();
  });
  let answer = () => {};
  const asked = new Promise<void>((done) => { answer = done; });
  await page.route("**/secrets*", async (route) => {
    await asked;
    await route.fallback();
  });
  await page.goto(fill("/applications/{app}/settings"));
  await page.getByRole("heading", { name: "Application settings" }).waitFor();
  // Some frames without the secrets, then with them.
  await page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done())))));
  answer();
  await page.getByRole("button", { name: /^Delete [A-Z_]+$/ }).first().waitFor();
  expect(await page.evaluate(() => new Promise<number>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done((window as unknown as { tops: Set<number> }).tops.size)))))).toBe(1);
});

test("a form for one application is not carried over to another", async ({ page }) => {
  const name = page.locator("main").getByLabel("Name", { exact: true });
  const go = (path: string) => page.evaluate((to) => { history.pushState(null, "", to); }, path);
  await page.goto(fill("/applications/{app}/settings"));
  const first = await name.inputValue();
  const other = await page.getByLabel("Application", { exact: true }).evaluate((list: HTMLSelectElement) => list.options[1]!.value);
  // Both are known by now: neither has to be loaded when the other is left.
  await go(`/applications/${other}/settings`);
  await expect(name).not.toHaveValue(first);
  await go(fill("/applications/{app}/settings"));
  await expect(name).toHaveValue(first);
  await name.fill("Typed for the first one");
  await go(`/applications/${other}/settings`);
  await expect(page.getByText("Application settings").first()).toBeVisible();
  await expect(name).not.toHaveValue(/Typed|^$/);
  await expect(name).not.toHaveValue(first);
});

test("deleting a folder says how many tests go, also while a search shows only some of them", async ({ page }) => {
  await page.goto(fill("/applications/{app}/tests"));
  await page.getByLabel("Search tests").fill("coupon 5243");
  await expect(page.getByText("1 of 10,000 tests")).toBeVisible();
  const change = page.getByRole("button", { name: /^Rename, move or delete / }).first();
  const folder = (await change.getAttribute("aria-label"))!.replace("Rename, move or delete ", "");
  await change.click();
  const dialog = page.getByRole("dialog", { name: `Folder ${folder}` });
  const count = (await dialog.getByText(/^[\d,]+ tests$/).textContent())!;
  expect(Number(count.replace(/\D/g, ""))).toBeGreaterThan(1000);
  await dialog.getByRole("button", { name: "Delete the folder" }).click();
  const sent = page.waitForRequest("**/folders/remove");
  await page.getByRole("alertdialog").getByRole("button", { name: `Delete ${count}` }).click();
  expect((await sent).postDataJSON()).toEqual({ folder });
  await expect(dialog).toHaveCount(0);
});

test("tags are counted, filter the tests, and are renamed and removed where they stand", async ({ page }) => {
  const sent: unknown[] = [];
  page.on("request", (request) => { if (/\/tags\/(rename|remove)$/.test(request.url())) sent.push(request.postDataJSON()); });
  await page.goto(fill("/applications/{app}/tests"));
  await page.getByRole("button", { name: "All tags" }).click();
  const dialog = page.getByRole("dialog", { name: "Tags" });
  await expect(dialog.getByRole("listitem").filter({ hasText: "smoke" })).toContainText("3,334 tests");
  await dialog.getByRole("button", { name: "smoke", exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText("3,334 of 10,000 tests")).toBeVisible();
  await page.getByRole("button", { name: "All tags" }).click();
  await dialog.getByRole("button", { name: "Rename the tag smoke" }).click();
  await dialog.getByLabel("New name of the tag smoke").fill("slow");
  await expect(dialog.getByText("Joins the 3,333 tests that have this tag already.")).toBeVisible();
  await dialog.getByRole("button", { name: "Rename in 3,334 tests" }).click();
  await expect(dialog.getByLabel("New name of the tag smoke")).toHaveCount(0);
  // What was looked at by its old name is looked at by its new one.
  await expect(page.getByLabel("Tag", { exact: true })).toHaveValue("slow");
  await dialog.getByRole("button", { name: "Remove the tag critical" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove from 3,333 tests" }).click();
  await expect(page.getByRole("alertdialog")).toHaveCount(0);
  expect(sent).toEqual([{ from: "smoke", to: "slow" }, { tag: "critical" }]);
});

test("a run that has no picture yet says what it waits for", async ({ page }) => {
  let now: object = { status: "queued", phase: null };
  const run = (await (await page.request.get(fill("/v1/runs/{failedRun}"))).json()) as object;
  await page.route(/\/v1\/runs\/[^/]+$/, (route) => route.fulfill({ json: { ...run, steps: [], stepsDone: 0, endedAt: null, ...now } }));
  for (const [state, said] of [
    [{ status: "queued", phase: null }, "Waiting for a free worker"],
    [{ status: "running", phase: "environment" }, "Making the test data"],
    [{ status: "running", phase: "browser" }, "Starting the browser"],
    [{ status: "running", phase: "steps", startUrl: "https://staging.larkspur.test/cart" }, "Opening the first page"],
  ] as const) {
    now = state;
    await page.goto(fill("/runs/{failedRun}"));
    await expect(page.getByRole("status").filter({ hasText: said })).toBeVisible();
  }
  await expect(page.getByText("https://staging.larkspur.test/cart")).toBeVisible();
});

test("a test that was changed elsewhere meanwhile is edited as it is now, not as it was remembered", async ({ page }) => {
  let version = 3;
  let asked = "";
  const test = (await (await page.request.get(fill("/v1/tests/{test}"))).json()) as { content: string };
  await page.route(/\/v1\/tests\/[^/]+$/, async (route) => {
    if (route.request().method() === "PUT") asked = (await route.request().headerValue("if-match")) ?? "";
    if (route.request().method() !== "GET") return route.fallback();
    return route.fulfill({ json: { ...test, version, content: test.content.replace("# Test:", version === 3 ? "# Test:" : "# Test: Changed:") } });
  });
  await page.goto(fill("/applications/{app}/tests/{test}"));
  const text = page.getByLabel("Test text");
  await expect(text).not.toHaveValue(/Changed:/);
  await page.getByRole("link", { name: "Members" }).click();
  await page.getByRole("heading", { name: "Members" }).waitFor();
  version = 4;
  await page.clock.install();
  await page.clock.fastForward(10_000);
  await page.goBack();
  await expect(text).toHaveValue(/Changed:/);
  await text.fill(`${await text.inputValue()}\n`);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect.poll(() => asked).toBe('"4"');
});

test("calls of the endpoint are listed, and those that failed alone when asked", async ({ page }) => {
  await page.goto(fill("/applications/{app}/scenarios"));
  await page.getByRole("tab", { name: "Calls" }).click();
  await expect(page.getByRole("cell", { name: "Discover" })).toBeVisible();
  await page.getByLabel("Failed calls only").check();
  await expect(page.getByRole("cell", { name: "Discover" })).toHaveCount(0);
  await expect(page.getByText("Order: the customer does not exist.")).toBeVisible();
});

test("a link for a new password sets it, and who has none asks for one", async ({ page }) => {
  await page.goto("/reset-password?email=mara%40larkspur.test&token=CfDJ8%2Bx%2Fy%3D");
  await page.getByLabel("New password").fill("Harbour-Lantern-31");
  const sent = page.waitForRequest("**/v1/account/password-reset/confirm");
  await page.getByRole("button", { name: "Set the password" }).click();
  expect((await sent).postDataJSON()).toEqual({ email: "mara@larkspur.test", token: "CfDJ8+x/y=", password: "Harbour-Lantern-31" });
  await expect(page.getByRole("heading", { name: "The password is changed" })).toBeVisible();
  await page.goto("/reset-password");
  await page.getByLabel("Email").fill("mara@larkspur.test");
  const asked = page.waitForRequest("**/v1/account/password-reset");
  await page.getByRole("button", { name: "Ask for a link" }).click();
  expect((await asked).postDataJSON()).toEqual({ email: "mara@larkspur.test" });
  await expect(page.getByRole("heading", { name: "Look for the link" })).toBeVisible();
});

test("a provider is gone to with the invitation, and what came of it is said", async ({ page }) => {
  await page.goto("/sign-in?to=%2Finvitations%2Fword&error=account_exists");
  await expect(page.getByRole("link", { name: "Continue with GitHub" })).toHaveAttribute("href", "/v1/oauth/github?invitation=word");
  await expect(page.getByRole("alert")).toContainText("There is an account with this address already.");
});

test("a question of a run is answered by its id", async ({ page }) => {
  const question = { questionId: "0199aaaa-0000-7000-8000-000000000001", step: 2, text: "Frobnicate the gizmo", message: "No such verb.", until: new Date(Date.now() + 60_000).toISOString() };
  const run = (await (await page.request.get(fill("/v1/runs/{failedRun}"))).json()) as object;
  await page.route(/\/v1\/runs\/[^/]+$/, (route) => route.fulfill({ json: { ...run, status: "running", phase: "steps", endedAt: null, question } }));
  await page.goto(fill("/runs/{failedRun}"));
  await expect(page.getByRole("alert")).toHaveText("No such verb.");
  await page.getByLabel("Answer", { exact: true }).fill("Click the Save button");
  const sent = page.waitForRequest("**/answers");
  await page.getByRole("button", { name: "Send" }).click();
  expect((await sent).postDataJSON()).toEqual({ questionId: question.questionId, answer: "Click the Save button" });
});

test("a second factor is turned off with the password", async ({ page }) => {
  await page.route("**/v1/session", async (route) => {
    const session = (await (await route.fetch()).json()) as { user: object };
    return route.fulfill({ json: { ...session, user: { ...session.user, twoFactor: true } } });
  });
  await page.goto("/settings");
  await page.getByRole("button", { name: "Turn it off" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("Current password").fill("Harbour-31");
  const sent = page.waitForRequest((request) => request.method() === "DELETE");
  await dialog.getByRole("button", { name: "Turn it off" }).click();
  expect((await sent).postDataJSON()).toEqual({ current: "Harbour-31" });
  await expect(dialog).toHaveCount(0);
});

test("who is signed in stays in sight in a low window", async ({ page }) => {
  await page.setViewportSize({ width: 1120, height: 560 });
  await page.goto("/");
  await expect(page.getByRole("button", { name: "Sign out" })).toBeInViewport();
  await page.getByRole("link", { name: "Audit log" }).scrollIntoViewIfNeeded();
  await expect(page.getByRole("link", { name: "Audit log" })).toBeInViewport();
});

test("a sign-in never leads to another server", async ({ page }) => {
  await page.goto("/sign-in?to=//elsewhere.example/");
  await page.getByLabel("Email").fill("mara@larkspur.test");
  await page.getByLabel("Password").fill("Harbour-31");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Dashboard" })).toBeVisible();
});

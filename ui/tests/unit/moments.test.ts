import { expect, test } from "vitest";
import { ago, duration } from "@/design/components/Moments";
import { byUrgency } from "@/features/suite-runs/order";
import { worthSending } from "@/features/imports/files";
import { pictureResolver } from "@/features/runs/pictures";
import { words } from "@/design/components/Status";

test("durations are as exact as somebody needs them", () => {
  expect([null, 0, 999, 1500, 12_400, 61_000, 7_260_000].map(duration)).toEqual(["–", "0 ms", "999 ms", "1.5 s", "12 s", "1 min 1 s", "2 h 1 min"]);
});

test("moments are told from now, before and after", () => {
  const now = new Date("2031-05-14T12:00:00Z");
  expect(["2031-05-14T11:59:50Z", "2031-05-14T11:57:00Z", "2031-05-13T12:00:00Z", "2031-05-14T15:00:00Z"].map((at) => ago(new Date(at), now))).toEqual(["just now", "3 min ago", "1 d ago", "in 3 h"]);
});

test("failures come before errors, what runs, and what passed", () => {
  const run = (status: string) => ({ status }) as Parameters<typeof byUrgency>[0];
  expect(["passed", "queued", "error", "failed", "running"].map(run).sort(byUrgency).map((entry) => entry.status)).toEqual(["failed", "error", "running", "queued", "passed"]);
});

test("of a folder only what a suite is made of is sent, and a zip as it is", () => {
  const picked = ["login.md", "node_modules/x/readme.md", "logo.png", "autonoma.yaml", "sub/cart.MD"].map((path) => ({ path, file: {} as File }));
  expect(worthSending(picked).files.map((entry) => entry.path)).toEqual(["login.md", "autonoma.yaml", "sub/cart.MD"]);
  expect(worthSending([{ path: "suite.zip", file: { name: "suite.zip" } as File }]).zip?.name).toBe("suite.zip");
});

test("a picture is only ever an address that the server gave for this run", () => {
  const picture = pictureResolver([{ name: "1.jpg", attempt: 1, kind: "screenshot", size: 1, url: "/v1/artifacts/abc" }]);
  expect(picture("1.jpg")).toBe("/v1/artifacts/abc");
  expect(picture("https://elsewhere.example/x.jpg")).toBeNull();
  expect(picture("javascript:alert(1)")).toBeNull();
  expect(picture(null)).toBeNull();
});

test("codes are told as words", () => expect([words("scenario_setup"), words("agentFailed"), words("timeout")]).toEqual(["Scenario setup", "Agent failed", "Timeout"]));

using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Autonoma.TestKit;
using Autonoma.TestKit.Environments;

namespace Autonoma.Server.Tests.Runs;

public sealed class RunBehaviourTests(WorkingServer server) : IClassFixture<WorkingServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_WithScenario_HasItsDataAndLogin_AndLeavesNothingBehind()
    {
        await using var endpoint = await WireEndpoint.StartAsync();
        endpoint.IsVersion2 = true;
        using var owner = await server.NewOwnerAsync();
        var page = server.Page("<p></p><label>Pin <input id=pin></label><script>document.querySelector('p').textContent = 'Workspace of ' + new URLSearchParams(location.search).get('email')</script>");
        var application = await server.ApplicationAsync(owner, endpoint,
            ("workspace.md", $$$"""
            ---
            title: Workspace is shown
            url: {{{page}}}?email={{email}}
            scenario: standard
            ---
            ## Steps
            1. Type "{{PIN}}" into the Pin field
            2. Verify that the text "Workspace of {{email}}" is shown
            """));

        var (_, runs) = await WorkingServer.StartAsync(owner, application, new { all = true });
        var events = await WorkingServer.EventsAsync(owner, runs[0]);

        var run = await owner.GetAsync($"/v1/runs/{runs[0]}");
        run["status"]!.GetValue<string>().ShouldBe("passed", run["reasoning"]!.GetValue<string>());
        endpoint.Requests.Select(request => request.Action).ShouldBe(["discover", "up", "down"]);
        endpoint.Rows.ShouldBeEmpty();
        // The secret is nowhere: not while it runs, and not afterwards.
        string.Concat(events.Select(happened => happened.ToJsonString()), run.ToJsonString()).ShouldNotContain("4711");
    }

    [Fact]
    public async Task Run_WhoseScenarioCannotBeMade_IsNoVerdictOnTheApp()
    {
        await using var endpoint = await WireEndpoint.StartAsync();
        endpoint.IsVersion2 = true;
        endpoint.Instead = async (action, context, _) =>
        {
            if (action != "up")
                return false;
            await WireEndpoint.FailAsync(context, 500, "FACTORY_FAILED", "The workspace has no seats left");
            return true;
        };
        using var owner = await server.NewOwnerAsync();
        var application = await server.ApplicationAsync(owner, endpoint, ("workspace.md", "---\ntitle: Workspace\nurl: /\nscenario: standard\n---\n## Steps\n1. Verify that the text \"Workspace\" is shown\n"));

        var (_, runs) = await WorkingServer.StartAsync(owner, application, new { all = true });
        await WorkingServer.EventsAsync(owner, runs[0]);

        var run = await owner.GetAsync($"/v1/runs/{runs[0]}");
        (run["status"]!.GetValue<string>(), run["failureKind"]!.GetValue<string>()).ShouldBe(("error", "scenario_setup"));
        run["reasoning"]!.GetValue<string>().ShouldContain("no seats left");
        var call = (await owner.GetAsync($"/v1/applications/{application}/scenario-calls?failed=true"))["items"]!.AsArray().Single()!;
        (call["action"]!.GetValue<string>(), call["scenario"]!.GetValue<string>(), call["status"]!.GetValue<int>(), call["code"]!.GetValue<string>(), call["runId"]!.GetValue<Guid>()).ShouldBe(("up", "standard", 500, "FACTORY_FAILED", runs[0]));
        call["error"]!.GetValue<string>().ShouldContain("no seats left");
    }

    [Fact]
    public async Task Run_OfADeployment_CallsItsEndpointWithItsHeaders_AndEveryCallIsListed()
    {
        await using var own = await WireEndpoint.StartAsync();
        await using var preview = await WireEndpoint.StartAsync();
        (own.IsVersion2, preview.IsVersion2) = (true, true);
        var sent = new System.Collections.Concurrent.ConcurrentQueue<string>();
        preview.Instead = (_, context, _) =>
        {
            sent.Enqueue(context.Request.Headers["x-preview"].ToString());
            return Task.FromResult(false);
        };
        using var owner = await server.NewOwnerAsync();
        var page = server.Page("<h1>Workspace</h1>");
        var application = await server.ApplicationAsync(owner, own, ("workspace.md", $"---\ntitle: Workspace\nurl: {page}\nscenario: standard\n---\n## Steps\n1. Verify that the text \"Workspace\" is shown\n"));

        var deployed = await owner.PostAsync("/v1/diffs/trigger", new { repo_id = application, github_ref = "refs/heads/main", url = server.Site.Url, webhook_url = preview.Url, webhook_headers = new Dictionary<string, string> { ["x-preview"] = "let-me-in" } });
        var run = (await owner.GetAsync($"/v1/suite-runs/{deployed["suiteRunId"]}"))["runs"]![0]!["id"]!.GetValue<Guid>();
        await WorkingServer.EventsAsync(owner, run);

        own.Requests.ShouldBeEmpty();
        preview.Requests.Select(request => request.Action).ShouldBe(["discover", "up", "down"]);
        sent.ShouldBe(["let-me-in", "let-me-in", "let-me-in"]);
        var calls = (await owner.GetAsync($"/v1/applications/{application}/scenario-calls?runId={run}"))["items"]!.AsArray();
        calls.Select(call => call!["action"]!.GetValue<string>()).ShouldBe(["down", "up", "discover"]);
        calls.ShouldAllBe(call => call!["status"]!.GetValue<int>() == 200 && call["error"] == null && call["endpoint"]!.GetValue<string>() == preview.Url.ToString());
        calls.Select(call => call!["testRunId"]!.GetValue<string>()).Distinct().Count().ShouldBe(1);

        // Run again it is the same deployment's, and not the application's own.
        var again = await owner.PostAsync($"/v1/suite-runs/{deployed["suiteRunId"]}/rerun", new { });
        await WorkingServer.EventsAsync(owner, (await owner.GetAsync($"/v1/suite-runs/{again["id"]}"))["runs"]![0]!["id"]!.GetValue<Guid>());
        own.Requests.ShouldBeEmpty();
        preview.Requests.Count(request => request.Action == "up").ShouldBe(2);

        // What the pipeline did not say is the application's own.
        var (_, runs) = await WorkingServer.StartAsync(owner, application, new { all = true });
        await WorkingServer.EventsAsync(owner, runs[0]);
        own.Requests.ShouldNotBeEmpty();
        (await owner.RefusedAsync(HttpMethod.Post, "/v1/diffs/trigger", new { repo_id = application, github_ref = "refs/heads/main", url = server.Site.Url, webhook_headers = new Dictionary<string, string> { ["x-a"] = "1\r\nx-b: 2" } })).ShouldBe((400, "trigger.invalid"));
    }

    [Fact]
    public async Task Run_ThatWaits_IsStoppedAtOnce_AndItsSuiteRunWithIt()
    {
        using var owner = await server.NewOwnerAsync();
        var page = server.Page("<h1>Slow</h1>");
        var waits = $"---\ntitle: Waits\nurl: {page}\n---\n## Steps\n1. Verify that the text \"Slow\" is shown\n2. Wait until the text \"Never\" is shown\n";
        var application = await server.ApplicationAsync(owner, ("a.md", waits), ("b.md", waits), ("c.md", waits), ("d.md", waits));
        var (suite, runs) = await WorkingServer.StartAsync(owner, application, new { all = true });
        await using var hub = await HubClient.ConnectAsync(owner);
        await foreach (var happened in hub.StreamAsync("WatchRun", Token, runs[0].ToString(), 0))
        {
            if (happened["data"]!["phase"]?.GetValue<string>() == "started" && happened["data"]!["number"]?.GetValue<int>() == 2)
                break;
        }

        (await owner.PostAsync($"/v1/suite-runs/{suite}/cancel", new { }))["cancelled"]!.GetValue<int>().ShouldBe(4);
        JsonNode last = new JsonObject();
        await foreach (var now in hub.StreamAsync("WatchSuiteRun", Token, suite.ToString()))
            last = now;

        last["suiteRun"]!["status"]!.GetValue<string>().ShouldBe("cancelled");
        last["suiteRun"]!["counts"]!["cancelled"]!.GetValue<int>().ShouldBe(4);
        (await owner.GetAsync($"/v1/runs/{runs[0]}"))["steps"]![0]!["status"]!.GetValue<string>().ShouldBe("passed");
        (await owner.RefusedAsync(HttpMethod.Post, $"/v1/runs/{runs[0]}/cancel")).ShouldBe((409, "run.ended"));
    }

    [Fact]
    public async Task Question_OfAStepThatCannotBeRead_IsAnswered_ButNotWithLess()
    {
        using var owner = await server.NewOwnerAsync();
        var page = server.Page("<button onclick=\"this.textContent = 'Done'\">Finish</button>");
        var application = await server.ApplicationAsync(owner, ("ask.md", $"---\ntitle: Asks\nurl: {page}\n---\n## Steps\n1. Frobnicate the gizmo gently\n2. Verify that the button \"Done\" is shown\n"));

        var (_, runs) = await WorkingServer.StartAsync(owner, application, new { all = true, interactive = true });
        await using var hub = await HubClient.ConnectAsync(owner);
        var answered = false;
        await foreach (var happened in hub.StreamAsync("WatchRun", Token, runs[0].ToString(), 0))
        {
            if (happened["kind"]!.GetValue<string>() != "question" || happened["data"]!["answer"] is not null)
                continue;
            var question = happened["data"]!["questionId"]!.GetValue<string>();
            var asking = await owner.GetAsync($"/v1/runs/{runs[0]}");
            asking["question"]!["questionId"]!.GetValue<string>().ShouldBe(question);
            (asking["phase"]!.GetValue<string>(), asking["startUrl"]!.GetValue<string>()).ShouldBe(("steps", new Uri(server.Site.Url, page).ToString()), "who comes late is told what it is at as well");
            await owner.PostAsync($"/v1/runs/{runs[0]}/answers", new { questionId = question, answer = "Click \"Finish\"" });
            (await owner.RefusedAsync(HttpMethod.Post, $"/v1/runs/{runs[0]}/answers", new { questionId = question, answer = "Click \"Other\"" })).Code.ShouldBe("question.closed");
            answered = true;
        }

        answered.ShouldBeTrue();
        var run = await owner.GetAsync($"/v1/runs/{runs[0]}");
        run["status"]!.GetValue<string>().ShouldBe("passed", run["reasoning"]!.GetValue<string>());
        run["phase"].ShouldBeNull();
        run["steps"]![0]!["decidedBy"]!.GetValue<string>().ShouldBe("user");
        // What somebody said once stands in no test, so nothing is replayed of it.
        (await owner.GetAsync($"/v1/applications/{application}/recordings"))["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Recording_OfAPassedRun_IsReplayed_AndAHealIsProposedNotTaken()
    {
        using var owner = await server.NewOwnerAsync();
        var page = server.Page("<button id=go data-testid=go onclick=\"document.querySelector('p').textContent = 'Gone'\">Go on</button><p></p>");
        var application = await server.ApplicationAsync(owner, ("go.md", $"---\ntitle: Goes on\nurl: {page}\n---\n## Steps\n1. Click \"Go on\"\n2. Verify that the text \"Gone\" is shown\n"));

        var first = await RunOnceAsync(owner, application, new { all = true });
        var second = await RunOnceAsync(owner, application, new { all = true });
        var recorded = (await owner.GetAsync($"/v1/applications/{application}/recordings"))["items"]!.AsArray().Single()!;
        server.Site.Add(page, "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Page</title></head><body><button id=go data-testid=go onclick=\"document.querySelector('p').textContent = 'Gone'\">Continue</button><p></p></body></html>");
        var healed = await RunOnceAsync(owner, application, new { all = true, mode = "heal" });

        first["steps"]![0]!["decidedBy"]!.GetValue<string>().ShouldBe("interpreter");
        second["steps"]![0]!["decidedBy"]!.GetValue<string>().ShouldBe("recording");
        second["decisions"]!.GetValue<int>().ShouldBe(0);
        recorded["steps"]!.GetValue<int>().ShouldBe(2);
        healed["status"]!.GetValue<string>().ShouldBe("failed"); // nobody has looked at it yet
        var heal = (await owner.GetAsync($"/v1/applications/{application}/heals"))["items"]!.AsArray().Single()!;
        heal["heals"]![0]!["now"]!.GetValue<string>().ShouldContain("Continue");
        (await owner.PostAsync($"/v1/heals/{heal["id"]}/accept", new { }))["state"]!.GetValue<string>().ShouldBe("accepted");
        (await owner.RefusedAsync(HttpMethod.Post, $"/v1/heals/{heal["id"]}/reject", new { })).Code.ShouldBe("heal.decided");
        (await owner.GetAsync($"/v1/applications/{application}/recordings"))["items"]![0]!["hash"]!.GetValue<string>().ShouldNotBe(recorded["hash"]!.GetValue<string>());
    }

    [Fact]
    public async Task Results_InEveryFormat_SayTheSame_AndLinksCannotBeChanged()
    {
        using var owner = await server.NewOwnerAsync();
        using var stranger = await server.NewOwnerAsync("Other");
        var page = server.Page("<h1>Prices</h1>");
        var application = await server.ApplicationAsync(owner, ("right.md", $"---\ntitle: <b>Right</b>\nurl: {page}\n---\n## Steps\n1. Verify that the heading \"Prices\" is shown\n"), ("wrong.md", $"---\ntitle: Wrong\nurl: {page}\n---\n## Steps\n1. Verify that the heading \"Costs\" is shown\n"));
        var (suite, runs) = await WorkingServer.StartAsync(owner, application, new { all = true });
        foreach (var run in runs)
            await WorkingServer.EventsAsync(owner, run);

        var junit = XDocument.Parse(await owner.Http.GetStringAsync($"/v1/suite-runs/{suite}/results?format=junit", Token));
        (junit.Root!.Attribute("tests")!.Value, junit.Root.Attribute("failures")!.Value).ShouldBe(("2", "1"));
        var json = await owner.GetAsync($"/v1/suite-runs/{suite}/results");
        json["counts"]!["passed"]!.GetValue<int>().ShouldBe(1);
        await using var zip = new ZipArchive(await owner.Http.GetStreamAsync($"/v1/suite-runs/{suite}/results?format=zip", Token));
        var names = zip.Entries.Select(entry => entry.FullName).ToList();
        names.ShouldContain("index.html");
        names.ShouldContain("junit.xml");
        names.ShouldContain("tests/right/screenshots/final.jpeg");

        var link = (await owner.GetAsync($"/v1/runs/{runs[0]}/artifacts")).AsArray().First(artifact => artifact!["name"]!.GetValue<string>() == "result.json")!["url"]!.GetValue<string>();
        (await server.Anonymous.GetAsync(link, Token)).IsSuccessStatusCode.ShouldBeTrue();
        foreach (var at in new[] { "/v1/artifacts/".Length, "/v1/artifacts/".Length + 25, "/v1/artifacts/".Length + 40, link.Length - 1 })
        {
            var changed = link[..at] + (link[at] == 'A' ? 'B' : 'A') + link[(at + 1)..];
            ((int)(await server.Anonymous.GetAsync(changed, Token)).StatusCode).ShouldBe(404, changed);
        }

        foreach (var path in new[] { "..%2F..%2Fkeys.json", "screenshots/../../../../keys.json", "%2e%2e/%2e%2e/keys.json", "/etc/passwd" })
            ((int)(await owner.SendAsync(HttpMethod.Get, $"/v1/runs/{runs[0]}/artifacts/1/{path}")).StatusCode).ShouldBe(404, path);
        (await stranger.RefusedAsync(HttpMethod.Get, $"/v1/suite-runs/{suite}/results?format=zip")).Status.ShouldBe(404);
        await using var hub = await HubClient.ConnectAsync(stranger);
        await Should.ThrowAsync<InvalidOperationException>(async () => await hub.StreamAsync("WatchRun", Token, runs[0].ToString(), 0).FirstAsync(Token));
        await Should.ThrowAsync<InvalidOperationException>(async () => await hub.StreamAsync("WatchFrames", Token, runs[0].ToString()).FirstAsync(Token));
        (await hub.StreamAsync("WatchSuiteRun", Token, suite.ToString()).CountAsync(Token)).ShouldBe(0);
        await Should.ThrowAsync<System.Net.WebSockets.WebSocketException>(() => HubClient.ConnectAsync(owner, origin: "https://evil.example"));
    }

    private static async Task<JsonNode> RunOnceAsync(Browser owner, Guid application, object request)
    {
        var (_, runs) = await WorkingServer.StartAsync(owner, application, request);
        await WorkingServer.EventsAsync(owner, runs[0]);
        return await owner.GetAsync($"/v1/runs/{runs[0]}");
    }
}

using System.Text.Json.Nodes;
using Autonoma.TestKit;
using Autonoma.TestKit.Environments;
using Microsoft.AspNetCore.Http;

namespace Autonoma.Cli.Tests;

/// <summary><c>autonoma test</c> with scenarios: a real browser, a real app that knows who is signed in, a real endpoint.</summary>
public sealed class ScenarioRunTests : ToolFixture, IAsyncLifetime
{
    private WireEndpoint _endpoint = null!;
    private StaticSite _site = null!;
    private StaticSite _elsewhere = null!;
    private readonly List<string> _headersElsewhere = [];

    public async ValueTask InitializeAsync()
    {
        _endpoint = await WireEndpoint.StartAsync();
        _site = await StaticSite.StartAsync();
        _elsewhere = await StaticSite.StartAsync();
        _elsewhere.Add("/pixel.png", context =>
        {
            _headersElsewhere.Add(context.Request.Headers["x-tenant"].ToString());
            return Task.CompletedTask;
        });
        _site.Add("/", async context =>
        {
            var session = context.Request.Cookies["session"] ?? "nobody";
            var user = _endpoint.Rows.Values.Where(row => row.Model == "User" && $"for-{row.Fields["email"]}" == session).Select(row => row.Fields["email"]!.GetValue<string>()).FirstOrDefault("nobody");
            var workspace = _endpoint.Rows.Values.Where(row => row.Model == "Workspace").Select(row => row.Fields["name"]!.GetValue<string>()).Order().ToList();
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync($"""
                <!doctype html><html lang="en"><title>App</title><h1>Signed in as {user}</h1>
                <p>Tenant {context.Request.Headers["x-tenant"]}</p><ul>{string.Concat(workspace.Select(name => $"<li>{name}</li>"))}</ul>
                <label>Password <input type="text"></label><img src="{_elsewhere.Url}pixel.png" alt="">
                """);
        });
        Variables["AUTONOMA_SHARED_SECRET"] = _endpoint.SharedSecret;
        Variables["AUTONOMA_JOURNAL"] = Path.Combine(Folder, "journal");
        Write("recipes.json", EnvironmentCommandTests.Recipes);
        Write("e2e/owner.md", """
            ---
            url: /
            title: The owner sees the workspace
            scenario: standard
            ---
            1. Verify that "Signed in as {{ownerEmail}}" is displayed
            2. Verify that "Tenant {{credentials.email}}" is displayed
            3. Verify that "Nordlicht {{testRunShortId}}" is displayed
            4. Type {{password}} into the Password field
            """);
    }

    protected override async ValueTask EndAsync()
    {
        await _endpoint.DisposeAsync();
        await _site.DisposeAsync();
        await _elsewhere.DisposeAsync();
    }

    private Task<(int Code, string Out, string Error)> TestAsync(params string[] more)
        => RunAsync(["test", "e2e", "--env", "recipes.json", "--sdk-url", _endpoint.Url.ToString(), "--base-url", _site.Url.ToString(), "--reporter", "list,json,junit", "--output", "out", "--assertion-timeout", "1s", .. more]);

    private JsonNode Report => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "out/report.json")))!;

    [Fact]
    public async Task Test_NamesAScenario_RunsSignedInOnItsOwnDataWhichIsThenGone()
    {
        Write("e2e/second.md", File.ReadAllText(Path.Combine(Folder, "e2e/owner.md")));

        var (code, output, error) = await TestAsync("--workers", "2");

        code.ShouldBe(ExitCodes.Passed, output + error);
        _endpoint.Requests.Count(request => request.Action == "discover").ShouldBe(1);
        _endpoint.Requests.Where(request => request.Action == "up").Select(request => request.Body["testRunId"]!.GetValue<string>()).Distinct().Count().ShouldBe(2);
        _endpoint.Requests.Count(request => request.Action == "down").ShouldBe(2);
        _endpoint.Rows.ShouldBeEmpty();
        _headersElsewhere.ShouldNotBeEmpty();
        _headersElsewhere.ShouldAllBe(header => header.Length == 0, "headers are for the app's own origin");
        Directory.GetFiles(Path.Combine(Folder, "journal")).ShouldBeEmpty();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, "out"), "*.json", SearchOption.AllDirectories))
            File.ReadAllText(file).ShouldNotContain("pass-", Case.Sensitive, file);
    }

    [Fact]
    public async Task Test_Fails_ItsEnvironmentIsRemovedAllTheSame()
    {
        Write("e2e/owner.md", "---\nurl: /\ntitle: Wrong\nscenario: standard\n---\n1. Verify that \"Signed in as somebody else\" is displayed\n");

        (await TestAsync()).Code.ShouldBe(ExitCodes.Failed);

        Report["tests"]![0]!["tries"]?[0]?["failure"]?.GetValue<string>().ShouldBe("assertion");
        _endpoint.Requests.Count(request => request.Action == "down").ShouldBe(1);
        _endpoint.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Environment_CannotBeMade_IsSaidAsSuchAndIsNoFailureOfTheApp()
    {
        _endpoint.Instead = async (action, context, _) =>
        {
            if (action == "up")
                await WireEndpoint.FailAsync(context, 500, "INTERNAL_ERROR", "duplicate key value violates unique constraint");
            return action == "up";
        };

        var (code, output, _) = await TestAsync();

        code.ShouldBe(ExitCodes.WrongInput);
        output.ShouldContain("The environment of this test could not be made, so nothing was tested.");
        output.ShouldContain("answered 'up' with 500 INTERNAL_ERROR: duplicate key value violates unique constraint.");
        File.ReadAllText(Path.Combine(Folder, "out/report.json")).ShouldContain("\"environment\"");
        var junit = File.ReadAllText(Path.Combine(Folder, "out/junit.xml"));
        junit.ShouldContain("<error ");
        junit.ShouldContain("failures=\"0\" errors=\"1\"");
        _site.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Test_UnknownScenario_FailsAloneAndTheOthersRun()
    {
        Write("e2e/other.md", "---\nurl: /\ntitle: Other\nscenario: standrad\n---\n1. Verify that \"App\" is displayed\n");
        Write("e2e/without.md", "---\nurl: /\ntitle: Without\n---\n1. Verify that \"Signed in as nobody\" is displayed\n");

        var (code, output, _) = await TestAsync();

        output.ShouldContain("2 passed, 1 failed");
        output.ShouldContain("has no recipe for the scenario 'standrad'. Did you mean 'standard'?");
        code.ShouldBe(ExitCodes.WrongInput);
    }

    [Fact]
    public async Task Down_Fails_IsAProblemOfTheRunAndTheSweepMendsIt()
    {
        _endpoint.Instead = async (action, context, _) =>
        {
            if (action == "down")
                await WireEndpoint.FailAsync(context, 500, "INTERNAL_ERROR", "locked");
            return action == "down";
        };

        var (code, output, _) = await TestAsync();

        code.ShouldBe(ExitCodes.WrongInput);
        output.ShouldContain("1 passed");
        output.ShouldContain("the environment could not be removed.");
        output.ShouldContain("'autonoma env sweep' tries again.");
        _endpoint.Rows.Count.ShouldBe(2);
        _endpoint.Instead = (_, _, _) => Task.FromResult(false);
        (await RunAsync("env", "sweep")).Code.ShouldBe(ExitCodes.Passed);
        _endpoint.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Stopped_WhileUpIsAnswered_RemovesWhatWasMade()
    {
        using var stop = new CancellationTokenSource();
        _endpoint.BeforeUpAnswer = _ => stop.CancelAsync();
        using var output = new StringWriter();

        var code = await Tool.RunAsync(["test", "e2e", "--env", "recipes.json", "--sdk-url", _endpoint.Url.ToString(), "--base-url", _site.Url.ToString(), "--reporter", "list", "--output", "out"], Environment(output, output), stop.Token);

        code.ShouldBe(ExitCodes.Stopped, output.ToString());
        _endpoint.Requests.Last().Action.ShouldBe("down");
        _endpoint.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Lint_KnowsWhatTheEnvironmentSets()
    {
        (await RunAsync("lint", "e2e", "--base-url", _site.Url.ToString())).Out.ShouldContain("Nothing sets {{credentials.email}} before this step.");

        var (code, output, _) = await RunAsync("lint", "e2e", "--base-url", _site.Url.ToString(), "--env", "recipes.json");

        code.ShouldBe(ExitCodes.Passed, output);
        output.ShouldContain("1 test, 0 errors, 0 warnings");
        Write("e2e/owner.md", "---\nurl: /\nscenario: standard\n---\n1. Verify that \"{{ownrEmail}}\" is displayed\n");
        (await RunAsync("lint", "e2e", "--base-url", _site.Url.ToString(), "--env", "recipes.json")).Out.ShouldContain("ownrEmail");
    }

    [Fact]
    public async Task Recipes_WithoutAnEndpoint_AreAnsweredWithWhatIsMissing()
        => (await RunAsync("test", "e2e", "--env", "recipes.json", "--base-url", _site.Url.ToString())).Error.ShouldContain("--sdk-url http://localhost:5080/api/autonoma");
}

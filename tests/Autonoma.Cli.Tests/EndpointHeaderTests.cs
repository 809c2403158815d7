using System.Collections.Concurrent;
using Autonoma.TestKit.Environments;
using Microsoft.AspNetCore.Http;

namespace Autonoma.Cli.Tests;

/// <summary>Headers that a deployment asks for, such as a preview's bypass key, on requests to the Environment Factory.</summary>
public sealed class EndpointHeaderTests : ToolFixture, IAsyncLifetime
{
    private const string Key = "bypass-7c41e0";

    private readonly ConcurrentQueue<string> _sent = [];
    private WireEndpoint _endpoint = null!;

    public async ValueTask InitializeAsync()
    {
        _endpoint = await WireEndpoint.StartAsync();
        _endpoint.Instead = (action, context, _) =>
        {
            _sent.Enqueue($"{action} {context.Request.Headers["x-bypass"]} {context.Request.Headers["x-stage"]}".TrimEnd());
            return Task.FromResult(false);
        };
        Variables["AUTONOMA_SHARED_SECRET"] = _endpoint.SharedSecret;
        Variables["AUTONOMA_SDK_URL"] = _endpoint.Url.ToString();
        Variables["AUTONOMA_JOURNAL"] = Path.Combine(Folder, "journal");
        Write("recipes.json", EnvironmentCommandTests.Recipes);
        Variables["AUTONOMA_RECIPES"] = "recipes.json";
        Variables["BYPASS"] = Key;
    }

    protected override ValueTask EndAsync() => _endpoint.DisposeAsync();

    [Fact]
    public async Task Headers_OfTheCommandLine_GoWithEveryRequest_AndAreShownNowhere()
    {
        var (code, output, error) = await RunAsync("env", "check", "standard", "--header", "x-bypass: ${BYPASS}", "--header", "X-Stage=preview");

        code.ShouldBe(ExitCodes.Passed, error);
        _sent.ShouldBe([$"discover {Key} preview", $"up {Key} preview", $"down {Key} preview"]);
        (output + error).ShouldNotContain(Key);
    }

    [Fact]
    public async Task Headers_OfTheFile_CountToo_AndTestsSendThem()
    {
        await using var site = await TestKit.StaticSite.StartAsync();
        var seen = new ConcurrentQueue<string>();
        site.Add("/", async context =>
        {
            seen.Enqueue(context.Request.Headers["x-bypass"].ToString());
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<!doctype html><p>Alder</p>");
        });
        Write("autonoma.yaml", "headers:\n  x-bypass: ${BYPASS}\n");
        Write("e2e/a.md", "---\nurl: /\nscenario: standard\n---\n1. Verify that \"Alder\" is displayed\n");

        var (code, output, error) = await RunAsync("test", "e2e", "--base-url", site.Url.ToString(), "--output", "out");

        code.ShouldBe(ExitCodes.Passed, output + error);
        seen.ShouldContain(Key);
        _sent.ShouldBe([$"discover {Key}", $"up {Key}", $"down {Key}"]);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, "out"), "*", SearchOption.AllDirectories))
            File.ReadAllText(file).Contains(Key, StringComparison.Ordinal).ShouldBeFalse(file);
    }

    [Fact]
    public async Task Sweep_ForAnotherApp_DoesNotTakeTheHeadersThere()
    {
        Variables["XDG_STATE_HOME"] = Folder;
        await RunAsync("env", "up", "standard", "--header", "x-bypass: ${BYPASS}");
        _sent.Clear();

        var (code, _, _) = await RunAsync("env", "sweep", "--all", "--sdk-url", "http://127.0.0.1:9/api/autonoma", "--header", "x-bypass: ${BYPASS}");

        code.ShouldBe(ExitCodes.Passed);
        _sent.ShouldBe(["down"]);
    }

    [Fact]
    public async Task Curl_ShowsTheNameOfTheVariable_AndNoValue()
    {
        var (_, output, _) = await RunAsync("env", "discover", "--curl", "--header", "x-bypass: ${BYPASS}", "--header", $"x-literal: {Key}");

        output.ShouldContain("-H \"x-bypass: ${BYPASS}\"");
        output.ShouldContain("-H \"x-literal: ...\"");
        output.ShouldNotContain(Key);
    }

    [Theory]
    [InlineData("x-bypass: ${NOBODY}", "The header 'x-bypass' takes its value from the environment variable 'NOBODY', which is not set.")]
    [InlineData("x bypass: 1", "--header: 'x bypass' is no name of a header. Write it as in: --header 'X-Bypass: ${BYPASS_KEY}'")]
    [InlineData("bypass-7c41e0", "--header: must be NAME: VALUE or NAME=VALUE")]
    [InlineData("x-signature: 1", "--header: requests to the Environment Factory have 'x-signature' already")]
    [InlineData("x-bypass: a\nb: c", "The value of the header 'x-bypass' holds a line break")]
    public async Task Header_ThatCannotBeSent_IsNamed_WithoutItsValue(string header, string message)
    {
        var (code, _, error) = await RunAsync("env", "discover", "--header", header);

        code.ShouldBe(ExitCodes.WrongInput);
        error.ShouldContain(message);
        error.ShouldNotContain(Key);
        _sent.ShouldBeEmpty();
    }
}

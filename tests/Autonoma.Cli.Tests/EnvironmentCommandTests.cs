using System.Text.Json.Nodes;
using Autonoma.TestKit.Environments;

namespace Autonoma.Cli.Tests;

/// <summary><c>autonoma env</c> against an endpoint over real HTTP.</summary>
public sealed class EnvironmentCommandTests : ToolFixture, IAsyncLifetime
{
    internal const string Recipes = """
        {
          "version": 1,
          "source": { "discoverPath": "autonoma/discover.json", "scenariosPath": "autonoma/scenarios.md", "by": "hand" },
          "validationMode": "sdk-check",
          "recipes": [
            {
              "name": "standard", "description": "A workspace with its owner.",
              "create": { "Workspace": [{ "_alias": "home", "name": "Nordlicht {{testRunShortId}}", "seats": "{{seats}}" }], "User": [{ "email": "{{ownerEmail}}", "workspaceId": { "_ref": "home" } }] },
              "variables": { "seats": { "strategy": "literal", "value": 12 }, "ownerEmail": { "strategy": "faker", "generator": "internet.email" } }
            },
            { "name": "empty", "description": "A workspace.", "create": { "Workspace": [{ "name": "Leer" }] } },
            { "name": "large", "description": "Many.", "create": { "Workspace": [{ "_alias": "w", "name": "Voll" }], "User": [{ "email": "a-{{testRunShortId}}@example.com", "workspaceId": { "_ref": "w" } }, { "email": "b-{{testRunShortId}}@example.com", "workspaceId": { "_ref": "w" } }] } }
          ]
        }
        """;

    private WireEndpoint _endpoint = null!;

    public async ValueTask InitializeAsync()
    {
        _endpoint = await WireEndpoint.StartAsync();
        Variables["AUTONOMA_SHARED_SECRET"] = _endpoint.SharedSecret;
        Variables["AUTONOMA_SDK_URL"] = _endpoint.Url.ToString();
        Variables["AUTONOMA_JOURNAL"] = Path.Combine(Folder, "journal");
        Write("autonoma/scenario-recipes.json", Recipes);
        Variables["AUTONOMA_RECIPES"] = "autonoma/scenario-recipes.json";
    }

    protected override ValueTask EndAsync() => _endpoint.DisposeAsync();

    private async Task<(int Code, JsonNode Json)> JsonAsync(params string[] arguments)
    {
        var (code, output, error) = await RunAsync(arguments);
        output.ShouldNotBeEmpty(error);
        foreach (var secret in (string[])[_endpoint.SharedSecret, _endpoint.SigningSecret])
            (output + error).ShouldNotContain(secret);
        return (code, JsonNode.Parse(output)!);
    }

    private string[] Journals => Directory.Exists(Path.Combine(Folder, "journal")) ? Directory.GetFiles(Path.Combine(Folder, "journal")) : [];

    [Fact]
    public async Task Discover_ShowsTheModels_AndWritesTheFile()
    {
        var (code, json) = await JsonAsync("env", "discover", "--write", "autonoma/discover.json");

        code.ShouldBe(ExitCodes.Passed);
        json["schema"]!["scopeField"]!.GetValue<string>().ShouldBe("workspaceId");
        JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "autonoma/discover.json")))!.AsObject().Select(pair => pair.Key).ShouldBe(["schema"]);
        var (_, table, _) = await RunAsync("env", "discover", "--format", "table");
        table.ShouldMatch(@"Workspace\s+id\s+string\s+id");
        table.ShouldContain("2 models; records belong to one Workspace (workspaceId); protocol 1.0");
    }

    [Fact]
    public async Task Up_LeavesItStanding_UntilDownByItsRun()
    {
        var (code, json) = await JsonAsync("env", "up", "standard", "--run-id", "run-7");

        code.ShouldBe(ExitCodes.Passed);
        _endpoint.Rows.Count.ShouldBe(2);
        json["testRunId"]!.GetValue<string>().ShouldBe("run-7");
        json["variables"]!["seats"]!.GetValue<string>().ShouldBe("12");
        json["variables"]!["password"]!.GetValue<string>().ShouldBe($"pass-{json["variables"]!["ownerEmail"]}");
        (await JsonAsync("env", "sweep")).Json["instances"]![0]!["outcome"]!.GetValue<string>().ShouldBe("kept");
        _endpoint.Rows.Count.ShouldBe(2);

        (await JsonAsync("env", "down", "run-7")).Code.ShouldBe(ExitCodes.Passed);

        _endpoint.Rows.ShouldBeEmpty();
        Journals.ShouldBeEmpty();
    }

    [Fact]
    public async Task Up_SameRunId_SendsTheSameRecords()
    {
        await JsonAsync("env", "up", "standard", "--run-id", "run-7");
        await JsonAsync("env", "down", "run-7");
        await JsonAsync("env", "up", "standard", "--run-id", "run-7");

        var sent = _endpoint.Requests.Where(request => request.Action == "up").Select(request => request.Body.ToJsonString()).ToList();

        sent.Count.ShouldBe(2);
        sent[0].ShouldBe(sent[1]);
        sent[0].ShouldContain("\"seats\":12");
    }

    [Fact]
    public async Task Down_Token_RemovesWhatWasMadeElsewhere()
    {
        var (_, json) = await JsonAsync("env", "up", "empty");

        (await JsonAsync("env", "down", "--token", json["refsToken"]!.GetValue<string>())).Code.ShouldBe(ExitCodes.Passed);

        _endpoint.Rows.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Check_AllScenarios_SaysWhatWasLookedAt(bool isTwice)
    {
        var (code, json) = await JsonAsync(isTwice ? ["env", "check", "--together"] : ["env", "check"]);

        code.ShouldBe(ExitCodes.Passed);
        json["scenarios"]!.AsArray().Select(check => check!["scenario"]!.GetValue<string>()).ShouldBe(["standard", "empty", "large"]);
        json["scenarios"]![0]!["parts"]!.AsArray().Select(part => $"{part!["name"]} {part["outcome"]}").ShouldBe(["up ok", "auth ok", "refs ok", "rows -", "down ok", .. isTwice ? ["together ok"] : Array.Empty<string>(), "gone -"]);
        _endpoint.Rows.ShouldBeEmpty();
        Journals.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{}", "auth", "neither cookies nor headers nor credentials")]
    [InlineData("""{"cookies":[{"name":"a","value":null}]}""", "up", "auth.cookies[0].value must be text, and here it is null")]
    public async Task Check_BadAuth_FailsAndStillRemoves(string auth, string part, string message)
    {
        _endpoint.Auth = auth;

        var (code, json) = await JsonAsync("env", "check", "standard");

        code.ShouldBe(ExitCodes.Failed);
        var failed = json["scenarios"]![0]!["parts"]!.AsArray().Single(found => found!["outcome"]!.GetValue<string>() == "FAILED")!;
        failed["name"]!.GetValue<string>().ShouldBe(part);
        failed["message"]!.GetValue<string>().ShouldContain(message);
        _endpoint.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Validate_AllIsWell_WritesProofsIntoTheRecipesAndTheReportBeside()
    {
        var (code, _) = await JsonAsync("env", "validate");

        code.ShouldBe(ExitCodes.Passed);
        var recipes = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "autonoma/scenario-recipes.json")))!;
        recipes["source"]!["by"]!.GetValue<string>().ShouldBe("hand");
        recipes["validationMode"]!.GetValue<string>().ShouldBe("endpoint-lifecycle");
        recipes["recipes"]!.AsArray().ShouldAllBe(recipe => recipe!["validation"]!["method"]!.GetValue<string>() == "endpoint-up-down" && recipe["validation"]!["up_ms"]!.GetValue<long>() >= 0);
        Autonoma.Scenarios.Recipes.RecipeReader.Read(Path.Combine(Folder, "autonoma/scenario-recipes.json"), Autonoma.Scenarios.Recipes.RecipeStage.Validated).Recipes.Count.ShouldBe(3);
        var report = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "autonoma/.scenario-validation.json")))!.AsObject();
        report.Select(pair => pair.Key).ShouldBe(["status", "preflightPassed", "smokeTestPassed", "validatedScenarios", "failedScenarios", "blockingIssues", "recipePath", "validationMode", "endpointUrl"]);
        report["status"]!.GetValue<string>().ShouldBe("ok");
        report["recipePath"]!.GetValue<string>().ShouldBe("autonoma/scenario-recipes.json");
    }

    [Fact]
    public async Task Validate_PreflightFails_MakesNothingAndLeavesTheRecipes()
    {
        var broken = Recipes.Replace("\"seats\": \"{{seats}}\"", "\"seat\": \"{{seets}}\"", StringComparison.Ordinal);
        Write("autonoma/scenario-recipes.json", broken);

        var (code, json) = await JsonAsync("env", "validate");

        code.ShouldBe(ExitCodes.Failed);
        json["problems"]!.AsArray().Select(problem => $"{problem!["code"]} {problem["path"]} {problem["line"]}").ShouldBe(
            ["undeclared-token recipes[0].create.Workspace[0].seat 8", "unused-variable recipes[0].variables.seats 9", "unknown-field recipes[0].create.Workspace[0].seat 8"]);
        File.ReadAllText(Path.Combine(Folder, "autonoma/scenario-recipes.json")).ShouldBe(broken);
        JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "autonoma/.scenario-validation.json")))!["status"]!.GetValue<string>().ShouldBe("failed");
        _endpoint.Requests.Select(request => request.Action).ShouldBe(["discover"]);
    }

    [Fact]
    public async Task Preflight_ScenariosDocument_IsComparedWithTheRecipes()
    {
        Write("autonoma/scenarios.md", "---\nscenario_count: 4\nscenarios:\n  - name: standard\n  - name: empty\n  - name: large\n  - name: expired\n---\n# Scenarios\n");

        var (code, output, _) = await RunAsync("env", "preflight", "--format", "table");

        code.ShouldBe(ExitCodes.Failed);
        output.ShouldContain("missing-scenario: recipes: scenarios.md promises the scenario 'expired', and there is no recipe for it.");
        output.ShouldContain("3 recipes, 1 error, 0 warnings");
    }

    [Fact]
    public async Task Secrets_AreTwoNewOnes()
    {
        var (code, output, _) = await RunAsync("env", "secrets");

        code.ShouldBe(ExitCodes.Passed);
        output.ShouldMatch("^AUTONOMA_SHARED_SECRET=[0-9a-f]{64}\nAUTONOMA_SIGNING_SECRET=[0-9a-f]{64}\n$");
        output.Split('=', '\n')[1].ShouldNotBe(output.Split('=', '\n')[3]);
        (await RunAsync("env", "secrets")).Out.ShouldNotBe(output);
    }

    [Fact]
    public async Task Sign_Body_IsTheVectorOfTheProtocol()
    {
        Variables["AUTONOMA_SHARED_SECRET"] = "test-secret-key";
        var file = Write("body.json", """{"action":"discover"}""");

        (await RunAsync("env", "sign", "--body", """{"action":"discover"}""", "--format", "table")).Out.ShouldBe("2c5588170f06ff28479566d72d45969927913c56bcba01d36c3122f2284cbba2\n");
        (await RunAsync("env", "sign", file, "--format", "table")).Out.ShouldBe("2c5588170f06ff28479566d72d45969927913c56bcba01d36c3122f2284cbba2\n");
    }

    [Fact]
    public async Task Curl_RunInAShell_GetsTheAnswer()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || !File.Exists("/usr/bin/curl") || !File.Exists("/usr/bin/openssl"), "curl and openssl are not here.");
        var (_, command, _) = await RunAsync("env", "up", "standard", "--run-id", "it's me", "--curl");
        command.ShouldNotContain(_endpoint.SharedSecret);
        _endpoint.Requests.ShouldBeEmpty();

        var start = new System.Diagnostics.ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["AUTONOMA_SHARED_SECRET"] = _endpoint.SharedSecret;
        using var shell = System.Diagnostics.Process.Start(start)!;
        var answer = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);

        JsonNode.Parse(answer)!["refsToken"].ShouldNotBeNull();
        _endpoint.Rows.Values.ShouldAllBe(row => row.Run == "it's me");
    }

    [Theory]
    [InlineData("env discvoer", "Unknown command 'discvoer'. Did you mean 'discover'?")]
    [InlineData("env up", "Required argument missing")]
    [InlineData("env up standrad", "scenario-recipes.json has no recipe for the scenario 'standrad'. Did you mean 'standard'? There are: standard, empty, large.")]
    [InlineData("env up standard --sdk-url localhost:5000", "has no scheme. Did you mean 'http://localhost:5000'?")]
    [InlineData("env check --format yaml", "--format: must be table or json, and here it is 'yaml'.")]
    [InlineData("env check --database nonsense", "--database: must be a connection string")]
    [InlineData("env down", "Which instance? Name its run, or give --token.")]
    [InlineData("env down no-such-run", "Nothing is known of a run 'no-such-run' that still stands.")]
    [InlineData("env preflight no/such.json", "no/such.json: error no-file: There is no such file.")]
    [InlineData("env sign", "Give the body either as a file")]
    public async Task Mistake_IsAnsweredWithWhatIsRightAndExitCode2(string commandLine, string message)
    {
        var (code, _, error) = await RunAsync(commandLine.Split(' '));

        error.ShouldContain(message);
        code.ShouldBe(ExitCodes.WrongInput);
    }

    [Fact]
    public async Task SecretsMissingOrEqual_AreNamed()
    {
        Variables["AUTONOMA_SIGNING_SECRET"] = _endpoint.SharedSecret;
        (await RunAsync("env", "discover")).Error.ShouldContain("AUTONOMA_SHARED_SECRET and AUTONOMA_SIGNING_SECRET must be different, and they are equal.");
        Variables.Remove("AUTONOMA_SHARED_SECRET");
        (await RunAsync("env", "discover")).Error.ShouldContain("AUTONOMA_SHARED_SECRET is not set.");
    }

    [Fact]
    public async Task Failure_OfTheEndpoint_IsAlsoData()
    {
        _endpoint.Instead = async (_, context, _) =>
        {
            await WireEndpoint.FailAsync(context, 404, "PRODUCTION_BLOCKED", "Not available in production");
            return true;
        };

        var (code, json) = await JsonAsync("env", "discover");

        code.ShouldBe(ExitCodes.WrongInput);
        (json["error"]!["failure"]!.GetValue<string>(), json["error"]!["status"]!.GetValue<int>(), json["error"]!["code"]!.GetValue<string>()).ShouldBe(("http", 404, "PRODUCTION_BLOCKED"));
    }

    [Fact]
    public async Task Endpoint_ByItsOtherName_IsFound()
    {
        Variables["AUTONOMA_SDK_ENDPOINT"] = Variables["AUTONOMA_SDK_URL"];
        Variables.Remove("AUTONOMA_SDK_URL");

        (await JsonAsync("env", "discover")).Code.ShouldBe(ExitCodes.Passed);
    }

    [Fact]
    public async Task Schema_OfRecipes_IsPrinted() => JsonNode.Parse((await RunAsync("schema", "--recipes")).Out)!["title"]!.GetValue<string>().ShouldBe("Scenario recipes");
}

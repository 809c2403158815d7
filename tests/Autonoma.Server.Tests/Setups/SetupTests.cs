using System.Text;
using System.Text.Json.Nodes;

namespace Autonoma.Server.Tests.Setups;

public sealed class SetupTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Recipes = """
        { "version": 1, "source": { "discoverPath": "autonoma/discover.json", "scenariosPath": "autonoma/scenarios.md", "note": "kept" }, "validationMode": "sdk-check",
          "recipes": [ { "name": "adminWithTwoProjects", "description": "An admin and two projects.",
            "create": { "Organization": [{ "id": "org-1", "name": "Acme" }], "User": [{ "email": "{{adminEmail}}", "role": "admin", "organizationId": "org-1" }] },
            "variables": { "adminEmail": { "strategy": "derived", "source": "testRunId", "format": "admin-{shortId}@acme.test" } },
            "validation": { "status": "validated", "method": "checkScenario", "phase": "ok", "up_ms": 142, "down_ms": 61 } } ] }
        """;

    [Fact]
    public async Task Planner_FromSetupToRecipesAndTests_FindsItAllAgain()
    {
        var (program, application) = await NewAsync();
        using var _ = program;
        var setup = (await program.PostAsync("/v1/setup/setups", new { applicationId = application, repoName = "shop" }))["id"]!.GetValue<string>();
        foreach (var type in (string[])["step.started", "step.completed"])
            await program.PostAsync($"/v1/setup/setups/{setup}/events", new { type, data = new { step = 0, name = "Knowledge Base" } });
        await program.PostAsync($"/v1/setup/setups/{setup}/artifacts", new { skills = new[] { new { name = "sign-in.md", content = "---\nname: Sign in\ndescription: How to sign in\n---\nGo." } } });
        var test = new { name = "buy.md", folder = "cart/deep", content = "---\ntitle: Buy\ndescription: Proves that a visitor can buy\nscenario: adminWithTwoProjects\n---\n\n## Steps\n\n1. Click \"Buy\"\n2. Verify that \"Thanks\" is displayed\n" };
        var uploaded = await program.PostAsync($"/v1/setup/setups/{setup}/artifacts", new { testCases = new[] { test }, commitSha = "0123456789abcdef" });
        uploaded["testCases"]!["added"]!.GetValue<int>().ShouldBe(1);
        (await program.PostAsync($"/v1/setup/setups/{setup}/artifacts", new { testCases = new[] { test } }))["testCases"]!["unchanged"]!.GetValue<int>().ShouldBe(1, "an upload can be made again");

        using (var first = await program.SendAsync(HttpMethod.Post, $"/v1/setup/setups/{setup}/scenario-recipe-versions", Json(Recipes)))
            ((int)first.StatusCode).ShouldBe(201, await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using (var again = await program.SendAsync(HttpMethod.Post, $"/v1/setup/setups/{setup}/scenario-recipe-versions", Json(Recipes)))
            ((int)again.StatusCode).ShouldBe(200);
        await program.AskAsync(HttpMethod.Post, $"/v1/setup/setups/{setup}/scenario-recipe-versions", Json(Recipes.Replace("Acme", "Other", StringComparison.Ordinal)));
        await program.AskAsync(HttpMethod.Patch, $"/v1/setup/setups/{setup}", new { status = "completed", name = "shop, done" });

        (await program.GetAsync($"/v1/setup/applications/{application}/scenarios"))["scenarios"]![0]!.ToJsonString().ShouldBe("""{"name":"adminWithTwoProjects","hasActiveRecipe":true,"description":"An admin and two projects."}""");
        (await program.GetAsync($"/v1/setup/setups/{setup}/scenarios"))["scenarios"]!.AsArray().Count.ShouldBe(1);
        var suite = await program.GetAsync($"/v1/setup/applications/{application}/test-suite");
        (suite["tests"]![0]!["name"]!.GetValue<string>(), suite["tests"]![0]!["slug"]!.GetValue<string>()).ShouldBe(("Buy", "cart-deep-buy"));
        suite["skills"]![0]!.ToJsonString().ShouldBe("""{"name":"Sign in","description":"How to sign in"}""");
        (await program.GetAsync($"/v1/setups/{setup}"))["status"]!.GetValue<string>().ShouldBe("completed");
        (await program.GetAsync($"/v1/setups/{setup}/events"))["items"]!.AsArray().Select(entry => entry!["sequence"]!.GetValue<int>()).ShouldBe([1, 2]);
        var scenario = (await program.GetAsync($"/v1/applications/{application}/scenarios"))[0]!["id"]!.GetValue<string>();
        var versions = (await program.GetAsync($"/v1/scenarios/{scenario}/recipe-versions"))["items"]!.AsArray();
        versions.Select(version => $"{version!["number"]} {version["isActive"]}").ShouldBe(["2 true", "1 false"]);
        await program.AskAsync(HttpMethod.Post, $"/v1/scenarios/{scenario}/recipe-versions/{versions[1]!["id"]}/activate", new { });
        (await program.GetAsync($"/v1/scenarios/{scenario}"))["recipe"]!.ToJsonString().ShouldContain("Acme");
    }

    [Theory]
    [InlineData("\"version\": 1", "\"version\": \"1\"", "version")]
    [InlineData("\"discoverPath\": \"autonoma/discover.json\", ", "", "source.discoverPath")]
    [InlineData("\"sdk-check\"", "\"by-hand\"", "validationMode")]
    [InlineData("\"validated\"", "\"pending\"", "recipes[0].validation.status")]
    [InlineData("\"phase\": \"ok\"", "\"phase\": \"fine\"", "recipes[0].validation.phase")]
    [InlineData("\"checkScenario\"", "\"guess\"", "recipes[0].validation.method")]
    [InlineData("\"up_ms\": 142", "\"up_ms\": -1", "recipes[0].validation.up_ms")]
    [InlineData("\"derived\"", "\"random\"", "recipes[0].variables.adminEmail.strategy")]
    [InlineData("\"testRunId\"", "\"clock\"", "recipes[0].variables.adminEmail.source")]
    [InlineData("{{adminEmail}}", "{{nobody}}", "recipes[0].create.User[0].email")]
    [InlineData("\"description\": \"An admin and two projects.\",", "", "recipes[0].description")]
    public async Task Recipes_ThatCannotWork_AreRefusedWithTheirPath(string right, string wrong, string path)
    {
        var (program, application) = await NewAsync();
        using var _ = program;
        var setup = (await program.PostAsync("/v1/setup/setups", new { applicationId = application }))["id"]!.GetValue<string>();
        Recipes.ShouldContain(right);

        using var answer = await program.SendAsync(HttpMethod.Post, $"/v1/setup/setups/{setup}/scenario-recipe-versions", Json(Recipes.Replace(right, wrong, StringComparison.Ordinal)));

        ((int)answer.StatusCode).ShouldBe(400);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        problem["code"]!.GetValue<string>().ShouldBe("recipes.invalid");
        problem["errors"]!.AsArray().Select(error => error!["path"]!.GetValue<string>()).ShouldContain(path);
        (await program.GetAsync($"/v1/setup/applications/{application}/scenarios"))["scenarios"]!.AsArray().Count.ShouldBe(0);
    }

    [Fact]
    public async Task Uploads_ThatAreWrong_AreRefusedWhole()
    {
        var (program, application) = await NewAsync();
        using var _ = program;
        var setup = (await program.PostAsync("/v1/setup/setups", new { applicationId = application }))["id"]!.GetValue<string>();
        var files = $"/v1/setup/setups/{setup}/artifacts";
        const string Good = "---\ntitle: T\ndescription: Proves something of worth\n---\n\n## Steps\n\n1. Click \"X\"\n2. Verify that \"Y\" is displayed\n";

        (await program.RefusedAsync(HttpMethod.Post, files, new { artifacts = new[] { new { name = "scenario-recipes.json", content = "{}" } } })).ShouldBe((400, "setup_artifacts.invalid"));
        (await program.RefusedAsync(HttpMethod.Post, files, new { testCases = new[] { new { name = "a.md", content = Good }, new { name = "../b.md", content = Good } } })).ShouldBe((400, "setup_artifacts.invalid"));
        (await program.RefusedAsync(HttpMethod.Post, files, new { testCases = new[] { new { name = "a.md", content = "## Steps\n\n1. Click \"X\"\n" } } })).ShouldBe((400, "setup_artifacts.invalid"));
        (await program.RefusedAsync(HttpMethod.Post, files, new { })).ShouldBe((400, "setup_artifacts.invalid"));
        (await program.RefusedAsync(HttpMethod.Post, $"/v1/setup/setups/{setup}/events", new { type = "party" })).ShouldBe((400, "setup_event.invalid"));
        (await program.RefusedAsync(HttpMethod.Post, $"/v1/setup/setups/{setup}/events", new { type = "step.started", data = new { step = "one" } })).ShouldBe((400, "setup_event.invalid"));
        (await program.RefusedAsync(HttpMethod.Patch, $"/v1/setup/setups/{setup}", new { status = "tired" })).ShouldBe((400, "setup.invalid"));
        (await program.RefusedAsync(HttpMethod.Post, "/v1/setup/setups", new { applicationId = "app_abc" })).ShouldBe((404, "application.not_found"));
        (await program.GetAsync($"/v1/applications/{application}/tests"))["items"]!.AsArray().Count.ShouldBe(0);
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private async Task<(Browser Program, string Application)> NewAsync()
    {
        using var owner = await server.NewOwnerAsync();
        var application = (await owner.PostAsync("/v1/applications", new { name = "Shop", url = "https://shop.example" }))["id"]!.GetValue<string>();
        var program = server.NewBrowser();
        program.Http.DefaultRequestHeaders.Authorization = new("Bearer", (await owner.PostAsync("/v1/api-keys", new { name = "planner", scopes = new[] { "edit" } }))["key"]!.GetValue<string>());
        return (program, application);
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.EndToEnd.Tests.SampleShop;
using Autonoma.TestKit;

namespace Autonoma.EndToEnd.Tests.ShopEnvironments;

/// <summary>The shop on PostgreSQL, its Environment Factory, and the tool: nothing between them is a double.</summary>
public sealed class ShopEnvironmentTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("standard", 23)]
    [InlineData("empty", 2)]
    [InlineData("large", 10_000)]
    public async Task Scenario_MadeAndRemoved_EveryRecordWasThereAndNoRowIsLeft(string scenario, int records)
    {
        await using var shop = await StoredShop.StartAsync(postgres, Stop);

        var (code, output, errors) = await shop.RunAsync(["env", "check", scenario, "--together", "--env", StoredShop.Recipes, "--sdk-url", shop.Endpoint, "--database", shop.Database, "--format", "json"], Stop);

        code.ShouldBe(0, output + errors);
        var parts = JsonNode.Parse(output)!["scenarios"]![0]!["parts"]!.AsArray();
        parts.Select(part => $"{part!["name"]}: {part["outcome"]}").ShouldBe(["up: ok", "auth: ok", "refs: ok", "rows: ok", "down: ok", "together: ok", "gone: ok"]);
        RecordsOf(scenario).ShouldBe(records);
        (await ShopDatabase.FilledTablesAsync(shop.Database, Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Endpoint_OfTheShopInMemory_SaysWhatItNeeds()
    {
        await using var memory = await ShopProcess.StartAsync(cancellationToken: Stop);
        await using var shop = await StoredShop.StartAsync(postgres, Stop);

        var (code, _, errors) = await shop.RunAsync(["env", "discover", "--sdk-url", memory.BaseUrl + "/api/autonoma"], Stop);

        code.ShouldBe(2);
        errors.ShouldContain("501 NO_DATABASE: This shop keeps everything in memory and makes no test data. Start it with a database: --database");
    }

    [Fact]
    public async Task Recipes_AgainstTheEndpoint_HaveNoErrors()
    {
        await using var shop = await StoredShop.StartAsync(postgres, Stop);

        var (code, output, errors) = await shop.RunAsync(["env", "preflight", StoredShop.Recipes, "--sdk-url", shop.Endpoint], Stop);

        code.ShouldBe(0, output + errors);
        var (_, discovered, _) = await shop.RunAsync(["env", "discover", "--sdk-url", shop.Endpoint], Stop);
        JsonNode.DeepEquals(JsonNode.Parse(discovered), JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(StoredShop.Environment, "discover.json"), Stop)))
            .ShouldBeTrue("discover.json beside the recipes is what the endpoint says");
        var wrong = (await File.ReadAllTextAsync(StoredShop.Recipes, Stop)).Replace("\"lines\": [", "\"items\": [", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(shop.Folder, "wrong.json"), wrong, Stop);
        var (refused, problems, _) = await shop.RunAsync(["env", "preflight", "wrong.json", "--sdk-url", shop.Endpoint], Stop);
        refused.ShouldBe(1, problems);
        problems.ShouldContain("The endpoint does not know children named 'items' of Order.");
        problems.ShouldContain("It knows: lines.");
    }

    [Fact]
    public async Task Suite_SeveralTestsAtATime_EachHasAShopOfItsOwn()
    {
        await using var shop = await StoredShop.StartAsync(postgres, Stop);

        // One of these empties its shop while the others count what is in theirs.
        var (code, output, errors) = await shop.RunAsync(
            ["test", Path.Combine(StoredShop.Environment, "tests"), "--base-url", shop.BaseUrl, "--env", StoredShop.Recipes, "--sdk-url", shop.Endpoint, "--workers", "3", "--offline", "--reporter", "line", "--reporter", "json", "--output", shop.Report], Stop);

        code.ShouldBe(0, output + errors);
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(shop.Report, "report.json"), Stop));
        report.RootElement.GetProperty("tests").EnumerateArray().Select(test => test.GetProperty("status").GetString()).ShouldAllBe(status => status == "passed");
        report.RootElement.GetProperty("tests").GetArrayLength().ShouldBe(Directory.GetFiles(Path.Combine(StoredShop.Environment, "tests"), "*.md").Length);
        (await ShopDatabase.FilledTablesAsync(shop.Database, Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task TwoEnvironments_AtOnce_AreTwoShops()
    {
        await using var shop = await StoredShop.StartAsync(postgres, Stop);
        string[] up = ["env", "up", "standard", "--env", StoredShop.Recipes, "--sdk-url", shop.Endpoint];

        var both = await Task.WhenAll(shop.RunAsync(up, Stop), shop.RunAsync(up, Stop));

        both.ShouldAllBe(run => run.ExitCode == 0, both[0].Errors + both[1].Errors);
        (await ShopDatabase.CountAsync(shop.Database, "Shops", Stop)).ShouldBe(2);
        (await ShopDatabase.CountAsync(shop.Database, "Settings", Stop)).ShouldBe(2, "settings come with their shop");
        (await ShopDatabase.CountAsync(shop.Database, "Addresses", Stop)).ShouldBe(6, "two come with their customers, one was asked for");
        (await ShopDatabase.PasswordHashesAsync(shop.Database, Stop)).ShouldAllBe(hash => hash.Length > 60 && !hash.Contains("Lantern"));
        foreach (var run in both)
        {
            var id = JsonNode.Parse(run.Output)!["testRunId"]!.GetValue<string>();
            (await shop.RunAsync(["env", "down", id, "--sdk-url", shop.Endpoint], Stop)).ExitCode.ShouldBe(0);
        }
        (await ShopDatabase.FilledTablesAsync(shop.Database, Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task ToolKilled_WhileATestRuns_TheSweepLeavesNothing()
    {
        await using var shop = await StoredShop.StartAsync(postgres, Stop);
        var test = Path.Combine(shop.Folder, "endless.md");
        await File.WriteAllTextAsync(test, """
            ---
            scenario: standard
            url: /admin/products
            ---
            1. Click "New product"
            2. Type "Spokeshave" into the Name field, "52.00" into the Price field and "6" into the Stock field of the dialog
            3. Click "Create product"
            4. Wait 50 seconds
            5. Verify that "Spokeshave" is displayed
            """, Stop);
        using var tool = shop.Start(["test", test, "--base-url", shop.BaseUrl, "--env", StoredShop.Recipes, "--sdk-url", shop.Endpoint, "--offline", "--output", shop.Report]);
        try
        {
            // What the test's browser has done is stored: so the environment stands, and its test runs.
            await Waiting.UntilAsync(async () => await ShopDatabase.CountAsync(shop.Database, "Products", Stop) == 5, Stop);
        }
        finally
        {
            tool.Kill(entireProcessTree: true);
            await tool.WaitForExitAsync(Stop);
        }
        (await ShopDatabase.CountAsync(shop.Database, "Shops", Stop)).ShouldBe(1);

        var (code, output, errors) = await shop.RunAsync(["env", "sweep"], Stop);

        code.ShouldBe(0, output + errors);
        (await ShopDatabase.FilledTablesAsync(shop.Database, Stop)).ShouldBeEmpty();
    }

    private static int RecordsOf(string scenario)
    {
        var recipes = JsonNode.Parse(File.ReadAllText(StoredShop.Recipes))!["recipes"]!.AsArray();
        return Count(recipes.Single(recipe => recipe!["name"]!.GetValue<string>() == scenario)!["create"]!);

        // A list holds records; an object that is a value, such as the address a customer comes with, is none.
        static int Count(JsonNode node) => node switch
        {
            JsonArray list => list.Sum(record => 1 + Count(record!)),
            JsonObject record => record.Where(member => member.Value is JsonArray).Sum(member => Count(member.Value!)),
            _ => 0,
        };
    }
}

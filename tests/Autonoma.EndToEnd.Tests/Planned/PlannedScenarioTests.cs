using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Autonoma.EndToEnd.Tests.SampleShop;
using Autonoma.EndToEnd.Tests.ShopEnvironments;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Designing;
using Autonoma.Planner.Designing.Scoping;
using Autonoma.Planner.Designing.Writing;
using Autonoma.TestKit;

namespace Autonoma.EndToEnd.Tests.Planned;

/// <summary>Step 5 of a plan at the shop on PostgreSQL, which the plan starts and ends itself, with a look in a real browser whether the login works.</summary>
public sealed class PlannedScenarioTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("autonoma-planned-").FullName;
    private readonly int _port = FreePort();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string App => $"http://127.0.0.1:{_port}";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task DesignedScenarios_AreProvenAtTheShopThatThePlanStarts_AndNothingIsLeft()
    {
        var database = postgres.NewDatabase();
        WritePlan();

        var (code, output) = await PlanAsync(["--database", database, "--app-command", $"{RepositoryPaths.Executable("Shop")} --urls {App} --database '{database}'"]);

        var proof = File.Exists(At(".scenario-validation.json")) ? JsonNode.Parse(await File.ReadAllTextAsync(At(".scenario-validation.json"), Stop))! : throw new InvalidOperationException($"{code}\n{output}");
        proof["validatedScenarios"]!.AsArray().Count.ShouldBe(3, output);
        proof["loginProbe"]!["ok"]!.GetValue<bool>().ShouldBeTrue(proof.ToJsonString());
        proof["loginProbe"]!["mode"]!.GetValue<string>().ShouldBe("cookies");
        File.Exists(At(".endpoint-validated")).ShouldBeTrue(output);
        output.ShouldContain("The app answers at");
        (await ShopDatabase.FilledTablesAsync(database, Stop)).ShouldBeEmpty();
        (await AnswersAsync()).ShouldBeFalse("the app ended with the plan");
    }

    [Fact]
    public async Task App_ThatDies_IsToldWithWhatItSaidLast_AndWithoutItsSecrets()
    {
        WritePlan();

        var (code, output) = await PlanAsync(["--app-command", "echo opening; echo \"with $AUTONOMA_SHARED_SECRET\"; echo 'no such database' >&2; exit 3"], ("AUTONOMA_SHARED_SECRET", "a-secret-that-nobody-may-read-0123456789"));

        code.ShouldBe(2);
        output.ShouldContain("The app ended with exit code 3 before it answered");
        output.ShouldContain("no such database");
        output.ShouldContain("with ***");
        output.ShouldNotContain("a-secret-that-nobody-may-read");
    }

    [Fact]
    public async Task App_WhereSomethingAnswersAlready_IsNotStarted()
    {
        await using var shop = await ShopProcess.StartAsync(["--urls", App], new Dictionary<string, string>(), Stop);
        WritePlan();

        var (code, output) = await PlanAsync(["--app-command", "echo never"], url: shop.BaseUrl);

        code.ShouldBe(2);
        output.ShouldContain("answers at");
        output.ShouldContain("leave --app-command out");
    }

    private string At(string file) => Path.Combine(_folder, "autonoma", file);

    private async Task<(int Code, string Output)> PlanAsync(string[] more, (string Name, string Value)? variable = null, string? url = null)
    {
        var start = new ProcessStartInfo(RepositoryPaths.Executable("autonoma"), ["plan", "--resume", "--offline", "--auto-advance", "--app-url", url ?? App, .. more]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder };
        start.Environment["XDG_STATE_HOME"] = Path.Combine(_folder, "state");
        start.Environment["AUTONOMA_JOURNAL"] = Path.Combine(_folder, "journal");
        start.Environment.Remove("AUTONOMA_SHARED_SECRET");
        start.Environment.Remove("AUTONOMA_SIGNING_SECRET");
        if (variable is { } set)
            start.Environment[set.Name] = set.Value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Stop);
        var errors = process.StandardError.ReadToEndAsync(Stop);
        try
        {
            await process.WaitForExitAsync(Stop);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return (process.ExitCode, await output + await errors);
    }

    private async Task<bool> AnswersAsync()
    {
        using var http = new HttpClient();
        try
        {
            using var response = await http.GetAsync(App, Stop);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // The audit of the endpoint that the sample has, and scenarios from what it says of itself.
    private void WritePlan()
    {
        var schema = Schema(JsonNode.Parse(File.ReadAllText(Path.Combine(StoredShop.Environment, "discover.json")))!["schema"]!);
        var audit = new EntityAudit { Models = [.. schema.Models.Select(model => new AuditedModel { Name = model.Name, IndependentlyCreated = true, CreationFile = "TestEnvironments.cs", CreationFunction = $"ShopKeeping.Add{model.Name}" })] };
        var scoping = ScopingAnalysis.Of(schema, audit);
        var designer = new ScenarioDesigner(schema, audit, scoping);
        Put("AUTONOMA.md", new KnowledgeBase { AppName = "Larkspur Supply", AppDescription = "A shop for the home, and its back office.", CoreFlows = [new("Orders", "What customers ordered.", true)], FeatureCount = 2, Body = "# Larkspur Supply" }.Write());
        Put("features.json", new FeatureInventory { Features = [new("Orders", FeatureType.Page, "/Admin/Orders", true), new("Catalogue", FeatureType.Page, "/", false)], TotalRoutes = 2 }.Write());
        Put("entity-audit.md", audit.Write());
        Put("scenarios.md", ScenarioWriter.Write(designer, designer.Design(), schema, audit, scoping).Write());
        Put(".endpoint-implemented", new EndpointImplemented { Handler = "TestEnvironments.cs" }.Write());
        File.Copy(Path.Combine(RepositoryPaths.Root, "samples", "Shop", "Tenants", "TestEnvironments.cs"), Path.Combine(_folder, "TestEnvironments.cs"));
    }

    private void Put(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
        File.WriteAllText(At(file), text);
    }

    private static DataSchema Schema(JsonNode discovered)
    {
        var models = discovered["models"]!.AsArray().Select(model => new StoredModel(model!["name"]!.GetValue<string>(), [.. model["fields"]!.AsArray().Select(field => Field(model["name"]!.GetValue<string>(), field!))])).ToList();
        var links = models.SelectMany(model => model.Fields.Where(field => field.Name.EndsWith("Id", StringComparison.Ordinal)).Select(field => (model, field)))
            .Select(key => new ModelLink(key.model.Name, key.field.Name == "parentId" ? key.model.Name : char.ToUpperInvariant(key.field.Name[0]) + key.field.Name[1..^2], key.field.Name, key.field.IsRequired)).ToList();
        return new(models, links, [new("Shop", "shopId", true)]);
    }

    private static StoredField Field(string model, JsonNode field)
    {
        var name = field["name"]!.GetValue<string>();
        var type = field["type"]!.GetValue<string>() switch { "integer" => "int", "number" => "decimal", "boolean" => "bool", "uuid" => "guid", var other => other };
        return new(name, (model, name) switch { ("Order", "status") => "enum(New,Packing,Shipped,Delivered,Refunded)", ("Product", "status") => "enum(Active,Draft,Archived)", ("User", "role") => "enum(Manager,Packer)", _ => type })
        {
            IsRequired = field["isRequired"]!.GetValue<bool>(), IsId = field["isId"]!.GetValue<bool>(), HasDefault = field["hasDefault"]!.GetValue<bool>(),
        };
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

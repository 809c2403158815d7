using System.Text.Json.Nodes;
using Autonoma.Platform.Applications;
using Autonoma.Platform.Branches;
using Autonoma.Platform.Data;
using Autonoma.Platform.Secrets;
using Autonoma.Platform.Tenancy;
using Autonoma.Platform.Tests;
using Autonoma.TestKit;
using Autonoma.TestKit.Environments;
using Microsoft.Extensions.DependencyInjection;

namespace Autonoma.Server.Tests.Runs;

/// <summary>A server that carries out runs itself, and a site for them to run on.</summary>
public sealed class WorkingServer(PostgresFixture postgres) : ServerFixture(postgres)
{
    private int _pages;

    /// <summary>The site under test.</summary>
    internal StaticSite Site { get; private set; } = null!;

    protected override IReadOnlyList<string> Settings => ["--roles", "all", "--slots", "2"];

    public override async ValueTask InitializeAsync()
    {
        Site = await StaticSite.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Site.DisposeAsync();
    }

    /// <summary>Serves a page.</summary>
    internal string Page(string body)
    {
        var path = $"/page-{Interlocked.Increment(ref _pages)}.html";
        Site.Add(path, $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Page</title></head><body>{body}</body></html>");
        return path;
    }

    /// <summary>An application of an owner's organization with these tests.</summary>
    internal Task<Guid> ApplicationAsync(Browser owner, params (string Path, string Content)[] tests) => ApplicationAsync(owner, endpoint: null, tests);

    /// <summary>The same, with an Environment Factory.</summary>
    internal Task<Guid> ApplicationAsync(Browser owner, WireEndpoint? endpoint, params (string Path, string Content)[] tests) => ApplicationAsync(this, owner, Site.Url.ToString(), endpoint, tests);

    /// <summary>The same, on any server.</summary>
    internal static async Task<Guid> ApplicationAsync(ServerFixture server, Browser owner, string url, WireEndpoint? endpoint, params (string Path, string Content)[] tests)
    {
        await using var scope = server.Server.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Enter(Guid.Parse(owner.Organization));
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var application = new Application { Name = "Site", Slug = Guid.NewGuid().ToString("N"), Platform = ApplicationPlatform.Web, Url = url, EndpointUrl = endpoint?.Url.ToString() };
        var branch = new Branch { ApplicationId = application.Id, Name = "main", IsMain = true, Head = 1 };
        db.AddRange(application, branch);
        foreach (var (path, content) in tests)
        {
            var test = new Test { ApplicationId = application.Id, LastPlan = 1 };
            var read = Engine.Suites.TestFileReader.ReadText(content, "", path).TestCase!;
            var plan = new Plan { TestId = test.Id, Number = 1, Path = path, Folder = Path.GetDirectoryName(path) ?? "", Title = read.Title, Tags = [.. read.Tags], Scenario = read.Scenario, Content = content, Hash = Guid.NewGuid().ToString("N") };
            db.AddRange(test, plan, new SuiteEntry { BranchId = branch.Id, TestId = test.Id, PlanId = plan.Id, Path = path, ValidFrom = 1 });
        }

        if (endpoint is not null)
            await scope.ServiceProvider.GetRequiredService<SecretStore>().PutAsync(application.Id, Secret.Endpoint, new Dictionary<string, string> { [EndpointSecrets.Shared] = endpoint.SharedSecret }, TestContext.Current.CancellationToken);
        await scope.ServiceProvider.GetRequiredService<SecretStore>().PutAsync(application.Id, Secret.Tests, new Dictionary<string, string> { ["PIN"] = "4711-secret-pin" }, TestContext.Current.CancellationToken);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return application.Id;
    }

    /// <summary>Starts a suite run and answers with its runs.</summary>
    internal static async Task<(Guid SuiteRun, List<Guid> Runs)> StartAsync(Browser owner, Guid application, object request)
    {
        var started = await owner.PostAsync($"/v1/applications/{application}/suite-runs", request);
        var suite = await owner.GetAsync($"/v1/suite-runs/{started["id"]}");
        return (Guid.Parse(started["id"]!.GetValue<string>()), [.. suite["runs"]!.AsArray().Select(run => Guid.Parse(run!["id"]!.GetValue<string>()))]);
    }

    /// <summary>Events of a run, to its end.</summary>
    internal static async Task<List<JsonNode>> EventsAsync(Browser owner, Guid run, long after = 0)
    {
        await using var hub = await HubClient.ConnectAsync(owner);
        var events = new List<JsonNode>();
        await foreach (var happened in hub.StreamAsync("WatchRun", TestContext.Current.CancellationToken, run.ToString(), after))
            events.Add(happened);
        return events;
    }
}

using System.Collections.Concurrent;
using System.Text;
using Autonoma.EnvironmentFactory;
using Autonoma.EnvironmentFactory.Protocol;
using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Instances;
using Autonoma.Scenarios.Journal;
using Autonoma.Scenarios.Lifecycle;
using Autonoma.Scenarios.Recipes;
using Autonoma.Scenarios.Variables;
using Autonoma.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Autonoma.Scenarios.Tests.Lifecycle;

/// <summary>The client against an app with our own SDK, over HTTP.</summary>
public sealed class OwnSdkTests : IAsyncLifetime
{
    private const string SharedSecret = "shared-secret-of-the-tests-0123456789";

    private const string Recipes = """
        { "version": 1, "source": { "discoverPath": "d", "scenariosPath": "s" }, "validationMode": "sdk-check", "recipes": [
          { "name": "standard", "description": "", "create": { "Team": [{ "_alias": "t", "name": "Nord {{testRunShortId}}" }], "Member": [{ "email": "{{email}}", "teamId": { "_ref": "t" } }] },
            "variables": { "email": { "strategy": "faker", "generator": "internet.email" } } } ] }
        """;

    private readonly ConcurrentDictionary<string, string> _rows = new(StringComparer.Ordinal);
    private readonly string _folder = Directory.CreateTempSubdirectory("autonoma-own-sdk").FullName;
    private readonly HttpClient _http = EnvironmentClient.CreateHttp();
    private Func<CancellationToken, Task> _duringUp = _ => Task.CompletedTask;
    private Func<CancellationToken, Task> _duringSignIn = _ => Task.CompletedTask;
    private WebApplication _app = null!;
    private Uri _url = null!;

    public sealed record TeamInput(string Name);

    public sealed record MemberInput(string Email, string TeamId);

    public sealed record Row(string Id, string Name);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["AUTONOMA_SHARED_SECRET"] = SharedSecret, ["AUTONOMA_SIGNING_SECRET"] = "signing-secret-of-the-tests-987654321" });
        builder.Services.AddEnvironmentFactory(factory =>
        {
            factory.ScopeField = "teamId";
            factory.DefineFactory<TeamInput>("Team", (TeamInput input) => Add("team", input.Name), (string id) => Remove(id));
            factory.DefineFactory<MemberInput>("Member", (MemberInput input, CancellationToken cancelled) => AddMemberAsync(input, cancelled), (string id) => Remove(id));
            factory.UseAuth(async (AuthContext context) =>
            {
                await _duringSignIn(context.CancellationToken);
                return Credentials.LoginForm("a@example.com", "secret");
            });
        });
        _app = builder.Build();
        _app.MapEnvironmentFactory("/api/autonoma");
        await _app.StartAsync(Stop);
        _url = new Uri(_app.Urls.First() + "/api/autonoma");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Row Add(string kind, string name)
    {
        var row = new Row($"{kind}-{Guid.NewGuid():N}", name);
        _rows[row.Id] = row.Name;
        return row;
    }

    private void Remove(string id) => _rows.TryRemove(id, out _);

    private async Task<Row> AddMemberAsync(MemberInput input, CancellationToken cancelled)
    {
        await _duringUp(cancelled);
        return Add("member", input.Email);
    }

    private (ScenarioInstances Instances, InstanceJournal Journal) Open()
    {
        var journal = new InstanceJournal(_folder, TimeProvider.System);
        return (new(new EnvironmentClient(new(_url, SharedSecret), _http, TimeProvider.System), RecipeReader.Read(Encoding.UTF8.GetBytes(Recipes)), journal, TimeProvider.System), journal);
    }

    [Fact]
    public async Task Lifecycle_OfOurOwnSdk_Passes()
    {
        var (instances, journal) = Open();
        using (journal)
        {
            var check = await new ScenarioLifecycle(instances, null).CheckAsync("standard", RunId.New(), Stop);

            check.Passed.ShouldBeTrue(string.Join('\n', check.Problems));
            (await instances.DiscoverAsync(Stop)).Schema!.ScopeModel!.Name.ShouldBe("Team");
        }

        _rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Instance_OfOurOwnSdk_StandsWithItsValuesUntilItIsSwept()
    {
        var (instances, journal) = Open();
        using (journal)
        {
            var instance = await instances.UpAsync("standard", new("run-1"), Stop);
            _rows.Values.Order(StringComparer.Ordinal).ShouldBe(new[] { $"Nord {new RunId("run-1").Short}", instance.Variables["email"] }.Order(StringComparer.Ordinal));
            instance.Secrets.ShouldBe(["credentials.password", "password"]);
        }

        var swept = await new Sweep(_folder, url => new EnvironmentClient(new(url, SharedSecret), _http, TimeProvider.System), TimeProvider.System).RunAsync(Stop);

        swept.ShouldHaveSingleItem().Outcome.ShouldBe(SweepOutcome.Removed);
        _rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Caller_IsGoneWhileRecordsAreCreated_TheyAreTakenBack()
    {
        var reached = new TaskCompletionSource();
        _duringUp = async gone =>
        {
            reached.SetResult();
            await Task.Delay(Timeout.Infinite, gone);
        };

        await LeaveDuringUpAsync(reached.Task, rows: 1);
    }

    [Fact]
    public async Task Caller_IsGoneWhenEverythingIsCreated_ItIsTakenBack()
    {
        var reached = new TaskCompletionSource();
        _duringSignIn = async gone =>
        {
            reached.SetResult();
            // Ends as if nothing had happened: the answer is ready, and nobody is there to take it.
            await Task.Delay(Timeout.Infinite, gone).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        };

        await LeaveDuringUpAsync(reached.Task, rows: 2);
    }

    private async Task LeaveDuringUpAsync(Task reached, int rows)
    {
        using var leave = new CancellationTokenSource();
        var (instances, journal) = Open();
        using (journal)
        {
            var body = RequestBodies.Up(instances.Prepare("standard", new("run-1"), await instances.DiscoverAsync(Stop))!.Create, "run-1");
            var asking = new EnvironmentClient(new(_url, SharedSecret), _http, TimeProvider.System).UpAsync(body, "run-1", asVersion2: false, leave.Token);
            await reached.WaitAsync(Stop);
            _rows.Count.ShouldBe(rows);
            await leave.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => asking);
        }

        await Waiting.UntilAsync(() => _rows.IsEmpty, Stop);
    }
}

using System.Collections.Concurrent;
using System.Text;
using Autonoma.EnvironmentFactory;
using Autonoma.EnvironmentFactory.Protocol;
using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Instances;
using Autonoma.Scenarios.Journal;
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

/// <summary>The client, an app with our own SDK over HTTP, and something in between that loses answers.</summary>
public sealed class LostAnswerTests : IAsyncLifetime
{
    private const string Recipes = """
        { "version": 1, "source": { "discoverPath": "d", "scenariosPath": "s" }, "validationMode": "sdk-check", "recipes": [
          { "name": "standard", "description": "", "create": { "Team": [{ "name": "Nord {{testRunId}}" }] } } ] }
        """;

    private readonly ConcurrentDictionary<string, string> _rows = new(StringComparer.Ordinal);
    private readonly string _folder = Directory.CreateTempSubdirectory("autonoma-lost").FullName;
    private readonly HttpClient _http = EnvironmentClient.CreateHttp();
    private readonly ManualTime _time = new(new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly ConcurrentQueue<string> _bodies = [];
    private Func<HttpContext, string, RequestDelegate, Task> _between = (context, _, next) => next(context);
    private WebApplication _app = null!;

    public sealed record TeamInput(string Name);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _app = await StartAsync(0);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task GatewayFails_AfterTheAppMadeIt_TheFirstSetIsTakenBackBeforeTheSecond(int status)
    {
        LoseUps(1, status);
        using var journal = new InstanceJournal(_folder, _time);

        var making = Instances(journal).UpAsync("standard", new RunId("run-1"), Stop);
        await Waiting.UntilAsync(() => _time.Pending.Contains(TimeSpan.FromSeconds(2)), Stop);
        _rows.Count.ShouldBe(1, "the app has made it, and nobody knows");
        _time.Advance(TimeSpan.FromSeconds(2));
        var instance = await making;

        Actions().ShouldBe(["discover", "up", "down", "up"]);
        _rows.Count.ShouldBe(1);
        await Instances(journal).DownAsync(instance);
        _rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task GatewayFails_AlsoForTheTakingBack_TheSweepEndsIt()
    {
        var ups = 0;
        _between = async (context, action, next) =>
        {
            if (action == "up" && ups++ == 0)
                await LoseAsync(context, next, 503);
            else if (action == "down")
                context.Response.StatusCode = 503;
            else
                await next(context);
        };
        using (var journal = new InstanceJournal(_folder, _time))
        {
            var making = Instances(journal).UpAsync("standard", new RunId("run-1"), Stop);
            await Waiting.UntilAsync(() => _time.Pending.Contains(TimeSpan.FromSeconds(2)), Stop);
            _time.Advance(TimeSpan.FromSeconds(2));
            await making;
        }

        _rows.Count.ShouldBe(2, "two sets stand, and both are in the journal");
        _between = (context, _, next) => next(context);

        (await SweepAsync()).ShouldHaveSingleItem().Outcome.ShouldBe(SweepOutcome.Removed);

        _rows.ShouldBeEmpty();
        Directory.GetFiles(_folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task ConnectionIsLost_AfterTheAppMadeIt_ItIsTakenBackAtOnce()
    {
        _between = async (context, action, next) =>
        {
            if (action != "up")
            {
                await next(context);
                return;
            }

            await LoseAsync(context, next, 200);
            context.Abort();
        };
        using (var journal = new InstanceJournal(_folder, _time))
        {
            var e = await Should.ThrowAsync<EnvironmentException>(() => Instances(journal).UpAsync("standard", new RunId("run-1"), Stop));
            e.Message.ShouldNotContain("is not known");
        }

        _rows.ShouldBeEmpty();
        Directory.GetFiles(_folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task AppIsStartedAnew_WithItsMemoryInTheProcess_NobodyTakesNotKnownForNotThere()
    {
        // Killed before the answer: the journal holds the name alone.
        var client = Client(_time);
        var id = InstanceId.New((await client.DiscoverAsync(Stop)).InstanceMemory!, _time.GetUtcNow());
        await client.UpAsync(RequestBodies.Up(RecipeReader.Read(Encoding.UTF8.GetBytes(Recipes)).Find("standard")!.Create, "run-1", id), "run-1", asVersion2: false, Stop);
        using (var journal = new InstanceJournal(_folder, _time))
            journal.Sending("run-1", "standard", client.Endpoint.Url, "1.0", id.ToString());
        var port = new Uri(_app.Urls.First()).Port;
        await _app.DisposeAsync();
        _app = await StartAsync(port);

        var lost = (await SweepAsync()).ShouldHaveSingleItem();

        lost.Outcome.ShouldBe(SweepOutcome.Lost);
        lost.Message.ShouldContain("the app does not remember it any more");
        lost.Message.ShouldContain("run-1");
    }

    private async Task<WebApplication> StartAsync(int port)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["AUTONOMA_SHARED_SECRET"] = "shared-secret-of-the-tests-0123456789", ["AUTONOMA_SIGNING_SECRET"] = "signing-secret-of-the-tests-987654321" });
        builder.Services.AddSingleton<TimeProvider>(_time);
        builder.Services.AddEnvironmentFactory(factory => factory.DefineFactory<TeamInput>("Team", Add, (string id) => _rows.TryRemove(id, out _)));
        var app = builder.Build();
        app.Use(async (context, next) =>
        {
            context.Request.EnableBuffering();
            using var reader = new StreamReader(context.Request.Body, leaveOpen: true);
            var body = await reader.ReadToEndAsync(context.RequestAborted);
            _bodies.Enqueue(body);
            context.Request.Body.Position = 0;
            await _between(context, body.Split('"')[3], _ => next(context));
        });
        app.MapEnvironmentFactory();
        await app.StartAsync(Stop);
        return app;
    }

    private object Add(TeamInput input)
    {
        var id = Guid.NewGuid().ToString();
        _rows[id] = input.Name;
        return new { id };
    }

    private void LoseUps(int count, int status) => _between = (context, action, next) => action == "up" && count-- > 0 ? LoseAsync(context, next, status) : next(context);

    // The app answers, and the answer goes nowhere.
    private static async Task LoseAsync(HttpContext context, RequestDelegate next, int status)
    {
        var real = context.Response.Body;
        using var nowhere = new MemoryStream();
        context.Response.Body = nowhere;
        await next(context);
        context.Response.Body = real;
        context.Response.ContentLength = null;
        context.Response.StatusCode = status;
    }

    private IEnumerable<string> Actions() => _bodies.Select(body => body.Split('"')[3]);

    private EnvironmentClient Client(TimeProvider time) => new(new(new Uri(_app.Urls.First() + "/api/autonoma"), "shared-secret-of-the-tests-0123456789"), _http, time);

    private ScenarioInstances Instances(InstanceJournal journal) => new(Client(_time), RecipeReader.Read(Encoding.UTF8.GetBytes(Recipes)), journal, _time);

    private Task<IReadOnlyList<Swept>> SweepAsync() => new Sweep(_folder, _ => Client(_time), _time).RunAsync(Stop);
}

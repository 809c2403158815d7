using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Autonoma.EnvironmentFactory.Handling;
using Autonoma.EnvironmentFactory.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Autonoma.EnvironmentFactory.Tests;

/// <summary>What the factories of the tests write into: the rows that exist, and everything that happened.</summary>
public sealed class Store
{
    private int _next;

    public ConcurrentDictionary<string, Row> Rows { get; } = new();

    public ConcurrentQueue<string> Events { get; } = new();

    /// <summary>What create or teardown of a row throws, by event such as "create User" or "delete User-2".</summary>
    public Dictionary<string, Exception> Failures { get; } = [];

    public Row Add(string model, object input)
    {
        Fail($"create {model}");
        var row = new Row($"{model.ToLowerInvariant()}-{Interlocked.Increment(ref _next)}", model, input);
        Rows[row.Id] = row;
        Events.Enqueue($"create {row.Id}");
        return row;
    }

    public void Remove(string id)
    {
        Fail($"delete {id}");
        Rows.TryRemove(id, out _);
        Events.Enqueue($"delete {id}");
    }

    private void Fail(string what)
    {
        if (Failures.TryGetValue(what, out var exception))
            throw exception;
    }
}

public sealed class ManualTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}

public sealed class CollectingLogs : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}

/// <summary>An app with an Environment Factory, without a web server.</summary>
public sealed class TestFactory : IDisposable
{
    public const string SharedSecret = "shared-secret-of-the-tests-0123456789";
    public const string SigningSecret = "signing-secret-of-the-tests-987654321";

    private readonly ServiceProvider _services;

    public TestFactory(Action<EnvironmentFactoryBuilder>? configure = null, Action<EnvironmentFactoryOptions>? options = null, bool withModels = true)
    {
        var services = new ServiceCollection();
        services.AddSingleton(Store);
        services.AddSingleton<TimeProvider>(Time);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        services.AddEnvironmentFactory(factory =>
        {
            factory.ScopeField = "organizationId";
            factory.Configure(settings =>
            {
                settings.SharedSecret = SharedSecret;
                settings.SigningSecret = SigningSecret;
                settings.AllowProduction = true;
                options?.Invoke(settings);
            });
            if (withModels)
                AddModels(factory);
            configure?.Invoke(factory);
        });
        _services = services.BuildServiceProvider();
    }

    public Store Store { get; } = new();

    public ManualTime Time { get; } = new();

    public CollectingLogs Logs { get; } = new();

    public IServiceProvider Services => _services;

    public EnvironmentFactoryHandler Handler => _services.GetRequiredService<EnvironmentFactoryHandler>();

    public Task<EnvironmentFactoryResponse> SendAsync(string body, string secret = SharedSecret) => Handler.HandleAsync(EnvironmentFactoryRequest.Signed(Encoding.UTF8.GetBytes(body), secret), TestContext.Current.CancellationToken);

    public async Task<JsonObject> SucceedAsync(string body)
    {
        var response = await SendAsync(body);
        var text = Encoding.UTF8.GetString(response.Body.Span);
        response.Status.ShouldBe(200, text);
        return JsonNode.Parse(text)!.AsObject();
    }

    public async Task<string> FailAsync(string body, int status, string code)
    {
        var response = await SendAsync(body);
        var text = Encoding.UTF8.GetString(response.Body.Span);
        response.Status.ShouldBe(status, text);
        var error = JsonNode.Parse(text)!.AsObject();
        error.Select(member => member.Key).ShouldBe(["error", "code"]);
        ((string)error["code"]!).ShouldBe(code);
        return (string)error["error"]!;
    }

    public Task<JsonObject> UpAsync(string create, string testRunId = "run-1") => SucceedAsync($$"""{"action":"up","testRunId":"{{testRunId}}","create":{{create}}}""");

    public Task<JsonObject> DownAsync(JsonObject up) => SucceedAsync($$"""{"action":"down","refsToken":"{{up["refsToken"]}}"}""");

    public static RefsTokenPayload TokenOf(JsonObject up) => RefsToken.Read((string)up["refsToken"]!, SigningSecret);

    public void Dispose() => _services.Dispose();

    private static void AddModels(EnvironmentFactoryBuilder factory)
    {
        factory.DefineFactory<OrganizationInput>((OrganizationInput input, Store store) => new { store.Add("Organization", input).Id, input.Name }, (string id, Store store) => store.Remove(id))
            .HasMany("members", "Member", "organizationId").HasMany("users", "User", "organizationId");
        factory.DefineFactory<UserInput>((UserInput input, Store store) => Task.FromResult(new { store.Add("User", input).Id, input.Email, input.OrganizationId }), (string id, Store store) => store.Remove(id));
        factory.DefineFactory<MemberInput>((MemberInput input, Store store) => store.Add("Member", input).Id, (string id, Store store) => store.Remove(id))
            .BelongsTo("user", "User", "userId");
        factory.DefineFactory<ProjectInput>("Project", (ProjectInput input, Store store) => new ValueTask<string>(store.Add("Project", input).Id), (string id, Store store) => store.Remove(id))
            .HasMany("children", "Project", "parentId").BelongsTo("owner", "User", "ownerId");
    }
}

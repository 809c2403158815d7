using System.Collections.Concurrent;
using Autonoma.Server.Tests.Runs;
using Autonoma.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Autonoma.Server.Tests.Live;

/// <summary>A server whose log is looked at.</summary>
public sealed class LoggedServer(PostgresFixture postgres) : ServerFixture(postgres)
{
    /// <summary>Everything that is more than information.</summary>
    public ConcurrentQueue<string> Log { get; } = [];

    protected override void Configure(WebApplicationBuilder builder) => builder.Services.AddSingleton<ILoggerProvider>(new Provider(Log));

    private sealed class Provider(ConcurrentQueue<string> log) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => new Logger(categoryName, log);

        public void Dispose()
        {
        }
    }

    private sealed class Logger(string category, ConcurrentQueue<string> log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                log.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}");
        }
    }
}

public sealed class LiveRefusalTests(LoggedServer server) : IClassFixture<LoggedServer>
{
    [Theory]
    [InlineData("WatchRun")]
    [InlineData("WatchFrames")]
    public async Task Watch_OfARunThatIsNotThere_IsRefused_AndIsNoErrorInTheLog(string method)
    {
        using var owner = await server.NewOwnerAsync();
        await using var hub = await HubClient.ConnectAsync(owner);

        var refused = await Should.ThrowAsync<InvalidOperationException>(async () =>
        {
            await foreach (var _ in method == "WatchRun" ? hub.StreamAsync(method, TestContext.Current.CancellationToken, Guid.NewGuid().ToString(), 0) : hub.StreamAsync(method, TestContext.Current.CancellationToken, Guid.NewGuid().ToString()))
            {
            }
        });

        refused.Message.ShouldContain("There is no such run");
        server.Log.ShouldBeEmpty();
    }
}

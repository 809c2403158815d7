using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Autonoma.AI.Failures;
using Autonoma.AI.Registry;
using Autonoma.AI.Usage;
using Autonoma.TestKit.Models;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Autonoma.AI.Tests.Usage;

public sealed class LoggingTests
{
    private const string OnThePage = "Total 48.20 for Mira Sommer";

    private static async Task<Lines> RunAsync(LogLevel level)
    {
        var lines = new Lines(level);
        using var scripted = new ScriptedChatClient().Fail(TestModels.Failure(ModelFailure.Unavailable, 503)).Say($"I see: {OnThePage}").Fail(TestModels.Failure(ModelFailure.Unauthorized, 401));
        using var registry = new ModelRegistry(TestModels.Options(scripted) with { Logger = lines });
        await registry.GetModel("m", "reader").AskAsync($"What is the total? {OnThePage}");
        await Should.ThrowAsync<ModelException>(() => registry.GetModel("m", "reader").AskAsync(OnThePage));
        return lines;
    }

    [Fact]
    public async Task Log_AtInformation_HasTimesTokensAndCosts_AndNothingOfThePage()
    {
        var lines = await RunAsync(LogLevel.Information);

        lines.All.ShouldContain("Information reader: m answered in 0 ms, 100 tokens in (0 cached), 10 out, $0.0002.");
        lines.All.ShouldContain("Warning reader: m gave no answer after 0 ms: Unavailable.");
        lines.All.ShouldContain(line => line.StartsWith("Warning reader: m failed (Unavailable); retry 1 in ", StringComparison.Ordinal));
        lines.All.ShouldContain("Warning reader: m gave no answer after 0 ms: Unauthorized.");
        lines.All.ShouldNotContain(line => line.Contains("48.20", StringComparison.Ordinal) || line.Contains("Mira", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Log_AtTrace_HasPromptsAndAnswers()
    {
        var lines = await RunAsync(LogLevel.Trace);

        lines.All.ShouldContain($"Trace reader: sent user: What is the total? {OnThePage}");
        lines.All.ShouldContain($"Trace reader: got I see: {OnThePage}");
    }

    [Fact]
    public async Task TracesAndMetrics_AreThere_WithoutContent()
    {
        var activities = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener { ShouldListenTo = source => source.Name == ModelDiagnostics.Name, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData, ActivityStopped = activities.Enqueue };
        ActivitySource.AddActivityListener(listener);
        long tokens = 0;
        using var meters = new MeterListener { InstrumentPublished = (instrument, meter) => { if (instrument.Meter.Name == ModelDiagnostics.Name) meter.EnableMeasurementEvents(instrument); } };
        meters.SetMeasurementEventCallback<long>((_, value, tags, _) => Interlocked.Add(ref tokens, tags.ToArray().Contains(new("tag", "traced")) ? value : 0));
        meters.Start();
        using var scripted = new ScriptedChatClient(OnThePage);
        using var registry = new ModelRegistry(TestModels.Options(scripted));

        await registry.GetModel("m", "traced").AskAsync(OnThePage);

        var activity = activities.Single(one => (string?)one.GetTagItem("autonoma.tag") == "traced");
        activity.GetTagItem("gen_ai.usage.input_tokens").ShouldBe(100L);
        activity.TagObjects.ShouldNotContain(tag => tag.Value != null && tag.Value.ToString()!.Contains("Mira", StringComparison.Ordinal));
        tokens.ShouldBe(110);
    }

    private sealed class Lines(LogLevel least) : ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyList<string> All => [.. _lines];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= least;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                _lines.Enqueue($"{logLevel} {formatter(state, exception)}");
        }
    }
}

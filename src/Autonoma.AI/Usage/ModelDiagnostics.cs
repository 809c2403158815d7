using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Autonoma.AI.Usage;

/// <summary>Names under which traces and metrics of model calls can be listened to.</summary>
public static class ModelDiagnostics
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "Autonoma.AI";

    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Seconds = Meter.CreateHistogram<double>("gen_ai.client.operation.duration", "s");
    private static readonly Counter<long> Tokens = Meter.CreateCounter<long>("autonoma.ai.tokens");
    private static readonly Counter<double> Cost = Meter.CreateCounter<double>("autonoma.ai.cost", "USD");

    internal static ActivitySource Source { get; } = new(Name);

    internal static void Record(ModelCall call)
    {
        var tags = new TagList { { "model", call.Model.Key }, { "tag", call.Tag }, { "outcome", call.Failure?.ToString() ?? "ok" } };
        Seconds.Record(call.Duration.TotalSeconds, tags);
        Tokens.Add(call.Usage.Total, tags);
        Cost.Add((double)(call.Cost ?? 0), tags);
    }
}

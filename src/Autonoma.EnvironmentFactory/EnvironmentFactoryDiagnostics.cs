using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Autonoma.EnvironmentFactory;

/// <summary>The names under which the endpoint can be observed with OpenTelemetry.</summary>
public static class EnvironmentFactoryDiagnostics
{
    /// <summary>The activity source: one activity <c>environment.discover</c>, <c>environment.up</c> or <c>environment.down</c> for each request.</summary>
    public const string ActivitySourceName = "Autonoma.EnvironmentFactory";

    /// <summary>The meter: <c>autonoma.environment.duration</c> (seconds), <c>autonoma.environment.records</c>, <c>autonoma.environment.failures</c>.</summary>
    public const string MeterName = "Autonoma.EnvironmentFactory";

    internal static ActivitySource Source { get; } = new(ActivitySourceName);

    internal static Histogram<double> Duration { get; } = Meter.CreateHistogram<double>("autonoma.environment.duration", "s", "How long a request took, by action and code.");

    internal static Counter<long> Records { get; } = Meter.CreateCounter<long>("autonoma.environment.records", "{record}", "Records created and removed, by action.");

    internal static Counter<long> Failures { get; } = Meter.CreateCounter<long>("autonoma.environment.failures", "{request}", "Requests that were refused or failed, by action and code.");

    private static Meter Meter => Meters.Value;

    private static class Meters
    {
        internal static Meter Value { get; } = new(MeterName);
    }
}

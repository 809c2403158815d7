using System.Diagnostics;
using System.Diagnostics.Metrics;
using Autonoma.Platform.Executing;
using Autonoma.Platform.Runs;

namespace Autonoma.Platform.Work;

/// <summary>What work tells whoever measures this process: spans of runs, and counts of them. Ids and outcomes only; never what a test says or a page shows.</summary>
public static class RunTelemetry
{
    /// <summary>Name of the source of spans and of the meter.</summary>
    public const string Name = "Autonoma.Platform";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Ended = Meter.CreateCounter<long>("autonoma.runs.ended", "{run}", "Runs that this worker gave a verdict.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("autonoma.run.duration", "s", "From taking a run to its verdict.");
    private static readonly UpDownCounter<long> Busy = Meter.CreateUpDownCounter<long>("autonoma.worker.busy", "{run}", "Runs under way in this process.");

    /// <summary>A worker took a run.</summary>
    internal static Measured Begin(RunClaim claim, TimeProvider time)
    {
        Busy.Add(1);
        var activity = Source.StartActivity("run", ActivityKind.Consumer, parentContext: default);
        activity?.SetTag("autonoma.run.id", claim.RunId).SetTag("autonoma.organization.id", claim.OrganizationId).SetTag("autonoma.application.id", claim.ApplicationId).SetTag("autonoma.run.attempt", claim.Attempt);
        return new(activity, time);
    }

    /// <summary>A run under way; disposing ends it.</summary>
    internal sealed class Measured(Activity? activity, TimeProvider time) : IDisposable
    {
        private readonly long _start = time.GetTimestamp();

        /// <summary>How it ended.</summary>
        public void End(RunOutcome outcome)
        {
            var tags = new TagList { { "autonoma.run.status", outcome.Status.Word() }, { "autonoma.run.failure", outcome.FailureKind?.Word() } };
            Ended.Add(1, tags);
            Duration.Record(time.GetElapsedTime(_start).TotalSeconds, tags);
            activity?.SetTag("autonoma.run.status", outcome.Status.Word()).SetTag("autonoma.run.failure", outcome.FailureKind?.Word());
            if (outcome.Status == RunStatus.Error)
                activity?.SetStatus(ActivityStatusCode.Error);
        }

        public void Dispose()
        {
            Busy.Add(-1);
            activity?.Dispose();
        }
    }
}

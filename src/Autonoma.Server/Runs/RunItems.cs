using Autonoma.Platform.Runs;

namespace Autonoma.Server.Runs;

/// <summary>Rows as lists show them.</summary>
internal static class RunItems
{
    public static RunItem Of(Run run) => new(
        run.Id, run.ApplicationId, run.SuiteRunId, run.TestId, run.Title, run.Path, run.Status.Word(), run.FailureKind?.Word(), run.Reasoning, run.Attempt, run.StepsDone, run.StepsTotal,
        run.CreatedAt, run.StartedAt, run.EndedAt, run.DurationMs, run.Cost, run.Worker);

    public static SuiteRunItem Of(SuiteRun suite, string? branch, int running)
    {
        var ended = suite.Passed + suite.Failed + suite.Errors + suite.Cancelled;
        var counts = new RunCounts(suite.Total, Math.Max(0, suite.Total - ended - running), running, suite.Passed, suite.Failed, suite.Errors, suite.Cancelled);
        return new(suite.Id, suite.ApplicationId, suite.Number, suite.Status.Word(), suite.Trigger, suite.BranchId, branch, suite.Url, suite.Commit, counts, suite.ScheduleId, suite.AuthorId, suite.CreatedAt, suite.StartedAt, suite.EndedAt);
    }
}

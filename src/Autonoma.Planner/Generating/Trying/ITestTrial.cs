namespace Autonoma.Planner.Generating.Trying;

/// <summary>Runs tests against the running application, each on data of its own.</summary>
public interface ITestTrial
{
    /// <summary>Runs each test once. One that was not reached in time is not among the outcomes.</summary>
    /// <param name="tests">The tests, by their path below qa-tests.</param>
    /// <param name="limit">Time for all of them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<IReadOnlyList<TrialOutcome>> RunAsync(IReadOnlyList<TrialTest> tests, TimeSpan limit, CancellationToken cancellationToken);
}

/// <summary>A test to run.</summary>
/// <param name="Path">Path below qa-tests.</param>
/// <param name="Text">The file.</param>
public sealed record TrialTest(string Path, string Text);

/// <summary>How a run ended.</summary>
/// <param name="Path">Path below qa-tests.</param>
/// <param name="Passed">Whether it passed.</param>
/// <param name="Reason">Why not.</param>
public sealed record TrialOutcome(string Path, bool Passed, string Reason);

/// <summary>A test that is not in the suite.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Folder">Where it would have been.</param>
/// <param name="Reason">Why it is not.</param>
/// <param name="Text">The file as it was run; empty when it never was.</param>
public sealed record DroppedTest(string Title, string Folder, string Reason, string Text);

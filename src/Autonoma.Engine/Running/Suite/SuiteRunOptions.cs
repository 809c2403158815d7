using Autonoma.Engine.Reporting;

namespace Autonoma.Engine.Running.Suite;

/// <summary>Carries out one try of a test on a session that is open, and tells the observer how it goes.</summary>
/// <param name="test">The test.</param>
/// <param name="driver">What it runs on; disposed by the suite's runner.</param>
/// <param name="options">How; <see cref="RunOptions.Try"/> is set.</param>
/// <param name="observer">The suite's own.</param>
/// <param name="cancellationToken">Stops it; the result is then one with <see cref="FinishReason.Cancelled"/>.</param>
public delegate Task<RunResult> TestExecution(SuiteTest test, Driving.IAppDriver driver, RunOptions options, IRunObserver observer, CancellationToken cancellationToken);

/// <summary>How a suite is run.</summary>
public sealed record SuiteRunOptions
{
    /// <summary>Tests at the same time, from 1. The default is 1.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>How often a failed test is tried again, from 0; a test's own number wins. The default is 0.</summary>
    public int Retries { get; init; }

    /// <summary>Failed tests after which no other is started; null for all of them.</summary>
    public int? MaxFailures { get; init; }

    /// <summary>Time for the whole suite; null for no limit.</summary>
    public TimeSpan? MaxTime { get; init; }

    /// <summary>Whether environments of the next tests, as many as there are workers, are made while others run. The default is false: no more stand at a time than tests run.</summary>
    public bool MakesAhead { get; init; }

    /// <summary>How each test is run.</summary>
    public RunOptions Run { get; init; } = new();
}

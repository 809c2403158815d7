namespace Autonoma.Platform.Runs;

/// <summary>How far a run, or a suite run, is.</summary>
public enum RunStatus
{
    /// <summary>Waits for a worker.</summary>
    Queued,

    /// <summary>A worker has it.</summary>
    Running,

    /// <summary>It passed.</summary>
    Passed,

    /// <summary>The app is wrong, or the test is: somebody has to look.</summary>
    Failed,

    /// <summary>No verdict on the app: its data could not be made, or the tool failed.</summary>
    Error,

    /// <summary>Somebody stopped it.</summary>
    Cancelled,
}

/// <summary>What ended a run that did not pass.</summary>
public enum RunFailureKind
{
    /// <summary>Its test data could not be made.</summary>
    ScenarioSetup,

    /// <summary>The browser, the worker or the tool failed.</summary>
    EngineError,

    /// <summary>A step could not be carried out, or not be decided.</summary>
    AgentFailed,

    /// <summary>More steps than allowed, or the same again and again.</summary>
    MaxSteps,

    /// <summary>A claim was false.</summary>
    Assertion,

    /// <summary>Its time was over.</summary>
    Timeout,

    /// <summary>Somebody stopped it.</summary>
    Cancelled,
}

/// <summary>The words that the API, events and queries use.</summary>
public static class RunWords
{
    /// <summary>Whether nothing changes any more.</summary>
    public static bool IsFinal(this RunStatus status) => status is not (RunStatus.Queued or RunStatus.Running);

    /// <summary><c>queued</c>, <c>running</c>, <c>passed</c>, <c>failed</c>, <c>error</c>, <c>cancelled</c>.</summary>
    public static string Word(this RunStatus status) => Enum.GetName(status)!.ToLowerInvariant();

    /// <summary>From its word; null when it is none.</summary>
    public static RunStatus? StatusOf(string? word) => Enum.TryParse<RunStatus>(word, ignoreCase: true, out var status) && Enum.IsDefined(status) && !int.TryParse(word, out _) ? status : null;

    /// <summary><c>scenario_setup</c>, <c>engine_error</c>, <c>agent_failed</c>, <c>max_steps</c>, <c>assertion</c>, <c>timeout</c>, <c>cancelled</c>.</summary>
    public static string Word(this RunFailureKind kind) => kind switch
    {
        RunFailureKind.ScenarioSetup => "scenario_setup",
        RunFailureKind.EngineError => "engine_error",
        RunFailureKind.AgentFailed => "agent_failed",
        RunFailureKind.MaxSteps => "max_steps",
        RunFailureKind.Assertion => "assertion",
        RunFailureKind.Timeout => "timeout",
        RunFailureKind.Cancelled => "cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

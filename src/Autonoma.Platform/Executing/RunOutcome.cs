using Autonoma.Engine.Running;
using Autonoma.Engine.Running.Suite;
using Autonoma.Platform.Runs;

namespace Autonoma.Platform.Executing;

/// <summary>How a run ended.</summary>
public sealed record RunOutcome
{
    /// <summary>A final one.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>Null when it passed.</summary>
    public RunFailureKind? FailureKind { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Reasoning { get; init; }

    /// <summary>Each try, the deciding one last; empty when nothing ran.</summary>
    public IReadOnlyList<RunResult> Tries { get; init; } = [];

    /// <summary>The recording of a passed run, in the form of <c>*.recording.json</c>; null when there is none to keep.</summary>
    public string? Recording { get; init; }

    /// <summary>What is different in <see cref="Recording"/>, which is then a proposal: JSON; null when nothing was healed.</summary>
    public string? Heals { get; init; }

    /// <summary>The result of a run that never came to a step.</summary>
    public static RunOutcome Without(RunFailureKind kind, string reasoning) => new()
    {
        Status = kind == RunFailureKind.Cancelled ? RunStatus.Cancelled : kind is RunFailureKind.ScenarioSetup or RunFailureKind.EngineError ? RunStatus.Error : RunStatus.Failed,
        FailureKind = kind,
        Reasoning = reasoning,
    };

    /// <summary>The result of a try that ended outside of its steps.</summary>
    public static RunOutcome Of(TestFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return Without(KindOf(fault.Reason, fault.Failure), fault.Words);
    }

    /// <summary>From what the engine answered.</summary>
    public static RunOutcome Of(IReadOnlyList<RunResult> tries)
    {
        ArgumentNullException.ThrowIfNull(tries);
        var last = tries[^1];
        var outcome = last.Success ? new RunOutcome { Status = RunStatus.Passed, Reasoning = last.Reasoning } : Without(KindOf(last.Reason, last.Failure), last.Reasoning);
        return outcome with { Tries = tries };
    }

    private static RunFailureKind KindOf(FinishReason reason, Engine.Running.FailureKind failure) => (reason, failure) switch
    {
        (FinishReason.Cancelled, _) => RunFailureKind.Cancelled,
        (FinishReason.Timeout, _) => RunFailureKind.Timeout,
        (FinishReason.MaxSteps, _) => RunFailureKind.MaxSteps,
        (_, Engine.Running.FailureKind.Assertion) => RunFailureKind.Assertion,
        (_, Engine.Running.FailureKind.Environment) => RunFailureKind.ScenarioSetup,
        (_, Engine.Running.FailureKind.Engine) => RunFailureKind.EngineError,
        (_, Engine.Running.FailureKind.Cancelled) => RunFailureKind.Cancelled,
        _ => RunFailureKind.AgentFailed,
    };
}

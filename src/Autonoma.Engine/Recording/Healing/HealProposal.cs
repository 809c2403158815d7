using Autonoma.Engine.Running;

namespace Autonoma.Engine.Recording.Healing;

/// <summary>What a run in the mode <c>heal</c> found instead of what was recorded.</summary>
/// <param name="Version">Of the form.</param>
/// <param name="Base">SHA-256 of the recording that it is based on, in lower-case hexadecimal.</param>
/// <param name="Heals">One for each element that was taken in place of a recorded one.</param>
public sealed record HealProposal(int Version, string Base, IReadOnlyList<Heal> Heals);

/// <summary>One element in place of another.</summary>
public sealed record Heal
{
    /// <summary>Number of the step.</summary>
    public required int Number { get; init; }

    /// <summary>Line in the test file; 0 when there is none.</summary>
    public int Line { get; init; }

    /// <summary>The sentence.</summary>
    public required string Step { get; init; }

    /// <summary>Who decided again.</summary>
    public required string By { get; init; }

    /// <summary>What was recorded, in words.</summary>
    public required string Recorded { get; init; }

    /// <summary>What was taken instead.</summary>
    public required string Now { get; init; }

    /// <summary>The signals that moved.</summary>
    public required IReadOnlyList<string> Moved { get; init; }

    /// <summary>File name of the picture before, in the folder of the proposal.</summary>
    public string? Before { get; init; }

    /// <summary>File name of the picture after.</summary>
    public string? After { get; init; }

    /// <summary>The attempt that missed what was recorded, and the one that took the other element; null where the run has none.</summary>
    internal (Attempt? Drifted, Attempt? Healed) AttemptsOf(RunResult run)
    {
        var attempts = run.Steps.FirstOrDefault(step => step.Number == Number)?.Attempts ?? [];
        return (attempts.FirstOrDefault(attempt => attempt.Failure == FailureKind.Drift), attempts.LastOrDefault(attempt => attempt.Status == StepStatus.Passed));
    }
}

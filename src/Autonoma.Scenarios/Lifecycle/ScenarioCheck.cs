using Autonoma.Scenarios.Client;

namespace Autonoma.Scenarios.Lifecycle;

/// <summary>How one part of a check ended.</summary>
public enum CheckOutcome
{
    /// <summary>As it should be.</summary>
    Passed,
    /// <summary>Wrong.</summary>
    Failed,
    /// <summary>Looked at by nobody: there is nothing to look with, or something before failed.</summary>
    NotChecked,
}

/// <summary>One part of a check.</summary>
/// <param name="Name"><c>up</c>, <c>auth</c>, <c>refs</c>, <c>rows</c>, <c>login</c>, <c>down</c>, <c>together</c> or <c>gone</c>.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Message">What was found, or why it was not looked at; empty when there is nothing to say.</param>
public sealed record CheckPart(string Name, CheckOutcome Outcome, string Message = "");

/// <summary>A scenario that was made, looked at and removed.</summary>
/// <param name="Scenario">Its name.</param>
/// <param name="RunId">The run it was made for.</param>
/// <param name="Parts">In the order they were carried out.</param>
/// <param name="UpMilliseconds">How long <c>up</c> took; null when it failed.</param>
/// <param name="DownMilliseconds">How long <c>down</c> took; null when it failed.</param>
public sealed record ScenarioCheck(string Scenario, string RunId, IReadOnlyList<CheckPart> Parts, long? UpMilliseconds, long? DownMilliseconds)
{
    /// <summary>How the endpoint failed, when it did; null otherwise.</summary>
    public EnvironmentException? Failure { get; init; }

    /// <summary>How the endpoint refused a second instance beside the first; null when it did not, or none was asked for.</summary>
    public EnvironmentException? SecondFailure { get; init; }

    /// <summary>Whether nothing was wrong.</summary>
    public bool Passed => Parts.All(part => part.Outcome != CheckOutcome.Failed);

    /// <summary>What was wrong, in words; empty when nothing was.</summary>
    public IReadOnlyList<string> Problems => [.. Parts.Where(part => part.Outcome == CheckOutcome.Failed).Select(part => $"{Scenario}, {part.Name}: {part.Message}")];
}

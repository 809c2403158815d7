namespace Autonoma.EnvironmentFactory.Checking;

/// <summary>What a check of one scenario, or of one model, found.</summary>
/// <param name="Name">The scenario or model; empty if it was given none.</param>
/// <param name="Valid">True if everything was created and removed again.</param>
/// <param name="Phase">How far it came: <c>up</c>, <c>down</c> or <c>ok</c>.</param>
/// <param name="Errors">What is wrong; empty if valid.</param>
/// <param name="Timing">How long the phases took.</param>
public sealed record ScenarioCheckResult(string Name, bool Valid, string Phase, IReadOnlyList<ScenarioCheckError> Errors, ScenarioCheckTiming Timing)
{
    /// <summary>What is allowed and worth knowing, such as a model whose records stay.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Name, outcome, and every error with its hint: good as the message of an assertion.</summary>
    public override string ToString()
        => $"{(Name.Length > 0 ? $"{Name}: " : "")}{(Valid ? "ok" : $"failed in {Phase}")}{string.Concat(Errors.Select(error => $"\n  {error.Phase}: {error.Message}{(error.Fix is null ? "" : $"\n    fix: {error.Fix}")}"))}";
}

/// <summary>One thing that is wrong.</summary>
/// <param name="Phase">Where it showed: <c>up</c> or <c>down</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Fix">What to do about it; null if there is no telling.</param>
public sealed record ScenarioCheckError(string Phase, string Message, string? Fix = null);

/// <summary>Whole milliseconds.</summary>
/// <param name="UpMs">Of <c>up</c>.</param>
/// <param name="DownMs">Of <c>down</c>; 0 if it never came to that.</param>
public sealed record ScenarioCheckTiming(long UpMs, long DownMs);

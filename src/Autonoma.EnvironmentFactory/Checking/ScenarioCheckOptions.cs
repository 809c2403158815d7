namespace Autonoma.EnvironmentFactory.Checking;

/// <summary>How scenarios are checked.</summary>
public sealed class ScenarioCheckOptions
{
    /// <summary>The run id; by default a new one for each check.</summary>
    public string? TestRunId { get; init; }

    /// <summary>
    /// Counts what is stored, by table or whatever there is. It is asked before <c>up</c> and after <c>down</c>: if the answers differ, something
    /// was left, or too much removed. Null to trust the factories.
    /// </summary>
    public Func<IServiceProvider, CancellationToken, Task<IReadOnlyDictionary<string, long>>>? Count { get; init; }

    /// <summary>Sends <c>down</c> twice, since a caller may: the second one must succeed too. The default is true.</summary>
    public bool RepeatDown { get; init; } = true;
}

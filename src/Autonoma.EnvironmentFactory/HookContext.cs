namespace Autonoma.EnvironmentFactory;

/// <summary>What a hook works with.</summary>
public sealed class HookContext
{
    internal HookContext(string scenarioName, CreatedRecords refs, IServiceProvider services, CancellationToken cancellationToken)
    {
        ScenarioName = scenarioName;
        Refs = refs;
        Services = services;
        CancellationToken = cancellationToken;
    }

    /// <summary>The scope value; before <c>up</c> the run id, since nothing exists yet.</summary>
    public string ScenarioName { get; }

    /// <summary>The records of this environment; empty before <c>up</c>.</summary>
    public CreatedRecords Refs { get; }

    /// <summary>The services of this request.</summary>
    public IServiceProvider Services { get; }

    /// <summary>Ends when the caller goes away; never during <c>down</c>.</summary>
    public CancellationToken CancellationToken { get; }
}

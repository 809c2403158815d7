namespace Autonoma.EnvironmentFactory;

/// <summary>What a hook works with.</summary>
public sealed class HookContext : RequestContext
{
    internal HookContext(string scenarioName, CreatedRecords refs, IServiceProvider services, CancellationToken cancellationToken)
        : base(refs, services, cancellationToken)
        => ScenarioName = scenarioName;

    /// <summary>The scope value; before <c>up</c> the run id, since nothing exists yet.</summary>
    public string ScenarioName { get; }
}

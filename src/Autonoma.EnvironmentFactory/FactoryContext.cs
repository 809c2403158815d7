namespace Autonoma.EnvironmentFactory;

/// <summary>What a factory may want to know beside its input.</summary>
public sealed class FactoryContext : RequestContext
{
    internal FactoryContext(CreatedRecords refs, string testRunId, IServiceProvider services, CancellationToken cancellationToken)
        : base(refs, services, cancellationToken)
        => TestRunId = testRunId;

    /// <summary>The run that is being prepared; on <c>down</c> the scope value of the run.</summary>
    public string TestRunId { get; }

    /// <summary>The same as <see cref="TestRunId"/>; the protocol knows both.</summary>
    public string ScenarioName => TestRunId;
}

namespace Autonoma.EnvironmentFactory;

/// <summary>What a factory may want to know beside its input.</summary>
public sealed class FactoryContext
{
    internal FactoryContext(CreatedRecords refs, string testRunId, IServiceProvider services, CancellationToken cancellationToken)
    {
        Refs = refs;
        TestRunId = testRunId;
        Services = services;
        CancellationToken = cancellationToken;
    }

    /// <summary>Everything created so far by this request; on <c>down</c> everything its token lists.</summary>
    public CreatedRecords Refs { get; }

    /// <summary>The run that is being prepared; on <c>down</c> the scope value of the run.</summary>
    public string TestRunId { get; }

    /// <summary>The same as <see cref="TestRunId"/>; the protocol knows both.</summary>
    public string ScenarioName => TestRunId;

    /// <summary>The services of this request. A request has a scope of its own, and a new one after a failure.</summary>
    public IServiceProvider Services { get; }

    /// <summary>Ends an <c>up</c> whose caller went away. Clean-up is never cancelled.</summary>
    public CancellationToken CancellationToken { get; }
}

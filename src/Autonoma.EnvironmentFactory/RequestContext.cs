namespace Autonoma.EnvironmentFactory;

/// <summary>What everything that runs within one request works with.</summary>
public abstract class RequestContext
{
    private protected RequestContext(CreatedRecords refs, IServiceProvider services, CancellationToken cancellationToken)
    {
        Refs = refs;
        Services = services;
        CancellationToken = cancellationToken;
    }

    /// <summary>Everything created so far by this request (nothing before <c>up</c>); on <c>down</c> everything its token lists.</summary>
    public CreatedRecords Refs { get; }

    /// <summary>The services of this request. A request has a scope of its own, and a new one after a failure.</summary>
    public IServiceProvider Services { get; }

    /// <summary>Ends an <c>up</c> whose caller went away, or took it back. Clean-up is never cancelled.</summary>
    public CancellationToken CancellationToken { get; }
}

namespace Autonoma.EnvironmentFactory;

/// <summary>What the auth callback works with, after everything was created.</summary>
public sealed class AuthContext : RequestContext
{
    internal AuthContext(CreatedRecord? user, string scopeValue, string testRunId, CreatedRecords refs, IServiceProvider services, CancellationToken cancellationToken)
        : base(refs, services, cancellationToken)
    {
        User = user;
        ScopeValue = scopeValue;
        TestRunId = testRunId;
    }

    /// <summary>The first record of the model <c>User</c> or <c>Users</c>; null if there is none, as in a scenario without users.</summary>
    public CreatedRecord? User { get; }

    /// <summary>The value of the scope field, such as the id of the organization; the run id if there is none.</summary>
    public string ScopeValue { get; }

    /// <summary>The run that is being prepared.</summary>
    public string TestRunId { get; }
}

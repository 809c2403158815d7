using Autonoma.Platform.Executing;

namespace Autonoma.Platform.Work;

/// <summary>What calls the Environment Factory of an application, and what keeps its tokens unreadable. Safe for concurrent use.</summary>
public interface IEnvironmentSecrets
{
    /// <summary>The application's endpoint with its secrets and recipes; null when it has none. A run of a deployment has the endpoint and the headers of that.</summary>
    Task<RunEndpoint?> EndpointAsync(Guid organization, Guid application, Guid? run, CancellationToken cancellationToken);

    /// <summary>Seals a token for one instance.</summary>
    string Seal(string testRunId, string token);

    /// <summary>Opens a token.</summary>
    string Open(string testRunId, string token);
}

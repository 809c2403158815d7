using System.Text.Json;

namespace Autonoma.EnvironmentFactory.Handling;

/// <summary>The three actions, in one version of the protocol.</summary>
internal interface IProtocol
{
    EnvironmentFactoryResponse Discover();

    Task<EnvironmentFactoryResponse> UpAsync(JsonElement body, CancellationToken cancellationToken);

    /// <summary>The token of a request for <c>down</c>; null if it holds none.</summary>
    ReadOnlyMemory<byte>? TokenOf(JsonElement body);

    /// <summary>Removes what a token lists. Clean-up is never cancelled.</summary>
    Task<EnvironmentFactoryResponse> DownAsync(ReadOnlyMemory<byte> token);

    /// <summary>The answer to <c>down</c> when nothing is left to remove.</summary>
    EnvironmentFactoryResponse Done();

    /// <summary>What is said to a request for <c>down</c> that does not say what to remove.</summary>
    EnvironmentFactoryException MissingToken();
}

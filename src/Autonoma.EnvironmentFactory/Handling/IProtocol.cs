using System.Text.Json;

namespace Autonoma.EnvironmentFactory.Handling;

/// <summary>The three actions, in one version of the protocol.</summary>
internal interface IProtocol
{
    EnvironmentFactoryResponse Discover();

    Task<EnvironmentFactoryResponse> UpAsync(JsonElement body, CancellationToken cancellationToken);

    // Clean-up is never cancelled.
    Task<EnvironmentFactoryResponse> DownAsync(JsonElement body);
}

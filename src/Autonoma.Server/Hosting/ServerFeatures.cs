using Autonoma.Server.Health;

namespace Autonoma.Server.Hosting;

/// <summary>All parts of the server.</summary>
internal static class ServerFeatures
{
    public static IReadOnlyList<IServerFeature> All { get; } =
    [
        new OpenApi.ApiDocument(),
        new HealthFeature(),
    ];
}

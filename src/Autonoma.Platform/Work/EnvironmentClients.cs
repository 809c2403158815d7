using Autonoma.Platform.Executing;
using Autonoma.Platform.Scenarios;
using Autonoma.Scenarios.Client;

namespace Autonoma.Platform.Work;

/// <summary>Calls Environment Factories: over what knows which addresses may be called, and with each call written down.</summary>
/// <param name="http">Sends requests; see <see cref="EnvironmentClient.CreateHttp"/>.</param>
/// <param name="calls">Where calls are written down.</param>
/// <param name="time">The clock.</param>
public sealed class EnvironmentClients(EnvironmentHttp http, ScenarioCallLog calls, TimeProvider time)
{
    /// <summary>One for an endpoint.</summary>
    /// <param name="endpoint">Where, and with which secrets.</param>
    /// <param name="origin">What for.</param>
    public EnvironmentClient For(RunEndpoint endpoint, ScenarioCallOrigin origin)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return new(new(endpoint.Url, endpoint.SharedSecret) { SigningSecret = endpoint.SigningSecret, Headers = endpoint.Headers }, http.Client, time)
        {
            Called = call => calls.AddAsync(origin, endpoint, call),
        };
    }
}

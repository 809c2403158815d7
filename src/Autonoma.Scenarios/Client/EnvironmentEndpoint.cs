namespace Autonoma.Scenarios.Client;

/// <summary>Where an Environment Factory answers, and what requests to it are signed with.</summary>
/// <param name="Url">Address of the endpoint: http or https.</param>
/// <param name="SharedSecret">Signs every request; never shown.</param>
public sealed record EnvironmentEndpoint(Uri Url, string SharedSecret)
{
    /// <summary>The endpoint's own secret, if it is known here: a lost teardown token of protocol 2.0 can then be made again. Never sent, never shown.</summary>
    public string? SigningSecret { get; init; }

    /// <summary>Headers that a deployment asks for (a gateway's key).</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc/>
    public override string ToString() => Url.ToString();
}

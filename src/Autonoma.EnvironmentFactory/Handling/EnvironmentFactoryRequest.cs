using Autonoma.EnvironmentFactory.Protocol;

namespace Autonoma.EnvironmentFactory.Handling;

/// <summary>A request as it arrived: the raw bytes and the headers that matter.</summary>
/// <param name="Body">The body, untouched: its signature is over exactly these bytes.</param>
public sealed record EnvironmentFactoryRequest(ReadOnlyMemory<byte> Body)
{
    /// <summary>The header <see cref="RequestSignature.HeaderName"/>; several values joined with a comma, which never verifies.</summary>
    public string? Signature { get; init; }

    /// <summary>The header <see cref="RequestSignature.TimestampHeaderName"/>.</summary>
    public string? Timestamp { get; init; }

    /// <summary>The header <see cref="RequestSignature.NonceHeaderName"/>.</summary>
    public string? Nonce { get; init; }

    /// <summary>The header <see cref="RequestSignature.FreshSignatureHeaderName"/>.</summary>
    public string? FreshSignature { get; init; }

    /// <summary>A request signed with a shared secret, as a client sends it.</summary>
    public static EnvironmentFactoryRequest Signed(ReadOnlyMemory<byte> body, string sharedSecret) => new(body) { Signature = RequestSignature.Sign(body.Span, sharedSecret) };
}

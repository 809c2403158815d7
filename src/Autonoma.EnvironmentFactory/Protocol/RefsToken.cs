using System.Text;
using System.Text.Json;

namespace Autonoma.EnvironmentFactory.Protocol;

/// <summary>Signs and reads the token that <c>up</c> returns and <c>down</c> needs: only what a valid token lists is ever removed.</summary>
public static class RefsToken
{
    /// <summary>Signs a payload.</summary>
    public static string Sign(RefsTokenPayload payload, string secret)
        => SignedToken.Sign(JsonSerializer.SerializeToUtf8Bytes(payload, ProtocolJson.Context.RefsTokenPayload), secret);

    /// <summary>Reads a token that one of the secrets signed. Unknown members are ignored, missing ones get their defaults.</summary>
    /// <remarks>Does not look at the expiry: see <see cref="ThrowIfExpired"/>.</remarks>
    /// <exception cref="InvalidTokenException">Malformed, tampered with, signed by somebody else, or not a payload.</exception>
    public static RefsTokenPayload Read(string token, params IEnumerable<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(token);
        return Read(Encoding.UTF8.GetBytes(token), secrets);
    }

    /// <inheritdoc cref="Read(string, IEnumerable{string})"/>
    internal static RefsTokenPayload Read(ReadOnlySpan<byte> token, IEnumerable<string> secrets)
    {
        var payload = SignedToken.VerifyUtf8(token, secrets);
        try
        {
            WholeText.ThrowIfNot(payload);
            // The records are looked at where they are: they are most of it, and copying them would cost as much as everything else.
            var whole = JsonDocument.Parse(payload).RootElement;
            var rest = JsonSerializer.Deserialize(payload, ProtocolJson.Context.RefsTokenRest) ?? throw new InvalidTokenException("unreadable payload");
            return rest.With(whole.TryGetProperty("refs", out var refs) ? refs : default);
        }
        catch (JsonException exception)
        {
            throw new InvalidTokenException("unreadable payload", exception);
        }
    }

    /// <summary>Refuses a token whose time is over. One without an expiry (other SDKs issue such) is refused as well, unless allowed.</summary>
    /// <exception cref="InvalidTokenException">The token expired, or has no expiry and that is not allowed.</exception>
    public static void ThrowIfExpired(RefsTokenPayload payload, DateTimeOffset now, bool allowWithoutExpiry)
    {
        ArgumentNullException.ThrowIfNull(payload);
        if (payload.ExpiresAt is not { } expiry)
        {
            if (!allowWithoutExpiry)
                throw new InvalidTokenException("token without expiry");
        }
        else if (now.ToUnixTimeSeconds() >= expiry)
        {
            throw new InvalidTokenException("token expired");
        }
    }
}

using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Autonoma.EnvironmentFactory.Protocol;

namespace Autonoma.EnvironmentFactory.AspNetCore.SigningIn;

/// <summary>
/// A JWT signed with the key of the app, for apps that check tokens but have no code that issues them, since another service does. An app with
/// such code calls it and returns <see cref="Credentials.Bearer"/>.
/// </summary>
public sealed class JwtCredentials
{
    /// <summary>The symmetric key that the app checks tokens with, at least 32 bytes: HS256.</summary>
    public required ReadOnlyMemory<byte> Key { get; init; }

    /// <summary>The issuer the app expects; null for none.</summary>
    public string? Issuer { get; init; }

    /// <summary>The audience the app expects; null for none.</summary>
    public string? Audience { get; init; }

    /// <summary>How long the token is good. The default is two hours: longer than a run, shorter than a night.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(2);

    /// <summary>An <c>Authorization: Bearer</c> header with a token of these claims. A claim that occurs several times becomes a list.</summary>
    public Credentials For(IEnumerable<Claim> claims, DateTimeOffset now) => Credentials.Bearer(Issue(claims, now));

    /// <summary>The token itself.</summary>
    /// <exception cref="InvalidOperationException">The key is shorter than 32 bytes.</exception>
    public string Issue(IEnumerable<Claim> claims, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(claims);
        if (Key.Length < 32)
            throw new InvalidOperationException("A key for HS256 has at least 32 bytes.");
        var payload = new Dictionary<string, object>(StringComparer.Ordinal);
        if (Issuer is not null)
            payload["iss"] = Issuer;
        if (Audience is not null)
            payload["aud"] = Audience;
        payload["iat"] = now.ToUnixTimeSeconds();
        payload["nbf"] = now.ToUnixTimeSeconds();
        payload["exp"] = (now + Lifetime).ToUnixTimeSeconds();
        foreach (var claim in claims.GroupBy(claim => claim.Type, claim => claim.Value, StringComparer.Ordinal))
            payload[claim.Key] = claim.Count() == 1 ? claim.First() : claim.ToArray();
        var signed = $"{Encode("""{"alg":"HS256","typ":"JWT"}"""u8)}.{Encode(JsonSerializer.SerializeToUtf8Bytes(payload))}";
        return $"{signed}.{Encode(HMACSHA256.HashData(Key.Span, Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Encode(ReadOnlySpan<byte> data) => Convert.ToBase64String(data).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}

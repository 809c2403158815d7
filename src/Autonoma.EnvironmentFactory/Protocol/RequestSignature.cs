using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Autonoma.EnvironmentFactory.Protocol;

/// <summary>Signs and verifies requests: HMAC-SHA256 over the raw bytes of the body, keyed with the shared secret, as lower-case hex.</summary>
/// <remarks>
/// Beside the signature every client sends, a client may add a timestamp, a nonce and a second signature that covers both and the body
/// (<see cref="SignFresh"/>). A server that requires them refuses a request that was recorded and sent again.
/// </remarks>
public static class RequestSignature
{
    /// <summary>The header with the signature of the body: 64 lower-case hex digits, no prefix.</summary>
    public const string HeaderName = "x-signature";

    /// <summary>The optional header with the second the request was signed in: Unix time, decimal digits.</summary>
    public const string TimestampHeaderName = "x-autonoma-timestamp";

    /// <summary>The optional header with a value that no two requests share: 16 to 128 characters of <c>A-Z a-z 0-9 - _</c>.</summary>
    public const string NonceHeaderName = "x-autonoma-nonce";

    /// <summary>The optional header with the signature over timestamp, nonce and body; see <see cref="SignFresh"/>.</summary>
    public const string FreshSignatureHeaderName = "x-autonoma-signature";

    private const int HexLength = 2 * HMACSHA256.HashSizeInBytes;

    /// <summary>The value of <see cref="HeaderName"/> for a body.</summary>
    public static string Sign(ReadOnlySpan<byte> body, string secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(secret);
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body, mac);
        return Hex(mac);
    }

    /// <summary>The value of <see cref="HeaderName"/> for a body that is text; it is signed as UTF-8.</summary>
    public static string Sign(string body, string secret) => Sign(Encoding.UTF8.GetBytes(body), secret);

    /// <summary>True if the signature is the one of this body. Compares in constant time; upper-case hex and prefixes are refused.</summary>
    public static bool Verify(ReadOnlySpan<byte> body, [NotNullWhen(true)] string? signature, string secret)
        => Matches(signature, Sign(body, secret));

    /// <summary>The value of <see cref="FreshSignatureHeaderName"/>: HMAC-SHA256 of <c>timestamp "." nonce "." body</c>.</summary>
    /// <param name="body">The raw bytes of the body.</param>
    /// <param name="timestamp">The value of <see cref="TimestampHeaderName"/>, exactly as sent.</param>
    /// <param name="nonce">The value of <see cref="NonceHeaderName"/>, exactly as sent.</param>
    /// <param name="secret">The shared secret.</param>
    public static string SignFresh(ReadOnlySpan<byte> body, string timestamp, string nonce, string secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(secret);
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.UTF8.GetBytes($"{timestamp}.{nonce}."));
        hmac.AppendData(body);
        return Hex(hmac.GetHashAndReset());
    }

    /// <summary>True if the signature covers exactly this timestamp, nonce and body. Says nothing about whether the nonce was seen before.</summary>
    public static bool VerifyFresh(ReadOnlySpan<byte> body, string timestamp, string nonce, [NotNullWhen(true)] string? signature, string secret)
        => Matches(signature, SignFresh(body, timestamp, nonce, secret));

    private static bool Matches(string? signature, string expected)
    {
        // Compared as text: an upper-case digit or a non-ASCII character is a difference, never an exception.
        if (signature is null || signature.Length != HexLength)
            return false;
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(expected));
    }

    private static string Hex(ReadOnlySpan<byte> mac) =>
#if NET9_0_OR_GREATER
        Convert.ToHexStringLower(mac);
#else
        Convert.ToHexString(mac).ToLowerInvariant();
#endif
}

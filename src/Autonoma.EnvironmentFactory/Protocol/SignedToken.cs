using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Autonoma.EnvironmentFactory.Protocol;

/// <summary>The signed envelope of refs and teardown tokens: three base64url parts without padding, the last an HMAC-SHA256 over the first two.</summary>
/// <remarks>Signed, not encrypted: whoever holds a token can read it. What belongs inside is the business of <see cref="RefsToken"/>.</remarks>
public static class SignedToken
{
    // {"alg":"HS256","typ":"REFS"}
    private const string Header = "eyJhbGciOiJIUzI1NiIsInR5cCI6IlJFRlMifQ";

    private const int MacLength = 43;

    /// <summary>Signs a payload, byte for byte as given.</summary>
    /// <param name="payload">Compact JSON.</param>
    /// <param name="secret">The signing secret, which only the app knows.</param>
    public static string Sign(ReadOnlySpan<byte> payload, string secret) => Encoding.ASCII.GetString(SignToUtf8(payload, secret));

    /// <summary>As <see cref="Sign"/>, for an answer that is written as bytes: the token of a large environment is never text.</summary>
    public static byte[] SignToUtf8(ReadOnlySpan<byte> payload, string secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(secret);
        var rented = ArrayPool<byte>.Shared.Rent(Header.Length + 2 + Base64.GetMaxEncodedToUtf8Length(payload.Length) + MacLength + 1);
        try
        {
            var length = Encoding.ASCII.GetBytes(Header, rented);
            rented[length++] = (byte)'.';
            length += Encode(payload, rented.AsSpan(length));
            Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), rented.AsSpan(0, length), mac);
            rented[length++] = (byte)'.';
            length += Encode(mac, rented.AsSpan(length));
            return rented.AsSpan(0, length).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }

    /// <summary>The payload of a token that one of the secrets signed. The header is not looked at, as everywhere in this protocol.</summary>
    /// <exception cref="InvalidTokenException">Not three parts, no matching signature, or a payload that is not base64url.</exception>
    public static byte[] Verify(string token, params IEnumerable<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(token);
        ArgumentNullException.ThrowIfNull(secrets);
        // UTF-8 of a non-ASCII character never equals the ASCII that was signed, so nothing foreign slips through here.
        return VerifyUtf8(Encoding.UTF8.GetBytes(token), secrets);
    }

    /// <summary>As <see cref="Verify"/>, of the bytes as they came: the token of a large environment is never text.</summary>
    internal static byte[] VerifyUtf8(ReadOnlySpan<byte> token, IEnumerable<string> secrets)
    {
        var first = token.IndexOf((byte)'.');
        var second = first < 0 ? -1 : first + 1 + token[(first + 1)..].IndexOf((byte)'.');
        if (second <= first || token[(second + 1)..].Contains((byte)'.'))
            throw new InvalidTokenException("malformed token");
        if (!IsSignedByOne(token[..second], token[(second + 1)..], secrets))
            throw new InvalidTokenException("signature mismatch");
        return Decode(token[(first + 1)..second]);
    }

    private static bool IsSignedByOne(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> given, IEnumerable<string> secrets)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> expected = stackalloc byte[MacLength + 1];
        var matches = false;
        foreach (var secret in secrets)
        {
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed, mac);
            var length = Encode(mac, expected);
            // As text, and every secret is tried: the time tells neither how much of it was right nor which secret it was.
            matches |= CryptographicOperations.FixedTimeEquals(expected[..length], given);
        }

        return matches;
    }

#if NET9_0_OR_GREATER
    private static int Encode(ReadOnlySpan<byte> data, Span<byte> destination)
    {
        Base64Url.EncodeToUtf8(data, destination, out _, out var written);
        return written;
    }

    private static byte[] Decode(ReadOnlySpan<byte> text)
    {
        var data = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        if (Base64Url.DecodeFromUtf8(text, data, out _, out var written) != OperationStatus.Done)
            throw new InvalidTokenException("malformed token");
        return written == data.Length ? data : data[..written];
    }
#else
    private static int Encode(ReadOnlySpan<byte> data, Span<byte> destination)
    {
        Base64.EncodeToUtf8(data, destination, out _, out var written);
        while (written > 0 && destination[written - 1] == '=')
            written--;
        foreach (ref var letter in destination[..written])
        {
            if (letter == '+')
                letter = (byte)'-';
            else if (letter == '/')
                letter = (byte)'_';
        }

        return written;
    }

    private static byte[] Decode(ReadOnlySpan<byte> text)
    {
        var padded = new byte[(text.Length + 3) / 4 * 4];
        for (var i = 0; i < text.Length; i++)
            padded[i] = text[i] switch { (byte)'-' => (byte)'+', (byte)'_' => (byte)'/', var letter => letter };
        padded.AsSpan(text.Length).Fill((byte)'=');
        if (Base64.DecodeFromUtf8InPlace(padded, out var written) != OperationStatus.Done)
            throw new InvalidTokenException("malformed token");
        return padded[..written];
    }
#endif
}

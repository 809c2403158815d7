using System.Buffers.Text;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Autonoma.Platform.Artifacts;

/// <summary>Links to artifacts that need no session, for a short time: who has one sees that one file and nothing else. One that was changed is none.</summary>
/// <param name="key">Known to every process that serves; at least 32 bytes.</param>
/// <param name="time">The clock.</param>
public sealed class ArtifactLinks(byte[] key, TimeProvider time)
{
    private const int Signature = 32;
    private const int Payload = 16 + 8;

    /// <summary>How long a link is good for.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>A link's last part. The same for a while, so that a page that asks again need not load its pictures again.</summary>
    public string For(Guid artifact)
    {
        Span<byte> bytes = stackalloc byte[Payload + Signature];
        artifact.TryWriteBytes(bytes, bigEndian: true, out _);
        var window = (long)Lifetime.TotalSeconds / 3;
        BinaryPrimitives.WriteInt64BigEndian(bytes[16..], ((time.GetUtcNow().ToUnixTimeSeconds() / window) + 4) * window);
        HMACSHA256.HashData(key, bytes[..Payload], bytes[Payload..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>What a link is for; null when it was changed or is over.</summary>
    public Guid? Read(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        Span<byte> bytes = stackalloc byte[Payload + Signature];
        if (token.Length != Base64Url.GetEncodedLength(bytes.Length) || !Base64Url.IsValid(token, out var length) || length != bytes.Length || !Base64Url.TryDecodeFromChars(token, bytes, out _))
            return null;
        Span<byte> expected = stackalloc byte[Signature];
        HMACSHA256.HashData(key, bytes[..Payload], expected);
        // The last letter of base64 has bits that say nothing: with them set otherwise it is another text for the same bytes, and refused all the same.
        if (!CryptographicOperations.FixedTimeEquals(expected, bytes[Payload..]) || Base64Url.EncodeToString(bytes) != token)
            return null;
        return BinaryPrimitives.ReadInt64BigEndian(bytes[16..]) < time.GetUtcNow().ToUnixTimeSeconds() ? null : new Guid(bytes[..16], bigEndian: true);
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Autonoma.Server.Tests.Accounts;

/// <summary>What an authenticator shows (RFC 6238: SHA-1, 30 seconds, six digits).</summary>
internal static class Totp
{
    public static string Now(string secret)
    {
        var step = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The standard asks for SHA-1.
        var hash = HMACSHA1.HashData(Base32(secret), step);
#pragma warning restore CA5350
        var code = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (code % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static byte[] Base32(string text)
    {
        var (bits, count, result) = (0, 0, new List<byte>());
        foreach (var letter in text.TrimEnd('='))
        {
            bits = (bits << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal);
            count += 5;
            if (count < 8)
                continue;
            count -= 8;
            result.Add((byte)(bits >> count));
            bits &= (1 << count) - 1;
        }

        return [.. result];
    }
}

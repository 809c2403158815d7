using System.Security.Cryptography;
using System.Text;

namespace Autonoma.Platform.Sealing;

/// <summary>Seals values with AES-256-GCM, each for one place: what was sealed for one row does not open in another.</summary>
public sealed class Sealer(KeyRing keys)
{
    private const byte Format = 1;
    private const int FingerprintBytes = 8, NonceBytes = 12, TagBytes = 16, Header = 1 + FingerprintBytes + NonceBytes + TagBytes;

    /// <param name="value">What.</param>
    /// <param name="place">Where it will lie.</param>
    public byte[] Seal(ReadOnlySpan<byte> value, SealedPlace place)
    {
        var result = new byte[Header + value.Length];
        var span = result.AsSpan();
        span[0] = Format;
        Convert.FromHexString(keys.Current).CopyTo(span[1..]);
        var nonce = span.Slice(1 + FingerprintBytes, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(keys.Key(keys.Current), TagBytes);
        cipher.Encrypt(nonce, value, span[Header..], span.Slice(1 + FingerprintBytes + NonceBytes, TagBytes), Bound(result, place));
        return result;
    }

    /// <inheritdoc cref="Seal(ReadOnlySpan{byte}, SealedPlace)"/>
    public byte[] Seal(string value, SealedPlace place) => Seal(Encoding.UTF8.GetBytes(value), place);

    /// <exception cref="CryptographicException">It was sealed for another place, has been changed, or its key is not here.</exception>
    public byte[] OpenBytes(ReadOnlySpan<byte> sealedValue, SealedPlace place)
    {
        if (sealedValue.Length < Header || sealedValue[0] != Format)
            throw new CryptographicException("This is nothing that was sealed here.");
        var value = new byte[sealedValue.Length - Header];
        using var cipher = new AesGcm(keys.Key(KeyOf(sealedValue)), TagBytes);
        cipher.Decrypt(sealedValue.Slice(1 + FingerprintBytes, NonceBytes), sealedValue[Header..], sealedValue.Slice(1 + FingerprintBytes + NonceBytes, TagBytes), value, Bound(sealedValue, place));
        return value;
    }

    /// <inheritdoc cref="OpenBytes"/>
    public string Open(ReadOnlySpan<byte> sealedValue, SealedPlace place) => Encoding.UTF8.GetString(OpenBytes(sealedValue, place));

    /// <summary>How what is sealed now names its key: the bytes after the first.</summary>
    internal byte[] CurrentKey => Convert.FromHexString(keys.Current);

    /// <summary>A key for something else, the same in all processes with this key ring: whoever has it can open nothing that was sealed.</summary>
    /// <param name="purpose">What for.</param>
    public byte[] KeyFor(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.Key(keys.Current), 32, info: Encoding.UTF8.GetBytes($"autonoma {purpose}"));

    private static string KeyOf(ReadOnlySpan<byte> sealedValue) => Convert.ToHexStringLower(sealedValue.Slice(1, FingerprintBytes));

    private static byte[] Bound(ReadOnlySpan<byte> sealedValue, SealedPlace place) => [.. sealedValue[..(1 + FingerprintBytes)], .. Encoding.UTF8.GetBytes(place.Name)];
}

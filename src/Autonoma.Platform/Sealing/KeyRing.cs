using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Autonoma.Platform.Sealing;

/// <summary>The keys that seal what must stay secret. The first seals, all of them open: that is how one follows another.</summary>
public sealed class KeyRing
{
    private const int KeyBytes = 32;

    private readonly Dictionary<string, byte[]> _keys = new(StringComparer.Ordinal);

    /// <param name="keys">Of 32 bytes, the one that seals first.</param>
    public KeyRing(IEnumerable<byte[]> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        foreach (var key in keys)
        {
            if (key.Length != KeyBytes)
                throw new ArgumentException($"A key has {KeyBytes} bytes.", nameof(keys));
            _keys.TryAdd(Fingerprint(key), key);
            Current ??= Fingerprint(key);
        }

        if (Current is null)
            throw new ArgumentException("A key ring has at least one key.", nameof(keys));
    }

    /// <summary>Fingerprint of the key that seals.</summary>
    public string Current { get; }

    /// <summary>Fingerprints of all keys.</summary>
    public IReadOnlyCollection<string> Fingerprints => _keys.Keys;

    /// <summary>Keys that were said: texts with commas between them, the one that seals first. A text that is no base64 of 32 bytes is made a key of.</summary>
    /// <param name="said">For example <c>SCENARIO_ENCRYPTION_KEY</c>.</param>
    public static KeyRing From(string said)
    {
        ArgumentNullException.ThrowIfNull(said);
        return new(said.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(KeyOf));
    }

    /// <summary>The keys of a folder; a first one is made when there is none.</summary>
    /// <param name="folder">Of the server's data.</param>
    public static KeyRing Of(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var file = Path.Combine(folder, "keys.json");
        if (!File.Exists(file))
            Write(file, [RandomNumberGenerator.GetBytes(KeyBytes)]);
        return new(Read(file));
    }

    /// <summary>Puts a new key before those of a folder: what is sealed from now on is sealed with it.</summary>
    public static KeyRing Rotate(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var file = Path.Combine(folder, "keys.json");
        Write(file, [RandomNumberGenerator.GetBytes(KeyBytes), .. File.Exists(file) ? Read(file) : []]);
        return new(Read(file));
    }

    internal byte[] Key(string fingerprint)
        => _keys.TryGetValue(fingerprint, out var key) ? key : throw new CryptographicException($"Sealed with the key {fingerprint}, which this server does not have: give it with --encryption-key (SCENARIO_ENCRYPTION_KEY), after the one in use.");

    private static byte[] KeyOf(string said)
    {
        var bytes = new byte[said.Length];
        if (Convert.TryFromBase64String(said, bytes, out var length) && length == KeyBytes)
            return bytes[..length];
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(said), KeyBytes, info: "autonoma secrets"u8.ToArray());
    }

    private static string Fingerprint(byte[] key) => Convert.ToHexStringLower(SHA256.HashData([.. "autonoma key"u8, .. key]))[..16];

    private static List<byte[]> Read(string file) => [.. JsonSerializer.Deserialize<List<string>>(File.ReadAllText(file))!.Select(Convert.FromBase64String)];

    // Whole or not at all: half a file of keys is every secret lost.
    private static void Write(string file, List<byte[]> keys)
    {
        var half = file + ".new";
        File.Delete(half);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(half, options))
        {
            JsonSerializer.Serialize(stream, keys.Select(key => Convert.ToBase64String(key)));
            stream.Flush(flushToDisk: true);
        }

        File.Move(half, file, overwrite: true);
    }
}

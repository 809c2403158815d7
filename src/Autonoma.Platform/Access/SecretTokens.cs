using System.Security.Cryptography;
using System.Text;

namespace Autonoma.Platform.Access;

/// <summary>Long random words that let their holder in, and the hashes that are kept of them.</summary>
public static class SecretTokens
{
    /// <summary>How keys of the API begin.</summary>
    public const string KeyPrefix = "ak_live_";

    private const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>A word that nobody guesses: 43 letters, 256 bits.</summary>
    public static string New(string prefix = "") => prefix + RandomNumberGenerator.GetString(Letters, 43);

    /// <summary>What is kept of it. Fast, because there is nothing to guess.</summary>
    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>A word that belongs to a session and cannot be known without it; a page of another site cannot send it.</summary>
    public static string AntiForgery(string sessionToken) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(sessionToken), "autonoma antiforgery"u8))[..40];

    /// <summary>Whether two words are the same, in a time that says nothing about where they differ.</summary>
    public static bool Equal(string? one, string? other)
        => one is not null && other is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}

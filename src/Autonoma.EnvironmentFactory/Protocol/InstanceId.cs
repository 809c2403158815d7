using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace Autonoma.EnvironmentFactory.Protocol;

/// <summary>
/// The caller's own name for one <c>up</c>, sent with it where <c>discover</c> offers a memory: <c>memory.seconds.random</c>. A <c>down</c> with
/// this name and without a token removes what that <c>up</c> made, so a lost answer loses nothing.
/// </summary>
/// <param name="Memory">Which memory <c>discover</c> offered: letters, digits, <c>-</c> and <c>_</c>, at most 64.</param>
/// <param name="At">When it was made, to the second.</param>
/// <param name="Random">128 random bits in hex: nobody else can name what this caller made.</param>
public sealed record InstanceId(string Memory, DateTimeOffset At, string Random)
{
    private const int LongestMemory = 64;
    private const int RandomLength = 32;

    /// <summary>A new one.</summary>
    public static InstanceId New(string memory, DateTimeOffset now)
        => new(memory, DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds()), Convert.ToHexString(RandomNumberGenerator.GetBytes(RandomLength / 2)).ToLowerInvariant());

    /// <summary>Reads one; false for anything that is not exactly one.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out InstanceId? id)
    {
        id = null;
        if (text?.Split('.') is not [var memory, var seconds, var random] || !IsMemory(memory) || random.Length != RandomLength || !random.All(char.IsAsciiHexDigitLower))
            return false;
        if (seconds.Length is 0 or > 11 || !long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || seconds != at.ToString(CultureInfo.InvariantCulture))
            return false;
        id = new(memory, DateTimeOffset.FromUnixTimeSeconds(at), random);
        return true;
    }

    /// <summary>Whether a text can name a memory.</summary>
    public static bool IsMemory(string? text) => text is { Length: > 0 and <= LongestMemory } && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    /// <summary>As it is sent.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Memory}.{At.ToUnixTimeSeconds()}.{Random}");
}

using System.Security.Cryptography;
using System.Text;

namespace Autonoma.Scenarios.Variables;

/// <summary>Tells the instances of a scenario apart: every value that differs from run to run is made from it.</summary>
public readonly record struct RunId
{
    /// <summary>An id that was used before, or chosen by the caller.</summary>
    /// <exception cref="ArgumentException">Empty or blank.</exception>
    public RunId(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        Value = value;
    }

    /// <summary>The id as it is sent.</summary>
    public string Value { get; }

    /// <summary>Its first eight hex digits of SHA-256: short enough for a slug, different for every run of a day and a company.</summary>
    public string Short => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Value)))[..8];

    /// <summary>A new one, unique among all machines.</summary>
    public static RunId New() => new(Guid.NewGuid().ToString());

    /// <inheritdoc/>
    public override string ToString() => Value;
}

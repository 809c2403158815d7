using System.Diagnostics;

namespace Autonoma.AI.Providers.Connecting;

/// <summary>A key of a provider. It shows itself nowhere: not in text, not in a debugger, not as JSON.</summary>
[DebuggerDisplay("***")]
public sealed class ApiKey
{
    private readonly string _value;

    /// <summary>A key.</summary>
    /// <exception cref="ArgumentException">It is empty, or holds what no header can.</exception>
    public ApiKey(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value.Trim();
        if (_value.Any(c => c is < '!' or > '~'))
            throw new ArgumentException("The key holds a blank or a character that no key has. Was more copied than the key?", nameof(value));
    }

    /// <summary>Three stars.</summary>
    public override string ToString() => "***";

    internal string Reveal() => _value;

    /// <summary>A text without the key, wherever it stands in it.</summary>
    internal string Redact(string text) => _value.Length < 4 ? text : text.Replace(_value, "***", StringComparison.Ordinal);
}

using System.Text.Json;

namespace Autonoma.EnvironmentFactory.Payloads;

/// <summary>What a value holds that has to be replaced.</summary>
internal readonly record struct ValueScan(bool HasReferences, bool HasTokens)
{
    /// <summary>Looks through a value and adds the aliases it refers to, in order.</summary>
    public static ValueScan Of(JsonElement value, List<string> references)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return new(false, value.GetString()!.Contains("{{", StringComparison.Ordinal));
            case JsonValueKind.Object:
                if (ReferenceOf(value) is { } alias)
                {
                    references.Add(alias);
                    return new(true, false);
                }

                var ofObject = default(ValueScan);
                foreach (var member in value.EnumerateObject())
                    ofObject = ofObject.With(Of(member.Value, references));
                return ofObject;
            case JsonValueKind.Array:
                var ofArray = default(ValueScan);
                foreach (var item in value.EnumerateArray())
                    ofArray = ofArray.With(Of(item, references));
                return ofArray;
            default:
                return default;
        }
    }

    /// <summary>The alias, if the value is an object whose <c>_ref</c> is text; the rest of such an object does not count.</summary>
    public static string? ReferenceOf(JsonElement value)
        => value.ValueKind == JsonValueKind.Object && value.TryGetProperty("_ref", out var alias) && alias.ValueKind == JsonValueKind.String ? alias.GetString() : null;

    private ValueScan With(ValueScan other) => new(HasReferences || other.HasReferences, HasTokens || other.HasTokens);
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Autonoma.Platform.Live;

/// <summary>Something that happened in a run, as it is sent: written as JSON once, however many watch.</summary>
/// <param name="sequence">From 1, without a gap.</param>
/// <param name="kind"><c>state</c>, <c>step</c>, <c>attempt</c>, <c>question</c>, <c>console</c> or <c>artifact</c>.</param>
/// <param name="at">When.</param>
/// <param name="data">What.</param>
[JsonConverter(typeof(LiveEventConverter))]
public sealed class LiveEvent(long sequence, string kind, DateTimeOffset at, JsonElement data)
{
    private readonly byte[] _json = JsonSerializer.SerializeToUtf8Bytes(new { sequence, kind, at, data }, JsonSerializerOptions.Web);

    /// <summary>From 1, without a gap.</summary>
    public long Sequence { get; } = sequence;

    /// <summary>Whether it is the last one of its run.</summary>
    public bool IsLast { get; } = kind == "state" && data.TryGetProperty("final", out _);

    /// <summary><c>{sequence, kind, at, data}</c>.</summary>
    internal ReadOnlySpan<byte> Json => _json;
}

internal sealed class LiveEventConverter : JsonConverter<LiveEvent>
{
    public override LiveEvent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Events are told, never taken.");

    // Of our own writing: looking at it again for each viewer finds nothing.
    public override void Write(Utf8JsonWriter writer, LiveEvent value, JsonSerializerOptions options) => writer.WriteRawValue(value.Json, skipInputValidation: true);
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Autonoma.EnvironmentFactory.Protocol;

/// <summary>How the wire types are written: camelCase, nulls left out (clients refuse a null where they expect nothing), no escaping of letters.</summary>
public static class ProtocolJson
{
    /// <summary>Options for all the types of this namespace.</summary>
    public static JsonSerializerOptions Options => Context.Options;

    internal static ProtocolJsonContext Context { get; } = new(new JsonSerializerOptions(ProtocolJsonContext.Default.Options)
    {
        // The answer is application/json and never part of a page: letters stay readable and tokens short.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DiscoverRequest))]
[JsonSerializable(typeof(UpRequest))]
[JsonSerializable(typeof(DownRequest))]
[JsonSerializable(typeof(DiscoverResponse))]
[JsonSerializable(typeof(UpResponse))]
[JsonSerializable(typeof(DownResponse))]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(Credentials))]
[JsonSerializable(typeof(RefsTokenPayload))]
[JsonSerializable(typeof(RefsTokenRest))]
internal sealed partial class ProtocolJsonContext : JsonSerializerContext;

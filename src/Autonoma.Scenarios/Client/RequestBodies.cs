using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.EnvironmentFactory.Protocol;

namespace Autonoma.Scenarios.Client;

/// <summary>The bodies of requests, as they are signed and sent.</summary>
public static class RequestBodies
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 256 };

    /// <summary>Asks what can be created.</summary>
    public static byte[] Discover() => Write(_ => { }, "discover");

    /// <summary>Asks for records (protocol 1.0).</summary>
    /// <param name="create">The records.</param>
    /// <param name="runId">The run.</param>
    /// <param name="instance">Names this very request, for endpoints that remember it.</param>
    public static byte[] Up(JsonObject create, string runId, InstanceId? instance = null) => Write(
        writer =>
        {
            writer.WritePropertyName("create");
            create.WriteTo(writer);
            writer.WriteString("testRunId", runId);
            Name(writer, instance);
        }, "up");

    /// <summary>Asks for a scenario (protocol 2.0).</summary>
    /// <param name="scenario">Its name.</param>
    /// <param name="runId">The run.</param>
    /// <param name="instance">Names this very request, for endpoints that remember it.</param>
    public static byte[] Up(string scenario, string runId, InstanceId? instance = null) => Write(
        writer =>
        {
            writer.WriteStartObject("scenario");
            writer.WriteString("name", scenario);
            writer.WriteEndObject();
            writer.WriteString("testRunId", runId);
            Name(writer, instance);
        }, "up");

    /// <summary>Asks to remove what an <c>up</c> created.</summary>
    /// <param name="token">Of the answer; null to ask by the run alone, which only some endpoints understand.</param>
    /// <param name="runId">The run; null when it is not known.</param>
    /// <param name="asVersion2">Which protocol.</param>
    /// <param name="instance">What the request for it was named; null when it had no name.</param>
    public static byte[] Down(string? token, string? runId, bool asVersion2, InstanceId? instance = null) => Write(
        writer =>
        {
            if (token is not null)
                writer.WriteString(asVersion2 ? "teardownToken" : "refsToken", token);
            if (runId is not null)
                writer.WriteString("testRunId", runId);
            Name(writer, instance);
        }, "down");

    private static void Name(Utf8JsonWriter writer, InstanceId? instance)
    {
        if (instance is not null)
            writer.WriteString("instanceId", instance.ToString());
    }

    private static byte[] Write(Action<Utf8JsonWriter> rest, string action)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            writer.WriteStartObject();
            writer.WriteString("action", action);
            rest(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}

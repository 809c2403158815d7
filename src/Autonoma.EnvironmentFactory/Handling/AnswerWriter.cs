using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Autonoma.EnvironmentFactory.Payloads;
using Autonoma.EnvironmentFactory.Protocol;

namespace Autonoma.EnvironmentFactory.Handling;

/// <summary>Writes answers and token payloads straight into UTF-8: the records of a large environment are never text in between.</summary>
internal static class AnswerWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static EnvironmentFactoryResponse Error(string code, string message, int? status = null)
        => new(status ?? ErrorCodes.StatusOf(code), JsonSerializer.SerializeToUtf8Bytes(new ErrorResponse(message, code), ProtocolJson.Context.ErrorResponse), code);

    public static EnvironmentFactoryResponse Success(string version, string orm, string server, Action<Utf8JsonWriter> body)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("version", version);
            writer.WriteStartObject("sdk");
            writer.WriteString("language", "dotnet");
            writer.WriteString("orm", orm);
            writer.WriteString("server", server);
            writer.WriteEndObject();
            body(writer);
            writer.WriteEndObject();
        }

        return new(200, buffer.WrittenMemory);
    }

    public static void Auth(Utf8JsonWriter writer, Credentials? auth)
    {
        if (auth is null)
            return;
        writer.WritePropertyName("auth");
        JsonSerializer.Serialize(writer, auth, ProtocolJson.Context.Credentials);
    }

    public static void Refs(Utf8JsonWriter writer, CreatedRecords refs)
    {
        writer.WriteStartObject("refs");
        foreach (var (model, records) in refs)
        {
            writer.WriteStartArray(model);
            foreach (var record in records)
                record.Json.WriteTo(writer);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    /// <summary>The payload of a refs token, members in the order of the protocol, ours at the end.</summary>
    public static ReadOnlyMemory<byte> TokenPayload(CreatedRecords refs, Payload payload, string scopeValue, DateTimeOffset issued, TimeSpan lifetime)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        Refs(writer, refs);
        writer.WriteString("testRunId", scopeValue);
        writer.WriteString("environment", "");
        writer.WriteStartObject("aliasDependencies");
        foreach (var (alias, record) in payload.Aliases)
        {
            writer.WriteStartArray(alias);
            foreach (var reference in record.References)
                writer.WriteStringValue(reference);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteStartObject("aliasOwnerModel");
        foreach (var (alias, record) in payload.Aliases)
            writer.WriteString(alias, record.Model.Name);
        writer.WriteEndObject();
        Order(writer, refs);
        writer.WriteNumber("iat", issued.ToUnixTimeSeconds());
        writer.WriteNumber("exp", (issued + lifetime).ToUnixTimeSeconds());
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    public static void Order(Utf8JsonWriter writer, CreatedRecords refs)
    {
        writer.WriteStartArray("order");
        for (var i = 0; i < refs.InOrder.Count;)
        {
            var start = i;
            while (i < refs.InOrder.Count && refs.InOrder[i].Model == refs.InOrder[start].Model)
                i++;
            writer.WriteStartArray();
            writer.WriteStringValue(refs.InOrder[start].Model);
            writer.WriteNumberValue(i - start);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }
}

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Autonoma.EnvironmentFactory.Protocol;

namespace Autonoma.EnvironmentFactory.Payloads;

/// <summary>Writes a record for its factory: tokens replaced, references replaced by ids. One buffer serves all records.</summary>
internal sealed class RecordWriter(Payload payload, string testRunId) : IDisposable
{
    private static readonly JsonElement SomeText = Element("\"00000000-0000-4000-8000-000000000001\"");
    private static readonly JsonElement SomeNumber = Element("1");

    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private readonly Utf8JsonWriter _writer = new(Stream.Null, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>The record as JSON; good until the next call.</summary>
    /// <param name="record">The record.</param>
    /// <param name="withIds">False before anything exists: an id of some value then stands where a real one will.</param>
    /// <param name="unresolved">Gets the tokens that nobody knows; null if they were looked for before.</param>
    public ReadOnlySpan<byte> Write(PayloadRecord record, bool withIds, ICollection<string>? unresolved = null)
    {
        _buffer.ResetWrittenCount();
        _writer.Reset(_buffer);
        _writer.WriteStartObject();
        foreach (var field in record.Fields)
        {
            _writer.WritePropertyName(field.Name);
            if (field.Target is { } target)
                WriteId(target, field, withIds);
            else if (ValueScan.ReferenceOf(field.Value) is { } alias)
                WriteId(payload.Aliases[alias], field, withIds);
            else if (field.HasReferences || field.HasTokens)
                WriteValue(field.Value, record, withIds, unresolved);
            else
                field.Value.WriteTo(_writer);
        }

        _writer.WriteEndObject();
        _writer.Flush();
        return _buffer.WrittenSpan;
    }

    public void Dispose() => _writer.Dispose();

    private void WriteId(PayloadRecord target, PayloadField field, bool withIds)
    {
        if (!withIds)
            (field.Field?.Type is FieldTypes.WholeNumber or FieldTypes.Number ? SomeNumber : SomeText).WriteTo(_writer);
        else if (field.Field?.Type == FieldTypes.Text)
            // An id that is a number does for a field that is text.
            _writer.WriteStringValue(target.Created!.IdText);
        else
            target.Created!.Id.WriteTo(_writer);
    }

    private void WriteValue(JsonElement value, PayloadRecord record, bool withIds, ICollection<string>? unresolved)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                _writer.WriteStringValue(TemplateTokens.Resolve(value.GetString()!, testRunId, record.Index, unresolved));
                break;
            case JsonValueKind.Array:
                _writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    WriteValue(item, record, withIds, unresolved);
                _writer.WriteEndArray();
                break;
            case JsonValueKind.Object when ValueScan.ReferenceOf(value) is { } alias:
                (withIds ? payload.Aliases[alias].Created!.Id : SomeText).WriteTo(_writer);
                break;
            case JsonValueKind.Object:
                _writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    _writer.WritePropertyName(member.Name);
                    WriteValue(member.Value, record, withIds, unresolved);
                }

                _writer.WriteEndObject();
                break;
            default:
                value.WriteTo(_writer);
                break;
        }
    }

    private static JsonElement Element(string json) => JsonDocument.Parse(json).RootElement;
}

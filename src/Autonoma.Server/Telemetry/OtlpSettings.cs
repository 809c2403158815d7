using Autonoma.Server.Configuration;
using OpenTelemetry.Exporter;

namespace Autonoma.Server.Telemetry;

/// <summary>Where this process tells what it does, by the variables that OpenTelemetry gives them.</summary>
/// <param name="Endpoint">Of a collector.</param>
/// <param name="Protocol">How it is spoken to.</param>
/// <param name="Headers">Sent along: <c>name=value</c>, with commas. Never shown.</param>
internal sealed record OtlpSettings(Uri Endpoint, OtlpExportProtocol Protocol, string? Headers)
{
    /// <returns>Null when nobody is told anything.</returns>
    public static OtlpSettings? Read(SettingReader reader)
    {
        var endpoint = reader.Read<Uri?>("otlp-endpoint", text => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : throw new FormatException("is no http or https address"), null);
        var protocol = reader.Read("otlp-protocol", text => text switch { "grpc" => OtlpExportProtocol.Grpc, "http/protobuf" => OtlpExportProtocol.HttpProtobuf, _ => throw new FormatException("is 'grpc' or 'http/protobuf'") }, OtlpExportProtocol.Grpc);
        return endpoint is null ? null : new(endpoint, protocol, reader.Text("otlp-headers"));
    }

    /// <summary>Tells an exporter.</summary>
    /// <param name="options">Its options.</param>
    /// <param name="signal"><c>traces</c>, <c>metrics</c> or <c>logs</c>: over HTTP each has a path of its own.</param>
    public void Apply(OtlpExporterOptions options, string signal)
    {
        options.Protocol = Protocol;
        options.Endpoint = Protocol == OtlpExportProtocol.HttpProtobuf ? new Uri($"{Endpoint.ToString().TrimEnd('/')}/v1/{signal}") : Endpoint;
        if (Headers is not null)
            options.Headers = Headers;
    }

    public override string ToString() => Endpoint.GetLeftPart(UriPartial.Authority);
}

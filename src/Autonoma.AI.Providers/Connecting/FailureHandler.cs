using System.Text.Json;
using Autonoma.AI.Failures;

namespace Autonoma.AI.Providers.Connecting;

/// <summary>
/// Turns what goes wrong on the wire into one kind of exception before a client library sees it: libraries name the same failure differently,
/// and forget the headers. Answers are read whole here, so that a connection that breaks in the middle is told as such.
/// </summary>
internal sealed class FailureHandler(ProviderConnection connection, string model, HttpMessageHandler inner, Func<byte[], byte[]>? mend) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        byte[] body;
        try
        {
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new ModelException(ModelFailure.Unavailable, $"{connection.Provider} at {connection.Address.GetLeftPart(UriPartial.Authority)} cannot be reached, or the connection broke: {connection.Key?.Redact(e.Message) ?? e.Message}", e);
        }

        var status = (int)response.StatusCode;
        if (status >= 300)
        {
            using (response)
                throw FailureReader.Read(connection, model, status, body, response.Headers);
        }

        // OpenRouter answers 200 and puts the failure of the provider behind it into the body.
        if (ErrorInBody(body) is { } hidden)
        {
            using (response)
                throw FailureReader.Read(connection, model, hidden, body, response.Headers);
        }

        body = mend?.Invoke(body) ?? body;
        var content = new ByteArrayContent(body);
        foreach (var header in response.Content.Headers)
            content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        content.Headers.ContentLength = body.Length;
        response.Content = content;
        return response;
    }

    // {"error":{"code":502,"message":"..."}} without choices
    private static int? ErrorInBody(byte[] body)
    {
        if (!body.AsSpan().TrimStart(" \r\n\t"u8).StartsWith("{\"error\""u8))
            return null;
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.GetProperty("error") is { ValueKind: JsonValueKind.Object } error
                ? error.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var status) && status is >= 400 and < 600 ? status : 502
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

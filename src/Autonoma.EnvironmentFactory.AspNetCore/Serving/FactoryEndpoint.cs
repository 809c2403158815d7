using System.Buffers;
using Autonoma.EnvironmentFactory.Handling;
using Autonoma.EnvironmentFactory.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Autonoma.EnvironmentFactory.AspNetCore.Serving;

/// <summary>Hands the raw bytes of a request to the handler and writes its answer.</summary>
internal sealed class FactoryEndpoint(EnvironmentFactoryHandler handler)
{
    public async Task ServeAsync(HttpContext context)
    {
        var response = handler.Unavailable();
        if (response is null)
        {
            // The server's own limit is for the app's own requests; ours is checked while reading.
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
                limit.MaxRequestBodySize = null;
            var body = await ReadAsync(context.Request, handler.MaxBodyBytes, context.RequestAborted).ConfigureAwait(false);
            var headers = context.Request.Headers;
            var request = new EnvironmentFactoryRequest(body)
            {
                Signature = Value(headers[RequestSignature.HeaderName]),
                Timestamp = Value(headers[RequestSignature.TimestampHeaderName]),
                Nonce = Value(headers[RequestSignature.NonceHeaderName]),
                FreshSignature = Value(headers[RequestSignature.FreshSignatureHeaderName]),
            };
            using var current = CurrentRequest.Begin(context);
            response = await handler.HandleAsync(request, context.RequestAborted).ConfigureAwait(false);
        }

        context.Response.StatusCode = response.Status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = response.Body.Length;
        await context.Response.Body.WriteAsync(response.Body, context.RequestAborted).ConfigureAwait(false);
    }

    // A header sent twice is joined, which never verifies: nobody can choose which of two signatures counts.
    private static string? Value(StringValues header) => header.Count == 0 ? null : string.Join(", ", header.ToArray());

    // One byte more than the limit is enough for the handler to refuse it.
    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        // A body that somebody buffered before us is read from its beginning.
        if (request.Body.CanSeek)
            request.Body.Position = 0;
        var buffer = new ArrayBufferWriter<byte>((int)Math.Clamp(request.ContentLength ?? 0, 4096, (long)limit + 1));
        while (buffer.WrittenCount <= limit)
        {
            var read = await request.Body.ReadAsync(buffer.GetMemory(4096), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                break;
            buffer.Advance(read);
        }

        return buffer.WrittenMemory;
    }
}

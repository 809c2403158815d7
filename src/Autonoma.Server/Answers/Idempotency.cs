using System.Security.Cryptography;
using System.Text;
using Autonoma.Platform.Access;
using Autonoma.Platform.Data;
using Autonoma.Platform.Idempotency;
using Autonoma.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Server.Answers;

/// <summary>A creating call that may be sent again under the same <c>Idempotency-Key</c>: it is done once, and answered the same.</summary>
internal sealed record IdempotentMetadata;

internal static class IdempotencyMarks
{
    public static TBuilder Idempotent<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
        => builder.WithMetadata(new IdempotentMetadata());
}

internal sealed class IdempotencyMiddleware(RequestDelegate next)
{
    private const int LongestKey = 200;

    // Whoever began and has not ended by then is gone.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task InvokeAsync(HttpContext context, Caller caller, PlatformDbContext db, TimeProvider time)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<IdempotentMetadata>() is null || context.Request.Headers["Idempotency-Key"].ToString() is not { Length: > 0 } said)
        {
            await next(context);
            return;
        }

        if (said.Length > LongestKey)
            throw Refused.Invalid("idempotency.key", "Idempotency-Key", $"A key has at most {LongestKey} characters.");
        var (key, hash) = ($"{caller.UserId ?? caller.ApiKeyId}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{context.Request.Method} {context.Request.Path} {said}")))}", await HashAsync(context.Request));
        if (await TakeAsync(db, key, hash, time, context.RequestAborted) is { } known)
        {
            if (!known.RequestHash.AsSpan().SequenceEqual(hash))
                throw Refused.Conflict("idempotency.reused", "This Idempotency-Key was used for another request.");
            if (known.Status == 0)
                throw Refused.Conflict("idempotency.in_progress", "The same request is being done: ask again in a moment.");
            await ReplayAsync(context, known);
            return;
        }

        await CaptureAsync(context, db, key);
    }

    private static async Task<byte[]> HashAsync(HttpRequest request)
    {
        request.EnableBuffering();
        var hash = await SHA256.HashDataAsync(request.Body, request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        return hash;
    }

    /// <returns>What was answered before; null when this is the first.</returns>
    private static async Task<IdempotentAnswer?> TakeAsync(PlatformDbContext db, string key, byte[] hash, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await db.Set<IdempotentAnswer>().Where(answer => answer.Key == key && answer.Status == 0 && answer.CreatedAt < now - Patience).ExecuteDeleteAsync(cancellationToken);
        var taken = await db.Database.ExecuteSqlAsync($"INSERT INTO idempotent_answers (id, organization_id, key, request_hash, status, created_at) VALUES ({Guid.CreateVersion7()}, {db.OrganizationId}, {key}, {hash}, 0, {now}) ON CONFLICT (organization_id, key) DO NOTHING", cancellationToken);
        return taken == 1 ? null : await db.Set<IdempotentAnswer>().AsNoTracking().FirstOrDefaultAsync(answer => answer.Key == key, cancellationToken);
    }

    private async Task CaptureAsync(HttpContext context, PlatformDbContext db, string key)
    {
        var body = context.Response.Body;
        using var captured = new MemoryStream();
        context.Response.Body = captured;
        try
        {
            await next(context);
            context.Response.Body = body;
            if (context.Response.StatusCode >= 500)
                throw new InvalidOperationException("The request failed.");
            var (status, type, location, bytes) = (context.Response.StatusCode, context.Response.ContentType, context.Response.Headers.Location.ToString(), captured.ToArray());
            await db.Set<IdempotentAnswer>().Where(answer => answer.Key == key)
                .ExecuteUpdateAsync(set => set.SetProperty(answer => answer.Status, status).SetProperty(answer => answer.ContentType, type).SetProperty(answer => answer.Location, location).SetProperty(answer => answer.Body, bytes), CancellationToken.None);
            await body.WriteAsync(bytes, context.RequestAborted);
        }
        catch
        {
            // Nothing was done: the next try is a first one again.
            context.Response.Body = body;
            await db.Set<IdempotentAnswer>().Where(answer => answer.Key == key && answer.Status == 0).ExecuteDeleteAsync(CancellationToken.None);
            throw;
        }
    }

    private static async Task ReplayAsync(HttpContext context, IdempotentAnswer known)
    {
        context.Response.StatusCode = known.Status;
        context.Response.ContentType = known.ContentType;
        if (known.Location is { Length: > 0 } location)
            context.Response.Headers.Location = location;
        context.Response.Headers["Idempotent-Replayed"] = "true";
        await context.Response.Body.WriteAsync(known.Body, context.RequestAborted);
    }
}

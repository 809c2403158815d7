using System.Text.Json;
using Autonoma.Platform.Access;
using Autonoma.Platform.Data;
using Autonoma.Platform.Live;
using Autonoma.Server.Access;
using Autonoma.Server.Hosting;
using Autonoma.Server.Runs;

namespace Autonoma.Server.Live;

/// <summary>Live progress: a hub for the web UI, and the same events over plain HTTP for tools that have no client for it.</summary>
internal sealed class LiveFeature : IServerFeature
{
    public void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RunFeed>();
        builder.Services.AddSingleton<ProgressFeed>();
        builder.Services.AddSignalR(hub =>
        {
            // A client sends little; what is large goes the other way.
            hub.MaximumReceiveMessageSize = 16 * 1024;
            hub.MaximumParallelInvocationsPerClient = 8;
            hub.StreamBufferCapacity = 10;
        }).AddJsonProtocol();
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapHub<LiveHub>("/v1/live").Needs(Permission.Read);
        routes.MapGet("/v1/runs/{runId:guid}/events", StreamAsync).Needs(Permission.Read).WithTags("runs").WithSummary("Events of a run after a sequence, as server-sent events, to its end.").Produces(StatusCodes.Status200OK, contentType: "text/event-stream");
    }

    private static async Task StreamAsync(Guid runId, PlatformDbContext db, RunFeed feed, HttpContext context, CancellationToken cancellationToken, long after = 0)
    {
        await RunFeature.FindAsync(db, runId, cancellationToken);
        if (long.TryParse(context.Request.Headers["Last-Event-ID"], out var last))
            after = last;
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        await context.Response.Body.FlushAsync(cancellationToken);
        await foreach (var happened in feed.WatchAsync(runId, after, cancellationToken))
        {
            await context.Response.WriteAsync($"id: {happened.Sequence}\ndata: {JsonSerializer.Serialize(happened, JsonSerializerOptions.Web)}\n\n", cancellationToken);
            await context.Response.Body.FlushAsync(cancellationToken);
        }
    }
}

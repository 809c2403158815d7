using Autonoma.Platform.Access;
using Autonoma.Platform.Artifacts;
using Autonoma.Platform.Data;
using Autonoma.Platform.Refusals;
using Autonoma.Platform.Runs;
using Autonoma.Server.Access;
using Autonoma.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Server.Runs;

/// <summary>The files that runs left.</summary>
internal sealed class ArtifactFeature : IServerFeature
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/runs/{runId:guid}/artifacts", ListAsync).Needs(Permission.Read).WithTags("artifacts").WithSummary("What a run left, with links that are good for some minutes.");
        routes.MapGet("/v1/runs/{runId:guid}/artifacts/{attempt:int}/{**name}", OfRunAsync).Needs(Permission.Read).WithTags("artifacts").WithSummary("A file of a run, by its name.").Produces(StatusCodes.Status200OK);
        routes.MapGet("/v1/artifacts/{token}", BySignatureAsync).Open("The link itself is signed, short-lived, and for one file.").WithTags("artifacts").WithSummary("A file, by a link.").Produces(StatusCodes.Status200OK);
    }

    public static string Url(ArtifactLinks links, Artifact artifact) => $"/v1/artifacts/{links.For(artifact.Id)}";

    public static ArtifactItem Item(ArtifactLinks links, Artifact artifact) => new(artifact.Name, artifact.Attempt, artifact.Kind, artifact.Size, Url(links, artifact));

    private static async Task<IReadOnlyList<ArtifactItem>> ListAsync(Guid runId, PlatformDbContext db, RunReader reader, ArtifactLinks links, CancellationToken cancellationToken)
    {
        await RunFeature.FindAsync(db, runId, cancellationToken);
        return [.. (await reader.ArtifactsAsync(runId, cancellationToken)).Select(artifact => Item(links, artifact))];
    }

    private static async Task<Results<FileStreamHttpResult, NotFound>> OfRunAsync(Guid runId, int attempt, string name, PlatformDbContext db, IArtifactStore store, HttpContext context, CancellationToken cancellationToken)
    {
        var artifact = await db.Set<Artifact>().AsNoTracking().SingleOrDefaultAsync(one => one.RunId == runId && one.Attempt == attempt && one.Name == name, cancellationToken) ?? throw Refused.NotFound("artifact");
        return await ServeAsync(artifact, store, context, cancellationToken);
    }

    private static async Task<Results<FileStreamHttpResult, NotFound>> BySignatureAsync(string token, PlatformDbContext db, ArtifactLinks links, IArtifactStore store, HttpContext context, CancellationToken cancellationToken)
    {
        // The signature is the permission: whoever made it had looked whose file it is.
        var artifact = links.Read(token) is { } id ? await db.Set<Artifact>().AcrossOrganizations().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken) : null;
        return await ServeAsync(artifact ?? throw Refused.NotFound("artifact"), store, context, cancellationToken);
    }

    private static async Task<Results<FileStreamHttpResult, NotFound>> ServeAsync(Artifact artifact, IArtifactStore store, HttpContext context, CancellationToken cancellationToken)
    {
        var content = await store.OpenAsync(ArtifactKeys.Of(artifact.OrganizationId, artifact.RunId, artifact.Attempt, artifact.Name), cancellationToken) ?? throw Refused.NotFound("artifact");
        var headers = context.Response.Headers;
        // What a page under test made must never act as a page of this server.
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "private, max-age=300";
        return TypedResults.Stream(content, ArtifactKeys.ContentTypeOf(artifact.Name), enableRangeProcessing: content.CanSeek);
    }
}

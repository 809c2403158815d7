using System.Text.Json;
using Autonoma.Platform.Access;
using Autonoma.Platform.Accounts;
using Autonoma.Platform.Audit;
using Autonoma.Platform.Data;
using Autonoma.Platform.Organizations;
using Autonoma.Platform.Refusals;
using Autonoma.Server.Access;
using Autonoma.Server.Answers;
using Autonoma.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Server.Organizations;

/// <summary>Keys of the API, and the log of who did what.</summary>
internal sealed class ApiKeyFeature : IServerFeature
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/api-keys").WithTags("api keys");
        group.MapGet("", ListAsync).Needs(Permission.Administer).WithSummary("All keys, without what lets one in.");
        group.MapPost("", MakeAsync).Needs(Permission.Administer).WithSummary("Makes a key; it is shown once.");
        group.MapDelete("{apiKeyId:guid}", RemoveAsync).Needs(Permission.Administer).WithSummary("Removes a key: it stops to work at once.");
        routes.MapGet("/v1/audit-log", LogAsync).Needs(Permission.Administer).WithTags("audit log").WithSummary("Who did what, newest first.");
    }

    private static async Task<IReadOnlyList<ApiKeyItem>> ListAsync(PlatformDbContext db, CancellationToken cancellationToken)
        => [.. (await db.Set<ApiKey>().OrderByDescending(key => key.Id).ToListAsync(cancellationToken)).Select(Item)];

    private static async Task<Created<ApiKeyMade>> MakeAsync(ApiKeyRequest request, Caller caller, PlatformDbContext db, ApiKeyStore keys, CancellationToken cancellationToken)
    {
        var fields = new Fields("api_key.invalid");
        var name = fields.Required(request.Name, "name", 200);
        fields.Check(request.Scopes is { Count: > 0 }, "scopes", $"are one or more of {string.Join(", ", Scopes.All)}");
        fields.ThrowIfWrong();
        var (key, row) = keys.Make(name, [.. request.Scopes!], request.Role ?? caller.Role ?? Role.Viewer, request.ExpiresAt?.ToUniversalTime());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/v1/api-keys/{row.Id}", new ApiKeyMade(Item(row), key));
    }

    private static async Task<NoContent> RemoveAsync(Guid apiKeyId, PlatformDbContext db, AuditLog audit, CancellationToken cancellationToken)
    {
        var key = await db.Set<ApiKey>().FirstOrDefaultAsync(key => key.Id == apiKeyId, cancellationToken) ?? throw Refused.NotFound("api key");
        db.Remove(key);
        audit.Note("api_key.delete", key.Name, key.Id, new { key.Prefix });
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Page<AuditItem>> LogAsync(PlatformDbContext db, CancellationToken cancellationToken, string? action = null, int? limit = null, string? cursor = null)
    {
        var (count, after) = (Cursor.Limit(limit), Cursor.Id(cursor));
        var rows = await db.Set<AuditEntry>().AsNoTracking().Where(entry => (after == null || entry.Id.CompareTo(after.Value) < 0) && (action == null || entry.Action == action)).OrderByDescending(entry => entry.Id).Take(count + 1).ToListAsync(cancellationToken);
        return Cursor.Of(rows, count, entry => new AuditItem(entry.Id, entry.CreatedAt, entry.Actor, entry.UserId, entry.ApiKeyId, entry.Action, entry.Subject, entry.SubjectId, entry.Details is null ? null : JsonElement.Parse(entry.Details), entry.Address));
    }

    private static ApiKeyItem Item(ApiKey key) => new(key.Id, key.Name, key.Prefix, key.Scopes, key.Role, key.CreatedAt, key.ExpiresAt, key.LastUsedAt, key.CreatedById);
}

using Autonoma.Platform.Work;
using Npgsql;

namespace Autonoma.Platform.Artifacts;

/// <summary>Takes files of a run into the store and writes down that they are there, as long as the run is the worker's own.</summary>
/// <param name="database">The database.</param>
/// <param name="store">The store.</param>
public sealed class ArtifactKeeper(NpgsqlDataSource database, IArtifactStore store)
{
    /// <summary>Keeps a file.</summary>
    /// <returns>Null when it is none that is kept, or the run is not this worker's any more.</returns>
    public async Task<Artifact?> KeepAsync(RunClaim claim, int attempt, string name, string path, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (!ArtifactKeys.IsName(name))
            return null;
        var artifact = new Artifact { OrganizationId = claim.OrganizationId, RunId = claim.RunId, Attempt = attempt, Name = name, Kind = ArtifactKeys.KindOf(name), Size = new FileInfo(path).Length };
        await store.PutAsync(ArtifactKeys.Of(claim.OrganizationId, claim.RunId, attempt, name), path, ArtifactKeys.ContentTypeOf(name), cancellationToken).ConfigureAwait(false);
        var command = database.CreateCommand(
            """
            INSERT INTO artifacts (id, organization_id, created_at, run_id, attempt, name, kind, size)
            SELECT @id, organization_id, now(), id, @attempt, @name, @kind, @size FROM runs WHERE id = @run AND fence = @fence AND status = 'Running'
            ON CONFLICT (run_id, attempt, name) DO UPDATE SET size = excluded.size, created_at = excluded.created_at
            RETURNING id
            """);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue("id", artifact.Id);
            command.Parameters.AddWithValue("attempt", attempt);
            command.Parameters.AddWithValue("name", name);
            command.Parameters.AddWithValue("kind", artifact.Kind);
            command.Parameters.AddWithValue("size", artifact.Size);
            command.Parameters.AddWithValue("run", claim.RunId);
            command.Parameters.AddWithValue("fence", claim.Fence);
            return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is Guid id
                ? new() { Id = id, OrganizationId = artifact.OrganizationId, RunId = artifact.RunId, Attempt = attempt, Name = name, Kind = artifact.Kind, Size = artifact.Size }
                : null;
        }
    }
}

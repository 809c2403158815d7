using System.Security.Cryptography;
using System.Text;
using Autonoma.Platform.Executing;
using Npgsql;
using NpgsqlTypes;

namespace Autonoma.Platform.Work;

/// <summary>Keeps what a run leaves for later runs, in the transaction of its verdict: the recording of a passed run, or a proposal.</summary>
internal static class RecordingKeeper
{
    public static async Task KeepAsync(NpgsqlConnection connection, RunClaim claim, RunOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome.Recording is not { } content)
            return;
        content = RunVerdicts.Storable(content);
        var sql = outcome.Heals is null
            ? """
              INSERT INTO recordings (id, organization_id, created_at, application_id, test_id, branch_id, run_id, content, hash, updated_at, version)
              SELECT @id, organization_id, now(), application_id, test_id, branch_id, id, @content, @hash, now(), 1 FROM runs WHERE id = @run AND test_id IS NOT NULL AND branch_id IS NOT NULL
              ON CONFLICT (test_id, branch_id) DO UPDATE SET content = excluded.content, hash = excluded.hash, run_id = excluded.run_id, updated_at = now(), version = recordings.version + 1
              WHERE recordings.hash <> excluded.hash
              """
            : """
              WITH older AS (
                  UPDATE heals SET state = 'Outdated', decided_at = now() FROM runs WHERE runs.id = @run AND heals.test_id = runs.test_id AND heals.branch_id = runs.branch_id AND heals.state = 'Proposed'
                  RETURNING heals.id
              )
              INSERT INTO heals (id, organization_id, created_at, application_id, test_id, branch_id, run_id, base_hash, content, heals, state)
              SELECT @id, runs.organization_id, now(), runs.application_id, runs.test_id, runs.branch_id, runs.id, coalesce(recordings.hash, ''), @content, @heals, 'Proposed'
              FROM runs LEFT JOIN recordings ON recordings.test_id = runs.test_id AND recordings.branch_id = runs.branch_id
              WHERE runs.id = @run AND runs.test_id IS NOT NULL AND runs.branch_id IS NOT NULL AND (SELECT count(*) FROM older) >= 0
              """;
        await RunQueue.ExecuteAsync(
            connection,
            sql,
            cancellationToken,
            new("id", Guid.CreateVersion7()),
            new("run", claim.RunId),
            new("content", content),
            new("hash", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))),
            new("heals", NpgsqlDbType.Jsonb) { Value = (object?)outcome.Heals ?? DBNull.Value }).ConfigureAwait(false);
    }
}

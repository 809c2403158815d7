using Autonoma.Platform.Work;
using Npgsql;

namespace Autonoma.Platform.Webhooks;

/// <summary>Tells webhooks that a suite run has ended, in the transaction that ends it: told once, or not ended.</summary>
public sealed class SuiteRunWebhooks(TimeProvider time) : ISuiteRunEnded
{
    /// <inheritdoc/>
    public async Task EndedAsync(NpgsqlConnection connection, Guid suiteRun, CancellationToken cancellationToken)
    {
        var read = new NpgsqlCommand("SELECT organization_id, application_id, number, status, trigger, commit, url, total, passed, failed, errors, cancelled FROM suite_runs WHERE id = $1", connection) { Parameters = { new() { Value = suiteRun } } };
        Guid organization;
        object data;
        await using (read.ConfigureAwait(false))
        {
            var reader = await read.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using var _ = reader.ConfigureAwait(false);
            if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                return;
            organization = reader.GetGuid(0);
            data = new
            {
                suiteRunId = suiteRun,
                applicationId = reader.GetGuid(1),
                number = reader.GetInt32(2),
                status = reader.GetString(3).ToLowerInvariant(),
                trigger = reader.GetString(4),
                commit = reader.IsDBNull(5) ? null : reader.GetString(5),
                url = reader.IsDBNull(6) ? null : reader.GetString(6),
                counts = new { total = reader.GetInt32(7), passed = reader.GetInt32(8), failed = reader.GetInt32(9), errors = reader.GetInt32(10), cancelled = reader.GetInt32(11) },
            };
        }

        await WebhookQueue.EnqueueAsync(connection, organization, WebhookEvents.SuiteRunFinished, data, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
    }
}

using Autonoma.Platform.Webhooks;
using Autonoma.Platform.Work;
using Npgsql;

namespace Autonoma.Server.Work;

/// <summary>Writes down, in the transaction that ends a suite run, whom that is to be told: nobody is forgotten, and nobody hears of what did not happen.</summary>
internal sealed class SuiteRunWebhooks : ISuiteRunEnded
{
    private const string Sql = """
        INSERT INTO webhook_deliveries (id, organization_id, created_at, webhook_id, event, payload, status, attempts, next_attempt_at)
        SELECT gen_random_uuid(), hook.organization_id, now(), hook.id, @event,
            jsonb_build_object('event', @event, 'createdAt', now(), 'suiteRun', jsonb_build_object(
                'id', suite.id, 'number', suite.number, 'applicationId', suite.application_id, 'application', application.name, 'status', lower(suite.status), 'trigger', suite.trigger, 'commit', suite.commit, 'url', suite.url,
                'total', suite.total, 'passed', suite.passed, 'failed', suite.failed, 'errors', suite.errors, 'cancelled', suite.cancelled, 'startedAt', suite.started_at, 'endedAt', suite.ended_at))::text,
            'Pending', 0, now()
        FROM suite_runs suite JOIN applications application ON application.id = suite.application_id
        JOIN webhooks hook ON hook.organization_id = suite.organization_id AND hook.is_enabled AND (cardinality(hook.events) = 0 OR @event = ANY (hook.events))
        WHERE suite.id = @suite
        """;

    public async Task EndedAsync(NpgsqlConnection connection, Guid suiteRun, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql, connection);
        command.Parameters.AddWithValue("suite", suiteRun);
        command.Parameters.AddWithValue("event", WebhookEvents.SuiteRunFinished);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

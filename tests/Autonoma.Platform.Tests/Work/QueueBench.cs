using Autonoma.Platform.Executing;
using Autonoma.Platform.Work;
using Npgsql;

namespace Autonoma.Platform.Tests.Work;

/// <summary>Organizations with runs in the queue, and what reads them back.</summary>
internal sealed class QueueBench(NpgsqlDataSource database) : IAsyncDisposable
{
    private int _numbers;

    public NpgsqlDataSource Database { get; } = database;

    public CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    public async Task<(Guid Organization, Guid Application)> ApplicationAsync(Guid? organization = null)
    {
        var owner = organization ?? Guid.CreateVersion7();
        var application = Guid.CreateVersion7();
        if (organization is null)
            await ExecuteAsync("INSERT INTO organizations (id, name, slug, updated_at, version, created_at) VALUES (@a, @c, @c, now(), 1, now())", owner, owner, owner.ToString("N"));
        await ExecuteAsync(
            "INSERT INTO applications (id, name, slug, platform, instructions, updated_at, version, created_at, organization_id) VALUES (@a, @c, @c, 'Web', '', now(), 1, now(), @b)", application, owner, application.ToString("N"));
        return (owner, application);
    }

    public async Task<(Guid SuiteRun, List<Guid> Runs)> SuiteRunAsync((Guid Organization, Guid Application) app, int count, params int[] priorities)
    {
        var suite = Guid.CreateVersion7();
        await using var command = Database.CreateCommand(
            "INSERT INTO suite_runs (id, organization_id, created_at, application_id, number, status, trigger, total, passed, failed, errors, cancelled) VALUES (@id, @organization, now(), @application, @number, 'Queued', 'manual', @total, 0, 0, 0, 0)");
        command.Parameters.AddWithValue("id", suite);
        command.Parameters.AddWithValue("organization", app.Organization);
        command.Parameters.AddWithValue("application", app.Application);
        command.Parameters.AddWithValue("number", Interlocked.Increment(ref _numbers));
        command.Parameters.AddWithValue("total", count);
        await command.ExecuteNonQueryAsync(Token);
        var runs = new List<Guid>();
        var queuedAt = TimeProvider.System.GetUtcNow();
        for (var i = 0; i < count; i++)
        {
            // Made in one moment, as the server makes them: only the position says which comes first.
            var run = Guid.NewGuid();
            runs.Add(run);
            await using var insert = Database.CreateCommand(
                """
                INSERT INTO runs (id, organization_id, created_at, application_id, suite_run_id, title, path, position, status, reasoning, request, priority, queued_at, fence, claims, attempt, last_sequence, steps_total, steps_done)
                VALUES (@id, @organization, now(), @application, @suite, @title, @title, @position, 'Queued', '', '{}', @priority, @queued, 0, 0, 0, 0, 0, 0)
                """);
            insert.Parameters.AddWithValue("id", run);
            insert.Parameters.AddWithValue("organization", app.Organization);
            insert.Parameters.AddWithValue("application", app.Application);
            insert.Parameters.AddWithValue("suite", suite);
            insert.Parameters.AddWithValue("title", $"test-{i}");
            insert.Parameters.AddWithValue("position", i);
            insert.Parameters.AddWithValue("queued", queuedAt);
            insert.Parameters.AddWithValue("priority", priorities.ElementAtOrDefault(i));
            await insert.ExecuteNonQueryAsync(Token);
        }

        return (suite, runs);
    }

    public async Task<T> ScalarAsync<T>(string sql, Guid? a = null, Guid? b = null, string? c = null)
    {
        await using var command = Command(sql, a, b, c);
        return (T)(await command.ExecuteScalarAsync(Token))!;
    }

    public async Task<int> ExecuteAsync(string sql, Guid? a = null, Guid? b = null, string? c = null)
    {
        await using var command = Command(sql, a, b, c);
        return await command.ExecuteNonQueryAsync(Token);
    }

    public Task<string> StatusAsync(Guid run) => ScalarAsync<string>("SELECT status FROM runs WHERE id = @a", run);

    private NpgsqlCommand Command(string sql, Guid? a, Guid? b, string? c)
    {
        var command = Database.CreateCommand(sql);
        if (a is { } first)
            command.Parameters.AddWithValue("a", first);
        if (b is { } second)
            command.Parameters.AddWithValue("b", second);
        if (c is not null)
            command.Parameters.AddWithValue("c", c);
        return command;
    }

    public static RunOutcome Passed { get; } = new() { Status = Runs.RunStatus.Passed, Reasoning = "All of it held." };

    public static WorkOptions Options { get; } = new() { Slots = 2, Lease = TimeSpan.FromSeconds(30), Name = "bench" };
}

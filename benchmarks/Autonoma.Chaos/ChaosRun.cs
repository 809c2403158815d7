using System.Diagnostics;
using System.Globalization;
using Autonoma.Platform.EmbeddedPostgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Autonoma.Chaos;

/// <summary>Starts everything, kills one thing after another until all runs have ended, and says whether what was promised held.</summary>
internal static class ChaosRun
{
    public static async Task<int> RunAsync(ChaosOptions options)
    {
        var data = Directory.CreateTempSubdirectory("autonoma-chaos-").FullName;
        var watch = Stopwatch.StartNew();
        try
        {
            await using var postgres = await EmbeddedServer.StartAsync(data, Environment.GetEnvironmentVariable, NullLogger.Instance, CancellationToken.None);
            await using var app = await ChaosApp.StartAsync();
            await using var database = new ChaosDatabase(postgres.ConnectionString, data);
            await database.StartAsync(options.Stubs, options.Real, app.Url);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{options.Stubs} stubs and {options.Real} real runs of 3 organizations on {options.Workers} workers with {options.Slots} slots each; seed {options.Seed}"));

            var own = Path.Combine(AppContext.BaseDirectory, "Autonoma.Chaos.dll");
            var server = Path.Combine(AppContext.BaseDirectory, "..", "..", "Autonoma.Server", new DirectoryInfo(AppContext.BaseDirectory).Name, "autonoma-server.dll");
            var processes = Enumerable.Range(1, options.Workers)
                .Select(i => new ChaosProcess($"worker {i}", [own, "worker", postgres.ConnectionString, data, "--slots", options.Slots.ToString(CultureInfo.InvariantCulture)]))
                .Append(new("server", [Path.GetFullPath(server), "--roles", "api", "--urls", "http://127.0.0.1:0", "--data", data, "--database-url", postgres.ConnectionString])).ToList();
            try
            {
                foreach (var process in processes)
                    process.Start();
                var kills = await KillUntilDoneAsync(options, processes, postgres, database);
                Console.WriteLine($"killed: {string.Join(", ", kills.GroupBy(kill => kill).Select(group => $"{group.Key} {group.Count()} times"))}; all runs ended after {watch.Elapsed.TotalSeconds:0} s");
                return await JudgeAsync(options, database);
            }
            finally
            {
                foreach (var process in processes)
                    process.Dispose();
            }
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<List<string>> KillUntilDoneAsync(ChaosOptions options, List<ChaosProcess> processes, EmbeddedServer postgres, ChaosDatabase database)
    {
        var random = new Random(options.Seed);
        var kills = new List<string>();
        while (true)
        {
            await Task.Delay(TimeSpan.FromSeconds(options.Pause.Least + (random.NextDouble() * (options.Pause.Most - options.Pause.Least))));
            var open = await OpenAsync(database);
            Console.WriteLine($"  {open} runs to go, {ChaosApp.Standing.Count} environments stand");
            if (open == 0)
                return kills;
            var victim = random.Next(processes.Count + 1);
            if (victim < processes.Count)
            {
                processes[victim].Kill();
                kills.Add(processes[victim].Name);
                processes[victim].Start();
            }
            else
            {
                // It is started again by whoever looks after it.
                var id = int.Parse((await File.ReadAllLinesAsync(Path.Combine(postgres.Folder, "cluster", "postmaster.pid")))[0], CultureInfo.InvariantCulture);
                using var process = Process.GetProcessById(id);
                process.Kill();
                kills.Add("PostgreSQL");
            }
        }
    }

    private static async Task<long> OpenAsync(ChaosDatabase database)
    {
        for (var tried = 0; ; tried++)
        {
            try
            {
                return await database.CountAsync("SELECT count(*) FROM runs WHERE status IN ('Queued', 'Running')");
            }
            catch (NpgsqlException) when (tried < 60)
            {
                await Task.Delay(500);
            }
        }
    }

    private static async Task<int> JudgeAsync(ChaosOptions options, ChaosDatabase database)
    {
        // What a dead worker left is torn down within a minute.
        var patience = Stopwatch.StartNew();
        while (patience.Elapsed < TimeSpan.FromSeconds(60) && (!ChaosApp.Standing.IsEmpty || await database.CountAsync("SELECT count(*) FROM environment_instances WHERE state IN ('Sent', 'Standing')") > 0))
            await Task.Delay(500);
        var all = options.Stubs + options.Real;
        var wrong = 0;
        Say("runs that have ended", await database.CountAsync("SELECT count(*) FROM runs WHERE status NOT IN ('Queued', 'Running')"), all);
        Say("last events, one for each run", await database.CountAsync("SELECT count(*) FROM run_events WHERE data ? 'final'"), all);
        Say("runs with more than one last event", await database.CountAsync("SELECT count(*) FROM (SELECT 1 FROM run_events WHERE data ? 'final' GROUP BY run_id HAVING count(*) > 1) twice"), 0);
        // A run that had a worker die under it three times is closed instead of being tried for ever; that is its one verdict.
        var closed = await database.CountAsync("SELECT count(*) FROM runs WHERE status = 'Error' AND failure_kind = 'EngineError' AND reasoning LIKE '% workers died %'");
        Say("claims that led to a verdict", await database.CountAsync("SELECT count(*) FROM run_attempts WHERE outcome = 'verdict'"), all - closed);
        Say("runs with more than one claim that led to a verdict", await database.CountAsync("SELECT count(*) FROM (SELECT 1 FROM run_attempts WHERE outcome = 'verdict' GROUP BY run_id HAVING count(*) > 1) twice"), 0);
        Say("claims that nobody ended", await database.CountAsync("SELECT count(*) FROM run_attempts WHERE outcome IS NULL"), 0);
        Say("runs that passed", await database.CountAsync("SELECT count(*) FROM runs WHERE status = 'Passed'"), all - closed);
        Say("sums of the suite runs", await database.CountAsync("SELECT sum(passed + failed + errors + cancelled) FROM suite_runs WHERE ended_at IS NOT NULL"), all);
        Say("events with a gap before them", await database.CountAsync("SELECT count(*) FROM (SELECT sequence, lag(sequence, 1, 0::bigint) OVER (PARTITION BY run_id ORDER BY sequence) AS before FROM run_events) pairs WHERE sequence <> before + 1"), 0);
        Say("environments that stand", ChaosApp.Standing.Count, 0);
        Say("environments that may be left", await database.CountAsync("SELECT count(*) FROM environment_instances WHERE state NOT IN ('Removed', 'Refused')"), 0);
        Console.WriteLine($"environments made: {ChaosApp.Made}; runs closed because three workers died: {closed}; claims that were lost: {await database.CountAsync("SELECT count(*) FROM run_attempts WHERE outcome = 'lost'")}");
        foreach (var (kind, seconds) in await database.RowsAsync("""
            SELECT 'longest time from the last sign of a dead worker to the end of its claim' , coalesce(round(max(extract(epoch FROM a.ended_at - w.seen_at))::numeric, 1)::text, '-') FROM run_attempts a JOIN workers w ON w.id = a.worker_id WHERE a.outcome = 'lost'
            UNION ALL SELECT 'runs that ended otherwise: ' || status || ' ' || coalesce(failure_kind, '') || ' ' || left(reasoning, 120), count(*)::text FROM runs WHERE status <> 'Passed' GROUP BY 1
            """))
            Console.WriteLine($"{kind}: {seconds}");
        Console.WriteLine(wrong == 0 ? "All of it held." : $"{wrong} of these did not hold.");
        return wrong == 0 ? 0 : 1;

        void Say(string what, long found, long expected)
        {
            wrong += found == expected ? 0 : 1;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(found == expected ? "ok  " : "FAIL")} {what}: {found}{(found == expected ? "" : $", expected {expected}")}"));
        }
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Autonoma.Load;

/// <summary>
/// Asks at a steady rate, whatever becomes of the requests before: a server that falls behind is seen to. Times are those of the client on the same machine, from the
/// moment a request was due to the last byte of its answer, and so more than the server's own.
/// </summary>
internal static class HttpPart
{
    private static readonly TimeSpan Target = TimeSpan.FromMilliseconds(200);

    /// <returns>Whether the dashboard and the list of tests kept within their time.</returns>
    public static async Task<bool> RunAsync(LoadOptions options, LoadServer server, LoadDatabase database, LoadWorld world)
    {
        var pages = await PagesAsync(database, world);
        // Connections, plans and compiled code are there before anything is measured.
        foreach (var page in pages)
        {
            for (var i = 0; i < 5; i++)
                (await server.Http.GetAsync(page.Next(i))).EnsureSuccessStatusCode();
        }

        var random = new Random(options.Seed);
        var times = new ConcurrentBag<(string Name, TimeSpan Time)>();
        var failures = new ConcurrentBag<string>();
        var under = new List<Task>();
        var all = options.Rate * options.Seconds;
        var (start, used) = (Stopwatch.GetTimestamp(), server.Used);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        for (var sent = 0; sent < all; sent++)
        {
            var due = TimeSpan.FromSeconds((double)sent / options.Rate);
            while (Stopwatch.GetElapsedTime(start) < due)
                await timer.WaitForNextTickAsync();
            var page = Choose(pages, random);
            under.Add(AskAsync(server, page.Name, page.Next(sent), due));
        }

        await Task.WhenAll(under);
        var elapsed = Stopwatch.GetElapsedTime(start);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all} requests in {elapsed.TotalSeconds:0.0} s, {failures.Count} failed; the server used {(server.Used - used) / elapsed:0.00} processors"));
        foreach (var failure in failures.Distinct(StringComparer.Ordinal).Take(10))
            Console.WriteLine($"  {failure}");
        Tell("all", [.. times.Select(one => one.Time)]);
        var isKept = failures.IsEmpty;
        foreach (var page in pages)
        {
            var p95 = Tell(page.Name, [.. times.Where(one => one.Name == page.Name).Select(one => one.Time)]);
            if (page.IsPromised && p95 > Target)
            {
                isKept = false;
                Console.WriteLine($"  {page.Name}: more than {Target.TotalMilliseconds} ms");
            }
        }

        return isKept;

        async Task AskAsync(LoadServer asked, string name, string path, TimeSpan due)
        {
            try
            {
                using var answer = await asked.Http.GetAsync(path);
                await answer.Content.ReadAsByteArrayAsync();
                if (!answer.IsSuccessStatusCode)
                    failures.Add($"{name}: {(int)answer.StatusCode}");
            }
            catch (HttpRequestException e)
            {
                failures.Add($"{name}: {e.Message}");
            }

            times.Add((name, Stopwatch.GetElapsedTime(start) - due));
        }
    }

    private static TimeSpan Tell(string name, List<TimeSpan> times)
    {
        times.Sort();
        var (p50, p95, p99) = (At(0.5), At(0.95), At(0.99));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-34} {times.Count,6}  p50 {p50.TotalMilliseconds,7:0.0} ms  p95 {p95.TotalMilliseconds,7:0.0} ms  p99 {p99.TotalMilliseconds,7:0.0} ms"));
        return p95;

        TimeSpan At(double part) => times.Count == 0 ? TimeSpan.Zero : times[(int)Math.Min(times.Count - 1, part * times.Count)];
    }

    private static Page Choose(List<Page> pages, Random random)
    {
        var at = random.Next(pages.Sum(page => page.Weight));
        return pages.First(page => (at -= page.Weight) < 0);
    }

    // What a team asks for that has the UI open: lists and pages most, the whole tree now and then.
    private static async Task<List<Page>> PagesAsync(LoadDatabase database, LoadWorld world)
    {
        var runs = await database.SampleAsync("SELECT id FROM runs WHERE ended_at IS NOT NULL", 300);
        var suites = await database.SampleAsync("SELECT id FROM suite_runs WHERE total = 100", 100);
        var tests = await database.SampleAsync("SELECT test_id AS id FROM suite_entries", 300);
        var application = $"/v1/applications/{world.Application}";
        string[] words = ["Checkout", "case 12", "invoice", "part-17", "test-9", "nothing like this"];
        return
        [
            new("dashboard", 10, _ => "/v1/dashboard", IsPromised: true),
            new("dashboard of an application", 5, _ => $"/v1/dashboard?applicationId={world.Application}&days=30", IsPromised: true),
            new("tests", 10, _ => $"{application}/tests", IsPromised: true),
            new("tests, search", 10, i => $"{application}/tests?q={Uri.EscapeDataString(words[i % words.Length])}", IsPromised: true),
            new("tests of a tag", 3, i => $"{application}/tests?tag=tag-{i % 25}", IsPromised: true),
            new("tests of a folder", 3, i => $"{application}/tests?folder=area-{i % 40}", IsPromised: true),
            new("test tree, all 10,000", 1, _ => $"{application}/test-tree"),
            new("a test", 8, i => $"/v1/tests/{tests[i % tests.Count]}"),
            new("runs", 8, _ => $"/v1/runs?applicationId={world.Application}"),
            new("runs that failed", 4, _ => "/v1/runs?status=failed"),
            new("runs of a test", 4, i => $"/v1/runs?testId={tests[i % tests.Count]}"),
            new("a run", 12, i => $"/v1/runs/{runs[i % runs.Count]}"),
            new("events of a run", 2, i => $"/v1/runs/{runs[i % runs.Count]}/events"),
            new("suite runs", 6, _ => $"/v1/suite-runs?applicationId={world.Application}"),
            new("a suite run of 100", 5, i => $"/v1/suite-runs/{suites[i % suites.Count]}"),
            new("queue", 3, _ => "/v1/queue"),
            new("who is signed in", 4, _ => "/v1/session"),
            new("applications", 2, _ => "/v1/applications"),
        ];
    }

    private sealed record Page(string Name, int Weight, Func<int, string> Next, bool IsPromised = false);
}

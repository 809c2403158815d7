using System.Globalization;

namespace Autonoma.Load;

/// <summary>The same run with many who watch it and with nobody, in turns, on one server: what viewers cost the run.</summary>
internal static class LivePart
{
    private const double Target = 1.05;

    /// <returns>Whether viewers slow a run by no more than they may.</returns>
    public static async Task<bool> RunAsync(LoadOptions options, LoadServer server, LoadWorld world)
    {
        // Both ways once before, so that nothing is compiled while it is measured.
        await OnceAsync(server, world, 0);
        await OnceAsync(server, world, options.Viewers);
        var ratios = new List<double>();
        for (var pair = 0; pair < options.Pairs; pair++)
        {
            // Who goes first changes: a machine that gets busier would otherwise always be against the same one.
            var first = await OnceAsync(server, world, pair % 2 == 0 ? 0 : options.Viewers);
            var second = await OnceAsync(server, world, pair % 2 == 0 ? options.Viewers : 0);
            var (alone, watched) = pair % 2 == 0 ? (first, second) : (second, first);
            ratios.Add(watched.Milliseconds / alone.Milliseconds);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  alone {alone.Milliseconds:0} ms, watched by {options.Viewers} {watched.Milliseconds:0} ms: {ratios[^1]:0.000}; each saw {watched.Pictures:0.0} pictures, {watched.Megabytes:0} MB sent, all viewers had seen its end {watched.Late:0.0} s after it"));
        }

        ratios.Sort();
        var median = ratios[ratios.Count / 2];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{options.Viewers} viewers: median {median:0.000} times as long ({ratios[0]:0.000} to {ratios[^1]:0.000}, {ratios.Count} pairs)"));
        return median <= Target;
    }

    private static async Task<(double Milliseconds, double Pictures, double Megabytes, double Late)> OnceAsync(LoadServer server, LoadWorld world, int viewers)
    {
        // The worker has one slot: while the first test waits, everybody comes to the second.
        var suite = (await server.PostAsync($"/v1/applications/{world.Application}/suite-runs", new { testIds = new[] { world.Wait, world.Test } }))["id"]!.GetValue<Guid>();
        var run = (await server.GetAsync($"/v1/suite-runs/{suite}"))["runs"]!.AsArray()[^1]!["id"]!.GetValue<Guid>();
        var watching = await Task.WhenAll(Enumerable.Range(0, viewers).Select(_ => Viewer.WatchAsync(server, run)));
        try
        {
            if ((await server.GetAsync($"/v1/runs/{run}"))["status"]!.GetValue<string>() != "queued")
                throw new InvalidOperationException("The run began before everybody watched: the machine is too busy to say anything.");
            await LoadWorld.EndedAsync(server, suite);
            var ended = await server.GetAsync($"/v1/runs/{run}");
            var all = ended["lastSequence"]!.GetValue<long>();
            await UntilAsync(() => watching.All(viewer => viewer.SawTheEnd));
            var late = TimeProvider.System.GetUtcNow() - ended["endedAt"]!.GetValue<DateTimeOffset>();
            if (watching.FirstOrDefault(viewer => viewer.Events != all) is { } other)
                throw new InvalidOperationException($"A viewer saw {other.Events} of {all} events.");
            return (ended["durationMs"]!.GetValue<double>(), viewers == 0 ? 0 : watching.Average(viewer => viewer.Pictures), watching.Sum(viewer => viewer.Bytes) / 1e6, late.TotalSeconds);
        }
        finally
        {
            foreach (var viewer in watching)
                await viewer.DisposeAsync();
        }
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!holds())
            await timer.WaitForNextTickAsync(patience.Token);
    }
}

using System.Diagnostics;
using System.Globalization;
using Autonoma.Engine.Web;

namespace Autonoma.Speed;

/// <summary>The tool as users run it: tests a minute by workers, and start-up.</summary>
public static class ToolRuns
{
    public static async Task WorkersAsync(Uri shop)
    {
        foreach (var workers in (int[])[1, 2, 4])
        {
            var (seconds, output) = await RunAsync("test", Path.Combine(Repository.Root, "samples", "Shop", "tests"), "--priority", "Critical", "--base-url", shop.ToString(), "--workers", workers.ToString(CultureInfo.InvariantCulture), "--reporter", "line", "--output", Path.Combine(Path.GetTempPath(), "autonoma-speed"));
            var count = Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples", "Shop", "tests"), "*.md", SearchOption.AllDirectories).Count(file => File.ReadAllText(file).Contains("\npriority: Critical", StringComparison.Ordinal));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {workers} workers: {count} tests in {seconds:0.0} s, {60 * count / seconds:0} tests a minute ({output.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault()?.Trim()})"));
        }
    }

    /// <summary>A browser's launch and a run of one step, in turn: the difference is what the tool itself takes, its report and its end included.</summary>
    public static async Task StartUpAsync(Uri shop, string? executable)
    {
        var runs = new List<double>();
        var launches = new List<double>();
        for (var i = -1; i < 5; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await (await WebBrowser.LaunchAsync(new BrowserOptions { ExecutablePath = executable }, CancellationToken.None)).DisposeAsync();
            var launch = Stopwatch.GetElapsedTime(start).TotalSeconds;
            var run = (await RunAsync("run", "--instruction", "Verify that \"25 products\" is displayed", "--url", shop.ToString(), "--output", Path.Combine(Path.GetTempPath(), "autonoma-speed"))).Seconds;
            if (i < 0)
                continue;
            launches.Add(launch);
            runs.Add(run);
        }

        var rest = runs.Zip(launches, (run, launch) => run - launch).Order().ElementAt(2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  one-step run, process start to end: median {runs.Order().ElementAt(2):0.00} s; a browser launch alone: {launches.Order().ElementAt(2):0.00} s; the rest: median {rest:0.00} s"));
    }

    private static async Task<(double Seconds, string Output)> RunAsync(params string[] arguments)
    {
        var info = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        info.ArgumentList.Add(Repository.Built("Autonoma.Cli", "autonoma.dll"));
        foreach (var argument in arguments)
            info.ArgumentList.Add(argument);
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(info)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode is not (0 or 1))
            throw new InvalidOperationException($"The tool ended with {process.ExitCode}: {await error}{output}");
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, output);
    }
}

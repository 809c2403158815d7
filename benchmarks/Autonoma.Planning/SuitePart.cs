using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Autonoma.Planner.CodeAnalysis;
using Autonoma.Planner.CodeAnalysis.Artifacts;

namespace Autonoma.Planning;

/// <summary>Generates a suite for the healthy shop, and runs it against the shop with each of its seeded bugs.</summary>
public sealed partial class SuitePart(TextWriter console)
{
    private const int Bugs = 20;

    /// <summary>Runs it; true when the figures are those that are asked for.</summary>
    /// <param name="keep">Folder that the suite is written to, or that holds one already; null for one that is removed.</param>
    /// <param name="only">Bugs to try; empty for all.</param>
    /// <param name="minutes">Time for exploring, and for running.</param>
    public async Task<bool> RunAsync(string? keep, IReadOnlyCollection<int> only, double minutes)
    {
        var folder = keep is null ? Directory.CreateTempSubdirectory("autonoma-planning-").FullName : Path.GetFullPath(keep);
        var suite = Path.Combine(folder, "qa-tests");
        try
        {
            using (var shop = await ShopProcess.StartAsync())
            {
                if (!Directory.Exists(suite))
                    await GenerateAsync(folder, suite, shop.Url, minutes);
                var (passed, failed) = await Tool.TestAsync(suite, shop.Url, stopAtFirst: false);
                await console.WriteLineAsync($"| Healthy shop | {passed} of {passed + failed.Count} tests pass |");
                foreach (var (file, _, reason) in failed)
                    await console.WriteLineAsync($"    {file}: {reason}");
                if (failed.Count > 0)
                    return false;
            }

            return await BugsAsync(suite, only);
        }
        finally
        {
            if (keep is null)
                Directory.Delete(folder, recursive: true);
        }
    }

    private async Task GenerateAsync(string folder, string suite, Uri url, double minutes)
    {
        Directory.CreateDirectory(folder);
        var report = await CodebaseAnalysis.AnalyzeAsync(Repository.Shop);
        var features = Path.Combine(folder, "features.json");
        await File.WriteAllTextAsync(features, KnowledgeWriter.Features(report).Write());
        await File.WriteAllTextAsync(Path.Combine(folder, "AUTONOMA.md"), KnowledgeWriter.Knowledge(report).Write());
        var started = Stopwatch.GetTimestamp();
        var (code, said) = await Tool.RunAsync(true, "generate", url.ToString(), "--data-per-session", "--sign-in", Path.Combine(Repository.Shop, "tests", "login", "sign-in.md"), "--features", features, "--output", suite, "--minutes", minutes.ToString(CultureInfo.InvariantCulture), "--offline");
        if (code != 0)
            throw new InvalidOperationException($"Nothing was generated: {said}");
        var (linted, problems) = await Tool.RunAsync(false, "lint", suite, "--base-url", url.ToString());
        await console.WriteLineAsync("| What | Figure |\n| --- | --- |");
        await console.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"| Generated and run twice | {said.Split('\n')[0].Trim()} {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s in all, {Environment.ProcessorCount} cores |"));
        foreach (var tier in TierLine().Matches(await File.ReadAllTextAsync(Path.Combine(suite, "INDEX.md"))).Select(match => match.Value))
            await console.WriteLineAsync(tier);
        await console.WriteLineAsync($"| Lint | {(linted == 0 ? "no errors" : problems.Trim())} |");
    }

    private async Task<bool> BugsAsync(string suite, IReadOnlyCollection<int> only)
    {
        await console.WriteLineAsync("\n| Bug | Caught by | Says |\n| --- | --- | --- |");
        var caught = 0;
        var tried = Enumerable.Range(1, Bugs).Where(bug => only.Count == 0 || only.Contains(bug)).ToList();
        foreach (var bug in tried)
        {
            using var shop = await ShopProcess.StartAsync(bug);
            var (_, failed) = await Tool.TestAsync(suite, shop.Url, stopAtFirst: true);
            // What fails must fail again by itself: then it is the bug, and no accident of the machine.
            var again = failed.Count == 0 ? [] : (await Tool.TestAsync(Path.Combine(suite, failed[0].File), shop.Url, stopAtFirst: true)).Failed;
            caught += again.Count > 0 ? 1 : 0;
            await console.WriteLineAsync(again.Count == 0 ? $"| {bug} | nothing | {(failed.Count > 0 ? $"{failed[0].File} failed once" : "")} |" : $"| {bug} | {failed[0].File} | {again[0].Failure}: {Short(again[0].Reason)} |");
        }

        await console.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"\nCaught: {caught} of {tried.Count} ({100.0 * caught / Math.Max(1, tried.Count):0} %)."));
        return caught * 4 >= tried.Count * 3;
    }

    private static string Short(string text) => text.ReplaceLineEndings(" ") is var line && line.Length > 160 ? line[..157] + "..." : line;

    [GeneratedRegex(@"^\| [123] (?:core|supporting|the rest) .*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex TierLine();
}

using System.Diagnostics;
using System.Text.Json;

namespace Autonoma.EndToEnd.Tests.SampleShop;

/// <summary>What the <c>autonoma</c> tool left of a suite: its exit code, its words and its JSON report.</summary>
internal sealed record ToolRun(int ExitCode, string Output, IReadOnlyList<ToolRun.Outcome> Tests)
{
    /// <summary>One test of the report.</summary>
    /// <param name="File">Path inside the suite.</param>
    /// <param name="Status">passed, failed ...</param>
    /// <param name="Failure">What kind of failure; <c>none</c> when it passed.</param>
    /// <param name="Reasoning">Why, in words.</param>
    /// <param name="Decisions">How often something was decided.</param>
    internal sealed record Outcome(string File, string Status, string Failure, string Reasoning, int Decisions);

    /// <summary>Runs the tool on files or folders, in a folder of its own that is removed afterwards.</summary>
    public static async Task<ToolRun> TestAsync(string path, string baseUrl, int workers, CancellationToken cancellationToken, params string[] more)
    {
        var output = Directory.CreateTempSubdirectory("autonoma-e2e-").FullName;
        try
        {
            var start = new ProcessStartInfo(RepositoryPaths.Executable("autonoma")) { RedirectStandardOutput = true, RedirectStandardError = true };
            string[] arguments = ["test", path, "--base-url", baseUrl, "--workers", $"{workers}", "--offline", "--reporter", "line", "--reporter", "json", "--output", output, .. more.Length > 0 ? more : ["--mode", "record", "--no-record"]];
            foreach (var argument in arguments) start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            var said = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var complained = process.StandardError.ReadToEndAsync(cancellationToken);
            try
            {
                await process.WaitForExitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
            return new ToolRun(process.ExitCode, await said + await complained, Read(output));
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }

    private static List<Outcome> Read(string folder)
    {
        var file = Path.Combine(folder, "report.json");
        if (!File.Exists(file)) return [];
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return [.. document.RootElement.GetProperty("tests").EnumerateArray().Select(test =>
        {
            var last = test.GetProperty("tries").EnumerateArray().LastOrDefault();
            return new Outcome(
                test.GetProperty("file").GetString()!,
                test.GetProperty("status").GetString()!,
                last.ValueKind == JsonValueKind.Object && last.TryGetProperty("failure", out var failure) ? failure.GetString()! : "none",
                last.ValueKind == JsonValueKind.Object && last.TryGetProperty("reasoning", out var reasoning) ? reasoning.GetString() ?? "" : "",
                last.ValueKind == JsonValueKind.Object && last.TryGetProperty("decisions", out var decisions) ? decisions.GetInt32() : 0);
        })];
    }
}

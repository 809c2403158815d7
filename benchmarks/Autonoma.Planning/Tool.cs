using System.Diagnostics;
using System.Text.Json;

namespace Autonoma.Planning;

/// <summary>The <c>autonoma</c> tool as a process of its own.</summary>
public static class Tool
{
    /// <summary>Runs it to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(bool loud, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Built("Autonoma.Cli", "autonoma.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = !loud, WorkingDirectory = Path.GetTempPath() };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = loud ? Task.FromResult("") : process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Runs tests and answers those that failed, each with its reason.</summary>
    /// <param name="path">A suite, or one test.</param>
    /// <param name="url">The shop.</param>
    /// <param name="stopAtFirst">Whether the first failure is enough.</param>
    public static async Task<(int Passed, List<(string File, string Failure, string Reason)> Failed)> TestAsync(string path, Uri url, bool stopAtFirst)
    {
        var output = Directory.CreateTempSubdirectory("autonoma-planning-").FullName;
        try
        {
            string[] most = stopAtFirst ? ["--max-failures", "1"] : [];
            var (code, said) = await RunAsync(false, ["test", path, "--base-url", url.ToString(), "--workers", "2", "--offline", "--no-record", "--reporter", "json", "--output", output, .. most]);
            var report = Path.Combine(output, "report.json");
            if (!File.Exists(report))
                throw new InvalidOperationException($"The tests could not be run (exit code {code}): {said}");
            using var document = JsonDocument.Parse(await File.ReadAllTextAsync(report));
            var tests = document.RootElement.GetProperty("tests").EnumerateArray().Select(test => (File: test.GetProperty("file").GetString()!, Status: test.GetProperty("status").GetString()!, Last: test.GetProperty("tries").EnumerateArray().LastOrDefault())).ToList();
            return (tests.Count(test => test.Status == "passed"), [.. tests.Where(test => test.Status == "failed").Select(test => (test.File, Text(test.Last, "failure"), Text(test.Last, "reasoning")))]);
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }

    private static string Text(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}

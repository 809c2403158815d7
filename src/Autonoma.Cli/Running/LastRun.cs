using System.Text.Json;
using System.Text.Json.Serialization;
using Autonoma.Engine.Reporting;

namespace Autonoma.Cli.Running;

/// <summary>What failed last time, kept under the output folder for <c>--last-failed</c>.</summary>
/// <param name="Version">Of the form.</param>
/// <param name="Suite">Folder of the suite: what failed in another one says nothing here.</param>
/// <param name="Failed">Paths of the tests that failed, were stopped or did not run, relative to the suite.</param>
internal sealed record LastRun(int Version, string Suite, IReadOnlyList<string> Failed)
{
    /// <summary>Name of the file; it also marks a folder as one that the tool may clear.</summary>
    public const string FileName = "last-run.json";

    /// <summary>The last run of an output folder; null when there is none, or it cannot be read.</summary>
    public static LastRun? Read(string output)
    {
        var path = Path.Combine(output, FileName);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllText(path), LastRunJson.Default.LastRun) : null;
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            return null;
        }
    }

    /// <summary>Keeps what failed. Tests that were left out by filters keep their place, so that mending one test does not forget the others.</summary>
    public static void Write(string output, SuiteResult result)
    {
        var ran = result.Tests.Select(test => test.Test.Case.RelativePath).ToHashSet(StringComparer.Ordinal);
        var earlier = Read(output) is { } last && last.Suite == result.Suite.Folder ? last.Failed.Where(path => !ran.Contains(path)) : [];
        var failed = result.Tests.Where(test => test.Status is TestStatus.Failed or TestStatus.Cancelled or TestStatus.NotRun).Select(test => test.Test.Case.RelativePath);
        Directory.CreateDirectory(output);
        File.WriteAllText(Path.Combine(output, FileName), JsonSerializer.Serialize(new LastRun(1, result.Suite.Folder, [.. earlier.Concat(failed).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]), LastRunJson.Default.LastRun) + "\n");
    }

    /// <summary>Removes the artifacts of the run before. Only in a folder that a run has marked: anything else there is the user's.</summary>
    public static void Clear(string output)
    {
        if (!File.Exists(Path.Combine(output, FileName)))
            return;
        foreach (var folder in (string[])["tests", "data", "screenshots"])
        {
            if (Directory.Exists(Path.Combine(output, folder)))
                Directory.Delete(Path.Combine(output, folder), recursive: true);
        }
    }
}

/// <summary>The form of the file, compiled.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(LastRun))]
internal sealed partial class LastRunJson : JsonSerializerContext;

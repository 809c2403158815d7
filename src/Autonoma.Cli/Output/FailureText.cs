using Autonoma.Engine.Reporting;
using Autonoma.Engine.Running;

namespace Autonoma.Cli.Output;

/// <summary>A failed test as a person wants to read it: where, which step, expected, found, what to do next.</summary>
internal static class FailureText
{
    /// <summary>The lines, without indentation.</summary>
    public static IEnumerable<string> Lines(SuiteTest test, RunResult result) => Said(test, result).Select(TerminalText.Line);

    private static IEnumerable<string> Said(SuiteTest test, RunResult result)
    {
        var step = result.Steps.FirstOrDefault(step => step.Status == StepStatus.Failed && step.Section != "expected")
            ?? result.Steps.FirstOrDefault(step => step.Status == StepStatus.Failed);
        if (step is null)
        {
            foreach (var line in result.Reasoning.Split('\n'))
                yield return line;
            yield break;
        }

        var place = Place(test, step.Line);
        yield return $"{(step.Section == "setup" ? "Setup step" : step.Section == "expected" ? "Expected result" : "Step")} {step.Number}{(place.Length > 0 ? $" ({place})" : "")}: {OneLine(step.Text)}";
        var claims = step.Attempts.LastOrDefault(attempt => attempt.Status == StepStatus.Failed)?.Claims.Where(claim => claim.Verdict != "held").ToList() ?? [];
        foreach (var claim in claims)
        {
            yield return $"Expected: {OneLine(claim.Expected.Length > 0 ? claim.Expected : claim.Claim)}";
            yield return $"{(claim.Verdict == "undecidable" ? "Cannot be judged: " : "Found:    ")}{OneLine(claim.Found)}";
        }

        var message = step.Message.Length > 0 ? step.Message : result.Reasoning;
        // The claims have said it already, part by part.
        if (claims.Count > 0 && claims.All(claim => message.Contains(claim.Found, StringComparison.Ordinal)))
            yield break;
        foreach (var line in message.Split('\n').Where(line => line.Trim().Length > 0))
            yield return line.TrimEnd();
    }

    /// <summary>Path and line of a step, relative to where the user stands when it can be.</summary>
    public static string Place(SuiteTest test, int line)
    {
        var file = test.Case.File.Length > 0 ? Path.GetRelativePath(Directory.GetCurrentDirectory(), test.Case.File).Replace('\\', '/') : "";
        if (file.StartsWith("../..", StringComparison.Ordinal))
            file = test.Case.File;
        return file.Length == 0 ? "" : line > 0 ? $"{file}:{line}" : file;
    }

    /// <summary>A sentence with a table below it, on one line.</summary>
    public static string OneLine(string text)
    {
        var line = TerminalText.Line(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return line.Length > 300 ? line[..297] + "..." : line;
    }
}

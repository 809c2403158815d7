using System.Text.Json;
using Autonoma.Engine.Artifacts;
using Autonoma.Engine.Recording.Healing;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Reporting.Html;

/// <summary>From the tries of a test, and the files that they left, to the data of its page.</summary>
internal sealed class HtmlTestBuilder(string outputFolder, PictureStore store)
{
    // A page that logs without end must not make its report unreadable; errors are kept before other lines.
    private const int LongestLog = 400;

    private static readonly string[] Logs = ["network.jsonl", "console.jsonl"];

    public HtmlTest Build(SuiteTest test, IReadOnlyList<RunResult> tries)
    {
        var pictures = new List<StoredPicture>();
        var indexOf = new Dictionary<StoredPicture, int>();
        return new HtmlTest
        {
            Description = test.Case.Description,
            Intent = test.Case.Intent,
            MightCatch = test.Case.MightCatch,
            Scenario = test.Case.Scenario,
            Tries = [.. tries.Select(BuildTry)],
            Pictures = pictures,
        };

        HtmlTry BuildTry(RunResult run)
        {
            var (log, leftOut) = ReadLog(run);
            return new HtmlTry
            {
                Try = run.Try,
                Reason = run.Reason,
                Failure = run.Failure,
                Reasoning = run.Reasoning,
                StartedAt = run.StartedAt,
                Duration = run.Duration,
                Platform = run.Platform,
                StartUrl = run.StartUrl,
                Viewport = run.Viewport,
                AssertionsHeld = run.AssertionsHeld,
                Memory = run.Memory,
                Notes = run.Notes,
                Steps = [.. run.Steps.Select(step => BuildStep(run, step))],
                Final = PictureIndex(run, run.FinalScreenshot),
                Video = run.Video is { } video && run.ArtifactsFolder is { } folder ? $"{folder}/{video}" : null,
                Heals = [.. run.Heals.Select(heal => BuildHeal(run, heal))],
                ModelUse = run.ModelUse,
                Log = log,
                LogLeftOut = leftOut,
                Files = ListFiles(run),
            };
        }

        HtmlStep BuildStep(RunResult run, StepResult step) => new()
        {
            Number = step.Number,
            Section = step.Section,
            Text = step.Text,
            Line = step.Line,
            Status = step.Status,
            Message = step.Message,
            Failure = step.Failure,
            By = step.DecidedBy,
            Duration = step.Duration,
            Attempts = [.. step.Attempts.Select(attempt => new HtmlAttempt
            {
                Command = attempt.Arguments.Command,
                Arguments = attempt.Arguments,
                Status = attempt.Status,
                Outcome = attempt.Outcome,
                Failure = attempt.Failure,
                Output = attempt.Output,
                StartedAt = attempt.StartedAt,
                Duration = attempt.Duration,
                Target = attempt.Target,
                TargetBounds = attempt.TargetBounds,
                Confidence = attempt.Confidence,
                Considered = attempt.Considered,
                Claims = attempt.Claims,
                UrlBefore = attempt.UrlBefore,
                UrlAfter = attempt.UrlAfter,
                Before = PictureIndex(run, attempt.ScreenshotBefore),
                After = PictureIndex(run, attempt.ScreenshotAfter),
            })],
        };

        HtmlHeal BuildHeal(RunResult run, Heal heal)
        {
            var (drifted, healed) = heal.AttemptsOf(run);
            return new()
            {
                Step = heal.Number,
                By = heal.By,
                Recorded = heal.Recorded,
                Now = heal.Now,
                Moved = heal.Moved,
                Before = PictureIndex(run, drifted?.ScreenshotBefore ?? drifted?.ScreenshotAfter),
                After = PictureIndex(run, healed?.ScreenshotAfter ?? healed?.ScreenshotBefore),
            };
        }

        int? PictureIndex(RunResult run, string? name)
        {
            if (name is null || run.ArtifactsFolder is null || store.Add(Path.Combine(outputFolder, run.ArtifactsFolder, "screenshots", name)) is not { } picture)
                return null;
            if (!indexOf.TryGetValue(picture, out var index))
            {
                indexOf[picture] = index = pictures.Count;
                pictures.Add(picture);
            }

            return index;
        }
    }

    private (IReadOnlyList<LogLine> Lines, int LeftOut) ReadLog(RunResult run)
    {
        if (run.ArtifactsFolder is null)
            return ([], 0);
        var lines = Logs
            .SelectMany(name => ReadLines(Path.Combine(outputFolder, run.ArtifactsFolder, name)))
            .OrderBy(line => line.At)
            .ToList();
        if (lines.Count <= LongestLog)
            return (lines, 0);
        var kept = lines.Select((line, index) => (line, index))
            .OrderBy(entry => entry.line.Level switch { "error" => 0, "warning" => 1, _ => 2 })
            .ThenByDescending(entry => entry.index)
            .Take(LongestLog)
            .OrderBy(entry => entry.index)
            .Select(entry => entry.line)
            .ToList();
        return (kept, lines.Count - kept.Count);
    }

    private static IEnumerable<LogLine> ReadLines(string path)
    {
        if (!File.Exists(path))
            return [];
        try
        {
            return [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize(line, ArtifactJson.OneLine<LogLine>())).OfType<LogLine>()];
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return [];
        }
    }

    private List<HtmlFile> ListFiles(RunResult run)
    {
        if (run.ArtifactsFolder is null || new DirectoryInfo(Path.Combine(outputFolder, run.ArtifactsFolder)) is not { Exists: true } folder)
            return [];
        return [.. folder.EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(file => new HtmlFile(Path.GetRelativePath(folder.FullName, file.FullName).Replace('\\', '/'), "", file.Length))
            .Where(file => !file.Name.StartsWith("screenshots/", StringComparison.Ordinal) && !file.Name.EndsWith(".part", StringComparison.Ordinal))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => file with { Href = string.Join('/', $"{run.ArtifactsFolder}/{file.Name}".Split('/').Select(Uri.EscapeDataString)) })];
    }
}

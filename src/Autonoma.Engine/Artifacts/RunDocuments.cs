using System.Text.Json;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Artifacts;

/// <summary>The steps of a run: what was done, without the evidence for it.</summary>
internal sealed record StepsDocument(int Version, string Test, string? File, IReadOnlyList<StepResult> Steps);

/// <summary>The decisions of a run, each with its evidence.</summary>
internal sealed record ConversationDocument(int Version, string Test, string? File, IReadOnlyList<DecisionEntry> Decisions);

/// <summary>From a sentence to a command and the element it went to; without a command, why there is none.</summary>
internal sealed record DecisionEntry
{
    public required int Step { get; init; }
    public required string Section { get; init; }
    public int Line { get; init; }
    public required string Sentence { get; init; }
    public CommandArguments? Command { get; init; }
    public required StepStatus Status { get; init; }
    public required string Outcome { get; init; }
    public string? Chosen { get; init; }
    public double? Confidence { get; init; }
    public IReadOnlyList<ConsideredElement> Considered { get; init; } = [];
    public IReadOnlyList<JudgedClaim> Claims { get; init; } = [];
}

/// <summary>A line of <c>network.jsonl</c> or <c>console.jsonl</c>.</summary>
internal sealed record LogLine(DateTimeOffset At, double OffsetMs, string Source, string Level, string Text);

/// <summary>A run as the texts of its files. The formats are described in docs/reference/artifacts.md.</summary>
public static class RunDocuments
{
    /// <summary>Version of the formats: raised when a member changes its meaning, not when one is added.</summary>
    public const int Version = 1;

    /// <summary><c>result.json</c>: everything that is known about the run.</summary>
    public static string Result(RunResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return JsonSerializer.Serialize(run, ArtifactJson.Indented<RunResult>()) + "\n";
    }

    /// <summary>A step as it stands in <c>result.json</c>, on one line: for those who are told while the run goes on. Values of secrets are not masked here.</summary>
    public static string Step(StepResult step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return JsonSerializer.Serialize(step, ArtifactJson.OneLine<StepResult>());
    }

    /// <summary>An attempt as it stands in <c>result.json</c>, on one line. Values of secrets are not masked here.</summary>
    public static string Attempt(Attempt attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return JsonSerializer.Serialize(attempt, ArtifactJson.OneLine<Attempt>());
    }

    /// <summary><c>steps.json</c>: what was done, without the evidence.</summary>
    public static string Steps(RunResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var steps = run.Steps.Select(step => step with { Attempts = [.. step.Attempts.Select(attempt => attempt with { Considered = [], Claims = [] })] });
        return JsonSerializer.Serialize(new StepsDocument(Version, run.Test, run.File, [.. steps]), ArtifactJson.Indented<StepsDocument>()) + "\n";
    }

    /// <summary><c>conversation.json</c>: each decision with its evidence.</summary>
    public static string Conversation(RunResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return JsonSerializer.Serialize(new ConversationDocument(Version, run.Test, run.File, [.. run.Steps.SelectMany(Decisions)]), ArtifactJson.Indented<ConversationDocument>()) + "\n";
    }

    /// <summary>Reads what <see cref="Result"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static RunResult Read(string json)
        => JsonSerializer.Deserialize(json, ArtifactJson.Indented<RunResult>()) ?? throw new JsonException("The file holds no run.");

    /// <summary>Lines of <c>network.jsonl</c> (requests and what was blocked) or <c>console.jsonl</c> (messages and errors of the page).</summary>
    public static string Log(IEnumerable<AppLogEntry> entries, DateTimeOffset startedAt, Func<string, string> mask)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(mask);
        return string.Concat(entries.Select(entry => JsonSerializer.Serialize(
            new LogLine(entry.At, Math.Round((entry.At - startedAt).TotalMilliseconds, 1), entry.Source, entry.Level, mask(entry.Text)), ArtifactJson.OneLine<LogLine>()) + "\n"));
    }

    /// <summary>Whether an entry belongs to <c>network.jsonl</c> rather than to <c>console.jsonl</c>.</summary>
    public static bool IsNetwork(AppLogEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Source is "network" or "blocked";
    }

    private static IEnumerable<DecisionEntry> Decisions(StepResult step)
    {
        if (step.Attempts.Count == 0)
            return [Entry(step) with { Outcome = step.Message }];
        return step.Attempts.Select(attempt => Entry(step) with
        {
            Command = attempt.Arguments,
            Status = attempt.Status,
            Outcome = attempt.Outcome,
            Chosen = attempt.Target,
            Confidence = attempt.Confidence,
            Considered = attempt.Considered,
            Claims = attempt.Claims,
        });
    }

    private static DecisionEntry Entry(StepResult step)
        => new() { Step = step.Number, Section = step.Section, Line = step.Line, Sentence = step.Text, Status = step.Status, Outcome = "" };
}

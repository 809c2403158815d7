using Autonoma.Engine.Artifacts;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Reporting.Html;

/// <summary>What the page needs at once: <c>data/index.js</c>.</summary>
internal sealed record HtmlIndex
{
    /// <summary><c>running</c>, <c>finished</c> or <c>cancelled</c>.</summary>
    public required string State { get; init; }
    public required string Name { get; init; }
    public string Folder { get; init; } = "";
    public string? BaseUrl { get; init; }
    public string? Shard { get; init; }
    public int Workers { get; init; }
    public string Platform { get; init; } = "";
    public string ToolVersion { get; init; } = "";
    public DateTimeOffset StartedAt { get; init; }
    public TimeSpan Duration { get; init; }
    public string? StoppedBecause { get; init; }
    public IReadOnlyList<string> Problems { get; init; } = [];
    public required IReadOnlyList<HtmlIndexTest> Tests { get; init; }
}

/// <summary>One row of the list.</summary>
internal sealed record HtmlIndexTest
{
    public required int N { get; init; }
    public required string Id { get; init; }
    public required string Title { get; init; }
    public string? File { get; init; }
    public int Repetition { get; init; } = 1;
    /// <summary>As <see cref="TestStatus"/>, or <c>running</c>.</summary>
    public required string Status { get; init; }
    public FailureKind? Failure { get; init; }
    public string? FailedStep { get; init; }
    public string? Message { get; init; }
    public TimeSpan Duration { get; init; }
    public int Tries { get; init; }
    /// <summary>Elements that the last try took in place of recorded ones.</summary>
    public int Heals { get; init; }
    /// <summary>What the models of all tries were asked; null when none was.</summary>
    public ModelUse? ModelUse { get; init; }
    public string? Flow { get; init; }
    public string? Category { get; init; }
    public string? Priority { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];
    /// <summary>For the search.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];
}

/// <summary>Everything about one test: <c>data/test-N.js</c>, loaded when it is looked at.</summary>
internal sealed record HtmlTest
{
    public string? Description { get; init; }
    public string? Intent { get; init; }
    public string? MightCatch { get; init; }
    public string? Scenario { get; init; }
    public required IReadOnlyList<StoredPicture> Pictures { get; init; }
    public required IReadOnlyList<HtmlTry> Tries { get; init; }
}

/// <summary>One execution of the test.</summary>
internal sealed record HtmlTry
{
    public required int Try { get; init; }
    public required FinishReason Reason { get; init; }
    public required FailureKind Failure { get; init; }
    public required string Reasoning { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public TimeSpan Duration { get; init; }
    public string Platform { get; init; } = "";
    public string StartUrl { get; init; } = "";
    public UiSize Viewport { get; init; }
    public int AssertionsHeld { get; init; }
    public IReadOnlyDictionary<string, string> Memory { get; init; } = new Dictionary<string, string>();
    public IReadOnlyList<string> Notes { get; init; } = [];
    public required IReadOnlyList<HtmlStep> Steps { get; init; }
    /// <summary>Index into <see cref="HtmlTest.Pictures"/>.</summary>
    public int? Final { get; init; }
    /// <summary>Address relative to the report.</summary>
    public string? Video { get; init; }
    public IReadOnlyList<HtmlHeal> Heals { get; init; } = [];
    public ModelUse? ModelUse { get; init; }
    public IReadOnlyList<LogLine> Log { get; init; } = [];
    /// <summary>Lines of the log that were left out here; the files hold them all.</summary>
    public int LogLeftOut { get; init; }
    /// <summary>Files beside: name and address relative to the report.</summary>
    public IReadOnlyList<HtmlFile> Files { get; init; } = [];
}

/// <summary>One element that was taken in place of a recorded one.</summary>
internal sealed record HtmlHeal
{
    public required int Step { get; init; }
    public required string By { get; init; }
    public required string Recorded { get; init; }
    public required string Now { get; init; }
    public required IReadOnlyList<string> Moved { get; init; }
    /// <summary>Index into <see cref="HtmlTest.Pictures"/>: when the recorded element was missed.</summary>
    public int? Before { get; init; }
    /// <summary>Index into <see cref="HtmlTest.Pictures"/>: after the other one was taken.</summary>
    public int? After { get; init; }
}

/// <summary>A file of the run.</summary>
internal sealed record HtmlFile(string Name, string Href, long Bytes);

/// <summary>One step of a try.</summary>
internal sealed record HtmlStep
{
    public required int Number { get; init; }
    public required string Section { get; init; }
    public required string Text { get; init; }
    public int Line { get; init; }
    public required StepStatus Status { get; init; }
    public string Message { get; init; } = "";
    public FailureKind Failure { get; init; }
    /// <summary>Who decided: <c>interpreter</c>, <c>recording</c> or a model's name; null when nothing was decided.</summary>
    public string? By { get; init; }
    public TimeSpan Duration { get; init; }
    public required IReadOnlyList<HtmlAttempt> Attempts { get; init; }
}

/// <summary>One attempt of a step.</summary>
internal sealed record HtmlAttempt
{
    public required string Command { get; init; }
    public required CommandArguments Arguments { get; init; }
    public required StepStatus Status { get; init; }
    public required string Outcome { get; init; }
    public FailureKind Failure { get; init; }
    public object? Output { get; init; }
    public TimeSpan StartedAt { get; init; }
    public TimeSpan Duration { get; init; }
    public string? Target { get; init; }
    public UiRect? TargetBounds { get; init; }
    public double? Confidence { get; init; }
    public IReadOnlyList<ConsideredElement> Considered { get; init; } = [];
    public IReadOnlyList<JudgedClaim> Claims { get; init; } = [];
    public string UrlBefore { get; init; } = "";
    public string UrlAfter { get; init; } = "";
    /// <summary>Index into <see cref="HtmlTest.Pictures"/>.</summary>
    public int? Before { get; init; }
    /// <summary>Index into <see cref="HtmlTest.Pictures"/>.</summary>
    public int? After { get; init; }
}

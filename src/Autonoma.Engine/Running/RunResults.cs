using Autonoma.Engine.Commands;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Running;

/// <summary>Why a run ended.</summary>
public enum FinishReason
{
    /// <summary>Every step was carried out and an assertion held.</summary>
    Success,
    /// <summary>A step or assertion failed, or could not be decided.</summary>
    Error,
    /// <summary>More steps than allowed, or the same state again and again.</summary>
    MaxSteps,
    /// <summary>The time for the run ran out.</summary>
    Timeout,
    /// <summary>Somebody stopped it.</summary>
    Cancelled,
}

/// <summary>What kind of failure ended a run: it decides who has to look.</summary>
public enum FailureKind
{
    /// <summary>None: it passed.</summary>
    None,
    /// <summary>A claim was false: the app, or the test's expectation, is wrong.</summary>
    Assertion,
    /// <summary>An assertion, or a sentence, could not be judged.</summary>
    Undecidable,
    /// <summary>A step could not be read.</summary>
    Unresolved,
    /// <summary>An element was not found, or several fit equally well.</summary>
    Grounding,
    /// <summary>An action had no effect or was not possible (covered, disabled, unchanged field).</summary>
    Action,
    /// <summary>No assertion at all.</summary>
    NoAssertion,
    /// <summary>A limit: steps, time, repeated state.</summary>
    Limit,
    /// <summary>The app could not be reached or crashed.</summary>
    App,
    /// <summary>The browser, device or the tool itself failed.</summary>
    Engine,
    /// <summary>What the test itself brings along cannot be used: where it starts, a file to upload.</summary>
    Setup,
    /// <summary>The test's environment (data, login) could not be made: no verdict on the app.</summary>
    Environment,
    /// <summary>Stopped by somebody.</summary>
    Cancelled,
    /// <summary>What was recorded is no longer what is there, or was healed and nobody has looked at it.</summary>
    Drift,
}

/// <summary>How a step or attempt ended.</summary>
public enum StepStatus
{
    /// <summary>Not carried out: an earlier one failed.</summary>
    Skipped,
    /// <summary>Done.</summary>
    Passed,
    /// <summary>Not done.</summary>
    Failed,
}

/// <summary>One execution of one command.</summary>
public sealed record Attempt
{
    /// <summary>The command with its parameters as templates.</summary>
    public required CommandArguments Arguments { get; init; }
    /// <summary>How it ended.</summary>
    public required StepStatus Status { get; init; }
    /// <summary>What happened, in words; values of secrets are masked.</summary>
    public required string Outcome { get; init; }
    /// <summary>Why it failed; null when it passed.</summary>
    public FailureKind Failure { get; init; }
    /// <summary>Typed output (text read, URL reached), or null.</summary>
    public object? Output { get; init; }
    /// <summary>Start, relative to the start of the run.</summary>
    public TimeSpan StartedAt { get; init; }
    /// <summary>Duration, waiting included.</summary>
    public TimeSpan Duration { get; init; }
    /// <summary>The element acted on or judged, in words (<c>button "Save"</c>), or null.</summary>
    public string? Target { get; init; }
    /// <summary>Where it was, in CSS pixels of the viewport, for the outline in the report; null when there was none.</summary>
    public UiRect? TargetBounds { get; init; }
    /// <summary>Confidence of the grounding, 0 to 1; null when none was needed.</summary>
    public double? Confidence { get; init; }
    /// <summary>What was considered and why this was chosen.</summary>
    public IReadOnlyList<ConsideredElement> Considered { get; init; } = [];
    /// <summary>Whether it failed because several elements fitted equally well.</summary>
    public bool IsAmbiguous { get; init; }
    /// <summary>Judged claims, part by part.</summary>
    public IReadOnlyList<JudgedClaim> Claims { get; init; } = [];
    /// <summary>URL when it started.</summary>
    public string UrlBefore { get; init; } = "";
    /// <summary>URL when it ended.</summary>
    public string UrlAfter { get; init; } = "";
    /// <summary>File name of the picture before, under the run's <c>screenshots/</c>; null without pictures.</summary>
    public string? ScreenshotBefore { get; init; }
    /// <summary>File name of the picture after.</summary>
    public string? ScreenshotAfter { get; init; }
}

/// <summary>An element that was considered.</summary>
public sealed record ConsideredElement(string Element, double Score, string Why, UiRect? Bounds, bool Chosen);

/// <summary>A claim that was judged. Verdict: <c>held</c>, <c>failed</c> or <c>undecidable</c>.</summary>
public sealed record JudgedClaim(string Claim, string Verdict, string Expected, string Found, UiRect? Bounds);

/// <summary>One step of the test with its attempts.</summary>
public sealed record StepResult
{
    /// <summary>1-based number among the steps.</summary>
    public required int Number { get; init; }
    /// <summary>The sentence as written.</summary>
    public required string Text { get; init; }
    /// <summary>1-based line in the test file; 0 when there is no file.</summary>
    public int Line { get; init; }
    /// <summary><c>setup</c>, <c>step</c> or <c>expected</c> (extra evidence that does not decide).</summary>
    public string Section { get; init; } = "step";
    /// <summary>How it ended.</summary>
    public required StepStatus Status { get; init; }
    /// <summary>Why it failed, with the next thing to do; empty when it passed.</summary>
    public string Message { get; init; } = "";
    /// <summary>What kind of failure.</summary>
    public FailureKind Failure { get; init; }
    /// <summary>Who decided: <c>interpreter</c>, a model's name, or <c>recording</c>; null when nothing was decided.</summary>
    public string? DecidedBy { get; init; }
    /// <summary>Each execution of each command, failed ones too.</summary>
    public IReadOnlyList<Attempt> Attempts { get; init; } = [];
    /// <summary>Duration.</summary>
    public TimeSpan Duration { get; init; }
}

/// <summary>One execution of one test.</summary>
public sealed record RunResult
{
    /// <summary>Title of the test.</summary>
    public required string Test { get; init; }
    /// <summary>Path of the test file relative to the suite, with forward slashes; null for an instruction given on the command line.</summary>
    public string? File { get; init; }
    /// <summary>Whether it passed.</summary>
    public bool Success => Reason == FinishReason.Success;
    /// <summary>Why it ended.</summary>
    public required FinishReason Reason { get; init; }
    /// <summary>What kind of failure.</summary>
    public FailureKind Failure { get; init; }
    /// <summary>In words: why it passed or failed, naming file, line and step.</summary>
    public required string Reasoning { get; init; }
    /// <summary>The steps.</summary>
    public required IReadOnlyList<StepResult> Steps { get; init; }
    /// <summary>Variables at the end; secrets masked.</summary>
    public IReadOnlyDictionary<string, string> Memory { get; init; } = new Dictionary<string, string>();
    /// <summary>When it started.</summary>
    public DateTimeOffset StartedAt { get; init; }
    /// <summary>Duration.</summary>
    public TimeSpan Duration { get; init; }
    /// <summary>1 for the first try, 2 for the first retry ...</summary>
    public int Try { get; init; } = 1;
    /// <summary>What ran the app (<c>Chromium 156.0</c>).</summary>
    public string Platform { get; init; } = "";
    /// <summary>Address the test started at.</summary>
    public string StartUrl { get; init; } = "";
    /// <summary>Viewport in CSS pixels.</summary>
    public UiSize Viewport { get; init; }
    /// <summary>Front matter for filters and grouping.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
    /// <summary>Flow, or null.</summary>
    public string? Flow { get; init; }
    /// <summary>Category, or null.</summary>
    public string? Category { get; init; }
    /// <summary>Priority, or null.</summary>
    public string? Priority { get; init; }
    /// <summary>Folder of the artifacts relative to the report; null without artifacts.</summary>
    public string? ArtifactsFolder { get; init; }
    /// <summary>File name of the last picture, under the run's <c>screenshots/</c>; null without pictures.</summary>
    public string? FinalScreenshot { get; init; }
    /// <summary>File name of the video in the artifacts' folder, its time zero being the start of the run; null without one.</summary>
    public string? Video { get; init; }
    /// <summary>What went otherwise than asked but decided nothing (<c>no video: ffmpeg was not found</c>).</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
    /// <summary>Held assertions that decide the verdict.</summary>
    public int AssertionsHeld { get; init; }
    /// <summary>How often something was decided; 0 for a run that was replayed as recorded.</summary>
    public int Decisions { get; init; }
    /// <summary>What was taken in place of recorded elements and waits to be accepted.</summary>
    public IReadOnlyList<Recording.Healing.Heal> Heals { get; init; } = [];
    /// <summary>What models were asked; null when none was.</summary>
    public ModelUse? ModelUse { get; init; }
}

/// <summary>What the models of one run were asked, and what that came to.</summary>
/// <param name="Calls">Requests, failed ones included.</param>
/// <param name="Failed">Of those, how many failed.</param>
/// <param name="InputTokens">Tokens sent, cached ones included.</param>
/// <param name="OutputTokens">Tokens that came back, thoughts included.</param>
/// <param name="CachedTokens">Of those sent, how many were in the provider's cache.</param>
/// <param name="Cost">Dollars of the calls whose price is known; null when none is.</param>
/// <param name="Unpriced">Calls whose price is not known.</param>
public sealed record ModelUse(int Calls, int Failed, long InputTokens, long OutputTokens, long CachedTokens, decimal? Cost, int Unpriced)
{
    /// <summary>Both together.</summary>
    /// <param name="other">Null for nothing.</param>
    public ModelUse Plus(ModelUse? other)
        => other is null ? this : new(Calls + other.Calls, Failed + other.Failed, InputTokens + other.InputTokens, OutputTokens + other.OutputTokens, CachedTokens + other.CachedTokens, Cost is null ? other.Cost : Cost + (other.Cost ?? 0), Unpriced + other.Unpriced);

    /// <summary>From what was counted; null when no model was asked.</summary>
    public static ModelUse? Of(Autonoma.AI.Usage.UsageTotals total)
        => total.Calls == 0 ? null : new(total.Calls, total.Failed, total.Tokens.Input, total.Tokens.Output, total.Tokens.CachedInput, total.Unpriced + total.Failed == total.Calls && total.Cost == 0 ? null : total.Cost, total.Unpriced);
}

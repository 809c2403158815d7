using System.Text.Json;
using System.Text.Json.Serialization;

namespace Autonoma.Server.Runs;

/// <summary>What is to be run, and how.</summary>
/// <param name="TestIds">These tests.</param>
/// <param name="Folder">Tests of this folder.</param>
/// <param name="Tags">Tests with any of these tags.</param>
/// <param name="All">Every test; needed when nothing else says which.</param>
/// <param name="Branch">Name of the branch; the main one when it is left out.</param>
/// <param name="Url">Where tests start, instead of the application's own address.</param>
/// <param name="Mode"><c>resolve</c> (the default), <c>replay</c>, <c>record</c> or <c>heal</c>.</param>
/// <param name="Priority">-100 to 100, higher first within the organization.</param>
/// <param name="Video">Whether videos are made.</param>
/// <param name="Interactive">Whether a step that cannot be decided is asked about.</param>
/// <param name="Retries">How often a failed test is tried again, 0 to 5.</param>
/// <param name="Variables">Variables that steps may refer to.</param>
/// <param name="Commit">Commit that is tested.</param>
internal sealed record StartSuiteRun(
    IReadOnlyList<Guid>? TestIds = null, string? Folder = null, IReadOnlyList<string>? Tags = null, bool All = false, string? Branch = null, string? Url = null, string? Mode = null, int Priority = 0,
    bool Video = false, bool Interactive = false, int Retries = 0, IReadOnlyDictionary<string, string>? Variables = null, string? Commit = null);

/// <summary>What of a suite run is to be run again.</summary>
/// <param name="TestIds">These of its tests; those that failed or could not be decided when it is left out, and all when there are none.</param>
internal sealed record RunAgain(IReadOnlyList<Guid>? TestIds = null);

/// <summary>A suite run that was started.</summary>
internal sealed record StartedSuiteRun(Guid Id, int Number, int Total);

/// <summary>How many runs of a suite run ended how.</summary>
internal sealed record RunCounts(int Total, int Queued, int Running, int Passed, int Failed, int Errors, int Cancelled);

/// <summary>A suite run.</summary>
internal record SuiteRunItem(
    Guid Id, Guid ApplicationId, int Number, string Status, string Trigger, Guid? BranchId, string? Branch, string? Url, string? Commit, RunCounts Counts, Guid? ScheduleId, Guid? AuthorId,
    DateTimeOffset CreatedAt, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt);

/// <summary>A suite run with its runs, in the order of the suite.</summary>
internal sealed record SuiteRunDetails(
    Guid Id, Guid ApplicationId, int Number, string Status, string Trigger, Guid? BranchId, string? Branch, string? Url, string? Commit, RunCounts Counts, Guid? ScheduleId, Guid? AuthorId,
    DateTimeOffset CreatedAt, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, IReadOnlyList<RunItem> Runs)
    : SuiteRunItem(Id, ApplicationId, Number, Status, Trigger, BranchId, Branch, Url, Commit, Counts, ScheduleId, AuthorId, CreatedAt, StartedAt, EndedAt);

/// <summary>A run in a list.</summary>
internal record RunItem(
    Guid Id, Guid ApplicationId, Guid SuiteRunId, Guid? TestId, string Title, string Path, string Status, string? FailureKind, string Reasoning, int Attempt, int StepsDone, int StepsTotal,
    DateTimeOffset CreatedAt, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, int? DurationMs, decimal? Cost, string? Worker);

/// <summary>Everything about a run.</summary>
internal sealed record RunDetails : RunItem
{
    public RunDetails(RunItem run)
        : base(run)
    {
    }

    /// <summary>Steps: all of them once it has ended, until then those that have begun.</summary>
    public required IReadOnlyList<RunStep> Steps { get; init; }

    /// <summary>Variables at the end; secrets masked.</summary>
    public required IReadOnlyDictionary<string, string> Memory { get; init; }

    /// <summary>What went otherwise than asked but decided nothing.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    public string? Platform { get; init; }

    /// <summary>Name of the branch whose test it is; null when that is gone.</summary>
    public string? Branch { get; init; }

    /// <summary>What it is at while it runs: <c>planned</c> (the test was read), <c>environment</c> (test data is made), <c>browser</c> (one is started) or <c>steps</c>.</summary>
    public string? Phase { get; init; }

    public string? StartUrl { get; init; }

    /// <summary>In CSS pixels: what bounds are measured in.</summary>
    public RunSize? Viewport { get; init; }

    /// <summary>What was asked for.</summary>
    public required JsonElement Request { get; init; }

    /// <summary>What models were asked, and what that came to.</summary>
    public JsonElement? ModelUse { get; init; }

    /// <summary>Held assertions that decide the verdict.</summary>
    public int AssertionsHeld { get; init; }

    /// <summary>How often something was decided; 0 for a replay.</summary>
    public int? Decisions { get; init; }

    public RunPicture? FinalPicture { get; init; }

    public ArtifactItem? Video { get; init; }

    public ArtifactItem? Console { get; init; }

    public ArtifactItem? Network { get; init; }

    /// <summary>The question that it waits with.</summary>
    public OpenQuestion? Question { get; init; }

    /// <summary>Every worker that had it.</summary>
    public required IReadOnlyList<RunClaimItem> Claims { get; init; }

    /// <summary>The last run before this one in which the test passed.</summary>
    public Guid? PreviousPassedRunId { get; init; }

    /// <summary>Sequence of its newest event: watch from here.</summary>
    public long LastSequence { get; init; }

    public DateTimeOffset? CancelRequestedAt { get; init; }
}

/// <summary>A question that a run waits with.</summary>
/// <param name="QuestionId">To answer it by.</param>
/// <param name="Step">At which step.</param>
/// <param name="Text">The step, as written.</param>
/// <param name="Message">What could not be decided.</param>
/// <param name="Until">When the run goes on without an answer.</param>
internal sealed record OpenQuestion(Guid QuestionId, int Step, string Text, string Message, DateTimeOffset Until);

/// <summary>A worker that had a run.</summary>
internal sealed record RunClaimItem(string Worker, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string? Outcome);

/// <summary>A step of a run.</summary>
internal sealed record RunStep
{
    public int Number { get; init; }

    /// <summary><c>setup</c>, <c>step</c> or <c>expected</c>.</summary>
    public string Section { get; init; } = "step";

    public string Text { get; init; } = "";

    public int Line { get; init; }

    /// <summary><c>running</c>, <c>passed</c>, <c>failed</c> or <c>skipped</c>.</summary>
    public string Status { get; init; } = "";

    public double? DurationMs { get; init; }

    public string? Message { get; init; }

    public string? Failure { get; init; }

    public string? DecidedBy { get; init; }

    public IReadOnlyList<RunStepAttempt> Attempts { get; init; } = [];
}

/// <summary>One execution of one command.</summary>
internal sealed record RunStepAttempt
{
    public string Command { get; init; } = "";

    public JsonElement? Params { get; init; }

    public string Status { get; init; } = "";

    public string Outcome { get; init; } = "";

    public string? Failure { get; init; }

    public JsonElement? Output { get; init; }

    public double? StartedAtMs { get; init; }

    public double? DurationMs { get; init; }

    public string? Target { get; init; }

    public RunBounds? Bounds { get; init; }

    public double? Confidence { get; init; }

    public RunEvidence? Evidence { get; init; }

    public string? UrlBefore { get; init; }

    public string? UrlAfter { get; init; }

    /// <summary>Name of the picture before, among the run's artifacts.</summary>
    public string? Before { get; init; }

    /// <summary>Name of the picture after.</summary>
    public string? After { get; init; }

    /// <summary>A short-lived link to the picture before.</summary>
    public string? BeforeUrl { get; init; }

    /// <summary>A short-lived link to the picture after.</summary>
    public string? AfterUrl { get; init; }
}

/// <summary>Why something was decided.</summary>
internal sealed record RunEvidence(IReadOnlyList<RunConsidered>? Considered, IReadOnlyList<RunClaimJudged>? Claims, bool? IsAmbiguous);

/// <summary>An element that was considered.</summary>
internal sealed record RunConsidered(string Element, double Score, string Why, RunBounds? Bounds, bool Chosen);

/// <summary>A claim that was judged: <c>held</c>, <c>failed</c> or <c>undecidable</c>.</summary>
internal sealed record RunClaimJudged(string Claim, string Verdict, string Expected, string Found, RunBounds? Bounds);

/// <summary>A rectangle in CSS pixels of the viewport.</summary>
internal sealed record RunBounds(double X, double Y, double Width, double Height);

/// <summary>A size in CSS pixels.</summary>
internal sealed record RunSize(double Width, double Height);

/// <summary>A picture.</summary>
internal sealed record RunPicture(string Name, string? Url);

/// <summary>A file that a run left.</summary>
/// <param name="Name">Among the files of its attempt.</param>
/// <param name="Attempt">Of which attempt.</param>
/// <param name="Kind"><c>picture</c>, <c>video</c>, <c>log</c> or <c>document</c>.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Url">Good for some minutes, without a session.</param>
internal sealed record ArtifactItem(string Name, int Attempt, string Kind, long Size, string Url);

/// <summary>An answer to a question of a run.</summary>
internal sealed record AnswerRun(Guid QuestionId, string? Answer);

/// <summary>How many were told to stop.</summary>
internal sealed record CancelledRuns(int Cancelled);

/// <summary>A recording.</summary>
internal sealed record RecordingItem(Guid Id, Guid TestId, string Title, string Path, Guid BranchId, string? Branch, Guid? RunId, int Steps, string Hash, DateTimeOffset UpdatedAt);

/// <summary>A recording with its content.</summary>
internal sealed record RecordingDetails(RecordingItem Recording, JsonElement Content);

/// <summary>A recording that a run proposes.</summary>
internal sealed record HealItem(Guid Id, Guid TestId, string Title, string Path, Guid BranchId, Guid? RunId, string State, JsonElement Heals, DateTimeOffset CreatedAt, DateTimeOffset? DecidedAt, bool IsOutdated);

/// <summary>What the formats of results are.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ResultFormat>))]
internal enum ResultFormat
{
    Json,
    Junit,
    Html,
    Zip,
}

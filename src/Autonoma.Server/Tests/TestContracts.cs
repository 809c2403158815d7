namespace Autonoma.Server.Tests;

internal sealed record TestRequest(string? Path, string? Content);

/// <param name="Path">Where it shall lie; left as it is when not sent.</param>
/// <param name="Content">What it shall say; left as it is when not sent.</param>
internal sealed record TestPatch(string? Path, string? Content);

internal sealed record LastRun(Guid Id, string Status, DateTimeOffset? EndedAt, int? DurationMs);

internal sealed record TestItem(Guid Id, string Path, string Title, string Folder, IReadOnlyList<string> Tags, string? Scenario, int Version, bool HasErrors, DateTimeOffset UpdatedAt, LastRun? LastRun);

/// <param name="Severity">info, warning or error.</param>
/// <param name="Code">Stable.</param>
/// <param name="Line">1-based; 0 for the whole.</param>
/// <param name="Column">1-based.</param>
/// <param name="Message">What was expected and what was found.</param>
/// <param name="Suggestion">What to do.</param>
internal sealed record ProblemItem(string Severity, string Code, int Line, int Column, string Message, string? Suggestion);

/// <param name="Line">1-based.</param>
/// <param name="Section">setup, steps or expected.</param>
/// <param name="Text">As written.</param>
/// <param name="Reading">What the interpreter makes of it; null when it cannot be carried out.</param>
internal sealed record StepItem(int Line, string Section, string Text, string? Reading);

internal sealed record TestAnswer(Guid Id, Guid ApplicationId, string Branch, string Path, string Title, string Folder, IReadOnlyList<string> Tags, string? Scenario, string Content, int Version, Guid PlanId, bool HasErrors, IReadOnlyList<ProblemItem> Problems, DateTimeOffset UpdatedAt, LastRun? LastRun);

internal sealed record PlanItem(Guid Id, int Number, string Path, string Title, string Content, bool HasErrors, Guid? AuthorId, DateTimeOffset CreatedAt);

internal sealed record TreeFolder(string Path, string Name, int Tests, int Errors);

internal sealed record TreeTest(Guid Id, string Path, string Title, IReadOnlyList<string> Tags, bool HasErrors, LastRun? LastRun);

internal sealed record TestTree(string Branch, int Version, IReadOnlyList<TreeFolder> Folders, IReadOnlyList<TreeTest> Tests, IReadOnlyList<TagItem> Tags);

internal sealed record TagItem(string Name, int Tests);

internal sealed record LintRequest(string? Content, string? Path, Guid? ApplicationId);

internal sealed record LintAnswer(string Title, IReadOnlyList<ProblemItem> Problems, IReadOnlyList<StepItem> Steps);

internal sealed record FolderMove(string? From, string? To);

internal sealed record FolderRemoval(string? Folder);

internal sealed record TagRename(string? From, string? To);

internal sealed record TagRemoval(string? Tag);

internal sealed record SuiteChangeAnswer(int Added, int Changed, int Removed, int Unchanged, SuiteVersionItem? Version);

internal sealed record ImportFile(string? Path, string? Content);

/// <param name="Files">The tests.</param>
/// <param name="Branch">The branch; the main one when left out. A new name begins a branch.</param>
/// <param name="RemoveOthers">Whether tests that are not among the files are removed.</param>
/// <param name="Commit">Of the repository.</param>
/// <param name="Message">What was done.</param>
internal sealed record ImportRequest(IReadOnlyList<ImportFile>? Files, string? Branch, bool RemoveOthers, string? Commit, string? Message);

internal sealed record RejectedItem(string Path, string Reason);

internal sealed record ImportAnswer(int Added, int Changed, int Removed, int Unchanged, IReadOnlyList<RejectedItem> Rejected, SuiteVersionItem? Version);

internal sealed record BranchItem(Guid Id, string Name, bool IsMain, int? PullRequest, int Head, int Tests, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

internal sealed record BranchRequest(string? Name, int? PullRequest);

internal sealed record SuiteVersionItem(Guid Id, Guid BranchId, string Branch, int Number, string Source, string Message, string? Commit, Guid? AuthorId, int Tests, DateTimeOffset CreatedAt);

/// <param name="TestId">Which test.</param>
/// <param name="Kind">added, changed, moved or removed.</param>
/// <param name="Path">Where it lies after, or lay before it was removed.</param>
/// <param name="BeforePath">Where it lay before.</param>
/// <param name="Title">Its title.</param>
/// <param name="Before">What it said; null when it was added.</param>
/// <param name="After">What it says; null when it was removed.</param>
internal sealed record DiffItem(Guid TestId, string Kind, string Path, string? BeforePath, string Title, string? Before, string? After);

internal sealed record SuiteDiff(SuiteVersionItem From, SuiteVersionItem To, int Added, int Changed, int Removed, IReadOnlyList<DiffItem> Items);

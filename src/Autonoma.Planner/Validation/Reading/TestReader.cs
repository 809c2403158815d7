using Autonoma.Engine.Suites;
using Autonoma.Engine.Suites.FrontMatter;
using Autonoma.Planner.Documents;
using R = Autonoma.Planner.Validation.Rules.TestRules;

namespace Autonoma.Planner.Validation.Reading;

/// <summary>
/// Reads a test of a plan. Both dialects are tests: <c>title, description, criticality, scenario, flow</c>, and <c>flow, category, priority</c> with the
/// sections of the body. What the engine's reader says of it counts, since that is what will run it.
/// </summary>
internal static class TestReader
{
    private static readonly string[] Criticalities = ["critical", "high", "mid", "low"];

    // Said here in more detail, or as a rule of its own.
    private static readonly string[] SaidElsewhere = ["duplicate-key", "front-matter-not-closed", "front-matter-form", "no-steps", "key-case"];

    public static PlannedTestFile? Read(SourceText source, Report report)
    {
        if (FrontMatter.Read(source, report) is not { Root: { } root } front)
            return null;
        var fields = new Fields(root, "", report);
        var older = !fields.Has("criticality") && (fields.Has("priority") || fields.Has("category"));
        var title = fields.Text("title", R.Title, optional: older);
        if (!older)
            _ = fields.Text("description", R.Description);
        var scenario = fields.Text("scenario", R.Scenario, optional: older);
        var flow = fields.Text("flow", R.Flow);
        var criticality = older ? Priority(fields) : fields.OneOf("criticality", R.Criticality, Criticalities);
        if (older || fields.Has("category"))
            _ = fields.OneOf("category", R.Category, [.. FrontMatterKey.Categories]);
        var file = TestFileReader.ReadText(source.Text, report.File);
        foreach (var diagnostic in file.Diagnostics.Where(diagnostic => !IsSaidElsewhere(diagnostic)))
            report.Add(diagnostic.Severity == DiagnosticSeverity.Error ? R.Readable : R.Meant, diagnostic.Line, diagnostic.Column, "", $"{diagnostic.Message} ({diagnostic.Code})", diagnostic.Fix);
        if (older)
            Sections(front, report);
        if (file.TestCase is not { } test)
        {
            if (!report.Problems.Any(problem => problem.Code == R.Readable.Code))
                report.Add(R.Steps, front.BodyLine, 1, "", "There are no steps.", "Write '## Steps' and below it what to do, one step a line: '1. Click the Save button'.");
            return null;
        }

        new StepCheck(test, report).Run();
        return new(test, title ?? test.Title, test.Scenario ?? scenario, flow, criticality, root);
    }

    private static bool IsSaidElsewhere(Diagnostic diagnostic)
        => SaidElsewhere.Contains(diagnostic.Code, StringComparer.Ordinal) || diagnostic.Code.StartsWith("yaml-", StringComparison.Ordinal)
            || (diagnostic.Code == "bad-value" && diagnostic.Message.StartsWith('\'') && (diagnostic.Message.Split('\'')[1] is "title" or "description" or "scenario" or "flow" or "criticality" or "category" or "priority"));

    private static string? Priority(Fields fields) => fields.OneOf("priority", R.Priority, [.. FrontMatterKey.Priorities]) switch
    {
        "Medium" => "mid",
        var priority => priority?.ToLowerInvariant(),
    };

    private static void Sections(FrontMatter front, Report report)
    {
        var headings = front.Body.Split('\n').Where(line => line.StartsWith('#')).Select(line => line.Trim()).ToList();
        string[] wanted = ["# Test:", "## Setup", "## Steps", "## Expected result", "## What bug this might catch"];
        foreach (var missing in wanted.Where(wanted => !headings.Any(heading => heading.StartsWith(wanted, StringComparison.OrdinalIgnoreCase))))
            report.Add(R.Sections, front.BodyLine, 1, "", $"There is no heading '{missing}'.");
    }
}

/// <summary>A test as a plan sees it.</summary>
/// <param name="Test">As the engine reads it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Scenario">The scenario it needs; null when it names none.</param>
/// <param name="Flow">Its flow; null when that cannot be read.</param>
/// <param name="Criticality">critical, high, mid or low; null when that cannot be read.</param>
/// <param name="Root">Its front matter.</param>
internal sealed record PlannedTestFile(TestCase Test, string Title, string? Scenario, string? Flow, string? Criticality, MapNode Root)
{
    /// <summary>Where the value of a key stands, else the front matter.</summary>
    public DocumentNode At(string key) => Root.Find(key)?.Value ?? Root;
}

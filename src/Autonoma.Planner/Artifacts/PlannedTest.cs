using System.Globalization;
using System.Text;
using Autonoma.Planner.Artifacts.Text;

namespace Autonoma.Planner.Artifacts;

/// <summary>A test as the planner writes it. <see cref="Autonoma.Engine.Suites.TestFileReader"/> reads it back, and every other test file.</summary>
public sealed record PlannedTest
{
    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>What it looks at, in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>Feature of the knowledge base that it belongs to.</summary>
    public required string Flow { get; init; }

    /// <summary>Scenario that it needs; null for none, as for a test of signing in.</summary>
    public required string? Scenario { get; init; }

    /// <summary>How bad its failure would be.</summary>
    public required Criticality Criticality { get; init; }

    /// <summary>A to H or Journey; null when it has none.</summary>
    public string? Category { get; init; }

    /// <summary>Where it starts; null for the base URL.</summary>
    public string? Url { get; init; }

    /// <summary>Words to choose it by.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Steps that prepare.</summary>
    public IReadOnlyList<string> Setup { get; init; } = [];

    /// <summary>Steps, the assertions among them.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>What should be the case at the end.</summary>
    public IReadOnlyList<string> Expected { get; init; } = [];

    /// <summary>What bug it might catch.</summary>
    public string? MightCatch { get; init; }

    /// <summary>The text of the file.</summary>
    public string Write()
    {
        var body = new StringBuilder().Append(CultureInfo.InvariantCulture, $"# Test: {OneLine(Title)}\n");
        if (Setup.Count == 0 && Scenario is null)
            Paragraph(body, "Setup", "Nothing has to be there before.");
        List(body, "Setup", Setup);
        List(body, "Steps", Steps);
        Paragraph(body, "Expected result", string.Join('\n', Expected.Select(sentence => $"- {Indented(sentence)}")));
        Paragraph(body, "What bug this might catch", MightCatch ?? "");
        // A test that names no scenario is written in the form that may leave it out.
        var text = new FrontMatterText().Add("title", Title).Add("description", Description);
        text = Scenario is null ? text.Add("flow", Flow).AddIfAny("category", Category).Add("priority", Criticality == Criticality.Mid ? "Medium" : Criticality.ToString())
            : text.Add("criticality", Criticality.ToString().ToLowerInvariant()).Add("scenario", Scenario).Add("flow", Flow).AddIfAny("category", Category);
        text.AddIfAny("url", Url);
        if (Tags.Count > 0)
            text.Add("tags", Tags);
        return text.End(body.ToString());
    }

    private static void List(StringBuilder body, string heading, IReadOnlyList<string> steps)
        => Paragraph(body, heading, string.Join('\n', steps.Select((step, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {Indented(step)}"))));

    private static void Paragraph(StringBuilder body, string heading, string text)
    {
        if (text.Length > 0)
            body.Append(CultureInfo.InvariantCulture, $"\n## {heading}\n\n{text.ReplaceLineEndings("\n").Trim('\n')}\n");
    }

    // What hangs below a step stays below it.
    private static string Indented(string step) => step.ReplaceLineEndings("\n").Trim().Replace("\n", "\n   ", StringComparison.Ordinal);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>How bad a failure would be; written in lower case.</summary>
public enum Criticality
{
    /// <summary>The product is unusable.</summary>
    Critical,
    /// <summary>An important part is.</summary>
    High,
    /// <summary>A nuisance; called Medium as a priority.</summary>
    Mid,
    /// <summary>Hardly noticed.</summary>
    Low,
}

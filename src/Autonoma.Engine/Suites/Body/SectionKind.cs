using Autonoma.Engine.Language;

namespace Autonoma.Engine.Suites.Body;

/// <summary>What a section of a test is for.</summary>
internal enum SectionKind
{
    /// <summary>Before any section, or directly under the title.</summary>
    Root,
    /// <summary>Words for people.</summary>
    Description,
    /// <summary>Preparation.</summary>
    Setup,
    /// <summary>The steps.</summary>
    Steps,
    /// <summary>What should be the case at the end.</summary>
    Expected,
    /// <summary>What bug it might catch.</summary>
    MightCatch,
    /// <summary>A heading without a meaning of its own.</summary>
    Other,
}

/// <summary>Headings that have a meaning.</summary>
internal static class SectionNames
{
    private static readonly Dictionary<string, SectionKind> Names = new(StringComparer.Ordinal)
    {
        ["setup"] = SectionKind.Setup, ["set up"] = SectionKind.Setup, ["test setup"] = SectionKind.Setup, ["preconditions"] = SectionKind.Setup, ["precondition"] = SectionKind.Setup,
        ["prerequisites"] = SectionKind.Setup, ["prerequisite"] = SectionKind.Setup, ["preparation"] = SectionKind.Setup,
        ["steps"] = SectionKind.Steps, ["step"] = SectionKind.Steps, ["test steps"] = SectionKind.Steps, ["instructions"] = SectionKind.Steps, ["procedure"] = SectionKind.Steps, ["actions"] = SectionKind.Steps,
        ["steps to reproduce"] = SectionKind.Steps, ["steps to execute"] = SectionKind.Steps, ["test procedure"] = SectionKind.Steps,
        ["expected result"] = SectionKind.Expected, ["expected results"] = SectionKind.Expected, ["expected outcome"] = SectionKind.Expected, ["expected"] = SectionKind.Expected,
        ["expected behaviour"] = SectionKind.Expected, ["expected behavior"] = SectionKind.Expected, ["expectations"] = SectionKind.Expected,
        ["what bug this might catch"] = SectionKind.MightCatch, ["what bugs this might catch"] = SectionKind.MightCatch, ["what this might catch"] = SectionKind.MightCatch,
        ["bugs this might catch"] = SectionKind.MightCatch, ["bug this might catch"] = SectionKind.MightCatch,
        ["description"] = SectionKind.Description, ["intent"] = SectionKind.Description, ["purpose"] = SectionKind.Description, ["objective"] = SectionKind.Description, ["goal"] = SectionKind.Description,
        ["summary"] = SectionKind.Description, ["background"] = SectionKind.Description, ["notes"] = SectionKind.Description, ["note"] = SectionKind.Description, ["context"] = SectionKind.Description,
    };

    /// <summary>The planner's own headings, for suggestions.</summary>
    public static IReadOnlyList<string> Usual { get; } = ["Setup", "Steps", "Expected result", "What bug this might catch", "Description"];

    /// <summary>What a heading means.</summary>
    public static SectionKind Of(string heading)
    {
        var text = TextFold.Fold(heading).Trim('*', '_', ' ', ':', '?', '.');
        return Names.TryGetValue(text, out var kind) ? kind : SectionKind.Other;
    }
}

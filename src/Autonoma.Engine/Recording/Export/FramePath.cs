using Autonoma.Engine.Recording.Signals;

namespace Autonoma.Engine.Recording.Export;

/// <summary>One frame on the way to an element.</summary>
/// <param name="Selector">CSS selector of its element.</param>
/// <param name="InShadow">Whether that lies in a shadow tree.</param>
internal readonly record struct FrameStep(string Selector, bool InShadow)
{
    /// <summary>Whether it is told by nothing but its tag: the one that is visible is meant.</summary>
    public bool IsBare => !Selector.Contains('[', StringComparison.Ordinal);
}

/// <summary>The way from the page through its frames, as it is recorded.</summary>
internal static class FramePath
{
    /// <summary>Outermost first; none for the page itself.</summary>
    public static IReadOnlyList<FrameStep> Read(string? recorded)
    {
        var steps = new List<FrameStep>();
        var inShadow = false;
        foreach (var part in recorded?.Split(Frames.Separator) ?? [])
        {
            if (part != Frames.Shadow)
                steps.Add(new(part, inShadow));
            inShadow = part == Frames.Shadow;
        }

        return steps;
    }

    /// <summary>Whether code can go there.</summary>
    public static bool IsKnown(string? recorded) => recorded != Frames.Unknown;
}

namespace Autonoma.Engine.Recording.Drift;

/// <summary>Why a recorded element is not the one that is there now.</summary>
/// <param name="Headline">In a sentence.</param>
/// <param name="Recorded">The element as recorded, in words; empty when the headline says it.</param>
/// <param name="Now">What is there, in words; empty when nothing is.</param>
/// <param name="Moved">The signals that moved.</param>
/// <param name="IsGone">Whether the words mean nothing any more: what the search found out about it is worth saying too.</param>
internal sealed record Drifted(string Headline, string Recorded = "", string Now = "", IReadOnlyList<MovedSignal>? Moved = null, bool IsGone = false)
{
    public override string ToString()
    {
        var lines = new List<string> { $"drift: {Headline}" };
        if (Recorded.Length > 0)
            lines.Add($"  recorded: {Recorded}");
        if (Now.Length > 0)
            lines.Add($"  now:      {Now}");
        if (Moved is { Count: > 0 })
            lines.Add($"  moved:    {string.Join(", ", Moved)}");
        return string.Join('\n', lines);
    }
}

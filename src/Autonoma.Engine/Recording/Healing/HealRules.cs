using System.Text.Json.Nodes;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Recording.Drift;
using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Recording.Signals;

namespace Autonoma.Engine.Recording.Healing;

/// <summary>What a heal may never do, whoever decides. Rules of the code, not of a prompt.</summary>
internal static class HealRules
{
    private const double Threshold = 0.5;
    private const double Margin = 0.1;

    /// <summary>Why the new commands do not do what the recorded ones did; null when they do.</summary>
    public static string? WhyNot(IReadOnlyList<CommandArguments> recorded, IReadOnlyList<CommandArguments> now)
    {
        if (recorded.Count != now.Count)
            return $"the step was recorded with {recorded.Count} commands, and would now take {now.Count}";
        for (var i = 0; i < recorded.Count; i++)
        {
            if (recorded[i].Command != now[i].Command)
                return $"the step was recorded as {recorded[i].Command}, and would now be {now[i].Command}";
            if (!Equal(recorded[i], now[i]))
                return recorded[i] is AssertArguments ? "the assertion would be another one" : $"'{now[i].Command}' would do something else than was recorded";
        }

        return null;
    }

    /// <summary>The element to take in place of the recorded one, or why there is none.</summary>
    /// <param name="recorded">As recorded, with values put in.</param>
    /// <param name="words">The words that were recorded.</param>
    /// <param name="byWords">What the words of the new decision mean.</param>
    /// <param name="screen">The screen.</param>
    /// <param name="isOtherWords">Whether those are other words than the recorded ones.</param>
    public static (UiNode? Node, string WhyNot) Choose(RecordedTarget recorded, string words, GroundingResult byWords, Observation screen, bool isOtherWords)
    {
        switch (byWords)
        {
            // Words that never meant it alone say nothing about it now.
            case { } when !recorded.Words && !isOtherWords:
                return ByWhatIdentifies(recorded, words, screen);
            case { Outcome: GroundingOutcome.Ambiguous }:
                return (null, "the words mean several elements, and a heal does not choose among them");
            case { Outcome: GroundingOutcome.Found, Node: { } node }:
                return WhyNot(recorded, words, node, screen) is { } why ? (null, why) : (node, "");
            default:
                return ByWhatIdentifies(recorded, words, screen);
        }
    }

    // The words find nothing: something was renamed, or it is gone. Only what identifies it tells these apart.
    private static (UiNode? Node, string WhyNot) ByWhatIdentifies(RecordedTarget recorded, string words, Observation screen)
    {
        if (recorded.ByPosition is true)
            return (null, "the place that the words name is empty");
        if (DriftGuard.Best(recorded, screen) is not { } best || best.Comparison.Score < Threshold || !Identity.ByAttribute(recorded, SignalReader.Read(best.Node, screen)))
            return (null, "what was recorded is gone, and nothing on the page is known to stand in its place");
        if (DriftGuard.Best(recorded, screen, best.Node) is { } second && second.Comparison.Score > best.Comparison.Score - Margin)
            return (null, "two elements agree equally well with the recording");
        return WhyNot(recorded, words, best.Node, screen) is { } why ? (null, why) : (best.Node, "");
    }

    private static string? WhyNot(RecordedTarget recorded, string words, UiNode node, Observation screen)
    {
        var now = SignalReader.Read(node, screen);
        if (!Signals.Roles.Fit(recorded.Role, now.Role))
            return $"it has another role ({now.Role}, recorded was {recorded.Role})";
        if (Sections.KindOf(recorded.Section) != Sections.KindOf(now.Section))
            return $"it is in another part of the page ({Where(now.Section)}, recorded was {Where(recorded.Section)})";
        if (recorded.Section is [.., var inner] && inner.Contains('"', StringComparison.Ordinal) && now.Section?.Contains(inner, StringComparer.Ordinal) != true && IsThere(inner, screen))
            return $"it is outside of {inner}, which is still there";
        if (recorded.Entry is { } entry && recorded.ByPosition is not true && EntryText.NamedBy(words, entry) is { Count: > 0 } named && (now.Entry is null || EntryText.NamedBy(words, now.Entry).Intersect(named, StringComparer.Ordinal).Count() < named.Count))
            return $"it is in another entry than \"{entry}\"";
        if (!Identity.Holds(recorded, words, now))
            return "it is called otherwise, and no attribute identifies it as the one that was recorded";
        if (Identity.LostItsIcon(recorded, now))
            return "its icon was all that identified it, and this one has not got it";
        if (recorded.ByPosition is not true && !Identity.IsCalled(recorded) && !Identity.ByAttribute(recorded, now) && !ReferenceEquals(DriftGuard.ByScore(recorded, words, screen).Node, node))
            return "it was never called anything, and no attribute identifies it";
        if (!node.IsVisible || node.IsTransparent)
            return "it is hidden";
        if (node.IsCovered)
            return "it is covered";
        if (node.IsDisabled || node.LooksDisabled)
            return "it is disabled";
        var twins = Twins(node, screen).Count(other => recorded.ByPosition is not true && EntryText.Of(other, screen) == now.Entry);
        return twins > 0 ? "there are several like it" : null;
    }

    private static IEnumerable<UiNode> Twins(UiNode node, Observation screen)
        => screen.Tree.Nodes.Where(other => !ReferenceEquals(other, node) && other.IsVisible && other.Role == node.Role && node.Name.Length > 0 && TextFold.Same(other.Name, node.Name)
            && Sections.KindOf(Sections.Of(other)) == Sections.KindOf(Sections.Of(node)));

    private static bool IsThere(string part, Observation screen) => screen.Tree.Nodes.Any(node => node.IsVisible && $"{node.Role} \"{SignalText.Of(node.Name)}\"" == part);

    private static string Where(IReadOnlyList<string>? section) => section is null or { Count: 0 } ? "the page itself" : string.Join(", ", section);

    // What an element is called may be said in other words; what is done with it may not change.
    private static bool Equal(CommandArguments recorded, CommandArguments now)
        => recorded is AssertArguments or WaitArguments ? recorded == now : JsonNode.DeepEquals(WithoutTarget(recorded), WithoutTarget(now));

    private static JsonNode? WithoutTarget(CommandArguments arguments)
    {
        var json = JsonNode.Parse(RecordingFile.Write(arguments))!.AsObject();
        foreach (var member in (string[])["target", "start", "end"])
            json.Remove(member);
        return json;
    }
}

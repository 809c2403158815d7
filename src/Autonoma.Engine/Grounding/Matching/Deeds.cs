using Autonoma.Engine.Grounding.Screens;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>Whether an element does what a verb in front of its name asks for.</summary>
internal static partial class Deeds
{
    public static bool Does(ScreenNode node, VariantNeed need, string colour = "") => need switch
    {
        VariantNeed.Question => node.Node.InnerText is [.., '?'] or [.., '?', _] or [.., '?', ' ', _] && (node.IsControl || node.IsHeadingLike),
        VariantNeed.Framed => ColorWords.Canonical(colour) is { } frame && node.Node.Style is { Border: { } border } && ColorWords.Matches(border, frame),
        VariantNeed.Lettered => ColorWords.Canonical(colour) is { } ink && node.Node.InnerText.Any(char.IsLetterOrDigit) && (IsWritten(node.Node, ink) || !node.IsControl && node.Size < 60 && node.Node.Descendants().Any(inner => inner.IsVisible && !inner.IsText && IsWritten(inner, ink))),
        VariantNeed.Grounded => ColorWords.Canonical(colour) is { } ground && node.Node.Style is { Background.Alpha: > 0.3 } style && ColorWords.Matches(style.Background, ground),
        VariantNeed.Dated => IsDated(node),
        VariantNeed.Switcher => IsSwitcher(node),
        VariantNeed.Zooms => Zooms(node),
        VariantNeed.Switches => Roles.IsChoice(node.Node) || node.Node.Checked is not null || node.Node.Pressed is not null || KindFit.IsTickBox(node) || KindFit.IsTrack(node),
        VariantNeed.Folds => Folds(node) || node.Parent is { IsControl: true } holder && Folds(holder),
        VariantNeed.LeadsBack => node.Concepts.Any(c => c is "left" or "previous") || node.Node.InnerText is ['←' or '‹' or '«' or '<' or '❮' or '◀' or '⬅' or '〈', ..] || node.Node.Descendants().Any(inner => inner.IconHint.Contains("left", StringComparison.Ordinal) || inner.IconHint.Contains("back", StringComparison.Ordinal)),
        VariantNeed.Picture => node.Concepts.Count > 0 && (node.IsLigature || !node.Node.InnerText.Any(char.IsLetterOrDigit)),
        VariantNeed.Field => node.IsField,
        VariantNeed.Usable => node.IsControl && !node.Node.IsDisabled && !node.Node.LooksDisabled,
        VariantNeed.Cell => node.SelfAndAncestors().Take(3).Any(Roles.IsCell),
        VariantNeed.Written => node.IsField || node.Node.InnerText.Any(char.IsLetterOrDigit) && !node.IsLigature,
        VariantNeed.Percent => node.IsField && IsOfPercent(node),
        VariantNeed.Place => node.IsControl && node.Group >= 0 && node.Role is not "button" && node.Tag is not ("button" or "input"),
        VariantNeed.Number => SaysOnlyANumber(node),
        _ => true,
    };

    // What people say a control does, beside the words that controls are made of.
    private static readonly HashSet<string> Verbs = new((
        "set adjust control move turn switch choose pick type enter look find get give put keep hold pull push raise lower increase decrease reduce play unfold fold expand lead jump come scroll zoom load undo redo lock unlock ring call warn tell notify "
        + "remind write read swap flip roll rotate shrink grow fit fill empty drag ask answer say ban allow stop quit leave join bring return determine define govern decide limit restrict mean count hand pass shut trigger launch run fire cause toggle "
        + "step skip rewind draw paint erase crop wipe fetch check test try prove sum add offer list name label rank rate like love hate follow watch see view peek browse visit walk trace track unpin untick tick pop point link tie bind join part").Split(' '), StringComparer.Ordinal);

    /// <summary>Whether the word is a common verb in some form; what nobody says of a control may not go unmet.</summary>
    public static bool IsVerb(string word) => Verbs.Contains(word) || word.Length > 3 && (word[^1] == 's' && (Verbs.Contains(word[..^1]) || word.EndsWith("es", StringComparison.Ordinal) && Verbs.Contains(word[..^2])) || word.EndsWith("ing", StringComparison.Ordinal) && (Verbs.Contains(word[..^3]) || Verbs.Contains(word[..^3] + "e") || word.Length > 5 && Verbs.Contains(word[..^4])));

    // Deeds that one button may be named after and a sentence tell by another.
    private static readonly string[] Alike =
    [
        "remove delete discard drop clear trash erase dismiss cancel", "save store keep submit apply confirm finish complete", "create add new register enter insert plan", "edit change modify update rename replace", "close dismiss hide cancel stop",
        "show view open display see preview reveal expand", "send submit mail email share publish forward", "start begin run launch play resume continue", "stop end finish halt pause cancel", "get fetch download export save", "upload import attach add",
        "search find look filter", "copy duplicate clone", "reload refresh update reset sync", "buy order pay book checkout reserve", "accept approve confirm agree", "reject decline refuse deny", "move shift transfer", "print export", "next continue go", "back previous return", "undo revert restore reset",
    ];

    private static readonly List<HashSet<string>> AlikeStems = [.. Alike.Select(group => group.Split(' ').Select(StemOf).ToHashSet(StringComparer.Ordinal))];

    /// <summary>"The button for closing a round" is not the button "Plan a round": it says what it does, and that is another thing.</summary>
    public static bool DoesOtherwise(Query query, ScreenNode node, string verb)
    {
        var deed = StemOf(verb);
        if (node.Role is not ("button" or "link" or "menuitem") || !AlikeStems.Exists(group => group.Contains(deed)) || node.Names.FirstOrDefault(name => name.Origin == NameOrigin.Accessible).Text is not { Words.Length: > 1 } text)
            return false;
        var first = text.Words[0];
        if (Enumerable.Range(0, query.Tokens.Count).Any(t => query.Match(t, first) > 0) || !text.Words.Skip(1).Any(word => Enumerable.Range(0, query.Tokens.Count).Any(t => !query.Tokens[t].IsFiller && query.Match(t, word) >= 0.8)))
            return false;
        var said = StemOf(query.Screen.Words.Word(first));
        return !AlikeStems.Exists(group => group.Contains(deed) && group.Contains(said));
    }

    private static string StemOf(string word) => WordForms.Stem(WordForms.Canonical(word));

    /// <summary>Whether the sign that it shows does what the verb says: a cross gets rid of what it stands on.</summary>
    public static bool IsDoneBy(ScreenNode node, string verb)
    {
        if (node.Concepts.Count == 0 || node.Node.InnerText.Count(char.IsLetter) > 1 && !node.IsLigature)
            return false;
        bool Shows(string concept) => node.Concepts.Contains(concept);
        return verb switch
        {
            "rid" or "removes" or "remove" or "removing" or "dismisses" or "dismiss" or "closes" or "close" or "closing" or "discards" or "clears" or "hides" or "drops" or "shuts" or "disappear" => Shows("close") || Shows("trash") && verb is not ("closes" or "close" or "closing" or "hides" or "shuts" or "dismisses" or "dismiss"),
            "deletes" or "delete" or "deleting" or "erases" or "bins" => Shows("trash"),
            "increases" or "raises" or "adds" or "increase" or "add" or "adding" => Shows("plus"),
            "decreases" or "lowers" or "reduces" or "decrease" or "subtracts" => Shows("minus"),
            "rings" or "calls" or "phones" or "telephones" => Shows("phone"),
            "prints" or "printing" => Shows("printer"),
            "edits" or "changes" or "edit" or "editing" => Shows("edit"),
            "looks" or "searches" or "finds" or "looking" or "searching" or "finding" => Shows("search"),
            _ => false,
        };
    }

    private static bool IsWritten(Observing.UiNode node, string colour) => node.InnerText.Any(char.IsLetterOrDigit) && node.Style is { } style && ColorWords.Matches(style.Color, colour);

    // In it, right before it or right after it.
    private static bool IsOfPercent(ScreenNode field) => field.Node.Placeholder.Contains('%', StringComparison.Ordinal) || field.Node.Value is { } value && value.Contains('%', StringComparison.Ordinal)
        || field.Names.Any(name => name.Origin is NameOrigin.Accessible or NameOrigin.Beside && name.Text.Folded.Contains('%', StringComparison.Ordinal)) || field.Parent is { } line && new[] { field.Rank - 1, field.Rank + 1 }.Any(at => at >= 0 && at < line.Children.Count && line.Children[at] is { Controls: 0 } near && (near.IsText ? near.Node.OwnText : near.Node.InnerText).Contains('%', StringComparison.Ordinal));

    private static bool SaysOnlyANumber(ScreenNode node) => node.Node.InnerText.Trim() is { Length: > 0 and < 9 } text && text.Any(char.IsDigit) && text.TrimStart('#').All(c => char.IsDigit(c) || c == '.');

    private static bool Folds(ScreenNode node) => node.Node.Expanded is not null || node.Tag == "summary" || KindFit.HasCaret(node) || node.Concepts.Contains("expand") || node.Concepts.Contains("collapse")
        || node.Node.InnerText is [.., '▸' or '▹' or '▶' or '►' or '›' or '❯' or '+' or '▴' or '▲'] or ['▸' or '▹' or '▶' or '►' or '▾' or '▼' or '+', ..]
        || node.Size < 12 && node.Node.Descendants().Any(inner => inner.IconHint.Contains("chevron", StringComparison.Ordinal) || inner.IconHint.Contains("caret", StringComparison.Ordinal));
}

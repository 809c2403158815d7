using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>
/// "Stop is disabled in Nightly", "next to Total there is a Pay button": a claim says where, and the thing was found somewhere. What was found must lie there, or nothing seen holds the claim.
/// </summary>
internal sealed partial class Judge
{
    private static readonly string[] Enclosing = ["in", "inside", "within", "under", "underneath", "beneath"];

    /// <summary>Why what was found does not lie where the claim says; null when it does, or when the claim says no place.</summary>
    private string? Elsewhere(Clause clause, Ruling ruling)
    {
        if (ruling is not { IsHeld: true, IsAbsence: false } || clause.Negated || clause.Echo is not null)
            return null;
        // "Below Nightly, X is listed", read as two claims: that a place is displayed is no claim at all.
        if (clause.Verb == ClaimVerb.Be && SaysPresence(clause) && clause.Object.Count == 1 && clause.Subject is [{ IsQuoted: false } before, _, ..] && before.Is("below", "above", "beneath", "underneath", "beside", "next", "under") && !ruling.Evidence.Any(n => _scene.Tokens(n) is [{ } lead, ..] && before.Is(lead) || _scene.NameTokens(n) is [{ } named, ..] && before.Is(named)))
            return "what is there is not said";
        if (ruling.IsAccounted || !(clause.IsExistential || clause.Verb is ClaimVerb.Appear or ClaimVerb.Can || clause.Verb == ClaimVerb.Be && LongestState(clause.Object, out _, out _) > 0) || ruling.Evidence.Count is 0 or > 4)
            return null;
        var said = clause.Object;
        // "Next to X there is a button" puts the place behind the thing; "under" may be the first word after "appears".
        var at = said.FindLastIndex(t => !t.IsQuoted && (t.Is(Enclosing) || t.Is("above", "below", "next", "beside")));
        if (at < 0 || clause.IsExistential && at == 0 || at + 1 >= said.Count || CountsOf(clause.IsExistential ? said : clause.Subject) is not null)
            return null;
        var place = DropFirst(said[(at + 1)..], "to", "the");
        place = DropFirst(place, "the");
        if (place.Count is 0 or > 5 || place[0] is { IsQuoted: false, IsCapital: false, HasDigit: false } plain && !(said[at].Is("above", "below", "next", "beside") && plain.Is("heading", "title")) || place.Exists(t => t.IsMark || !t.IsQuoted && t.Is("and", "or", "of", "for", "with", "order", "time")))
            return null;
        if (!said[at].Is(Enclosing))
            return StandsThere(ruling, place, said[at].Text) ? null : $"it is not seen {said[at].Text} that";
        var words = Phrase.Tokens(RawText([.. place.Where(t => t.IsQuoted || !t.Is("tab", "column", "section", "card", "row", "panel", "area", "group", "box", "page", "view", "list", "table", "field", "dialog", "menu", "form", "sidebar", "lane"))]));
        if (words.Length == 0)
            return null;
        bool SpeaksOfIt(IReadOnlyList<string> text) => words.All(w => text.Any(t => Phrase.SameStem(t, w)));
        // What is open or chosen now holds for all that is shown.
        if (_scene.Nodes.Any(n => !n.IsText && _scene.IsShown(n) && (n.Level == 1 || n.IsCurrent || n.Selected == true || n.Pressed == TriState.On || n.Expanded == true || Kinds.IsDialog(n)) && (SpeaksOfIt(_scene.NameTokens(n)) || _scene.Length(n) < 16 && SpeaksOfIt([.. _scene.Tokens(n)]))))
            return null;
        return ruling.Evidence.Any(n => SpeaksOfIt([.. _scene.Tokens(n)]) || SpeaksOfIt(_scene.NameTokens(n)) || ContextOf(n).Any(SpeaksOfIt)) || PartNamed(place) is { } part && ruling.Evidence.All(part.Contains) && !part.Parts.Contains(_scene.Root) ? null : "it lies elsewhere";
    }

    /// <summary>Above, below or beside: right there by its place on the page, or in the same entry.</summary>
    private bool StandsThere(Ruling ruling, List<ClaimToken> place, string side)
    {
        if (place is [{ IsQuoted: false } head] && head.Is("heading", "title"))
            return _scene.Nodes.Where(n => n.Level > 0 && _scene.IsShown(n)).ToList() is { Count: > 0 } heads && heads.Exists(h => ruling.Evidence.Any(n => StandsAt(n, new([h.Bounds], [h]), side)));
        var named = _resolver.RecordsOf(Read(place));
        if (side is "next" or "beside" && named.Any(r => ruling.Evidence.All(r.Record.IsSelfOrAncestorOf)))
            return true;
        return AnchorOf(place) is { } anchor && ruling.Evidence.Any(n => StandsAt(n, anchor, side));
    }
}

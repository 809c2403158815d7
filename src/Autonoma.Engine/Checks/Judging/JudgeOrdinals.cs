using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>"The first result is X", "the last tab is enabled": what bears the claim out must be that entry or control of those that are meant.</summary>
internal sealed partial class Judge
{
    /// <summary>Why what was found is not the one that the ordinal names; null where the claim has none, or it is.</summary>
    private string? AtOtherPlace(Clause clause, Ruling ruling)
    {
        var words = DropFirst(clause.Subject, "the");
        // "Step 2 is Mix flour"
        if (clause.Subject is [{ IsQuoted: false } counted, { IsQuoted: false } figure] && (EntryNouns.Contains(counted.Text) || counted.Is(PagedNouns)) && figure.Text.All(char.IsDigit) && !_scene.HasPhrase([counted.Text, figure.Text]) && !ruling.Evidence.Any(n => _scene.Tokens(n).Contains(figure.Text)) && clause.Verb == ClaimVerb.Be && !_scene.Find([figure.Text]).Any(p => _scene.Exactly(p, 1) is not null))
            return "which one that is cannot be told";
        if (clause.IsExistential || words.Count < 2 || words[0].IsQuoted || words[1].IsQuoted || words[1].IsMark)
            return null;
        var isNext = words[0].Is("next", "previous");
        var place = 0;
        if (!isNext && !NumberWords.TryOrdinal(words[0].Text, out place) || NumberWords.TryCardinal(words[1].Text, out _))
            return null;
        // "First name", "Last login", "Next hearing": what the page calls so.
        if (_scene.HasPhrase([words[0].Text, words[1].Text]) || ruling.Evidence.Any(n => Phrase.IndexOf(_scene.NameTokens(n), [words[0].Text, words[1].Text]) >= 0))
            return null;
        const string Untold = "which one that is cannot be told";
        if (isNext)
            return Kinds.IsControlKind(Read(clause.Subject).Kind) || ruling.Evidence.Any(n => _scene.NameTokens(n).Contains(words[0].Text) || _scene.Tokens(n).Contains(words[0].Text)) || clause.Verb != ClaimVerb.Be ? null : Untold;
        var cut = words.FindIndex(2, t => !t.IsQuoted && (t.Is(Prepositions) || t.Is("'s") || t.Is("that", "which", "who", "whose", "called", "named", "listed", "shown", "displayed", "up")));
        var noun = cut < 0 ? words[1..] : words[1..cut];
        List<ClaimToken> rest = cut < 0 ? [] : words[cut..];
        IReadOnlyList<Region>? within = null;
        if (rest.Count > 1 && rest[0].Is("in", "on", "of", "inside", "within", "under", "from") && !(rest.Count < 4 && rest[^1].Is("page", "screen", "list", "table", "grid")))
        {
            within = Places(rest, out _);
            if (within is null)
                return Untold;
        }

        var phrase = Read(noun);
        // What a button reads now may not be what it is called by.
        if (clause.Verb == ClaimVerb.Read && (Kinds.IsControlKind(phrase.Kind) || phrase.Kind == ElementKind.Message))
            return null;
        // "The First button" of a pager is called so.
        if (Kinds.IsControlKind(phrase.Kind) && _scene.Find([words[0].Text]).Any(p => _scene.Exactly(p, 1) is not null))
            return Untold;
        var controls = Kinds.IsControlKind(phrase.Kind) && phrase.Required.Any() ? _scene.Nodes.Where(n => !n.IsText && _scene.IsShown(n) && StrictKind(n, phrase.Kind) && (within is null || within.Any(w => w.Contains(n))) && phrase.Required.All(t => t.Words.All(w => _scene.HasStem(n, w) || _scene.NameTokens(n).Any(x => Phrase.SameStem(x, w))))).ToList() : [];
        var entries = (controls.Count > 0 ? controls : HowMany(phrase, within)?.Nodes ?? (IsFree(noun) && OnlyList(within) is { } list ? Shown(list) : null))?.OrderBy(n => n.Index).ToList();
        if (entries is null or { Count: 0 } || Math.Abs(place) > entries.Count)
            return Untold;
        var meant = place > 0 ? entries[place - 1] : entries[^-place];
        // "The last item", where several lists of items stand side by side.
        if (within is null && phrase.Kind == ElementKind.ListItem && !phrase.Required.Any() && _scene.Records.Groups.Count(g => g.First is { } item && (item.Tag == "li" || item.Role == "listitem") && Shown(g).Count > 0 && !IsFurniture(g) && !_scene.Records.Groups.Any(o => !ReferenceEquals(o, g) && o.Records.Any(r => r.IsSelfOrAncestorOf(g.Parent)))) > 1)
            return Untold;
        // Blocks of the page that lists stand in are no entries.
        if (_scene.Records.Groups.Any(g => g.IsStructured && Shown(g).Count > 1 && meant.IsSelfOrAncestorOf(g.Parent) && _scene.Records.GroupOf(meant) is { IsTable: false } of && !ReferenceEquals(of, g) && g.Records.Any(r => _scene.Length(r) > 1 && ruling.Evidence.Any(r.IsSelfOrAncestorOf))))
            return Untold;
        // "The last task is X", where the last one only speaks of X.
        if (ruling.IsHeld && clause.Verb == ClaimVerb.Be && !clause.Negated && clause.Object is [{ } lead, ..] && (lead.IsCapital || lead.IsQuoted) && Phrase.Tokens(RawText(clause.Object)) is { Length: > 0 } value && ruling.Evidence is [var said] && _scene.Tokens(said) is var tokens && Phrase.IndexOf([.. tokens], value) > 0)
            return $"that one is '{Says(meant)}'";
        return ruling.Evidence.Count > 0 && ruling.Evidence.All(n => meant.IsSelfOrAncestorOf(n) || n.IsSelfOrAncestorOf(meant) && _scene.Length(n) == _scene.Length(meant) || ReferenceEquals(_scene.Records.HeadOf(n), meant)) ? null : $"that one is '{Says(meant)}'";
    }
}

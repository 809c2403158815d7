using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>What is tried where a claim is not understood as it stands: the same said in another way, and sentences about single records whose labels tell what their verb means.</summary>
internal sealed partial class Judge
{
    private bool _isRetelling;

    /// <summary>What another reading of the claim makes of it: it may hold what is not understood, and refute a denial.</summary>
    private Ruling Reconsidered(Clause clause, Ruling ruling)
    {
        if (ruling.IsUnknown)
            return Retold(clause) ?? ruling;
        return ruling is { IsHeld: true, IsAbsence: false } && clause.Negated && Retold(clause with { Negated = false }) is { IsHeld: true } opposite ? Ruling.Failed(clause.Text, opposite.Found, [.. opposite.Evidence]) : ruling;
    }

    private Ruling? Retelling(Func<Ruling?> read)
    {
        _isRetelling = true;
        try
        {
            return read();
        }
        finally
        {
            _isRetelling = false;
        }
    }

    /// <summary>The claim in another reading; null when none is sure.</summary>
    private Ruling? Retold(Clause clause)
    {
        _told.Clear();
        if ((Reported(clause) ?? SaidWithReason(clause) ?? SaidWithoutVerb(clause) ?? DoneAsTold(clause) ?? ToldInItsWay(clause) ?? ToldAsDeed(clause) ?? HasInOtherOrder(clause) ?? CounterReads(clause) ?? SortReads(clause) ?? OnlyOfKind(clause) ?? StatusTag(clause) ?? Played(clause) ?? PlayedIn(clause) ?? NoneChosen(clause) ?? BorneOut(clause)) is { } ruling)
            return ruling.IsAccounted || Accounting.Unaccounted(WithoutConditions(clause), _scene, _told.Union(ruling.Tells).ToHashSet(StringComparer.Ordinal)) is null ? ruling : null;
        return Retelling(() => (SaidAgain(clause) ?? AmountCalled(clause) ?? WithoutView(clause)) is { } other && Run(other) is { IsUnknown: false } told ? told with { Expected = clause.Text } : null);
    }

    private static Clause? SaidAgain(Clause clause)
    {
        var (subject, said) = (clause.Subject, clause.Object);
        if (clause.Verb == ClaimVerb.Be && said.Count > 1)
        {
            // "is pointed out in red", "is set in red": it is shown so.
            var out_ = said[0].Is("pointed", "picked", "singled") && said[1].Is("out") ? 2 : said[0].Is("set", "rendered", "typeset", "lettered", "kept", "drawn", "given", "put") ? 1 : 0;
            if (out_ > 0 && out_ + 2 == said.Count && said[out_].Is("in") && !said[^1].IsQuoted && ColorWords.Canonical(said[^1].Text) is not null)
                return clause with { Object = [ClaimToken.Word("printed"), .. said[out_..]] };
            // "is back to 'X'": it is X.
            if (said[0].Is("back") && said[1].Is("to", "at", "on") && said.Count > 2 && (said[2].IsQuoted || said[2].HasDigit || said[2].IsCapital))
                return clause with { Object = said[2..] };
        }

        // "the host's button has become Unmute": that is what it reads.
        if (clause.Verb == ClaimVerb.Be && !clause.Negated && said is [{ } name] && (name.IsQuoted || name.IsCapital) && subject.Count > 1 && subject[^1].Is("button", "link", "tab", "heading", "headline"))
            return clause with { Verb = ClaimVerb.Read, VerbText = "reads", Object = [name with { IsQuoted = true }] };
        return null;
    }

    private static readonly string[] TagNouns = ["tag", "badge", "pill", "chip", "marker", "lozenge"];

    /// <summary>"the status tag reads Closed": the one text apart from all lists that the page's author calls a status or a badge.</summary>
    private Ruling? StatusTag(Clause clause)
    {
        if (clause.Negated || clause.Verb is not (ClaimVerb.Be or ClaimVerb.Read or ClaimVerb.Show) || DropFirst(clause.Subject, "the") is not [{ IsQuoted: false } status, { IsQuoted: false } tag] || !status.Is("status", "state") || !tag.Is(TagNouns) || RawText(clause.Object) is not { Length: > 0 } said)
            return null;
        var tags = _scene.Nodes.Where(n => !n.IsText && _scene.IsShown(n) && !Scene.IsControl(n) && _scene.Length(n) is > 0 and <= 4 && Scene.ClassWords($"{n.ClassName} {n.ElementId} {n.TestId}").Any(w => w is "status" or "state" || TagNouns.Contains(w, StringComparer.Ordinal))
            && !_scene.Records.Around(n).Any(r => r.Group.IsStructured && Shown(r.Group).Count > 1 && _scene.Length(r.Record) <= 40)).ToList();
        tags = tags.FindAll(n => !tags.Exists(o => !ReferenceEquals(o, n) && o.IsSelfOrAncestorOf(n)));
        return tags is [var only] && ValueText.Equal(said, _scene.ShownText(only)) ? Ruling.Held(clause.Text, $"it says '{Says(only)}'", only).Telling(status.Text, tag.Text) : null;
    }

    /// <summary>"lending is blocked because of open fines", where it says "Lending is blocked: open fines.": the same words, none more and none less.</summary>
    private Ruling? SaidWithReason(Clause clause)
    {
        var at = clause.Object.FindIndex(t => !t.IsQuoted && t.Is("because", "due", "owing"));
        if (clause.Negated || clause.Verb != ClaimVerb.Be || at < 1 || at + 2 >= clause.Object.Count || !clause.Object[at + 1].Is("of", "to"))
            return null;
        var words = Meaning(clause.Subject.Concat(clause.Object[..at]).Concat(clause.Object[(at + 2)..]).Where(t => !t.IsMark).SelectMany(t => Phrase.Tokens(t.Text)));
        var line = words.Count < 3 ? null : Notable().Concat(MessageLines()).FirstOrDefault(l => Meaning(Phrase.Tokens(_scene.ShownText(l)).Where(w => w is not ("because" or "due" or "owing"))) is var shown && shown.Count == words.Count && shown.Zip(words).All(pair => Phrase.Same(pair.First, pair.Second) || SameWord(pair.First, pair.Second)));
        return line is null ? null : Ruling.Held(clause.Text, $"it says '{Says(line)}'", line) with { IsAccounted = true };
    }
}

using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>"Drill is in Cellar", "Ben is on duty": said of an entry by a text of its own, or by the part that it lies in, as the one that is called so. That both words stand in one table is nothing.</summary>
internal sealed partial class Judge
{
    private static readonly string[] Locating = ["in", "on", "under", "within", "inside", "at", "below", "among", "behind"];

    private string? NotInThat(Clause clause, Ruling ruling)
    {
        // So many of them, or all of them in an order, were counted or compared already.
        if (CountsOf(clause.IsExistential ? clause.Object : clause.Subject) is not null || clause.Object.Exists(t => t.Is("order", "sequence")))
            return null;
        if (clause.Verb == ClaimVerb.Be && clause.Object is [{ IsQuoted: false } part, { IsQuoted: false } of, _, ..] && part.Is("part", "member") && of.Is("of"))
            clause = clause with { Object = [ClaimToken.Word("in"), .. clause.Object[2..]] };
        // "Under Daily there is a Pause button", "Orlando is listed under Essays".
        if (Shows(clause))
        {
            var said = clause.IsExistential ? clause.Object : clause.Object.Skip(1).ToList();
            if (said.Count < 2)
                return null;
            var from = clause.IsExistential ? said.FindIndex(1, t => !t.IsQuoted && t.Is("under", "at", "above", "before", "after", "below", "as")) : said.Count > 1 && said[0].Is("under", "in", "on") ? 0 : -1;
            if (from < 0 || from + 1 >= said.Count)
                return null;
            if (said[from].Is("at", "before", "after", "as") && !clause.Object.Exists(t => t.Is("top", "bottom", "end", "right", "left", "least", "most")))
                return "where that is is not plain";
            clause = clause with { IsExistential = false, Verb = ClaimVerb.Be, Subject = clause.IsExistential ? said[..from] : clause.Subject, Object = said[from..] };
            if (clause.Object[0].Is("above", "below") || clause.Object[1].Is("bold", "italics", "italic", "capitals", "full", "order") || ColorWords.Canonical(clause.Object[1].Text) is not null || clause.Object.Exists(t => t.IsQuoted) || Kinds.IsControlKind(Read(clause.Object[1..]).Kind) || clause.Subject.Exists(t => t.IsQuoted))
                return null;
        }

        if (clause.Verb != ClaimVerb.Be || clause.IsExistential || clause.Object is not [{ IsQuoted: false } how, _, ..] || !how.Is(Locating) || ruling.IsAccounted || clause.Object[1].IsCapital is false && clause.Object[1].Is("place", "order", "this", "that", "it", "them", "total", "full"))
            return null;
        var place = DropFirst(clause.Object[1..], "the", "a", "an", "its", "their");
        var phrase = Read(place);
        // A named kind of part is found by its kind; what is told by figures is judged as a value.
        if (place.Count == 0 || phrase.Kind is not (ElementKind.Any or ElementKind.Column) || place[0] is { HasDigit: true, IsQuoted: false } figure && (how.Is("at") || !char.IsLetter(figure.Text[0])) || place.Count > 1 && !place[0].IsQuoted && place.Skip(1).Any(t => t.IsQuoted || t.HasDigit))
            return null;
        var words = Phrase.Tokens(RawText([.. place.Where(t => !t.Is("column", "lane"))]));
        var subject = Phrase.Tokens(RawText(DropFirst(clause.Subject, "the", "a", "an")));
        if (words.Length == 0 || subject.Length == 0)
            return null;
        // A control lies under a heading that is called so, where there is one.
        if (Kinds.IsControlKind(Read(clause.Subject).Kind))
            return ruling.Evidence.Count > 0 && _scene.Nodes.Any(n => n.Level > 0 && _scene.IsShown(n) && Phrase.Equal([.. _scene.Tokens(n)], words)) && !ruling.Evidence.Any(n => IsPartCalled(n, how, words)) ? "it lies elsewhere" : null;
        // Its entry says so in a text of its own.
        foreach (var (record, group) in _scene.Find(subject).Where(p => _scene.Exactly(p, subject.Length) is not null).SelectMany(p => _scene.Records.Around(_scene.OwnerAt(p)).Where(r => r.Group.Records.Count > 1 && IsAmongFirst(r.Record, _scene.OwnerAt(p)))))
        {
            var says = _scene.Find(words, record).Select(p => _scene.Exactly(p, words.Length)).Concat(_scene.Find([how.Text, .. words], record).Select(p => _scene.Exactly(p, words.Length + 1))).OfType<UiNode>().Where(n => !n.Ancestors().Prepend(n).TakeWhile(a => !ReferenceEquals(a, record)).Any(a => Scene.IsControl(a) || a.Tag == "option")).ToList();
            // "On the road", whole: a text that says where it is, or how.
            var whole = Phrase.Tokens(RawText(clause.Object));
            if (_scene.Find(whole, record).Any(p => _scene.Exactly(p, whole.Length) is { } n && !IsDenied(p) && !n.Ancestors().Prepend(n).TakeWhile(a => !ReferenceEquals(a, record)).Any(a => Scene.IsControl(a) || a.Tag == "option")) && _scene.Length(record) < LongestContext)
                return null;
            var isStatus = place.TrueForAll(t => !t.IsCapital && !t.IsQuoted);
            if (says.Exists(n => !IsDenied(_scene.Start(n)) && (!isStatus || _scene.Length(n) == words.Length + 1 || how.Is("in", "at", "on") && (_scene.Records.HeadOf(n) is not null || group.Heads.Count == 0 && how.Is("in")))) && _scene.Length(record) < LongestContext && !group.Records.Any(o => !ReferenceEquals(o, record) && o.IsSelfOrAncestorOf(record)))
                return null;
        }

        // The part that it lies in is called so, and it is a text of its own there.
        foreach (var node in ruling.Evidence)
        {
            var line = _scene.Line(node);
            var isWhole = _scene.Length(node) <= subject.Length + 1 || _scene.Records.Around(node).Any(r => _scene.Start(r.Record) == _scene.Start(node)) || _scene.Find(subject, node).Any(p => _scene.Exactly(p, subject.Length) is not null);
            if (isWhole && !Denies(line, clause.Object) && IsPartCalled(node, how, words))
                return null;
        }

        return "that it is there is not said of it";
    }

    // In one of the first two cells: the others tell of it.
    private bool IsAmongFirst(UiNode record, UiNode node)
        => record.Children.Where(c => !c.IsText && _scene.IsShown(c)).ToList() is { Count: > 2 } cells ? cells.FindIndex(c => c.IsSelfOrAncestorOf(node)) < 2 : _scene.Start(node) - _scene.Start(record) < 3;

    private bool IsPartCalled(UiNode node, ClaimToken how, string[] words)
    {
        bool IsCalled(IReadOnlyList<string> name) => name.Where(t => t.Any(char.IsLetter) && !Fillers.Contains(t)).ToArray() is { Length: > 0 } bare && (Phrase.Equal(bare, [.. words.Where(w => !Fillers.Contains(w))]) || bare[0] == how.Text && Phrase.Equal(bare[1..], words));
        if (_scene.Records.HeadOf(node) is { } head && IsCalled(_scene.Tokens(head)))
            return true;
        foreach (var part in node.Ancestors().Where(a => a.Tag is not ("tr" or "body" or "html") && a.Role != "row"))
        {
            if (SceneHeads.HasOwnName(part) && IsCalled(_scene.NameTokens(part)))
                return true;
        }

        return _scene.Heads.Over(node).Any(h => h.Head is { } over && !Scene.IsControl(over) && IsCalled(_scene.Tokens(over)));
    }
}

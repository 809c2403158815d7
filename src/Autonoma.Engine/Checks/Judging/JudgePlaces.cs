using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>First and last, above and below.</summary>
internal sealed partial class Judge
{
    /// <summary>"is first", "is the last item of the backlog", "is ranked third", "is in the fourth row", "is on top".</summary>
    private static bool TryOrdinalPlace(List<ClaimToken> obj, out int place, out List<ClaimToken> of)
    {
        place = 0;
        of = [];
        var rest = obj;
        while (rest.Count > 0 && rest[0].Is("the", "ranked", "listed", "shown", "displayed", "placed", "in", "at", "on", "positioned", "as", "located"))
        {
            if (rest.Count > 1 && rest[0].Is("on", "at") && rest[1].Is("top"))
                break;
            rest = rest[1..];
        }

        // "was last edited by Moe" tells of a deed.
        if (rest.Count > 1 && !rest[0].IsQuoted && rest[0].Is("first", "last") && !rest[1].IsQuoted && !rest[1].IsCapital && (rest[1].Text.EndsWith("ed", StringComparison.Ordinal) || rest[1].Is("seen", "run", "built", "sent", "read", "made", "written", "active", "online", "used", "paid", "done")))
            return false;
        // "the first to expire" compares; it does not say where it stands.
        if (rest.Count == 0 || rest.Count > 2 && rest[1].Is("to") && !rest[0].IsQuoted)
            return false;
        if (rest[0].Is("top", "bottom") && rest.Count <= 4 || rest.Count >= 2 && rest[0].Is("on", "at") && rest[1].Is("top", "bottom"))
        {
            place = rest.Any(t => t.Is("bottom")) ? -1 : 1;
            of = [.. rest.SkipWhile(t => t.Is("on", "at", "the", "top", "bottom"))];
            if (of.Count > 0 && of[0].Is("of") && of.Count > 1 && of[^1].Is("page", "form", "screen", "dialog"))
                return false;
            of = DropFirst(of, "of", "in");
            return obj[0].Is("on", "at", "listed", "the", "shown") && (of.Count == 0 || !of[0].Is("of"));
        }

        if (!NumberWords.TryOrdinal(rest[0].Text, out place) || rest[0].IsQuoted)
            return false;
        of = DropFirst(rest[1..], "place", "position");
        of = DropFirst(of, "in", "of", "among");
        return true;
    }

    private Ruling AtPlace(List<ClaimToken> subject, int place, List<ClaimToken> of)
    {
        var expected = $"{ClaimToken.Join(subject)} is number {place} {ClaimToken.Join(of)}".Trim();
        var ordinalSubject = Read(subject);
        var noun = of.TakeWhile(t => !t.Is("of", "in", "on", "among", "to")).ToList();
        var place2 = of.Skip(noun.Count).ToList();
        var phrase = noun.Count > 0 ? Read(noun) : null;
        IReadOnlyList<Region>? within = null;
        if (place2.Count > 0 && !place2[0].Is("to"))
        {
            within = Places(place2, out var unknown);
            if (within is null && unknown is not null)
            {
                // "the last item of the backlog": the noun may be the place itself.
                if (GroupFor(Read(place2), null) is null)
                    return Ruling.Unknown(expected, unknown);
            }
        }

        var words = ordinalSubject.Required.ToList();
        if (words.Count == 0)
            return Ruling.Unknown(expected, $"'{ordinalSubject}' names nothing");
        var records = _resolver.RecordsOf(ordinalSubject).Where(r => within is null || within.Any(w => w.Contains(r.Record))).ToList();
        if (phrase is { Kind: ElementKind.Row } && records.Any(r => r.Group.IsTable || r.Group.Heads.Count > 0))
            records = [.. records.Where(r => r.Group.IsTable || r.Group.Heads.Count > 0)];
        if (records.Count == 0)
            return Ruling.Unknown(expected, $"no record fits '{ordinalSubject}'");
        var verdicts = records.Select(r => IsAt(Shown(r.Group), r.Record, place)).Distinct().ToList();
        if (verdicts.Count > 1)
            return Ruling.Unknown(expected, $"{records.Count} records fit '{ordinalSubject}'");
        // The one entry of a list is the first and the last of it whatever it is: the list that is meant has others.
        if (verdicts[0] && Shown(records[0].Group).Count < 2)
            return Ruling.Unknown(expected, "the list that is meant is not plain");
        return Ruling.Of(verdicts[0], expected, $"it is number {Shown(records[0].Group).IndexOf(records[0].Record) + 1} of {Shown(records[0].Group).Count}", records[0].Record);
    }

    private static bool IsAt(List<UiNode> shown, UiNode record, int place) => place > 0 ? shown.IndexOf(record) == place - 1 : shown.IndexOf(record) == shown.Count + place;

    private Ruling Rank(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        var with = obj.FindIndex(t => t.Is("with"));
        var head = with > 0 ? obj[..with] : obj;
        if (!TryOrdinalPlace(head, out var place, out var of))
            return Ruling.Unknown(ClaimToken.Join(subject), "the rank is not told plainly");
        var ruling = AtPlace(subject, place, of.Count > 0 ? [ClaimToken.Word("of"), .. of] : []);
        return with > 0 ? Ruling.All([ruling, RecordHas(subject, obj[(with + 1)..])]) : ruling;
    }

    /// <summary>"is directly below 'Red'", "is above the footer", "comes before X".</summary>
    // What is drawn between two boxes of one line, a text or a thing to press.
    private UiNode? LiesBetween(UiRect a, UiRect b, UiNode mine, UiNode theirs)
    {
        var (from, to, top, bottom) = (Math.Min(a.Right, b.Right) - 2, Math.Max(a.X, b.X) + 2, Math.Max(a.Y, b.Y), Math.Min(a.Bottom, b.Bottom));
        return _scene.Nodes.FirstOrDefault(n => _scene.IsShown(n) && (n.IsText && _scene.Length(n) > 0 || !n.IsText && Scene.IsControl(n)) && !mine.IsSelfOrAncestorOf(n) && !theirs.IsSelfOrAncestorOf(n) && !n.IsSelfOrAncestorOf(mine) && !n.IsSelfOrAncestorOf(theirs)
            && (n.IsText ? n.Parent!.Bounds : n.Bounds) is { IsEmpty: false } box && box.X + box.Width / 2 > from && box.X + box.Width / 2 < to && box.Bottom > top && box.Y < bottom);
    }

    private Ruling Relative(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        var expected = $"{ClaimToken.Join(subject)} is {ClaimToken.Join(obj)}";
        var directly = obj[0].Is("directly", "immediately", "just", "straight") || obj.Count > 1 && obj[0].Is("right") && obj[1].Is(Sides) || obj.Count > 1 && obj[0].Is("right") && obj[1].Is("before", "after");
        var words = directly ? obj[1..] : obj;
        if (words.Count < 2)
            return Ruling.Unknown(expected, "it is not said of what");
        var relation = words[0].Text;
        if (relation is "left" or "right" or "next" or "to")
            words = [words[0], .. words.Skip(1).SkipWhile(t => t.Is("of", "to", "the", "side", "hand"))];
        if (relation == "followed")
            words = [words[0], .. words.Skip(1).SkipWhile(t => t.Is("by"))];
        var other = words[1..];
        if (relation is "above" or "below" or "under" or "over" or "beneath" && ComparesValues(subject, other))
            return Ruling.Unknown(expected, "whether places or values are meant cannot be told");
        var mine = One(subject);
        var theirs = One(other);
        if (mine is null || theirs is null)
            return Ruling.Unknown(expected, $"'{ClaimToken.Join(mine is null ? subject : other)}' is not found once");
        var records = _scene.Records.Around(mine).Select(r => r.Group).FirstOrDefault(g => g.Records.Any(r => r.IsSelfOrAncestorOf(theirs)) && !g.Records.First(r => r.IsSelfOrAncestorOf(theirs)).IsSelfOrAncestorOf(mine));
        if (records is not null && relation is "below" or "above" or "under" or "before" or "after" or "beneath" or "followed" && records is not null)
        {
            var shown = Shown(records);
            var a = shown.FindIndex(r => r.IsSelfOrAncestorOf(mine));
            var b = shown.FindIndex(r => r.IsSelfOrAncestorOf(theirs));
            var distance = relation is "above" or "before" or "followed" ? b - a : a - b;
            return Ruling.Of(directly || relation == "followed" ? distance == 1 : distance > 0, expected, $"they are numbers {a + 1} and {b + 1}", mine, theirs);
        }

        var (x, y) = (Inked(mine), Inked(theirs));
        // "directly left of": in one line, and nothing to be seen between them.
        if (directly && relation is "left" or "right" && !x.IsEmpty && !y.IsEmpty && Math.Min(x.Bottom, y.Bottom) > Math.Max(x.Y, y.Y) && (relation == "left" ? x.Right <= y.X + 3 : y.Right <= x.X + 3))
            return LiesBetween(x, y, mine, theirs) is { } between ? Ruling.Unknown(expected, $"'{Short(between.InnerText)}' lies between") : Ruling.Held(expected, "judged by their places", mine, theirs);
        if (x.IsEmpty || y.IsEmpty || directly)
            return Ruling.Unknown(expected, "where they lie cannot be told");
        return relation switch
        {
            "above" or "over" => Ruling.Of(x.Bottom <= y.Y + 3, expected, "judged by their places", mine, theirs),
            "below" or "under" or "beneath" or "underneath" => Ruling.Of(x.Y >= y.Bottom - 3, expected, "judged by their places", mine, theirs),
            "left" or "right" when Math.Min(x.Bottom, y.Bottom) <= Math.Max(x.Y, y.Y) => Ruling.Unknown(expected, "they do not lie in one line"),
            "left" => Ruling.Of(x.Right <= y.X + 3, expected, "judged by their places", mine, theirs),
            "right" => Ruling.Of(x.X >= y.Right - 3, expected, "judged by their places", mine, theirs),
            "next" or "beside" => AnchorOf(other) is { } anchor && StandsAt(mine, anchor, relation) ? Ruling.Held(expected, "judged by their places", mine, theirs) : Ruling.Unknown(expected, "whether that is beside it cannot be told"),
            _ => Ruling.Unknown(expected, $"'{relation}' cannot be judged here"),
        };
    }

    /// <summary>The one place where a thing is named whole.</summary>
    private UiNode? One(List<ClaimToken> tokens)
    {
        var phrase = Read(tokens);
        var words = phrase.Required.SelectMany(t => t.Words).ToArray();
        if (words.Length == 0)
            return null;
        var exact = _scene.Find(words).Select(p => _scene.Exactly(p, words.Length)).OfType<UiNode>().Distinct().ToList();
        if (exact.Count == 0)
            exact = [.. _scene.Nodes.Where(n => !n.IsText && _scene.IsShown(n) && n.Name.Length > 0 && Phrase.Equal(_scene.NameTokens(n), words))];
        if (exact.Count == 0)
        {
            var loose = _scene.Find(words).Where(p => _scene.IsTogether(p, words.Length)).Select(p => _scene.OwnerAt(p)).Distinct().ToList();
            if (loose.Count == 1)
                return loose[0];
        }

        if (exact.Count > 1 && phrase.Kind != ElementKind.Any)
            exact = [.. exact.Where(n => n.Ancestors().Prepend(n).Take(3).Any(a => !a.IsText && Kinds.Fits(a, phrase.Kind) && (Scene.IsControl(a) || phrase.Kind == ElementKind.Heading && a.Role == "heading")))];
        return exact.Count == 1 ? exact[0] : null;
    }
}

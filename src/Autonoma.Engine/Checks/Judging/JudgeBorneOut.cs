using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>
/// What is tried when nothing else has decided: the page bears the claim out in two ways at once (a list of that many entries, and a figure that says so; the badge of an entry, where every entry of
/// the list has one). These rules hold a claim or say nothing: what they do not find may be told in another way.
/// </summary>
internal sealed partial class Judge
{
    private Ruling? BorneOut(Clause clause)
    {
        if (clause.Negated || clause.IsNoLonger || clause.Echo is not null || clause.Quantifier.Length > 0 || clause.Subject.Exists(t => t.Is(Quantifiers) && !t.IsCapital))
            return null;
        return CountedTwice(clause) ?? BadgeSays(clause) ?? Measuring(clause) ?? HeadedSo(clause) ?? TileHolds(clause) ?? LineReads(clause);
    }

    private static readonly string[] Seeing = ["listed", "displayed", "shown", "visible", "there", "present", "available", "found"];

    /// <summary>"The board shows 12 beds": the one list has 12 entries, and a figure of the page, or its pager, says so, too.</summary>
    private Ruling? CountedTwice(Clause clause)
    {
        var amount = clause.IsExistential || clause.Verb is ClaimVerb.Show or ClaimVerb.Contain or ClaimVerb.Have && NounWords(clause.Subject) is [.., "page" or "board" or "list" or "table" or "screen" or "view" or "grid" or "overview"] ? CountsOf(clause.Object)
            : clause.Verb == ClaimVerb.Be && clause.Object is [{ } seen] && seen.Is(Seeing) ? CountsOf(clause.Subject) : null;
        if (amount is not { Compare: "=", Number: > 1 } || !clause.IsExistential && clause.Verb != ClaimVerb.Be && !clause.Subject.Exists(t => t.Is("the", "this")))
            return null;
        var noun = amount.Noun;
        if (noun.Count > 2 && string.Join(' ', noun.TakeLast(2).Select(t => t.Text)) is "in total" or "in all")
            noun = noun[..^2];
        if (noun is not [{ IsQuoted: false, IsCapital: false } word] || !word.Text.EndsWith('s') || KindWords.TryKind(word.Text, out _) || OnlyList(null) is not { } list || Shown(list) is not { } entries || entries.Count != amount.Number || IsCalledOtherwise(word.Text, list) || IsColumnOf(word.Text, entries))
            return null;
        bool IsOutside(UiNode n) => !entries.Exists(e => e.IsSelfOrAncestorOf(n));
        var figure = _scene.Slots.Slots.Where(s => s.Strength > 1 && !Scene.IsField(s.Value) && s.Label is [var label] && Phrase.SameStem(label, word.Text) && IsOutside(s.Value)).DistinctBy(s => s.Value.Index).ToList();
        if (figure.Count > 0)
            return figure.TrueForAll(s => int.TryParse(TextOf(s), out var told) && told == amount.Number) ? Ruling.Held(clause.Text, $"{entries.Count} are listed{Examples(entries)}, and it says {amount.Number}", [.. entries.Take(12)]).Telling(word.Text, "total") : null;
        // "1–5 of 8": five are on this page; the page must speak of them, and of no others.
        return _scene.SpeaksOf(word.Text) && PagerRange() is { } range && range.To - range.From + 1 == amount.Number && IsOutside(range.Node) ? Ruling.Held(clause.Text, $"{entries.Count} are listed{Examples(entries)}, and it says '{Says(range.Node)}'", [.. entries.Take(12)]) : null;
    }

    // Blocks of which one holds a longer list, or two short texts beside a list that is longer.
    private bool IsLayout(IReadOnlyList<UiNode> blocks)
        => _scene.Records.Groups.Any(g => g.IsStructured && Shown(g).Count > blocks.Count && blocks.Any(b => b.IsSelfOrAncestorOf(g.Parent))) || blocks.All(b => _scene.Records.GroupOf(b) is { IsTable: false, Heads.Count: 0 }) && blocks.All(b => b.Children.All(c => c.IsText)) && _scene.Records.Groups.Any(g => g.IsStructured && Shown(g).Count > blocks.Count && !OnlyControls(g) && !IsFurniture(g));

    /// <summary>The one pager that says which entries are shown.</summary>
    private (int From, int To, UiNode Node)? PagerRange()
    {
        var found = new List<(int From, int To, UiNode Node)>();
        foreach (var line in _scene.Nodes.Where(n => n.IsText && _scene.IsShown(n) && _scene.Length(n) is > 2 and < 8))
        {
            if (System.Text.RegularExpressions.Regex.Match(line.OwnText, @"\b(\d{1,5})\s*[-–—]\s*(\d{1,5})\s+(?:of|/)\s+(\d{1,6})\b") is { Success: true } pager && int.TryParse(pager.Groups[1].Value, out var from) && int.TryParse(pager.Groups[2].Value, out var to) && from <= to)
                found.Add((from, to, line));
        }

        return found is [var only] ? only : null;
    }

    /// <summary>"Bed 402-2 is free": the one badge of that entry says so, where the other entries of its list have such a badge with another word.</summary>
    private Ruling? BadgeSays(Clause clause)
    {
        if (clause.Verb != ClaimVerb.Be || clause.VerbText is not ("is" or "are") || clause.Object.Count is 0 or > 2 || clause.Object.Exists(t => t.IsMark || t.HasDigit) || clause.Object[0].Is(Prepositions) || clause.Object[0].Is("the", "a", "an", "one", "all") || LongestState(clause.Object, out _, out _) > 0 || !clause.Subject.Exists(t => t.HasDigit || t.IsCapital || t.IsQuoted))
            return null;
        var words = Phrase.Tokens(RawText(clause.Object));
        if (words.Length is 0 or > 2 || words.Any(DenialWords.Contains) || (Numbered(clause.Subject) ?? OneEntry(clause.Subject)?.Record) is not { } entry || _scene.Records.GroupOf(entry) is not { IsStructured: true } list || Shown(list).Count < 2 || list.Heads.Count > 1)
            return null;
        var badge = _scene.Find(words, entry).Select(p => _scene.Exactly(p, words.Length)).OfType<UiNode>().Select(n => n.IsText ? n.Parent! : n).Distinct().ToList();
        if (badge is not [{ ClassName.Length: > 0 } only] || !IsPaintedBadge(only) || only.Ancestors().Prepend(only).TakeWhile(a => !ReferenceEquals(a, entry)).Any(Scene.IsControl))
            return null;
        List<UiNode> Like(UiNode record) => [.. record.Descendants().Where(n => !n.IsText && n.Tag == only.Tag && n.ClassName.Split(' ')[0] == only.ClassName.Split(' ')[0] && _scene.IsShown(n) && _scene.Length(n) > 0)];
        // One for each: what some entries have, or have several of, are tags, and no word on how it stands.
        if (Shown(list).Exists(r => Like(r).Count != 1) || Shown(list).Select(r => string.Join(' ', _scene.Tokens(Like(r)[0]))).Distinct(StringComparer.Ordinal).Count() < 2)
            return null;
        return Ruling.Held(clause.Text, $"it says '{Says(only)}'", only);
    }

    /// <summary>"Bed 402-2", on a page about beds: the one entry that begins with that number.</summary>
    private UiNode? Numbered(List<ClaimToken> subject)
    {
        if (DropFirst(subject, "the") is not [{ IsQuoted: false, HasDigit: false } kind, { HasDigit: true } number] || !EntryNouns.Contains(kind.Text) || !Phrase.Tokens(_scene.Observation.Title).Any(t => Phrase.SameStem(t, kind.Text)) && !_scene.Nodes.Any(n => n.Level == 1 && _scene.IsShown(n) && _scene.HasStem(n, kind.Text)))
            return null;
        var words = Phrase.Tokens(number.Raw);
        var entries = _scene.Find(words).SelectMany(p => _scene.Records.Around(_scene.OwnerAt(p)).Where(r => r.Group is { IsStructured: true, Records.Count: > 1 } && _scene.Start(r.Record) == p && _scene.Exactly(p, words.Length) is not null && _scene.Length(r.Record) is > 1 and <= 40).OrderByDescending(r => r.Group.Records.Count).Take(1)).Select(r => r.Record).Distinct().ToList();
        if (entries is not [var only])
            return null;
        _told.Add(kind.Text);
        return only;
    }

    private static bool IsPaintedBadge(UiNode node) => node.Style is { Background.Alpha: > 0.1 } && !Scene.IsControl(node) && node.Role != "button";

    private static readonly Dictionary<string, string> DimensionNames = new(StringComparer.Ordinal)
    {
        ["long"] = "length", ["wide"] = "width", ["broad"] = "width", ["high"] = "height", ["tall"] = "height", ["deep"] = "depth", ["thick"] = "thickness", ["heavy"] = "weight", ["old"] = "age",
    };

    /// <summary>"Selkie is 12.0 m long": its length.</summary>
    private Ruling? Measuring(Clause clause)
    {
        if (clause.Verb != ClaimVerb.Be || clause.Object.Count is < 2 or > 3 || !clause.Object[0].HasDigit || clause.Object[^1].IsQuoted || !DimensionNames.TryGetValue(clause.Object[^1].Text, out var called))
            return null;
        return OwnValue(clause.Subject, label => label.Count is 1 or 2 && label[0] == called) is { } value && ValueText.Equal(RawText(clause.Object[..^1]), _scene.ShownText(value)) ? Ruling.Held(clause.Text, $"{called}: {Says(value)}", value).Telling(clause.Object[^1].Text) : null;
    }

    /// <summary>The one value under such a label in the smallest part that holds the owner's name as well; null where there is none, or another beside it.</summary>
    private UiNode? OwnValue(List<ClaimToken> owner, Func<IReadOnlyList<string>, bool> isLabel)
    {
        var words = NounWords(owner);
        var slots = words.Length == 0 ? [] : _scene.Slots.Slots.Where(s => s.Strength >= 2 && !s.IsPart && isLabel(s.Label) && _scene.IsShown(s.Value)).ToList();
        var own = slots.Where(s => s.Value.Ancestors().TakeWhile(a => _scene.Length(a) <= 40).FirstOrDefault(a => _scene.Find(words, a).Any(p => !IsDenied(p))) is { } part && !slots.Exists(o => !ReferenceEquals(o.Value, s.Value) && part.IsSelfOrAncestorOf(o.Value))).Select(s => s.Value).Distinct().ToList();
        return own is [var only] ? only : null;
    }

    /// <summary>"The objection was received on 3 June": under Received its entry says so.</summary>
    private Ruling? HeadedSo(Clause clause)
    {
        if (clause.Verb != ClaimVerb.Be || clause.Object is not [{ IsQuoted: false, IsCapital: false } deed, { IsQuoted: false } on, _, ..] || !on.Is("on", "at", "by", "in", "from", "to", "for") || deed.Text.Length < 4 || !deed.Text.EndsWith("ed", StringComparison.Ordinal) && !deed.Is(IrregularDeeds))
            return null;
        // The label says the deed, and what of it where it says more: "Received", "Assigned to", "Approved by".
        bool IsOfDeed(IReadOnlyList<string> label) => label.Count < 4 && label[0] == deed.Text && label.Skip(1).All(r => r == on.Text || r is "date" or "day" or "time" && on.Is("on", "at")) && (label.Count > 1 || on.Is("on", "at", "in"));
        return OwnValue(clause.Subject, IsOfDeed) is { } cell && ValueText.Equal(RawText(clause.Object[2..]), _scene.ShownText(cell)) ? Ruling.Held(clause.Text, $"{deed.Text}: {Says(cell)}", cell).Telling(deed.Text) : null;
    }

    private static readonly string[] Filling = ["taken", "occupied", "booked", "reserved", "used", "held"];

    /// <summary>"A5 is taken by Old Gannet": the tile A5 of a plan says nothing but that name, and other tiles say another.</summary>
    private Ruling? TileHolds(Clause clause)
    {
        if (clause.Verb != ClaimVerb.Be || clause.Object is not [{ IsQuoted: false } filled, { } by, _, ..] || !filled.Is(Filling) || !by.Is("by") || clause.Subject.Exists(t => t.IsMark))
            return null;
        var holder = Phrase.Tokens(RawText(DropFirst(clause.Object[2..], "the")));
        var name = Phrase.Tokens(RawText([.. clause.Subject.Where(t => t.IsQuoted || t.HasDigit)]));
        var kind = clause.Subject.Where(t => !t.IsQuoted && !t.HasDigit && !t.Is("the")).ToList();
        if (holder.Length == 0 || name.Length == 0 || kind.Count > 1 || kind is [{ } noun] && !_scene.SpeaksOf(noun.Text) || holder.Any(DenialWords.Contains))
            return null;
        var tiles = _scene.Find([.. name, .. holder]).Select(p => _scene.Exactly(p, name.Length + holder.Length)).OfType<UiNode>().Select(n => n.Ancestors().Prepend(n).TakeWhile(a => _scene.Length(a) == name.Length + holder.Length).FirstOrDefault(a => !a.IsText && IsOfPlan(a))).OfType<UiNode>().Distinct().ToList();
        return tiles is [var tile] && _scene.Exactly(_scene.Start(tile) + name.Length, holder.Length) is not null ? Ruling.Held(clause.Text, $"it says '{Says(tile)}'", tile).Telling([filled.Text]) : null;
    }

    // One of several tiles side by side, each with a name of its own that has a number in it.
    private bool IsOfPlan(UiNode tile)
        => tile.Parent is { } plan && plan.Children.Where(c => !c.IsText && c.Tag == tile.Tag && _scene.IsShown(c)).ToList() is { Count: > 2 } like && like.TrueForAll(c => _scene.Length(c) is > 0 and < 9 && _scene.TokenAt(_scene.Start(c)).Any(char.IsDigit)) && like.Select(c => _scene.TokenAt(_scene.Start(c))).Distinct(StringComparer.Ordinal).Count() == like.Count;

    private static readonly string[] LineNouns = ["text", "line", "caption", "counter", "progress", "subtitle", "summary", "footnote", "note", "remark", "sentence", "hint", "label"];

    private static readonly string[] FigureNouns = ["counter", "progress", "tally"];

    /// <summary>"The counter in the header says '7 of 7 costumes'": a whole text outside of controls is just that, and lies there.</summary>
    private Ruling? LineReads(Clause clause)
    {
        if (clause.Verb is not (ClaimVerb.Read or ClaimVerb.Show) || clause.Object is not [{ IsQuoted: true, IsName: false } quoted])
            return null;
        var (thing, place) = SplitPlace(clause.Subject);
        if (DropFirst(thing, "the", "a") is not [{ IsQuoted: false } noun] || !noun.Is(LineNouns) || noun.Is(FigureNouns) && !quoted.HasDigit || Bare(quoted) is not { } line)
            return null;
        var block = line.IsText ? line.Parent! : line;
        if (block.Ancestors().Prepend(block).Any(a => a.Tag is "td" or "th" or "option" or "select" || Scene.IsControl(a)) || _scene.Records.Around(block).Any(r => r.Group is { IsStructured: true, Records.Count: > 2 } && _scene.Length(r.Record) < 40))
            return null;
        var held = Ruling.Held(clause.Text, $"it says '{Says(line)}'", line).Telling(noun.Text);
        if (place is null)
            return noun.Is(FigureNouns) ? held : null;
        // "the caption above them": above the one list that there is.
        if (place is [{ } side, .. var where] && side.Is("above", "below", "under", "beneath") && DropFirst(where, "the") is [{ IsQuoted: false } what] && what.Is("them", "it", "list", "table", "these") && OnlyList(null) is { } list && Shown(list) is { Count: > 0 } entries)
            return block.Bounds is { IsEmpty: false } at && (side.Is("above") ? at.Bottom <= entries[0].Bounds.Y + 1 && entries[0].Bounds.Y - at.Bottom < 120 : at.Y >= entries[^1].Bounds.Bottom - 1 && at.Y - entries[^1].Bounds.Bottom < 120) ? held : null;
        return place is [{ } within, { } the, { } edge] && within.Is("in", "at", "of") && the.Is("the") && edge.Is("header", "footer") && IsAtEnd(block, edge.Is("header")) ? held : null;
    }

    // In the header or footer, or in the strip with the main heading that stands for one.
    private bool IsAtEnd(UiNode block, bool top)
    {
        var marks = _scene.Nodes.Where(n => !n.IsText && _scene.IsShown(n) && (top ? n.Tag == "header" || n.Role == "banner" : n.Tag == "footer" || n.Role == "contentinfo") && !n.Ancestors().Any(a => a.Tag is "article" or "section" or "aside" or "dialog")).ToList();
        if (marks.Count > 0)
            return marks.Exists(m => m.IsSelfOrAncestorOf(block));
        return top && block.Ancestors().Any(a => a.Bounds is { Y: < 24, Height: > 0 and < 160 } && a.Descendants().Any(d => d.Level == 1 && _scene.IsShown(d)));
    }

    /// <summary>"One can go back", "you cannot go to the next page": the one button that turns the page that way is in use, or not.</summary>
    private Ruling? TurnsPage(Clause clause)
    {
        if (DropFirst(clause.Subject, "the") is not [{ IsQuoted: false } who] || !who.Is("one", "you", "i", "we", "user", "users", "it", "customers", "visitors"))
            return null;
        var said = clause.Object.Where(t => !t.Is("to", "the", "a", "any", "further", "page", "on", "one")).ToList();
        if (said.Count > 0 && said[0].Is("go", "move", "page", "turn", "leaf", "browse"))
            said = said[1..];
        if (said is not [{ IsQuoted: false } way] || !(way.Is("forward", "next", "forwards", "onward") is var ahead && ahead || way.Is("back", "backward", "backwards", "previous")))
            return null;
        var (words, signs) = ahead ? ("next forward", "›»→>▶⟩") : ("previous prev back", "‹«←<◀⟨");
        bool Turns(string name) => Phrase.Tokens(name).Where(t => t.Any(char.IsLetter)).ToList() is var said && (said.Count == 0 ? name.Trim() is [var sign] && signs.Contains(sign, StringComparison.Ordinal) : words.Split(' ').Contains(said[0], StringComparer.Ordinal) && (said.Count == 1 || said.Count == 2 && said[1] == "page") && !name.Any(char.IsDigit));
        var buttons = _scene.Nodes.Where(n => !n.IsText && _scene.IsShown(n) && (n.Role is "button" or "link" || n.Tag is "button" or "a") && Turns(n.Name)).ToList();
        buttons = buttons.FindAll(n => !buttons.Exists(o => !ReferenceEquals(o, n) && o.IsSelfOrAncestorOf(n)));
        if (buttons is not [var turning])
            return null;
        var isDisabled = IsDisabled(turning);
        return Ruling.Of(!isDisabled, clause.Text, isDisabled ? $"{Label(turning)} is disabled" : $"{Label(turning)} is enabled", turning).NotIf(clause.Negated) with { IsAccounted = true };
    }
}

using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>How pages tell some things in a way of their own: stars for a rating, "not assigned" for nobody, a heading for whose page it is.</summary>
internal sealed partial class Judge
{
    private Ruling? ToldInItsWay(Clause clause) => StarsOf(clause) ?? NobodyIs(clause) ?? PartOfThePage(clause) ?? StyledIn(clause) ?? StandsAsValue(clause) ?? StatusLine(clause) ?? BesideItsName(clause);

    /// <summary>"is red or pink": it is one of them.</summary>
    private Ruling? EitherColour(Clause clause)
    {
        var said = clause.Object;
        if (clause.Negated || clause.Verb != ClaimVerb.Be || said.Count < 3 || !said[^2].Is("or") || !IsColour(said[^1]) || !IsColour(said[^3]) || said.Count(t => t.Is("or")) > 1 || said[..^3].Exists(t => t.IsQuoted || t.IsMark))
            return null;
        var (first, second) = (Decide(clause with { Object = said[..^2] }), Decide(clause with { Object = [.. said[..^3], said[^1]] }));
        return first.IsHeld ? first : second.IsHeld ? second : first.IsUnknown ? first : second;
    }

    private static bool IsColour(ClaimToken token) => token is { IsQuoted: false, IsCapital: false } && ColorWords.Canonical(token.Text) is not null;

    /// <summary>"Fog Signal has five stars": so many are filled, on a page that draws the empty ones otherwise or leaves them out.</summary>
    private Ruling? StarsOf(Clause clause)
    {
        if (clause.Negated || clause.Verb is not (ClaimVerb.Have or ClaimVerb.Show) || CountsOf(clause.Object) is not { Compare: "=", Noun: [{ } noun] } amount || !noun.Is("star", "stars") || NotOneEntry(clause.Subject) || OneEntry(clause.Subject) is not { } entry)
            return null;
        bool IsStars(UiNode n) => n.IsText && _scene.IsShown(n) && n.OwnText.Trim() is { Length: > 1 and < 11 } text && text.All(c => c is '★' or '☆');
        var all = _scene.Nodes.Where(IsStars).ToList();
        if (all.FindAll(entry.Record.IsSelfOrAncestorOf) is not [var own] || all.Select(n => n.OwnText.Trim()).Distinct(StringComparer.Ordinal).Count() < 2)
            return null;
        var filled = own.OwnText.Count(c => c == '★');
        return Ruling.Of(amount.Fits(filled), clause.Text, $"{filled} stars are filled", own).Telling("star", "stars");
    }

    /// <summary>"Nobody is assigned to the cold store", whose entry says "Not assigned" or "Unassigned".</summary>
    private Ruling? NobodyIs(Clause clause)
    {
        if (clause.Negated || clause.Verb != ClaimVerb.Be || string.Join(' ', clause.Subject.Select(t => t.Text)) is not ("nobody" or "no one" or "no-one" or "noone") || clause.Object is not [{ IsQuoted: false } deed, { } to, _, ..] || !to.Is("to", "for", "on", "in") || !deed.Text.EndsWith("ed", StringComparison.Ordinal))
            return null;
        var whom = clause.Object[2..];
        if (NotOneEntry(whom) || OneEntry(whom) is not { } entry)
            return null;
        foreach (var words in new string[][] { ["not", deed.Text], ["not", "yet", deed.Text], ["un" + deed.Text] })
        {
            if (_scene.Find(words, entry.Record).Select(p => _scene.Exactly(p, words.Length)).OfType<UiNode>().FirstOrDefault(n => _scene.IsShown(n) && IsStatement(n)) is { } line)
                return Ruling.Held(clause.Text, $"it says '{Says(line)}'", line).Telling(deed.Text);
        }

        return null;
    }

    /// <summary>"Dr. Rao is the practitioner of Vera Lind", on the page that is headed "Vera Lind": under that label stands just that.</summary>
    private Ruling? PartOfThePage(Clause clause)
    {
        var said = DropFirst(clause.Object, "the");
        if (clause.Negated || clause.Verb != ClaimVerb.Be || said.Count == clause.Object.Count || said.FindIndex(t => t.Is("of", "for")) is not (> 0 and < 4 and var of) || of + 1 >= said.Count || said[..of].Exists(t => t.IsQuoted || t.HasDigit || t.IsMark))
            return null;
        var (label, whose) = (NounWords(said[..of]), Phrase.Tokens(RawText(said[(of + 1)..])));
        if (label.Length == 0 || whose.Length == 0 || _scene.Nodes.Where(n => n.Level == 1 && _scene.IsShown(n)).ToList() is not [var head] || !Phrase.Equal([.. _scene.Tokens(head)], whose))
            return null;
        var values = _scene.Slots.Slots.Where(s => s.Strength >= 2 && s.Label.Length == label.Length && s.Label.Zip(label).All(p => Phrase.SameStem(p.First, p.Second))).DistinctBy(s => s.Value.Index).ToList();
        return values is [var slot] && !Scene.IsControl(slot.Value) && ValueText.Equal(RawText(clause.Subject), TextOf(slot)) ? Ruling.Held(clause.Text, $"{string.Join(' ', slot.Label)}: {Short(TextOf(slot))}", slot.Value) : null;
    }

    /// <summary>"API access is struck through in the Starter plan": the text of just these words in that part.</summary>
    private Ruling? StyledIn(Clause clause)
    {
        if (clause.Verb != ClaimVerb.Be || clause.Subject.Count == 0 || clause.Subject[0].Is("no", "only", "every", "each", "all", "both", "neither"))
            return null;
        var (placed, place) = TakePlace(clause);
        var length = LongestState(placed.Object, out var state, out var value);
        if (length == 0 || state is not (ElementState.Struck or ElementState.Bold or ElementState.Italic or ElementState.Underlined))
            return null;
        if (place is null && placed.Object.Count > length + 1 && placed.Object[length].Is("in", "on", "for"))
            (place, placed) = (placed.Object[length..], placed with { Object = placed.Object[..length] });
        if (place is null || placed.Object.Count != length || (OneEntry(DropFirst(place[1..], "the"))?.Record ?? (PartNamed(place[1..]) is { Parts: [var part] } ? part : null)) is not { } within || within == _scene.Root)
            return null;
        var words = Phrase.Tokens(RawText(DropFirst(placed.Subject, "the")));
        if (words.Length == 0 || _scene.Find(words, within).Select(p => _scene.Exactly(p, words.Length)).OfType<UiNode>().Distinct().ToList() is not [var text] || (text.IsText ? text : TextsOf(text).FirstOrDefault()) is not { } run || Kinds.Paint(run) is not { } style)
            return null;
        var holds = state switch { ElementState.Bold => style.FontWeight >= 600, ElementState.Italic => style.Italic, ElementState.Underlined => style.Underline, _ => style.LineThrough };
        return Ruling.Of(holds == value, clause.Text, $"'{Says(run)}' is {(holds ? "" : "not ")}so", run).NotIf(clause.Negated);
    }

    /// <summary>"The debit card is active", beside which "Active" stands and no control: what would be the state of a control is the value of a label here.</summary>
    private Ruling? StandsAsValue(Clause clause)
    {
        if (clause.Negated || clause.Verb != ClaimVerb.Be || clause.Object is not [{ IsQuoted: false } state] || !state.Is("active", "inactive", "open", "closed", "enabled", "disabled", "available", "unavailable", "on", "off") || NotOneEntry(clause.Subject) || Kinds.IsControlKind(Read(clause.Subject).Kind))
            return null;
        return Value(clause.Subject, clause.Object, TextMode.Whole, slotsOnly: true) is { IsHeld: true, Evidence: [var value] } told && !value.Ancestors().Prepend(value).Any(Scene.IsControl) && IsStatement(value) ? told : null;
    }

    /// <summary>"The status line says 'X'": the one part of the page that is made to tell how things go.</summary>
    private Ruling? StatusLine(Clause clause)
    {
        if (clause.Negated || clause.Verb is not (ClaimVerb.Read or ClaimVerb.Show) || clause.Object is not [{ IsQuoted: true } said] || DropFirst(clause.Subject, "the") is not [{ } status, { } line] || !status.Is("status") || !line.Is("line", "message", "bar", "text", "area"))
            return null;
        var parts = _scene.Nodes.Where(n => !n.IsText && n.Role == "status" && _scene.IsShown(n) && _scene.Length(n) > 0).ToList();
        return parts is [var only] && ValueText.Equal(said.Raw, _scene.ShownText(only), strict: true) ? Ruling.Held(clause.Text, $"it says '{Says(only)}'", only).Telling("status", line.Text) : null;
    }

    /// <summary>"The address a@b.example is verified", behind which "✔ verified" stands in the same line, as a piece of its own.</summary>
    private Ruling? BesideItsName(Clause clause)
    {
        if (clause.Negated || clause.Verb != ClaimVerb.Be || clause.Object is not [{ IsQuoted: false, IsCapital: false, HasDigit: false } state] || !state.Text.EndsWith("ed", StringComparison.Ordinal) || clause.Subject is not [.., { } name] || !name.HasDigit && !name.Text.Contains('@', StringComparison.Ordinal) || NotOneEntry(clause.Subject[..^1]))
            return null;
        var words = Phrase.Tokens(name.Text);
        if (words.Length == 0 || _scene.Find(words).ToList() is not [var at] || at + words.Length >= _scene.TokenCount)
            return null;
        var next = Enumerable.Range(at + words.Length, _scene.TokenCount - at - words.Length).FirstOrDefault(p => _scene.TokenAt(p).Any(char.IsLetterOrDigit), -1);
        if (next < 0 || _scene.TokenAt(next) != state.Text || _scene.OwnerAt(next) is not { IsText: true } piece || ReferenceEquals(piece, _scene.OwnerAt(at)) || !ReferenceEquals(_scene.Line(piece), _scene.Line(_scene.OwnerAt(at))) || !IsStatement(piece) || IsStruck(piece))
            return null;
        // Nothing else in that piece, and no sign that takes it back.
        return Phrase.Tokens(piece.OwnText).Where(t => t.Any(char.IsLetterOrDigit)).ToList() is [_] && !piece.OwnText.Any(c => c is '✗' or '✕' or '✘' or '×' or '❌' or '⛔' or '✖' or '?' or '!') ? Ruling.Held(clause.Text, $"it says '{Says(_scene.Line(piece))}'", piece) : null;
    }

    /// <summary>"The debit card", where one entry begins with "Debit card •• 7731" and others have the words elsewhere.</summary>
    private UiNode? BegunWith(List<ClaimToken> subject)
    {
        var words = Phrase.Tokens(RawText(DropFirst(subject, "the")));
        if (words.Length < 2 || words.Any(w => w.Any(char.IsDigit)))
            return null;
        var entries = _scene.Find(words).Where(p => _scene.OwnerAt(p) is { IsText: true } text && _scene.Start(text) == p && IsStatement(text)).Select(p => (At: p, Found: _scene.Records.Around(_scene.OwnerAt(p)).FirstOrDefault(r => r.Group.IsStructured && r.Group.Records.Count > 1))).ToList();
        return entries is [{ Found.Record: { } record } only] && only.Found.Group.IsStructured && _scene.Start(record) == only.At && _scene.Length(record) <= 20 ? record : null;
    }
}

using System.Globalization;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>
/// The last look at what bears a claim out: it may be struck through beside what holds now, be told of another time than the claim, or be one page of the whole that the claim speaks of. Then the claim
/// is not refuted, but nothing seen holds it.
/// </summary>
internal sealed partial class Judge
{
    private const int LongestContext = 80;

    /// <summary>Words by which a figure is that of another time, or a bound instead of what is.</summary>
    private static readonly HashSet<string> OfOtherTimes =
        new(StringComparer.Ordinal) { "yesterday", "tomorrow", "previous", "previously", "formerly", "former", "ago", "before", "last", "prior", "earlier", "max", "maximum", "minimum", "limit", "target", "goal", "planned", "forecast", "estimated", "average", "avg", "budget", "old", "was", "until" };

    /// <summary>By which a claim itself speaks of what no longer holds.</summary>
    private static readonly HashSet<string> OfThePast = new(StringComparer.Ordinal) { "struck", "crossed", "crossed-out", "struck-through", "strikethrough", "old", "former", "original", "originally", "previous", "previously", "before", "instead", "regular", "formerly", "used", "earlier", "discounted", "reduced", "cancelled", "was", "were", "from" };

    private static readonly string[] Periods = ["month", "week", "year", "quarter", "season", "term", "semester", "night", "weekend"];

    private static readonly string[] OfWholes = ["consists", "consist", "consisted", "comprises", "comprise", "comprised", "totals", "total", "numbers", "encompasses", "counts"];

    /// <summary>Why a claim that is borne out is not held for all that; null when nothing speaks against it.</summary>
    private string? Proviso(Clause clause, Ruling ruling)
    {
        // What is so after a deed is judged with the deed, or not at all.
        if (ruling.IsHeld && ClaimCircumstances.Opens(clause.Subject) && (clause.Subject.Exists(t => t.Is(",")) || clause.Subject[1].Text.EndsWith("ing", StringComparison.Ordinal)))
            return "under which circumstances is not seen";
        if (ruling.IsHeld && (BorneOutByOther(clause, ruling) ?? Unconditioned(clause)) is { } other)
            return other;
        if (ruling is { IsHeld: true, IsAbsence: true } && IsTold(clause))
            return "what is told is not what is so";
        if (ruling is not { IsHeld: true, IsAbsence: false } || clause.Negated || clause.IsNoLonger)
            return null;
        var said = clause.Subject.Concat(clause.Object).ToList();
        var words = said.SelectMany(t => Phrase.Tokens(t.Text)).ToHashSet(StringComparer.Ordinal);
        words.Add(clause.VerbText);
        return SearchedOtherwise(clause) ?? DisagreesWithName(clause) ?? StruckOut(said, words, ruling) ?? StruckFeature(clause, words, ruling) ?? OfAnotherTime(words, ruling) ?? NotOfThatTime(said, ruling) ?? NotPerThat(said, ruling) ?? OnePageOnly(clause, words, ruling) ?? OnAnotherPage(said) ?? OfAnotherColour(said, ruling) ?? InAnothersMenu(said, ruling) ?? OfAnotherMark(clause, ruling) ?? OfAnotherChoice(clause, ruling) ?? OfAnotherLabel(clause, ruling);
    }

    /// <summary>"The search for 'oak' finds two entries", where nothing shows that it was searched for just that.</summary>
    private string? SearchedOtherwise(Clause clause)
    {
        var at = clause.Subject.FindIndex(t => !t.IsQuoted && t.Is("search", "searching"));
        if (at < 0 || at + 2 >= clause.Subject.Count || !clause.Subject[at + 1].Is("for"))
            return null;
        var term = Phrase.Tokens(RawText(clause.Subject[(at + 2)..]));
        return _scene.Nodes.Any(n => Scene.IsField(n) && _scene.IsShown(n) && Phrase.Equal(Phrase.Tokens(n.Value), term)) ? null : $"no field has '{string.Join(' ', term)}'";
    }

    /// <summary>"The bookshelf bears a blue tag saying Refused", where the tag is red.</summary>
    private string? OfAnotherColour(List<ClaimToken> said, Ruling ruling)
    {
        for (var i = 0; i + 1 < said.Count; i++)
        {
            if (said[i] is { IsQuoted: false, IsCapital: false } word && ColorWords.Canonical(word.Text) is { } colour && !said[i + 1].IsQuoted && said[i + 1].Is(ColouredThings) && ruling.Evidence.Count is > 0 and < 4
                && !ruling.Evidence.Any(n => n.Ancestors().Prepend(n).TakeWhile(a => _scene.Length(a) <= _scene.Length(n) + 2).Concat(n.Descendants()).Any(a => Wears(a, colour, PaintPart.Any))))
                return $"nothing {word.Text} is found there";
        }

        return null;
    }

    private static readonly string[] ColouredThings = ["badge", "tag", "label", "chip", "pill", "marker", "lozenge", "dot", "banner", "bar", "box", "text", "message", "note", "notice", "line", "hint"];

    /// <summary>"Dump is greyed out in the menu of B-307", while the menu that is open is that of another entry.</summary>
    private string? InAnothersMenu(List<ClaimToken> said, Ruling ruling)
    {
        var at = said.FindIndex(t => !t.IsQuoted && t.Is("menu", "dropdown", "popup"));
        if (at < 0 || at + 2 >= said.Count || !said[at + 1].Is("of", "for") || ruling.Evidence.Count == 0)
            return null;
        var owner = said.Skip(at + 2).SkipWhile(t => t.Is("the", "row", "entry", "card", "line", "of")).TakeWhile(t => t.IsQuoted || t.IsCapital || t.HasDigit).ToList();
        if (owner.Count == 0 || _resolver.RecordsOf(Read(owner), rowsOnly: true) is not [var entry])
            return null;
        var isTheirs = ruling.Evidence.Any(entry.Record.IsSelfOrAncestorOf) || entry.Record.Descendants().Any(n => n.Expanded == true);
        return isTheirs ? null : $"the menu that is open is not that of {ClaimToken.Join(owner)}";
    }

    /// <summary>"One line on the last page is open", while the first page is shown.</summary>
    private string? OnAnotherPage(List<ClaimToken> said)
    {
        var at = said.FindIndex(1, t => !t.IsQuoted && t.Is("page"));
        var page = at > 0 && !said[at - 1].IsQuoted && NumberWords.TryOrdinal(said[at - 1].Text, out var ordinal) ? ordinal
            : at > 0 && at + 1 < said.Count && int.TryParse(said[at + 1].Text, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return page != 0 && Pages() is { } pages && pages.Current != (page > 0 ? page : pages.Last) ? $"it is page {pages.Current}" : null;
    }

    /// <summary>The old price beside the new one.</summary>
    private string? StruckOut(List<ClaimToken> said, HashSet<string> words, Ruling ruling)
    {
        if (!said.Exists(t => t.HasDigit) || words.Overlaps(OfThePast) || said.Exists(t => t.Is("displayed", "visible")))
            return null;
        var struck = ruling.Evidence.FirstOrDefault(n => _scene.Length(n) is > 0 and < 12 && TextsOf(n).Where(HasFigure).ToList() is { Count: > 0 } texts && texts.TrueForAll(IsStruck)
            && n.Ancestors().Take(4).Any(a => _scene.Length(a) <= LongestContext && TextsOf(a).Any(t => HasFigure(t) && !IsStruck(t))));
        return struck is null ? null : $"'{Says(struck)}' is struck through";
    }

    // "Priority support", struck through in the plan that is said to include it. An entry of a list that is done is struck through as well, and is in the list.
    private string? StruckFeature(Clause clause, HashSet<string> words, Ruling ruling)
    {
        if (clause.Object.Exists(t => t.IsQuoted) || words.Overlaps(OfThePast) || words.Overlaps(OfDone) || Read(clause.Subject) is { IsEmpty: false, Kind: not ElementKind.Any and not ElementKind.Card })
            return null;
        var isHeld = clause.Verb is ClaimVerb.Have or ClaimVerb.Contain && !clause.VerbText.StartsWith("list", StringComparison.Ordinal) || clause.Verb == ClaimVerb.Be && clause.Object is [{ } first, ..] && first.Is("included", "contained", "available", "offered", "part", "on", "in");
        return isHeld && !clause.IsExistential && clause.Subject.Count > 0 && ruling.Evidence.FirstOrDefault(n => _scene.Length(n) < 12 && TextsOf(n).Where(t => _scene.Length(t) > 0).ToList() is { Count: > 0 } texts && texts.TrueForAll(IsStruck)) is { } struck ? $"'{Says(struck)}' is struck through" : null;
    }

    private static readonly HashSet<string> OfDone = new(StringComparer.Ordinal) { "done", "completed", "complete", "finished", "ticked", "checked", "list", "table", "listed", "displayed", "visible", "shown" };

    private bool IsStruckAt(int position) => TextsOf(_scene.OwnerAt(position)).Where(t => _scene.Start(t) <= position && position < _scene.End(t)).ToList() is { Count: > 0 } texts && texts.TrueForAll(IsStruck);

    /// <summary>"yesterday 81 %" where the claim says nothing of yesterday.</summary>
    private string? OfAnotherTime(HashSet<string> words, Ruling ruling)
    {
        var figures = words.Where(w => w.Any(char.IsDigit)).ToList();
        if (figures.Count == 0)
            return null;
        foreach (var node in ruling.Evidence.Where(n => !Scene.IsField(n) && _scene.Length(n) is > 0 and < 12))
        {
            var parts = TextsOf(node).SelectMany(t => t.OwnText.Split('·', '|', ';', '•', ',', '(', ')')).Select(Phrase.Tokens).Where(p => p.Any(figures.Contains)).ToList();
            if (parts.Count > 0 && parts.TrueForAll(p => p.Any(w => OfOtherTimes.Contains(w) && !words.Contains(w))))
                return $"'{Says(node)}' is told of something else";
        }

        return null;
    }

    /// <summary>"On 4 March the glucose value was 104", where another column is that of 4 March.</summary>
    private string? NotOfThatTime(List<ClaimToken> said, Ruling ruling)
    {
        if (ruling.Evidence.Count == 0 || ruling.Evidence.Any(n => _scene.Length(n) > LongestContext))
            return null;
        foreach (var time in Times(said))
        {
            // In a calendar the cell has the day, and a heading the month.
            if (time.Length == 2 && time.First(t => t.All(char.IsDigit) || t == time[1]) is var day && ruling.Evidence.Any(n => DayOf(n) is { } cell && cell != day))
                return $"it stands at another day than {day}";
            // What the page does not say is accounted for elsewhere; what it says of itself holds for all that is on it.
            if (!_scene.HasPhrase(time) || _scene.Nodes.Any(n => !n.IsText && _scene.IsShown(n) && (n.Role == "heading" || n.IsCurrent || n.Selected == true || n.Pressed == TriState.On) && _scene.Length(n) < 16 && Phrase.IndexOf([.. _scene.Tokens(n)], time) >= 0))
                continue;
            // Entries under a caption that says just that.
            if (ListedUnder(Read([.. time.Select(ClaimToken.Word)])) is { } day2 && ruling.Evidence.All(day2.Contains))
                continue;
            if (!ruling.Evidence.Any(n => ContextOf(n).Any(text => Phrase.IndexOf(text, time) >= 0)))
                return $"'{string.Join(' ', time)}' is not said of it";
        }

        return null;
    }

    // The day at the head of the cell around a text, in a row of cells that all begin with one.
    private string? DayOf(UiNode node)
    {
        var cell = node.Ancestors().Prepend(node).FirstOrDefault(n => n.Tag == "td" || n.Role == "gridcell");
        if (cell?.Parent is not { } row || _scene.Length(cell) == 0)
            return null;
        var heads = row.Children.Where(c => !c.IsText && _scene.Length(c) > 0).Select(c => _scene.Tokens(c)[0]).ToList();
        return heads.Count > 2 && heads.TrueForAll(h => h.Length < 3 && h.All(char.IsDigit)) && heads.Distinct().Count() == heads.Count ? _scene.Tokens(cell)[0] : null;
    }

    /// <summary>"The price per night is € 240", where the page says that of the whole stay.</summary>
    private string? NotPerThat(List<ClaimToken> said, Ruling ruling)
    {
        var at = said.FindIndex(t => !t.IsQuoted && t.Is("per"));
        if (at < 0 || at + 1 >= said.Count || ruling.Evidence.Count == 0)
            return null;
        var unit = said[at + 1].Text;
        bool IsPer(UiNode node) => System.Text.RegularExpressions.Regex.IsMatch(_scene.ShownText(node), $@"(\b(per|each|every|an?)\b|/|\bp\.)\s*{System.Text.RegularExpressions.Regex.Escape(unit[..Math.Min(unit.Length, 3)])}|\b{System.Text.RegularExpressions.Regex.Escape(unit)}ly\b|/\s*{System.Text.RegularExpressions.Regex.Escape(unit[..1])}\b", System.Text.RegularExpressions.RegexOptions.IgnoreCase);
        return ruling.Evidence.Any(n => n.Ancestors().Prepend(n).TakeWhile(a => _scene.Length(a) <= LongestContext).Any(IsPer) || _scene.Records.HeadOf(n) is { } head && IsPer(head)) ? null : $"it is not said to be per {unit}";
    }

    /// <summary>Points and stretches of time that are named: "4 march", "last month", "yesterday".</summary>
    private static IEnumerable<string[]> Times(List<ClaimToken> said)
    {
        for (var i = 0; i < said.Count; i++)
        {
            // Not in a name: "the next week button".
            if (said[i].IsQuoted || i > 0 && i + 2 < said.Count && !said[i - 1].Is("on", "in", "for", "since", "of", "from", "during", "by", "at", "until"))
                continue;
            if (said[i].Is("yesterday", "tomorrow", "today"))
                yield return [said[i].Text];
            if (i + 1 >= said.Count || said[i + 1].IsQuoted)
                continue;
            if (said[i].Is("last", "previous", "next", "this", "past") && said[i + 1].Is(Periods))
                yield return [said[i].Text, said[i + 1].Text];
            var day = said[i].HasDigit && said[i].Text.All(char.IsDigit) && said[i].Text.Length < 3;
            if (day && IsMonthName(said[i + 1].Text) || IsMonthName(said[i].Text) && said[i + 1].Text.Length < 3 && said[i + 1].Text.All(char.IsDigit))
                yield return [said[i].Text, said[i + 1].Text];
        }
    }

    private static bool IsMonthName(string word) => word.Length >= 3 && Accounting.IsMonth(word[..3]) && CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Any(m => m.StartsWith(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>What stands around a text and is said of it: its line and entry, its labels, the heads over it.</summary>
    private IEnumerable<string[]> ContextOf(UiNode node)
    {
        yield return [.. _scene.Tokens(_scene.Line(node))];
        if (_scene.Records.Around(node).Select(r => r.Record).FirstOrDefault() is { } record && _scene.Length(record) <= LongestContext)
            yield return [.. _scene.Tokens(record)];
        foreach (var slot in _scene.Slots.Slots.Where(s => s.Value.IsSelfOrAncestorOf(node) || node.IsSelfOrAncestorOf(s.Value)))
            yield return slot.Label;
        foreach (var (head, scope) in _scene.Heads.Over(node))
            yield return head is null ? [.. _scene.NameTokens(scope)] : [.. _scene.Tokens(head)];
        for (var at = node; at is not null; at = at.Parent)
        {
            if (_scene.Records.HeadOf(at) is { } column)
                yield return [.. _scene.Tokens(column)];
        }
    }

    /// <summary>"The wave consists of five lines", where five of fourteen are on this page.</summary>
    private string? OnePageOnly(Clause clause, HashSet<string> words, Ruling ruling)
    {
        var ofWhole = OfWholes.Contains(clause.VerbText, StringComparer.Ordinal) || words.Contains("altogether") || words.Contains("overall") || words.Contains("total")
            || clause.Verb is ClaimVerb.Have or ClaimVerb.Contain && Read(clause.Subject).Kind is not (ElementKind.Table or ElementKind.List or ElementKind.Page);
        return ofWhole && (CountsOf(clause.Object) ?? CountsOf(clause.Subject)) is not null && ruling.Evidence.Count != 1 && HasOtherPages() ? "the list goes on on other pages" : null;
    }

    private static bool IsStruck(UiNode text) => Finding.Kinds.Paint(text) is { LineThrough: true };

    private IEnumerable<UiNode> TextsOf(UiNode node) => node.Descendants().Prepend(node).Where(n => n.IsText && _scene.IsShown(n) && _scene.Length(n) > 0);

    private static bool HasFigure(UiNode text) => text.OwnText.AsSpan().ContainsAnyInRange('0', '9');
}

using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Language;
using Autonoma.Engine.Recording.Format;

namespace Autonoma.Engine.Recording.Export;

internal sealed partial class ClauseExport
{
    private static readonly string[] OfWords = ["of", "for"];

    private ExportedClaim ReadSaid()
    {
        if (Main is null)
            return ExportedClaim.No("nothing was recorded that proved it");
        var said = Literals(clause.Object);
        if (said.Count == 0)
            return ExportedClaim.No($"\"{ClaimToken.Join(clause.Object)}\" is not what the page says");
        var at = clause.Subject.FindIndex(token => token.Is("of", "for"));
        if (Ordinal(clause.Subject) is { } ordinal && at < 0 | IsTreeOrList(at))
            return InOrdinal(ordinal, said);
        if (clause.Subject is [.., var last] && OnlyOne(clause.Subject, last) is { } only && said is [var one])
            return only(one);
        if (at > 0)
        {
            var head = NounReading.Of(clause.Subject[..at]);
            var of = NounReading.Of(clause.Subject[(at + 1)..]);
            var name = of.Quoted is [var quoted] ? quoted : of.Words.LastOrDefault(word => word.Any(char.IsDigit)) ?? of.Name;
            // "the row of X", "the card of X"; "the status in the row of X", "the status of X"
            if (name.Length > 0 && head.Kind is ElementKind.Row or ElementKind.Card or ElementKind.ListItem && Entry() is { } entry)
                return head.Words.Where(word => word is not "in").ToList() is [var column] ? InCell(column, name, said)
                    : head.Words.Count == 0 ? new([.. said.Select(text => new ExportedCheck(entry with { Words = [name] }, ExportedFact.Contains, text))])
                    : ExportedClaim.No($"\"{_subject.Phrase}\" is described by more than code can look for");
            if (name.Length > 0 && Main.At?.Cell is not null)
                return InCell(head.Phrase, name, said);
        }

        if (_subject is { Kind: ElementKind.Page, Words.Count: 0 } or { Kind: ElementKind.Message or ElementKind.Dialog or ElementKind.Heading or ElementKind.Text, Quoted.Count: 0 })
            return Speaks(said);
        if (said is [var value])
        {
            if (Fields.Contains(Main.Role) && Main.Name is { } field && IsCalled(field))
                return new([new(new(ExportedPlaceKind.Named, field) { Role = Main.Role, IsWhole = true }, ExportedFact.Holds, value)]);
            if (Main.At?.Beside is { } label && TextFold.Same(Main.Text, value) && (IsCalled(label.TrimEnd(':', ' ')) || Scope() is not null && clause.Subject.Any(token => TextFold.Same(token.Raw, label))))
                return new([new(new(ExportedPlaceKind.Beside, label) { Within = Scope() }, ExportedFact.Says, value)]);
            // A control that says nothing but what it is and the value: "Cart 3".
            if (LocatorChoice.IsKnown(Main.Role) && Main.At?.IsInner is not true && Main.Text is { } whole && Holds(whole, value) && IsTold(whole, value))
                return new([new(new(ExportedPlaceKind.Named, whole) { Role = Main.Role, IsWhole = true, Within = Scope() }, ExportedFact.Shown)]);
        }

        if (clause.Verb is ClaimVerb.Contain or ClaimVerb.Show && Part(_subject) is { } part)
            return Shown(said, NounReading.Of([]), part);
        // A section without a role is what its heading heads.
        if (clause.Verb is ClaimVerb.Contain or ClaimVerb.Show && _subject is { Kind: ElementKind.Section, Words.Count: > 0, Quoted.Count: 0 } && Shown(said, NounReading.Of([]), null) is { Checks: { Count: > 0 } shown })
            return new([.. shown, .. shown.Select(check => new ExportedCheck(check.Place, ExportedFact.Heads, _subject.Name))]);
        return ExportedClaim.No($"where \"{_subject.Phrase}\" stands was not recorded in a way that code can look for");
    }

    private ExportedClaim Speaks(IReadOnlyList<string> said)
    {
        if (_subject.Words.Any(word => word is not ("page" or "main")))
            return ExportedClaim.No($"\"{_subject.Phrase}\" is described by more than its kind");
        if (_subject.Kind == ElementKind.Heading && proofs.All(proof => proof.Role == "heading") || _subject.Kind is ElementKind.Page or ElementKind.Text)
            return Shown(said, _subject, null);
        var checks = new List<ExportedCheck>();
        foreach (var text in said)
        {
            if (proofs.FirstOrDefault(proof => Holds(proof.Text, text)) is not { Role: "alert" or "status" or "dialog" or "alertdialog" } proof)
                return Shown(said, _subject, null);
            checks.Add(new(new(ExportedPlaceKind.Speaking, text) { Role = proof.Role }, ExportedFact.Shown));
        }

        return new(checks);
    }

    private ExportedClaim InOrdinal(int ordinal, IReadOnlyList<string> said)
    {
        if (Entry() is not { } entry || Main!.At!.Nth is not [var nth, var count] || proofs.Any(proof => proof.At?.Entry != Main.At.Entry || proof.At?.Nth is not [var other, _] || other != nth))
            return ExportedClaim.No("which row or entry is meant was not recorded");
        if (nth != (ordinal > 0 ? ordinal - 1 : count + ordinal))
            return ExportedClaim.No("the page has other entries of that kind before or after those that are meant");
        return new([.. said.Select(text => new ExportedCheck(entry with { Nth = ordinal > 0 ? nth : ordinal }, ExportedFact.Contains, text))]);
    }

    private ExportedClaim InCell(string column, string name, IReadOnlyList<string> said)
    {
        if (Main!.At is not { Cell: { } cell, Head: { } head, Entry: "row" } || Entry() is not { } entry || said is not [var value])
            return ExportedClaim.No($"which cell is meant by \"{column}\" was not recorded");
        return TextFold.Same(head, column.Split(' ')[^1]) || TextFold.Same(head, column)
            ? new([new(entry with { Words = [name], Cell = cell }, TextFold.Same(Main.Text, value) ? ExportedFact.Says : ExportedFact.Contains, value)])
            : ExportedClaim.No($"the column is called \"{head}\", and the sentence says \"{column}\"");
    }

    private Func<string, ExportedClaim>? OnlyOne(IReadOnlyList<ClaimToken> subject, ClaimToken last)
    {
        if (!subject.Any(token => token.Is("only")) || subject.Any(token => token.IsQuoted) || last.IsQuoted || Entry() is not { } entry || Main!.At!.Nth is not [0, 1])
            return null;
        return text => new([new(entry, ExportedFact.Count, Count: 1), new(entry, ExportedFact.Contains, text)]);
    }

    private ExportedPlace? Entry() => Main?.At is { Entry: { } kind } ? new(ExportedPlaceKind.Entry, kind) : null;

    // "the first item of the tree" is the first item.
    private bool IsTreeOrList(int at) => at > 0 && NounReading.Of(clause.Subject[(at + 1)..]) is { Words.Count: 0, Quoted.Count: 0, Kind: ElementKind.Tree or ElementKind.List or ElementKind.Table };

    private static int? Ordinal(IReadOnlyList<ClaimToken> tokens)
    {
        foreach (var token in tokens.Where(token => !token.IsQuoted))
        {
            if (NumberWords.TryOrdinal(token.Text, out var value))
                return value;
        }

        return null;
    }

    // The part of the page that the subject says it stands in: "the count in the header of the New column".
    private ExportedPlace? Scope()
    {
        var at = clause.Subject.FindLastIndex(token => token.Is("in", "of"));
        return at < 0 ? null : Part(NounReading.Of(clause.Subject[(at + 1)..]));
    }

    // Every word of a control's text is the value or a word of the subject.
    private bool IsTold(string whole, string value)
    {
        var told = TextFold.Words(value).Concat(clause.Subject.SelectMany(token => TextFold.Words(token.Text))).ToHashSet(StringComparer.Ordinal);
        var isPlaced = clause.Subject.All(token => !token.Is("in", "of")) || Scope() is not null;
        return isPlaced && TextFold.Words(whole).All(told.Contains) && (TextFold.Words(whole).Count > TextFold.Words(value).Count || Scope() is not null);
    }

    // "the total", "the Orders tile", "Stock", "the quantity of Blue ink", "the password": what the page calls it is what the sentence calls it.
    private bool IsCalled(string name)
    {
        if (_subject.Quoted.Count > 0)
            return _subject.Quoted is [var quoted] && TextFold.Same(quoted, name) && _subject.Words.Count == 0;
        var words = TextFold.Words(name);
        var said = clause.Subject.SkipWhile(token => token.Is("the", "a", "an")).ToList();
        for (var length = said.Count; length > 0; length--)
        {
            if (said[length..].Count > 0 && NounReading.Of(said[length..]) is not { Words.Count: 0, Quoted.Count: 0 })
                break;
            if (TextFold.Words(ClaimToken.Join(said[..length])) is var called && (called.SequenceEqual(words, StringComparer.Ordinal) || words.Count > called.Count && called.SequenceEqual(words.Take(called.Count), StringComparer.Ordinal) && name.Contains('(', StringComparison.Ordinal)))
                return true;
        }

        return false;
    }

    /// <summary>The texts that are said to be there; none when a word is left that is no text of what proved it.</summary>
    private List<string> Literals(IReadOnlyList<ClaimToken> tokens)
    {
        var texts = new List<string>();
        var words = new List<ClaimToken>();
        bool Flush()
        {
            while (words.Count > 0 && (words[0].Is("the", "a", "an", "with", "and") || words[0].Is("status", "state") && words.Count > 1))
                words.RemoveAt(0);
            if (words.Count == 0)
                return true;
            var text = ClaimToken.Join(words);
            var kind = NounReading.Of(words);
            words.Clear();
            if (kind is { Words.Count: 0, Quoted.Count: 0 })
                return true;
            // A field says its value and records none of it.
            if (!proofs.Any(proof => Holds(proof.Text, text)) && !(Main is { } main && Fields.Contains(main.Role)))
                return false;
            texts.Add(text);
            return true;
        }

        foreach (var token in tokens)
        {
            if (token.IsQuoted || token.Is("and", ","))
            {
                if (!Flush())
                    return [];
                if (token.IsQuoted)
                    texts.Add(token.Raw);
            }
            else
                words.Add(token);
        }

        return Flush() ? texts : [];
    }
}

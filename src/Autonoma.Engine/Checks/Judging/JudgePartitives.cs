using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>
/// "Four of the runs belong to Ann", "just one of the five points has the result Failed", "most of the boxes are ticked": so many of a set. What is said of them is counted or told as a number; that it
/// stands somewhere says nothing of how many.
/// </summary>
internal sealed partial class Judge
{
    // So many of them as no number tells; all of them can be counted.
    private static readonly string[] Vague = ["most", "many", "some", "several", "few", "half", "majority", "couple", "dozens", "lots", "plenty", "part", "rest", "remainder", "third", "quarter"];

    /// <summary>How many of which set.</summary>
    /// <param name="Amount">How many; null for a number that is not told ("most").</param>
    /// <param name="Whole">How many there are said to be in all.</param>
    /// <param name="Noun">What the set is.</param>
    private sealed record Portion(Amount? Amount, int? Whole, List<ClaimToken> Noun);

    private static Portion? PortionOf(List<ClaimToken> subject)
    {
        if (AllOf(subject) is { } all)
            return all;
        var i = 0;
        while (i < subject.Count && subject[i].Is("only", "just", "exactly", "precisely", "the", "a", "an"))
            i++;
        var compare = "=";
        if (i + 1 < subject.Count && subject[i].Is("at") && subject[i + 1].Is("least", "most"))
            (compare, i) = (subject[i + 1].Is("least") ? ">=" : "<=", i + 2);
        else if (i + 1 < subject.Count && subject[i].Is("more", "fewer", "less") && subject[i + 1].Is("than"))
            (compare, i) = (subject[i].Is("more") ? ">" : "<", i + 2);
        if (i + 2 >= subject.Count || subject[i].IsQuoted)
            return null;
        int? many = subject[i].Is(Vague) ? null : Cardinal(subject[i]);
        if (many is null && !subject[i].Is(Vague))
            return null;
        i += subject[i + 1].Is("out") ? 2 : 1;
        if (i + 1 >= subject.Count || subject[i].IsQuoted || !subject[i].Is("of"))
            return null;
        var set = subject[(i + 1)..];
        // "One of Ann's cats", "two of 'Blue'": a name, not a set that is spoken of.
        var isSet = set[0].Is("the", "these", "those", "all", "its", "their", "my", "our", "your", "his", "her") || Cardinal(set[0]) is not null;
        if (!isSet)
            return null;
        set = [.. set.SkipWhile(t => t.Is("the", "these", "those", "all", "its", "their", "my", "our", "your", "his", "her"))];
        int? whole = set.Count > 1 ? Cardinal(set[0]) : null;
        if (whole is not null)
            set = set[1..];
        // "40 of 40 are picked": of what is not said.
        return set.Count == 0 || set is [{ IsQuoted: false } figure] && Cardinal(figure) is not null || set.Exists(t => t.IsMark && !t.Is("'s")) ? null : new(many is { } number ? new(compare, number, set) : null, whole, set);
    }

    // "all of the runs", "every run", "none of the runs".
    private static Portion? AllOf(List<ClaimToken> subject)
    {
        if (subject.Count < 2 || subject[0].IsQuoted || subject[0].IsCapital && !subject[0].Is("all", "every", "each", "none") || !subject[0].Is("all", "every", "each", "none"))
            return null;
        var isNone = subject[0].Is("none");
        var set = subject[1..];
        if (set[0].Is("one") && set.Count > 2)
            set = set[1..];
        if (set[0].Is("of") && set.Count > 1)
            set = set[1..];
        else if (isNone)
            return null;
        set = [.. set.SkipWhile(t => t.Is("the", "these", "those", "its", "their", "my", "our", "your", "his", "her"))];
        int? whole = set.Count > 1 ? Cardinal(set[0]) : null;
        if (whole is not null)
            set = set[1..];
        return set.Count == 0 || set.Exists(t => t.IsMark && !t.Is("'s")) ? null : new(new(isNone ? "=" : "all", 0, set), whole, set);
    }

    /// <summary>What is said of so many of a set holds by its number only.</summary>
    private Ruling OfSoMany(Clause clause, Ruling ruling)
    {
        if (clause.IsExistential || clause.Subject.Count < 2 || PortionOf(clause.Subject) is not { } portion || _scene.HasPhrase([.. clause.Subject.SelectMany(t => Phrase.Tokens(t.Text))]))
            return ruling;
        var counted = portion.Amount is null ? null : PortionCounted(clause, portion);
        if (counted is not null && (ruling.IsUnknown || ruling.Verdict == counted.Verdict))
            return counted;
        if (ruling.IsUnknown || IsCount(ruling.Found))
            return ruling;
        // One of them that is otherwise refutes that all are so; how a single thing reads bears nothing out.
        if (portion.Amount is { Compare: "all" } && counted is null && (ruling.IsHeld ? clause.Verb is ClaimVerb.Be or ClaimVerb.Have or ClaimVerb.Can && !IsOfOne(ruling) : !ruling.Found.StartsWith("it reads", StringComparison.Ordinal)))
            return ruling;
        // "All 'Returned' fields contain 0": each of the several values was read.
        if (portion.Amount is { Compare: "all" } && ruling.IsHeld && ruling.Evidence.Count > 1 && ruling.Found.StartsWith("it reads", StringComparison.Ordinal) && counted is null)
            return ruling;
        return counted ?? Ruling.Unknown(clause.Text, "how many of them cannot be told");
    }

    private static bool IsOfOne(Ruling ruling) => ruling.Evidence.Count == 1 && (ruling.Found.StartsWith("it says '", StringComparison.Ordinal) || ruling.Found.StartsWith("it reads '", StringComparison.Ordinal));

    /// <summary>"3 of 5 are", "it says '3 of 5 boxes'", "all 5 have it".</summary>
    private static bool IsCount(string found) => found.StartsWith("all ", StringComparison.Ordinal) || found.EndsWith("has none", StringComparison.Ordinal) || found.SkipWhile(c => c is not ('\'' or '"') && !char.IsDigit(c)).Take(24).Any(char.IsDigit) && (char.IsDigit(found[0]) || System.Text.RegularExpressions.Regex.IsMatch(found, @"\d\s*(/|of|out of)\s*\d", System.Text.RegularExpressions.RegexOptions.IgnoreCase));

    private Ruling? PortionCounted(Clause clause, Portion portion)
    {
        var amount = portion.Amount!;
        if (portion.Whole is { } all && !clause.Negated && amount is { Compare: "=", Number: > 0 } && PortionTold(clause, amount.Number, all, portion.Noun) is { } told)
            return told;
        if (clause.Verb == ClaimVerb.Be && StatePhrases.TryState(clause.Object, out var state, out var value))
            return state == ElementState.Visible ? null : PortionInState(clause, portion, state, value != clause.Negated);
        if (clause.Verb is not (ClaimVerb.Be or ClaimVerb.Have or ClaimVerb.Belong or ClaimVerb.Contain or ClaimVerb.Show or ClaimVerb.Read) || clause.Object.Count == 0)
            return null;
        var named = SetOf(portion.Noun);
        var isNamed = named is not null;
        var entries = named ?? (IsFree(portion.Noun) && OnlyList(null) is { } list ? Shown(list) : null);
        if (entries is not { Count: > 1 } || GoesOn(entries))
            return null;
        var said = DropFirst(DropFirst(clause.Object, "been", "too"), "a", "an", "the");
        // "are motor claims": the noun is said again.
        if (clause.Verb == ClaimVerb.Be && said.Count > 1 && !said[^1].IsQuoted && Phrase.SameStem(said[^1].Text, portion.Noun.TakeWhile(t => !t.Is("of", "in", "on")).Last().Text))
            said = said[..^1];
        if (WhichSay(entries, said) is not { } which)
            return null;
        if (portion.Whole is { } whole && whole != entries.Count)
            return Ruling.Unknown(clause.Text, $"{entries.Count} are listed");
        var fit = entries.Where((_, i) => which[i] != clause.Negated).ToList();
        bool Fits(int count, int of) => amount.Compare == "all" ? count == of : amount.Fits(count);
        if (!isNamed && !Fits(fit.Count, entries.Count))
            return Ruling.Unknown(clause.Text, $"{fit.Count} of {entries.Count} say so, but whether these are meant is not plain");
        return Ruling.Of(Fits(fit.Count, entries.Count), clause.Text, $"{fit.Count} of {entries.Count} {(clause.Negated ? "do not say so" : "say so")}", [.. fit.Take(12)]).Telling(isNamed ? [] : [portion.Noun[0].Text]);
    }

    /// <summary>"runs in the table", "members of the list": what they are listed in adds nothing where there is one such list.</summary>
    private List<UiNode>? SetOf(List<ClaimToken> noun)
    {
        if (EntriesOf(noun) is { } entries)
            return entries;
        var cut = noun.FindIndex(1, t => t.Is("in", "on", "of", "from"));
        var place = cut > 0 ? DropFirst(noun[(cut + 1)..], "the", "this") : [];
        // "restore points": the page has the word for what its one table lists.
        if (cut < 0 && noun.Count < 4 && noun.TrueForAll(t => !t.IsQuoted) && _scene.HasPhrase([.. noun.SelectMany(t => Phrase.Tokens(t.Text))]) && OnlyTable(noun[^1]) is { } table)
            return Shown(table);
        return place is [{ IsQuoted: false } container] && container.Is("table", "list", "grid", "board", "page", "overview", "view", "screen", "tab") ? EntriesOf(noun[..cut]) : null;
    }

    /// <summary>"Five of the eight seats are in use" beside "5 of 8 seats used": where the page itself says it in figures.</summary>
    private Ruling? PortionTold(Clause clause, int part, int whole, List<ClaimToken> noun)
    {
        if (clause.Verb is not (ClaimVerb.Be or ClaimVerb.Have))
            return null;
        static ClaimToken Figure(int number) => ClaimToken.Word(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var told = PartOf([Figure(part), ClaimToken.Word("of"), Figure(whole), .. noun], [.. clause.Object.Where(t => !t.Is("in", "on", "at", "been"))]);
        return told.IsHeld ? told : null;
    }

    /// <summary>"Three of the five boxes are ticked": so many of the controls that are meant.</summary>
    private Ruling? PortionInState(Clause clause, Portion portion, ElementState state, bool value)
    {
        var phrase = Read([ClaimToken.Word("all"), .. portion.Noun]);
        var nodes = Members(phrase, state);
        if (nodes.Count < 2)
            return null;
        if (portion.Whole is { } whole && nodes.Count != whole)
            return Ruling.Unknown(clause.Text, $"{nodes.Count} elements fit '{ClaimToken.Join(portion.Noun)}'");
        var tests = nodes.ConvertAll(n => Test(n, state, phrase));
        if (tests.Contains(null))
            return Ruling.Unknown(clause.Text, "of some the state cannot be told");
        var count = tests.Count(t => t == value);
        return Ruling.Of(portion.Amount!.Compare == "all" ? count == nodes.Count : portion.Amount.Fits(count), clause.Text, $"{count} of {nodes.Count} are", [.. nodes.Where((_, i) => tests[i] == value).Take(12)]);
    }
}

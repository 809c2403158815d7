using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Instructions.Words;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Instructions.Clauses;

/// <content>Text into fields.</content>
internal sealed partial class ClauseReader
{
    private static readonly HashSet<string> ValueNouns = new(StringComparer.Ordinal) { "text", "value", "string", "word", "words", "number", "phrase", "characters", "character", "sentence", "message", "content", "term", "following text", "digits", "date", "search term", "keyword", "query" };

    private static readonly HashSet<string> ActionLabels = new(StringComparer.Ordinal) { "add", "new", "create", "edit", "save", "send", "reply", "submit", "open", "close", "search", "delete", "cancel", "next", "continue", "ok", "apply" };

    private UnresolvedReason? Enter(Phrase args, Verb verb)
    {
        args = args.Trim();
        if (args.IsEmpty)
            return Reasons.NoTarget(verb.Name);
        if (NoInput(args, denied: false) is { } left)
            return Empty(left);
        if (args.Count == 1 && verb.Name is "enter" && _held == KeyModifiers.None && args.Has("key"))
            return Reasons.NoTarget(verb.Name);
        // "put a tick in the box"
        if (verb.Name is "put" or "put in" && args.Find(0, "tick", "check", "checkmark", "tick-mark", "cross") is >= 0 and <= 2 and var tick && args.Find(tick, "in", "into", "next", "on", "at") is > 0 and var box)
            return Check(args.From(args.Any(box, "next") ? box : box + 1), on: true, verb);
        // "Type "a" and "b" in X and Y respectively"
        if (Respectively(args) is { } mapped)
            return mapped.Count == 0 ? Reasons.Vague("respectively") : EnterAll(mapped, verb);
        // "type in the Name field "Ola"": the field comes first. "enter in the box: 5"
        if (args.Count == 1 && args[0].IsWord && args[0].Raw.Contains('+', StringComparison.Ordinal) && Key(args) is { } chord)
        {
            Add(new PressArguments(chord));
            return null;
        }

        var into = verb.Name is "type in" or "put in" or "enter in" or "enter into" or "type into" or "key in" || args.Any(0, "in", "into");
        // "Enter, as the name, "Ann"", "Enter for the name the text "Ann"".
        if (args.Any(0, "as", "for") && args.Count > 2 && args[args.Count - 1].IsLiteral && Enumerable.Range(0, args.Count).Count(i => args[i].IsLiteral) == 1)
        {
            var named = args.Slice(1, args.Count - 1).Trim();
            if (named.Count > 2 && named.Any(named.Count - 2, "the") && ValueNouns.Contains(named.Norm(named.Count - 1)))
                named = named.To(named.Count - 2);
            return EnterPair(args.From(args.Count - 1), named, verb.Name);
        }

        if (into && args.Any(0, "in", "into"))
            args = args.From(1);
        if (args.IsEmpty)
            return Reasons.NoTarget(verb.Name);
        if (into && !args[0].IsLiteral && args[args.Count - 1].IsLiteral && args.Count > 1 && args.Find(1, "in", "into", "to", "as", "for") < 0)
            return EnterPair(args.From(DataStart(args)), args.To(DataStart(args)), verb.Name);
        // "the following into the Bio field: "Chef""
        if (args.Find(1, ":") is > 0 and var opens && args.To(opens).Has("following", "this") && args.Find(1, "in", "into", "to") is > 0 and var where && where < opens - 1 && args.From(opens + 1).OnlyLiteral is not null)
            return EnterPair(args.From(opens + 1), args.Slice(where + 1, opens), verb.Name);
        if (PairsAfterColon(args, verb.Name) is { } listed)
            return listed.Reason;
        var list = EnterList(args);
        if (list is not null)
        {
            return EnterAll(list, verb);
        }

        return EnterOne(args, verb);
    }

    // "For the second guest enter "Lea" as first name and "Roth" as surname": the place is that of all.
    private UnresolvedReason? EnterAll(List<(Phrase Value, Phrase? Target)> list, Verb verb)
    {
        var place = _location;
        foreach (var (value, target) in list)
        {
            _location = place;
            if (EnterPair(value, target, verb.Name) is { } failed)
                return failed;
        }

        return null;
    }

    // Where the data at the end of "the TAN 445 566", "passport number X12345", "surname Nguyen" begins; -1 when there is none.
    private static int DataStart(Phrase value)
    {
        var at = value.Count - 1;
        if (value[0].IsLiteral || at < 1)
            return -1;
        while (at > 1 && value[at].IsNumber && value[at - 1].IsNumber)
            at--;
        var token = value[at];
        if (token.IsLiteral || token.IsWord && token.Raw.Any(char.IsAsciiDigit))
            return at;
        var head = value.To(at).Trim();
        return token.IsCapital && !head.IsEmpty && head.Count <= 4 && Enumerable.Range(0, head.Count).All(i => head[i] is { IsWord: true, IsCapital: false }) && !(head.Count == 1 && Nouns.IsDeterminer(head.Norm(0))) && !Nouns.IsDeterminer(head.Norm(head.Count - 1)) && !KindWords.TryKind(token.Norm, out _) && !head.Has("and", "or", "of") ? at : -1;
    }

    // As many values as fields, in the same order; an empty list when they do not fit together.
    private static List<(Phrase Value, Phrase? Target)>? Respectively(Phrase args)
    {
        var said = args.Any(args.Count - 1, "respectively");
        var (value, target) = SplitEntry(said ? args.To(args.Count - 1) : args);
        // "Ana" / "Silva" into First name / Last name
        var slashed = value.Find(1, "/") == 1 && value[0].IsLiteral;
        if (!said && !slashed)
            return null;
        if (target is not { } fields)
            return [];
        var values = slashed ? Slashed(value) : Listing.Split(value);
        var targets = slashed ? Slashed(fields) : Listing.Split(fields);
        return values.Count == targets.Count && values.TrueForAll(item => item[0].IsLiteral || item[0].IsCapital) ? [.. values.Zip(targets, (one, field) => (one, (Phrase?)field))] : [];
    }

    private UnresolvedReason? EnterOne(Phrase args, Verb verb)
    {
        var (value, target) = SplitEntry(args);
        if (target is { } field)
            return EnterPair(value, field, verb.Name);
        value = value.Trim();
        // "Enter the password "secret"", "Enter Email a@b.test": what is named is the field.
        if (value.Count > 1 && DataStart(value) is > 0 and var data)
        {
            var head = value.To(data).Trim();
            if (head.Count > 1 && head.Any(head.Count - 1, "as", "with", "to", "=", ":", "is"))
                head = head.To(head.Count - 1).Trim();
            // "Put the status on Open": only what is a control for certain can be put on a value.
            if (verb.Name.StartsWith("put", StringComparison.Ordinal) && head.Count > 1 && head.Any(head.Count - 1, "on", "at"))
                return Nouns.IsChoice(head.To(head.Count - 1)) || Nouns.HeadKind(head.To(head.Count - 1)) is ElementKind.Dropdown or ElementKind.Switch or ElementKind.Slider or ElementKind.Field ? Pair(head.To(head.Count - 1), value.From(data), verb.Name, set: true) : Reasons.NoValue(verb.Name, head.Target);
            if (!IsValueNoun(head))
                return Pair(head, value.From(data), verb.Name);
        }

        if (value.Find(1, ":", "=") is > 0 and var mark)
            return Pair(value.To(mark), value.From(mark + 1), verb.Name);
        return EnterPair(value, null, verb.Name);
    }

    // "A" in X, "B" in Y and "C" in Z; "A" as name and "B" as IBAN; "user@test.com" and "secret".
    private static List<(Phrase Value, Phrase? Target)>? EnterList(Phrase args)
    {
        var items = Listing.Split(args);
        if (items.Count < 2)
            return null;
        var pairs = new List<(Phrase, Phrase?)>();
        foreach (var item in items)
        {
            var (value, target) = SplitEntry(item);
            if (target is not null && (value.OnlyLiteral is not null || value.Count <= 3))
                pairs.Add((value, target));
            else if (item.Count is > 1 and <= 6 && !item[item.Count - 1].IsLiteral && DataStart(item) is > 0 and var data && !IsValueNoun(item.To(data)))
                pairs.Add((item.From(data), item.To(data)));
            else if (item[item.Count - 1].IsLiteral && (!item[item.Count - 1].IsNumber || pairs.TrueForAll(pair => !pair.Item1[0].IsLiteral || pair.Item1.Start > pair.Item2!.Value.Start)) && item.Count is > 1 and <= 6 && !item[0].IsLiteral && !Nouns.IsOpenValue(item) | item.Any(0, "the"))
                pairs.Add((item.From(item.Count - 1), item.To(item.Count - 1)));
            else if (item.OnlyLiteral is { Kind: not TokenKind.Word })
                pairs.Add((item, null));
            else
                return null;
        }

        // Bare values: only a pair of credentials says by itself where it goes.
        if (pairs.TrueForAll(pair => pair.Item2 is null))
            return pairs.Count == 2 && pairs[0].Item1[0].Kind == TokenKind.Email | LooksLikeEmail(pairs[0].Item1) ? pairs : null;
        return pairs.TrueForAll(pair => pair.Item2 is not null) ? pairs : null;
    }

    private static List<Phrase> Slashed(Phrase phrase)
    {
        var parts = new List<Phrase>();
        var start = 0;
        for (var i = 0; i <= phrase.Count; i++)
        {
            if (i < phrase.Count && !phrase.Any(i, "/"))
                continue;
            parts.Add(phrase.Slice(start, i).Trim());
            start = i + 1;
        }

        return parts;
    }

    private static bool LooksLikeEmail(Phrase value) => value.OnlyLiteral is { } token && token.Value.Contains('@', StringComparison.Ordinal) && !token.Value.Contains(' ', StringComparison.Ordinal);

    /// <summary>Splits "VALUE in TARGET" and "VALUE as TARGET".</summary>
    private static (Phrase Value, Phrase? Target) SplitEntry(Phrase args)
    {
        args = args.Trim();
        var best = -1;
        for (var i = 1; i < args.Count - 1; i++)
        {
            if (args[i].IsCapital || !args.Any(i, "in", "into", "to", "inside", "as", "for", "on", "within", "at", "under", "onto") || args.Any(i - 1, "next"))
                continue;
            if (args.Any(i, "to", "on", "at") && !args[i - 1].IsLiteral && args[0].IsLiteral == false && !args.Any(i, "to"))
                continue;
            var right = args.At(i + 1)!;
            var clear = Nouns.IsDeterminer(right.Norm) || right.Kind == TokenKind.Quoted || right.IsCapital || args[i - 1].IsLiteral && i == 1;
            if (clear)
            {
                best = i;
                break;
            }

            if (best < 0 || !args.Any(i, "for", "on", "at"))
                best = best < 0 ? i : best;
        }

        if (best < 0)
            return (args, null);
        var value = args.To(best).Trim();
        var target = args.From(best + 1).Trim();
        // "From date as 01/02/2031": the field comes first.
        if (args.Any(best, "as") && target.OnlyLiteral is not null && !value[0].IsLiteral)
            return (target, value);
        // "into the search box in the header": the rest describes the field.
        return (value, target);
    }

    private UnresolvedReason? EnterPair(Phrase value, Phrase? target, string verb, bool overwrite = true)
    {
        value = StripValue(value, out var named);
        if (value.IsEmpty)
            return Reasons.NoValue(verb, target?.Target ?? "field");
        if (Nouns.IsOpenValue(value))
            return Nouns.NeverConcreteWord(value) is { } word ? Reasons.Vague(word) : Reasons.NoValue(verb, target?.Target ?? value.Target);
        // "99 and leave the field": data goes on with data only.
        if (value.Count > 2 && value[0].IsLiteral && value.Find(1, "and", "then") is > 0 and var more && value.At(more + 1) is { IsWord: true, IsCapital: false, IsLiteral: false } unread)
            return Reasons.UnknownVerb(unread.Raw, null);
        if (target is { } field)
        {
            field = WithoutPurpose(Fillers.StripBack(field));
            if (field.Any(0, "prompt") || field.Is(0, "the", "prompt") || (Nouns.HeadKind(field) is ElementKind.Dialog && field.Has("prompt")))
            {
                Add(new DialogArguments(true, value.Value));
                return null;
            }

            if (!IsLabelOfItsOwn(field) && Vagueness(field) is { } vague)
                return vague;
            if (TrailingAction(field) is { } hidden)
                return hidden;
            // "4, 11 and 2019 into the boxes": which of them goes where is not said.
            if (Nouns.HeadKind(field, out var several) is ElementKind.Field or ElementKind.DatePicker or ElementKind.Dropdown && several && value.OnlyLiteral is null && Listing.Split(value).Count > 1)
                return Reasons.Vague($"{value.Raw} in {field.Raw}");
            // "the text in it", "the value for it": the field that was named before.
            var text = Located(Resolve(field));
            Add(new TypeArguments(text, value.Value, overwrite), text);
            return null;
        }

        if (TakeLocation() is { } location && !IsPageWord(location))
        {
            Add(new TypeArguments(location.Target, value.Value, overwrite), location.Target);
            return null;
        }

        var carried = CarriedField(value, named);
        // "Enter data", "Enter name and address": words in lower case without a field may as well describe what is to be entered.
        if (carried is null && value.OnlyLiteral is null && !value[0].IsCapital && !value[0].IsLiteral)
            return Reasons.NoValue(verb, value.Target);
        Add(new TypeArguments(carried, value.Value, overwrite), carried);
        return null;
    }

    // The field that the clause before clicked, or that the value itself names beyond doubt.
    private string? CarriedField(Phrase value, Phrase named)
    {
        if (_out.Count > 0 && _out[^1] is ClickArguments { Button: MouseButton.Left } click && IsFieldLike(click.Target))
            return click.Target;
        if (_out.Count > 0 && _out[^1] is TypeArguments { Text: "" } cleared)
            return cleared.Target;
        if (_out.Count > 0 && _out[^1] is PressArguments { Target: { } focused })
            return focused;
        if (value.OnlyLiteral is { } token)
        {
            if (LooksLikeEmail(value) && (token.Kind == TokenKind.Email || token.Kind == TokenKind.Quoted))
                return "email field";
            if (_out.Count > 0 && _out[^1] is TypeArguments { Target: "email field" })
                return "password field";
        }

        return null;
    }

    private static bool IsFieldLike(string target)
    {
        var phrase = Tokenizer.Cut(target);
        var kind = Nouns.HeadKind(phrase);
        if (kind is not null)
            return kind is ElementKind.Field or ElementKind.TextArea or ElementKind.SearchField or ElementKind.DatePicker or ElementKind.Cell or ElementKind.Dropdown;
        var first = phrase.At(0);
        var word = first?.Kind == TokenKind.Quoted ? TextFold.Fold(first.Value).Split(' ')[0] : first?.Norm ?? "";
        return !ActionLabels.Contains(word);
    }

    // "the text "Hello"", "an amount of 10", "the invoice number {{n}}", "" " (whitespace only)".
    private static Phrase StripValue(Phrase value, out Phrase named)
    {
        value = value.Trim();
        named = value.To(0);
        if (value.Count > 1 && value[0].IsLiteral && value.Norm(1) == "(")
            value = value.To(1);
        if (value.Count > 1 && value[value.Count - 1].IsWord && value.Any(value.Count - 1, "variable") && value[value.Count - 2].Kind == TokenKind.Template)
            value = value.To(value.Count - 1);
        if (value.Any(0, "just", "only", "exactly") && value.Count > 1)
            value = value.From(1);
        var last = value.Count - 1;
        if (last > 0 && value[last].IsLiteral && !value[0].IsLiteral)
        {
            var head = value.To(last).Trim();
            if (head.Count > 0 && (head.Any(0, "the", "a", "an", "value", "text") || value[last].Kind is not TokenKind.Word))
            {
                var described = head.Any(0, "the", "a", "an") ? head.From(1) : head;
                if (described.Count > 1 && described.Any(described.Count - 1, "of", "as"))
                    described = described.To(described.Count - 1);
                if (described.Count <= 3 && head.Any(0, "the", "a", "an", "value", "text", "number", "string") || IsValueNoun(head) || value[last].Kind is TokenKind.Template)
                {
                    named = described;
                    return value.From(last);
                }
            }
        }

        // "the word absent"
        if (value.Count == 3 && value.Any(0, "the") && value.Any(1, "word", "string", "keyword", "term", "code", "name") && value[2].IsWord)
            return value.From(2);
        // "an amount of 10 000", "the number 071 234 5678"
        if (value.Any(0, "an", "a", "the") && value.Find(1, "of") is 2 and var of && value.At(of + 1) is { IsNumber: true })
            return value.From(of + 1);
        if (value.Any(0, "the") && value.Count > 2 && ValueNouns.Contains(value.Norm(1)) && value[2] is { } content && (content.IsLiteral || content.IsCapital))
            return value.From(2);
        return value;
    }

    // "Enter 3 as missing units", "as the default rate": what is missing is what the field asks for; "the missing field" says of no field which one.
    private static bool IsLabelOfItsOwn(Phrase target)
    {
        var start = target.Any(0, "the", "its") ? 1 : 0;
        return target.Count - start is 2 or 3 && target.Any(start, "missing", "expected", "default", "desired", "preferred", "available", "registered", "short", "long", "unknown", "usual")
            && Enumerable.Range(start, target.Count - start).All(i => target[i] is { IsWord: true, IsCapital: false }) && Nouns.HeadKind(target) is null && Nouns.NeverConcreteWord(target) is null && !ValueNouns.Contains(target.Norm(target.Count - 1)) && !target.Any(target.Count - 1, "one", "ones", "thing", "things");
    }

    private static bool IsValueNoun(Phrase head)
    {
        while (head.Count > 1 && head.Any(0, "the", "a", "an"))
            head = head.From(1);
        return ValueNouns.Contains(TextFold.Fold(head.Raw)) || head.Count == 2 && head.Any(1, "of") && ValueNouns.Contains(head.Norm(0));
    }

    /// <summary>A field and its value; a choice or a checkbox when the words say so.</summary>
    private UnresolvedReason? Pair(Phrase target, Phrase value, string verb, bool set = false, bool overwrite = true)
    {
        (target, value) = (Fillers.StripBack(target.Trim()), value.Trim());
        if (target.Any(0, "the") && target.Is(1, "value", "of"))
            target = target.From(3);
        if (target.IsEmpty)
            return Reasons.NoTarget(verb);
        var dropdown = false;
        // "to Joel using the dropdown", "to High in the dropdown"
        if (value.Find(1, "using", "in", "from", "with", "via") is > 0 and var with && Nouns.HeadKind(value.From(with + 1)) is ElementKind.Dropdown or ElementKind.List or ElementKind.Menu or ElementKind.DatePicker)
        {
            dropdown = true;
            value = value.To(with).Trim();
        }

        if (value.Any(0, "be") && value.Count > 1)
            value = value.From(1);
        // "Set Keep for to 30", "Set Valid from to May": a label may end like half a description.
        var label = set && target.Count is 2 or 3 && target[0].IsCapital && target.Any(target.Count - 1, "for", "from", "with");
        if (((label || IsLabelOfItsOwn(target) ? null : Vagueness(target)) ?? TrailingAction(value)) is { } vague)
            return vague;
        var kind = Nouns.HeadKind(target);
        var folded = TextFold.Fold(value.Value);
        if (kind is ElementKind.Checkbox or ElementKind.Switch or ElementKind.Radio && folded is "on" or "off" or "checked" or "unchecked" or "ticked" or "unticked" or "true" or "false" or "yes" or "no" or "enabled" or "disabled" or "active" or "inactive" or "selected")
        {
            var check = Located(Resolve(target));
            Add(new CheckArguments(check, folded is "on" or "checked" or "ticked" or "true" or "yes" or "enabled" or "active" or "selected"), check);
            return null;
        }

        value = StripValue(value, out _);
        if (folded is "empty" or "blank" or "nothing" && value.OnlyLiteral is null)
            return Empty(target);
        if (value.IsEmpty || Nouns.IsOpenValue(value))
            return Nouns.NeverConcreteWord(value) is { } word ? Reasons.Vague(word) : Reasons.NoValue(verb, target.Target);
        var text = Located(Resolve(target));
        if (dropdown || kind is ElementKind.Dropdown or ElementKind.Radio or ElementKind.List || Nouns.IsChoice(target))
            Add(new SelectArguments(text, value.Value), text);
        else
            Add(new TypeArguments(text, value.Value, overwrite), text);
        return null;
    }
}

using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Instructions.Words;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Instructions.Clauses;

/// <content>Values that are set, replaced, cleared or searched for.</content>
internal sealed partial class ClauseReader
{
    private UnresolvedReason? Set(Phrase args, Verb verb)
    {
        args = args.Trim();
        // "Set {{x}} to the total" keeps what is on the screen.
        if (args.OnlyTemplateBefore("to") is { } template)
            return StoreAs(args.From(2), template);
        var items = Listing.Split(args);
        if (items.Count > 1 && items.TrueForAll(item => SetPair(item) is not null))
        {
            foreach (var item in items)
            {
                var (target, value) = SetPair(item)!.Value;
                if (Pair(target, value, verb.Name, set: true) is { } failed)
                    return failed;
            }

            return null;
        }

        if (verb.Name is "change" && args.Is(0, "over", "to"))
            return Switch(args, verb);
        if (verb.Name is "change" && args.Any(0, "to", "over", "into") && Nouns.HeadKind(args.From(args.Is(0, "over", "to") ? 2 : 1)) is ElementKind.Tab or ElementKind.BrowserTab)
            return Switch(args, verb);
        if (SetPair(args) is { } pair && (!IsMeasured(verb) || pair.Value.At(0) is { IsLiteral: true }))
            return Pair(pair.Target, pair.Value, verb.Name, set: true);
        if (verb.Name == "set" && Nouns.HeadKind(args) is ElementKind.Radio && args.Count > 1)
            return Check(args, on: true, verb);
        if (verb.Name == "set" && args.Count > 1 && args.Any(args.Count - 1, "on", "off"))
            return Check(args.To(args.Count - 1), args.Any(args.Count - 1, "on"), verb);
        return verb.Name is "set" ? Reasons.NoValue("set", args.Target) : Reasons.Knowledge($"{verb.Name} {args.Raw}", $"Click ... or write the new value: {Reasons.Capital(verb.Name)} {args.Raw} to \"...\"");
    }

    // "lower it to 250": a value on a scale; "lower the flag to half-mast" is another matter.
    private static bool IsMeasured(Verb verb) => verb.Name is "lower" or "raise" or "increase" or "decrease" or "reduce" or "correct" or "turn up" or "turn down";

    private static (Phrase Target, Phrase Value)? SetPair(Phrase item)
    {
        var to = -1;
        for (var i = 1; i < item.Count - 1; i++)
        {
            if (item.Any(i, "to", "=", ":", "into") && !item[i].IsCapital && !item.Any(i - 1, "next"))
            {
                to = i;
                break;
            }
        }

        if (to < 0)
            return null;
        var target = item.To(to);
        // "Change the status from Draft to Published"
        if (target.Find(1, "from") is > 0 and var from && from < target.Count - 1)
            target = target.To(from);
        if (target.Count > 1 && target.Any(target.Count - 1, "back", "again", "up", "down", "over") && !target[target.Count - 1].IsCapital)
            target = target.To(target.Count - 1);
        return (target, item.From(to + 1));
    }

    private UnresolvedReason? Replace(Phrase args, Verb verb)
    {
        args = args.Trim();
        var with = verb.Name == "swap" ? args.Find(0, "for", "with") : args.Find(0, "with", "by");
        if (with < 1 || with >= args.Count - 1)
            return Reasons.NoValue("replace", args.Target);
        var (target, value) = (args.To(with).Trim(), args.From(with + 1).Trim());
        if (value.Find(1, "in") is > 0 and var place && (value[0].IsLiteral || value.Any(place + 1, "the")))
            (target, value) = (value.From(place + 1), value.To(place));
        else if (target.Find(1, "in", "of", "inside", "from") is > 0 and var of && (target.Any(of - 1, "value", "text", "content", "contents", "entry", "input") || target[of - 1].IsLiteral))
            target = target.From(of + 1);
        value = StripValue(value, out _);
        if (value.IsEmpty || Nouns.IsOpenValue(value))
            return Reasons.NoValue("replace", target.Target);
        // "Replace the value with X": of the field in use.
        if (target.Count <= 3 && target.Any(target.Count - 1, "value", "text", "content", "contents", "it", "entry"))
        {
            var field = _location is null ? (_out.Count > 0 && _out[^1] is ClickArguments click && IsFieldLike(click.Target) ? click.Target : null) : TakeLocation()!.Value.Target;
            Add(new TypeArguments(field, value.Value), field);
            return null;
        }

        return Pair(target, value, "replace");
    }

    private UnresolvedReason? Clear(Phrase args, Verb verb)
    {
        args = args.Trim();
        if (args.IsEmpty)
            return Reasons.NoTarget(verb.Name);
        if (Contents(args) is { } held)
            return Empty(held);
        if (args.Any(0, "the", "any", "all", "existing", "current") && args.Find(1, "of", "from", "in", "inside") is > 0 and var of && args.Any(of - 1, "value", "text", "content", "contents", "values", "entry", "input", "characters"))
            args = args.From(of + 1);
        var kind = Nouns.HeadKind(args);
        if (kind is ElementKind.Checkbox or ElementKind.Switch || args.Find(0, "checkbox", "checkboxes", "tick") >= 0)
            return Check(args, on: false, verb);
        // "Clear the filter box": a field, whatever it is for.
        if (kind is ElementKind.Field or ElementKind.TextArea or ElementKind.SearchField or ElementKind.DatePicker && !args.Any(args.Count - 1, "all"))
            return Empty(args);
        if (!Nouns.IsSpecific(args) && (args.Has("filter", "filters", "form", "cart", "basket", "cookies", "cookie", "cache", "history", "selection", "list", "table", "data", "database", "storage", "session", "notifications", "everything", "selections", "browser", "bag", "queue", "inbox", "trash", "bin", "log", "page", "screen", "canvas", "local") || args.Count > 0 && args.Any(args.Count - 1, "all")))
            return Reasons.Knowledge($"{verb.Name} {args.Raw}");
        if (kind is ElementKind.Dialog or ElementKind.Message or ElementKind.Table or ElementKind.Page or ElementKind.Button or ElementKind.Link or ElementKind.List)
            return Reasons.Knowledge($"{verb.Name} {args.Raw}");
        return Empty(args);
    }

    private UnresolvedReason? Leave(Phrase args)
    {
        args = args.Trim();
        var last = args.Norm(args.Count - 1);
        var body = args.To(args.Count - 1);
        switch (last)
        {
            case "empty" or "blank":
                return Empty(body);
            case "unchanged" or "untouched" or "alone" or "open" or "unedited":
                return body.IsEmpty ? Reasons.NoTarget("leave") : null;
            case "unchecked" or "unticked" or "unselected" or "off" or "disabled":
                return Check(body, on: false, new(VerbKind.Uncheck, VerbForm.Base, "leave", 1, false));
            case "checked" or "ticked" or "selected" or "on" or "enabled":
                return Check(body, on: true, new(VerbKind.Check, VerbForm.Base, "leave", 1, false));
            default:
                if (args.Find(1, "as") is > 0 and var asIs && args.Any(asIs + 1, "is", "it"))
                    return null;
                if (Variable(args) is { } variable)
                    return StoreAs(TargetOfStore(args), variable);
                return Reasons.Knowledge("leave " + args.Raw);
        }
    }

    private UnresolvedReason? Empty(Phrase args)
    {
        args = Fillers.StripBack(args.Trim());
        if (args.IsEmpty)
            return Reasons.NoTarget("clear");
        foreach (var item in Listing.Targets(args, eager: true))
        {
            if (Vagueness(item.Phrase) is { } vague)
                return vague;
            var text = item.Text ?? Located(Resolve(item.Phrase));
            Add(new TypeArguments(text, ""), text);
        }

        return null;
    }

    private UnresolvedReason? Search(Phrase args)
    {
        args = args.Trim();
        // "Search the contacts for "Ana""
        if (args.Find(1, "for") is > 0 and var forValue && !args[0].IsLiteral)
        {
            var place = args.To(forValue);
            var value = args.From(forValue + 1);
            return EnterPair(value, Nouns.HeadKind(place) is ElementKind.SearchField or ElementKind.Field ? place : Tokenizer.Cut("search field"), "search for");
        }

        if (args.IsEmpty)
            return Reasons.NoTarget("search for");
        var (text, target) = SplitEntry(args);
        if (target is { } field && Nouns.HeadKind(field) is not (null or ElementKind.SearchField or ElementKind.Field or ElementKind.Dropdown or ElementKind.TextArea))
            target = null;
        if (target is null && TakeLocation() is { } location)
            target = location;
        if (text.OnlyLiteral is null && (!text.Trim()[0].IsCapital && text.Count > 3 || Nouns.IsOpenValue(text)))
            return Nouns.NeverConcreteWord(text) is { } word ? Reasons.Vague(word) : Reasons.NoValue("search for", "search field");
        return EnterPair(text, target ?? Tokenizer.Cut("search field"), "search for");
    }

    private UnresolvedReason? Append(Phrase args)
    {
        args = args.Trim();
        if (args.Any(0, "nothing"))
            return null;
        var (value, target) = SplitEntry(args);
        return EnterPair(value, target, "append", overwrite: false);
    }

    private UnresolvedReason? Paste(Phrase args, Verb verb)
    {
        args = args.Trim();
        if (args.Any(0, "into", "in") || args.Find(0, "clipboard") >= 0 || args.Any(0, "it") || args.Is(0, "the", "copied"))
        {
            var place = args.Find(0, "into", "in", "to");
            var target = place >= 0 && place < args.Count - 1 ? args.From(place + 1) : (Phrase?)null;
            if (target is { } field && Vagueness(field) is { } vague)
                return vague;
            var text = target is { } where ? Resolve(where) : null;
            Add(new PressArguments("Control+V", text), text);
            return null;
        }

        return Enter(args, verb);
    }
}

using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Instructions.Sentences;
using Autonoma.Engine.Instructions.Words;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Instructions.Clauses;

/// <content>Options, checkboxes, switches and tabs.</content>
internal sealed partial class ClauseReader
{
    private UnresolvedReason? Select(Phrase args, Verb verb)
    {
        args = args.Trim();
        if (args.IsEmpty)
            return Reasons.NoTarget(verb.Name);
        if (args.Is(0, "all", "text") || args.Is(0, "all", "the", "text") || args.Is(0, "the", "whole", "text") || args.Is(0, "the", "entire", "text") || args.Is(0, "the", "text") && args.Find(2, "in", "of", "inside") == 2 || args.Is(0, "all", "content") || args.Is(0, "all", "of", "the", "text"))
        {
            var place = args.Find(1, "in", "inside", "within") is > 0 and var inside ? inside : args.Is(0, "all", "of") ? -1 : args.Find(2, "of");
            var field = place > 0 ? Resolve(args.From(place + 1)) : null;
            Add(new PressArguments("Control+A", field), field);
            return null;
        }

        // "Go for Teal" names what is chosen; "go with the flow" does not.
        if (verb.Name.Split(' ')[0] is "go" or "settle" or "decide" or "plump" && !(args[0].IsLiteral || args[0].IsCapital || args.At(1) is { IsLiteral: true } or { IsCapital: true }))
            return Reasons.Knowledge($"{verb.Name} {args.Raw}");
        // "Choose to release it "Later"": the words that are quoted are the choice.
        if (args.Any(0, "to") && !args[0].IsCapital && args.At(1) is { IsWord: true, IsCapital: false } infinitive && !Nouns.IsDeterminer(infinitive.Norm))
            return args[args.Count - 1].Kind == TokenKind.Quoted && Enumerable.Range(0, args.Count).Count(i => args[i].IsLiteral) == 1 ? Select(args.From(args.Count - 1), verb) : Reasons.Knowledge($"{verb.Name} {args.Raw}");
        if (FileNames(args) is { Count: > 0 } && (args.Any(0, "file", "files") || args.Is(0, "the", "file") || args.Is(0, "the", "files") || args[0].Kind == TokenKind.File || args[0].Kind == TokenKind.Quoted && Tokenizer.IsFile(args[0].Value)))
            return Upload(args);
        if (args.Find(0, "between") is >= 0 and var range && (range == 0 || args.At(range + 1) is { IsNumber: true }))
            return Reasons.Alternative();
        // "choose colour: Red"
        if (args.Find(1, ":", "=") is > 0 and <= 4 and var colon && colon < args.Count - 1 && !args[0].IsLiteral && !args.To(colon).Has("following", "from", "in", "these", "options") && Listing.Split(args).Count == 1)
            return SelectOptions(args.From(colon + 1), args.To(colon));
        // "choose in the list Country the value Portugal"
        if (args.Any(0, "in", "from", "under", "on", "at", "for") && args.Count > 3 && !args[0].IsCapital)
        {
            for (var i = 2; i < args.Count; i++)
            {
                if (args[i].IsCapital && Nouns.KindEndingAt(args, i, out var control, out _, out _) && control is ElementKind.Dropdown or ElementKind.List && Enumerable.Range(i, args.Count - i).All(k => args[k].IsCapital || args[k].IsLiteral) || args.Any(i - 1, ",") && args.Find(1, ",") == i - 1)
                    return SelectOptions(args.From(i), args.Slice(1, i).Trim());
                if (args.Any(i, "the", ":") && args.Any(i + 1, "value", "option", "entry", "item", "choice", "date") && i + 2 < args.Count || i == args.Count - 1 && args[i].IsLiteral)
                    return SelectOptions(args.From(i), args.Slice(1, i));
            }
        }

        var items = Listing.Split(args);
        // Several options of several controls: every part has its own "as", "in", "from".
        var pairs = items.ConvertAll(OptionPair);
        if (items.Count > 1 && pairs.TrueForAll(pair => pair is not null))
        {
            foreach (var pair in pairs)
            {
                if (SelectPair(pair!.Value.Option, pair.Value.Target) is { } failed)
                    return failed;
            }

            return null;
        }

        var kind = Nouns.HeadKind(args, out var plural);
        if (kind is ElementKind.Radio or ElementKind.Checkbox or ElementKind.Switch && !(OptionPair(args) is not null && kind is ElementKind.Radio && args.Find(1, "from") > 0))
            return Check(args, on: true, verb);
        if (OptionPair(args) is { } single && !IsClicked(single.Option, kind) && (!IsPlace(single.Target) || IsPurposeOf(args, single.Target)))
            return SelectOptions(single.Option, single.Target);
        if (_location is not null && !IsPageWord(_location.Value.From(1)) && !IsClicked(args, kind) && !IsPlace(_location.Value.From(1)))
            return SelectOptions(args, TakeLocation()!.Value);
        if (Vagueness(args) is { } vague)
            return vague;
        if (TrailingAction(args) is { } hidden)
            return hidden;
        // "Open the Currency dropdown and choose GBP": one choice.
        var bare = kind is null or ElementKind.Option or ElementKind.ListItem or ElementKind.MenuItem || args.OnlyLiteral is not null;
        if (bare && _out.Count > 0 && _out[^1] is ClickArguments { Count: 1, Button: MouseButton.Left } opened && Nouns.HeadKind(Tokenizer.Cut(opened.Target)) is ElementKind.Dropdown or ElementKind.DatePicker)
        {
            _out.RemoveAt(_out.Count - 1);
            return SelectOptions(args, Tokenizer.Cut(opened.Target));
        }

        // A bare option: which control it belongs to is left to the screen. Anything with an article or a kind is clicked.
        if (kind is ElementKind.Option && OptionName(args) is { } name && !Nouns.IsDeterminer(name.Norm(0)))
        {
            Add(new SelectArguments(null, name.Value), name.Target);
            return null;
        }

        // "In the dialog, choose Keep": what a dialog or a row offers is clicked there.
        if (_location is { } offered && IsPlace(offered.From(1)) && Listing.Split(args).Count == 1)
            return Click(args, verb);
        if (kind is null && !Nouns.IsDeterminer(args.Norm(0)) && (args.OnlyLiteral is not null || args[0].IsCapital) && Listing.Targets(args, eager: true) is var names && (_out.Count == 0 || _out[^1] is not ClickArguments menu || Nouns.HeadKind(Tokenizer.Cut(menu.Target)) is not ElementKind.Menu))
        {
            foreach (var item in names)
                Add(new SelectArguments(null, item.Phrase.Value), item.Phrase.Target);
            return null;
        }

        return Click(args, verb);
    }

    // What is clicked even when a place follows: tabs, rows, cards, buttons.
    private static bool IsClicked(Phrase option, ElementKind? kind)
    {
        if (option.OnlyLiteral is not null)
            return false;
        var head = Nouns.HeadKind(option) ?? ElementKind.Any;
        return head is ElementKind.Tab or ElementKind.Button or ElementKind.Link or ElementKind.Row or ElementKind.Card or ElementKind.Cell or ElementKind.Icon or ElementKind.Image or ElementKind.TreeItem or ElementKind.Column or ElementKind.ColumnHeader or ElementKind.Accordion or ElementKind.Checkbox or ElementKind.BrowserTab or ElementKind.Text;
    }

    // A place on the screen rather than a control with options.
    private static bool IsPlace(Phrase target) => Nouns.HeadKind(target) is ElementKind.Landmark or ElementKind.Dialog or ElementKind.Section or ElementKind.Table or ElementKind.Page or ElementKind.Row or ElementKind.Card or ElementKind.Tree or ElementKind.Breadcrumb or ElementKind.Pagination or ElementKind.Column or ElementKind.Cell or ElementKind.Canvas or ElementKind.Tab or ElementKind.Accordion
        || target.Any(0, "left", "right", "top") || target.Is(0, "the", "left") || target.Is(0, "the", "right") || target.Is(0, "the", "top") || target.Is(0, "the", "bottom");

    // "Riverside for the parking zone", "B as the section": what is chosen, not where it stands.
    private static bool IsPurposeOf(Phrase args, Phrase target) => target.Start - 1 > args.Start && args.Tokens[target.Start - 1].Norm is "for" or "as" && Nouns.HeadKind(args.To(target.Start - 1 - args.Start)) is null;

    private static (Phrase Option, Phrase Target)? OptionPair(Phrase args)
    {
        args = args.Trim();
        if (args.IsEmpty)
            return null;
        // The strongest relation first: "from", "as"; then "in", "under", "for"; "of" only with an option word or a literal.
        foreach (var strength in new[] { 0, 1 })
        {
            for (var i = 1; i < args.Count - 1; i++)
            {
                if (args[i].IsCapital || !args[i].IsWord)
                    continue;
                var hit = strength == 0 ? args.Any(i, "from", "as", "out") || args.Any(i, "form") && args[i - 1].IsLiteral && args.Any(i + 1, "the") : args.Any(i, "in", "under", "for", "on", "within", "inside", "at") || (args.Any(i, "of") && (args[i - 1].IsLiteral && i == 1 || args.Any(i - 1, "option", "value")));
                if (!hit)
                    continue;
                var next = args.Any(i, "out") && args.Any(i + 1, "of") ? i + 2 : i + 1;
                return next < args.Count ? (args.To(i).Trim(), args.From(next).Trim()) : null;
            }
        }

        return null;
    }

    private UnresolvedReason? SelectPair(Phrase option, Phrase target) => SelectOptions(option, target);

    private UnresolvedReason? SelectOptions(Phrase option, Phrase target)
    {
        target = ChosenWith(WithoutPurpose(Fillers.StripBack(target)));
        if (Vagueness(target) is { } vagueTarget)
            return vagueTarget;
        if (TrailingAction(target) is { } hidden)
            return hidden;
        var name = OptionName(option) ?? option;
        var items = Listing.Split(name);
        if (items.Count < 2 || !items.TrueForAll(item => item[0].IsLiteral || item[0].IsCapital))
            items = [name];
        foreach (var item in items)
        {
            var value = OptionName(item) ?? item;
            if (value.IsEmpty)
                return Reasons.NoValue("select", target.Target);
            if (value.Count == 1 && value.Any(0, "nothing", "none") && !value[0].IsCapital)
                return Reasons.NoValue("select", target.Target);
            var described = value.Any(0, "the") && NumberWords.TryOrdinal(value.Norm(1), out _);
            if (Nouns.IsOpenValue(value) && !described)
                return Nouns.NeverConcreteWord(value) is { } word ? Reasons.Vague(word) : Reasons.NoValue("select", target.Target);
            var text = Located(Resolve(target));
            Add(new SelectArguments(text, described ? value.Target : value.Value), text);
        }

        return null;
    }

    // "the option "High"", "the value High", "High option"; null when no option word stands beside it.
    private static Phrase? OptionName(Phrase option)
    {
        option = option.Trim();
        if (option.OnlyLiteral is not null)
            return option;
        var start = option.Any(0, "the", "a", "an") ? 1 : 0;
        if (option.Count > start + 1 && option.Any(start, "option", "value", "entry", "item", "choice", "date", "language", "currency", "country", "time", "year", "month", "day", "status", "priority", "role", "category", "customer", "radio", "answer", "size", "colour", "color", "file") && (option[start + 1].IsLiteral || option[start + 1].IsCapital))
            return option.From(start + 1);
        if (option.Count > start + 1 && option.Any(option.Count - 1, "option", "entry", "choice", "item", "value", "suggestion") && (option[start].IsLiteral || option[start].IsCapital))
            return option.Slice(start, option.Count - 1);
        if (start == 1 && option.Count == 2 && option[1].IsLiteral)
            return option.From(1);
        return start == 1 && option.Count > 1 && option[1].IsCapital ? option.From(1) : null;
    }

    private UnresolvedReason? Check(Phrase args, bool on, Verb verb)
    {
        args = WithoutPurpose(args.Trim());
        if (verb.Name == "check on" && args.Has("being"))
            return CheckOrAssert(args, verb);
        if (args.Any(0, "off", "on") && args.Count > 1)
            args = args.From(1);
        if (args.IsEmpty)
            return Reasons.NoTarget(verb.Name);
        if (args.Find(1, "from") is > 0 and var from && verb.Kind == VerbKind.Uncheck && verb.Name is "deselect" or "unselect" && Nouns.HeadKind(args.From(from + 1)) is ElementKind.Dropdown or ElementKind.List)
            args = args.To(from);
        var kind = Nouns.HeadKind(args);
        if (on && kind is ElementKind.Tab or ElementKind.Button or ElementKind.Link or ElementKind.MenuItem && verb.Name is "activate" or "enable")
            return Click(args, verb);
        // "Activate the account": a goal, unless a control is named.
        if (verb.Name is "activate" or "enable" or "disable" or "deactivate" && Nouns.IsDeterminer(args.Norm(0)) && !Nouns.IsSpecific(args) && kind is not (ElementKind.Checkbox or ElementKind.Switch or ElementKind.Radio or ElementKind.Option or ElementKind.Field))
            return Reasons.Knowledge($"{verb.Name} {args.Raw}");
        foreach (var item in Listing.Targets(args, eager: true))
        {
            if (Vagueness(item.Phrase) is { } vague)
                return vague;
            if (TrailingAction(item.Phrase) is { } hidden)
                return hidden;
            // "the boxes": all of them, or which?
            if (item.Text is null && _location is null && Nouns.HeadKind(item.Phrase, out var many) is ElementKind.Checkbox or ElementKind.Switch or ElementKind.Radio or ElementKind.Field && many && !Nouns.IsSpecific(item.Phrase) && item.Phrase.Count <= 2)
                return Reasons.Loop(item.Phrase.Raw);
            var text = Located(item.Text ?? Resolve(item.Phrase));
            Add(new CheckArguments(text, on), text);
        }

        return null;
    }

    private UnresolvedReason? CheckOrAssert(Phrase args, Verb verb)
    {
        var trimmed = args.Trim();
        if (args.Norm(0) == ":" || trimmed.Any(0, "that", "if", "whether", "how") || trimmed.IsEmpty)
            return AssertThat(args, args, verb);
        if (trimmed.Any(0, "in", "on", "under", "at", "inside", "within") && trimmed.Find(1, "that", "if", "whether") is > 1 and var that)
            return Claim(trimmed.To(that), trimmed.From(that + 1));
        if (trimmed.Any(0, "for") && trimmed.Count > 1)
            return trimmed.Find(2, "to") is > 1 and var to && trimmed.Any(to + 1, "be", "have") ? Expect(trimmed.From(1)) : Presence(trimmed.From(1));
        // "Check on the list being empty"
        if (trimmed.Find(1, "being") is > 0 and var being && !trimmed[being].IsCapital && being < trimmed.Count - 1)
        {
            var subject = trimmed.Any(0, "on") ? trimmed.Slice(1, being) : trimmed.To(being);
            return Claim(Tokenizer.Cut($"{subject.Raw} {(IsPlural(subject) ? "are" : "is")} {trimmed.From(being + 1).Raw}"));
        }

        if (trimmed.Any(0, "off", "on") && trimmed.Count > 1)
            return Check(trimmed.From(1), on: true, verb);
        if (trimmed.Find(0, "by") is > 0 and var by && VerbTable.Find(trimmed, by + 1) is { Form: VerbForm.Gerund } means)
            return ByMeans(trimmed.To(by), trimmed.From(by + 1), verb, means);
        if (Predicates.Find(trimmed) > 0)
            return Claim(trimmed);
        var (target, count) = Fillers.Repetitions(Fillers.StripBack(trimmed));
        var kind = Nouns.HeadKind(target);
        if (kind is ElementKind.Checkbox or ElementKind.Switch or ElementKind.Radio or ElementKind.Option || target.Has("box", "boxes", "tickbox") || Listing.Targets(target, eager: true) is [{ Text: not null }, ..])
            return Check(target, on: true, verb);
        var items = Listing.Split(target);
        if (items.TrueForAll(item => item.OnlyLiteral is { Kind: TokenKind.Quoted }) || (kind is null && (target[0].IsCapital || target.Any(0, "the") && target.Count > 1 && target[1] is { IsCapital: true } or { Kind: TokenKind.Quoted })))
            return Check(target, on: true, verb);
        if (target[0].Kind == TokenKind.Quoted && Nouns.HeadEnd(target) < target.Count && kind is null)
            return Check(target, on: true, verb);
        return Reasons.NoClaim(target.Raw);
    }

    private UnresolvedReason? Mark(Phrase args, Verb verb)
    {
        args = args.Trim();
        if (args.Find(1, "as") is > 0 and var asState)
        {
            return args.Norm(asState + 1) switch
            {
                "checked" or "ticked" or "selected" => Check(args.To(asState), on: true, verb),
                "unchecked" or "unticked" or "unselected" => Check(args.To(asState), on: false, verb),
                _ => MarkAs(args.To(asState).Trim(), args.From(asState + 1).Trim()),
            };
        }

        if (args.OnlyLiteral is not null || Nouns.HeadKind(args) is ElementKind.Checkbox or ElementKind.Radio or ElementKind.Option or ElementKind.Switch or ElementKind.Field || Listing.Targets(args, eager: true).Count > 1)
            return Check(args, on: true, verb);
        return Reasons.Knowledge("mark " + args.Raw, "Click the control that does it, or tick a checkbox by name");
    }

    // "Mark Dental as the reason for the visit": what is marked is one answer of several. "Mark the order as paid" is work of the app.
    private UnresolvedReason? MarkAs(Phrase answer, Phrase question)
    {
        if (!(answer.OnlyLiteral is not null || !answer.IsEmpty && answer[0].IsCapital) || !question.Any(0, "the", "its", "your") || question.Count < 2)
            return Reasons.Knowledge($"mark {answer.Raw} as {question.Raw}");
        if (question.Find(1, "with", "using", "via", "by") is > 0 and var with && Nouns.HeadKind(question.From(with + 1)) is ElementKind.Radio or ElementKind.Checkbox or ElementKind.Option)
        {
            var tool = question.From(with + 1).Trim();
            return Check(Tokenizer.Cut($"{answer.Raw} {(tool.Any(0, "its", "the", "a") ? tool.From(1) : tool).Raw}"), on: true, new(VerbKind.Check, VerbForm.Base, "mark", 0, false));
        }

        return SelectOptions(answer, question);
    }

    private UnresolvedReason? Turn(Phrase args, Verb verb)
    {
        args = args.Trim();
        // "Turn Night mode off by its toggle"
        if (args.Find(2, "by", "with", "via", "using") is > 1 and var tool && args.Any(tool + 1, "its", "the") && Nouns.HeadKind(args.From(tool + 1)) is ElementKind.Switch or ElementKind.Checkbox && args.Count == tool + 3)
            args = args.To(tool);
        if (args.Any(0, "on", "off") && args.Count > 1)
            return Check(args.From(1), args.Any(0, "on"), verb);
        var n = args.Count;
        if (n > 1 && args.Any(n - 1, "on", "off"))
            return Check(args.To(n - 1), args.Any(n - 1, "on"), verb);
        if (n > 2 && args.Is(n - 2, "to", "on") || n > 2 && args.Is(n - 2, "to", "off"))
            return Check(args.To(n - 2), args.Any(n - 1, "on"), verb);
        if (args.Find(1, "on", "off") is > 0 and var state && args.Any(state + 1, "for", "in", "of") && !args[state].IsCapital)
        {
            var text = $"{args.To(state).Target} {args.From(state + 1).Raw}";
            Add(new CheckArguments(text, args.Any(state, "on")), text);
            return null;
        }

        return verb.Kind == VerbKind.Toggle && n > 0 ? Click(args, verb) : Reasons.Knowledge($"{verb.Name} {args.Raw}");
    }

    private UnresolvedReason? Switch(Phrase args, Verb verb)
    {
        args = args.Trim();
        if (args.Any(0, "on", "off") && args.Count > 1 || args.Count > 1 && args.Any(args.Count - 1, "on", "off"))
            return Turn(args, verb);
        if (args.Any(0, "back", "over"))
        {
            var back = args.Any(0, "back");
            args = args.From(1);
            if (!args.Any(0, "to", "into"))
                return Reasons.Knowledge("switch " + args.Raw);
            if (BrowserTab(args.From(1), strict: !back) is { } which)
                return AddTab(TabAction.Switch, which);
            return Click(args.From(1), verb);
        }

        if (args.Any(0, "to", "into"))
        {
            var goal = Fillers.StripBack(args.From(1));
            if (BrowserTab(goal, strict: true) is { } which)
                return AddTab(TabAction.Switch, which);
            if (Nouns.HeadKind(goal) is ElementKind.Frame || goal.Any(0, "frame", "iframe"))
                return Reasons.Unsupported("Switching to a frame (elements in frames are found without it)");
            return AddClick(goal);
        }

        if (args.Any(0, "between", "tabs", "user", "users", "account", "accounts"))
            return Reasons.Knowledge("switch " + args.Raw);
        if (SetPair(args) is { } pair && !args.Any(0, "to"))
        {
            if (Nouns.HeadKind(pair.Target) is ElementKind.Switch or ElementKind.Checkbox || Nouns.IsChoice(pair.Target) || Nouns.IsSpecific(pair.Value))
                return pair.Value.Any(0, "on", "off") ? Check(pair.Target, pair.Value.Any(0, "on"), verb) : SelectOptions(pair.Value, pair.Target);
        }

        return Reasons.Knowledge("switch " + args.Raw);
    }

    /// <summary>Which tab or window of the browser is meant; null when it is a tab of the page or no tab at all.</summary>
    private static string? BrowserTab(Phrase phrase, bool strict)
    {
        phrase = Fillers.StripBack(phrase.Trim());
        if (phrase.IsEmpty)
            return null;
        var opened = phrase.Find(1, "that", "which");
        var head = opened > 0 ? phrase.To(opened) : phrase;
        var n = head.Count;
        if (!head.Any(n - 1, "tab", "window", "popup", "tabs"))
            return null;
        var start = head.Any(0, "the", "this", "a") ? 1 : 0;
        var words = head.Slice(start, n - 1);
        var browser = words.Has("browser") || head.Any(n - 1, "window", "popup");
        var name = words.Count > 0 && words.Any(words.Count - 1, "browser") ? words.To(words.Count - 1) : words;
        var which = TextFold.Fold(name.OnlyLiteral?.Value ?? name.Raw);
        if (opened > 0 && phrase.From(opened).Has("opened", "opens", "open", "appeared"))
            return "new";
        if (which is "new" or "newly opened" or "newly-opened" or "just opened" or "opened" or "freshly opened" or "pop-up" or "popup" or "new pop-up")
            return "new";
        if (which is "original" or "initial" or "other" or "previous" or "current" or "main" or "parent" or "old" or "first" or "last" or "second" or "third" or "next" or "opening")
            return browser || which is "original" or "other" or "previous" or "initial" or "parent" || !strict ? which : null;
        return browser && words.Count > 0 ? name.OnlyLiteral?.Value ?? name.Raw : browser && opened < 0 && words.IsEmpty ? "" : null;
    }

    private UnresolvedReason? AddTab(TabAction action, string which)
    {
        Add(new TabArguments(action, which is "" or "current" ? null : which));
        return null;
    }
}

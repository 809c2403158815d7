using Autonoma.Engine.Commands;
using Autonoma.Engine.Instructions.Words;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Instructions.Clauses;

/// <content>Pages, tabs of the browser, native dialogs, things that open and close.</content>
internal sealed partial class ClauseReader
{
    private static readonly HashSet<string> NativeNouns = new(StringComparer.Ordinal) { "dialog", "dialogue", "alert", "prompt", "confirmation", "confirm", "popup", "pop-up", "warning", "modal", "question", "box", "alerts", "message", "dialogs" };

    private UnresolvedReason? Go(Phrase args, Verb verb)
    {
        args = Fillers.StripBack(args.Trim());
        if (args.Any(0, "back") || verb.Name == "return")
        {
            var rest = args.Any(0, "back") ? args.From(1).Trim() : args;
            if (rest.IsEmpty && verb.Name != "return" || rest.Has("previous", "last", "history") || rest.Is(0, "one", "page") || rest.Is(0, "in", "the", "browser") || rest.Is(0, "a", "page"))
            {
                Add(new HistoryArguments(false));
                return null;
            }

            if (Address(rest) is { } known)
            {
                Add(new NavigateArguments(known));
                return null;
            }

            if (rest.Any(0, "to") && BrowserTab(rest.From(1), strict: false) is { } tab)
                return AddTab(TabAction.Switch, tab);
            if (rest.Any(0, "to") && Nouns.HeadKind(rest.From(1)) is ElementKind.Tab or ElementKind.Link)
                return AddClick(rest.From(1));
            if (rest.Any(0, "to") && Edge(rest.From(1), out var of) is { } edge)
                return AddScroll(of, edge);
            return rest.Any(0, "to") && Nouns.IsSpecific(rest.From(1)) ? AddClick(rest.From(1)) : Reasons.Knowledge($"{verb.Name} {args.Raw}", "Go back, or click the link that leads there");
        }

        if (args.Count > 4 && args.Is(args.Count - 3, "in", "the", "browser"))
            args = args.To(args.Count - 3);
        if (args.Count is > 1 and <= 4 && args.Any(args.Count - 1, "back", "backwards") && Enumerable.Range(0, args.Count - 1).All(i => args.Any(i, "one", "a", "page", "step", "screen", "the", "browser")))
        {
            Add(new HistoryArguments(false));
            return null;
        }

        if (args.Any(0, "forward", "forwards") && (args.Count == 1 || args.Any(1, "again") || args.Any(1, "in", "one") && args.Has("browser", "history", "page") || args.Any(1, "to") && args.Has("page", "history") && !args.Has("week", "month", "year", "day")))
        {
            Add(new HistoryArguments(true));
            return null;
        }

        if (Address(args) is { } url)
        {
            Add(new NavigateArguments(url));
            return null;
        }

        // "on to the next form", "over to Gas".
        if (args.Any(0, "on", "over", "across", "along", "through", "straight") && args.Any(1, "to"))
            args = args.From(1);
        if (!args.Any(0, "to", "into", "onto", "under", "over"))
            return args.IsEmpty ? Reasons.NoTarget(verb.Name) : Reasons.Knowledge($"{verb.Name} {args.Raw}");
        var goal = args.From(1).Trim();
        if (goal.Any(0, "to"))
            goal = goal.From(1);
        if (BrowserTab(goal, strict: true) is { } which)
            return AddTab(TabAction.Switch, which);
        if (Edge(goal, out var edgeOf) is { } end)
            return AddScroll(edgeOf, end);
        return Place(goal, $"{verb.Name} {args.Raw}");
    }

    private UnresolvedReason? Visit(Phrase clause, Phrase args, Verb verb)
    {
        if (verb.Name is "load" or "call up" && IsPageWord(args) && clause.Has("again", "anew", "afresh"))
            return Refresh(args, verb);
        if (Address(args) is { } url)
        {
            Add(new NavigateArguments(url));
            return null;
        }

        return Nouns.HeadKind(args) is ElementKind.Page && verb.Name != "load" ? Place(args.Trim(), $"{verb.Name} {args.Raw}") : Reasons.Knowledge($"{verb.Name} {args.Raw}", "Write the address: Go to /path");
    }

    // A named place: what leads there is clicked. "Settings > Users" is two of them.
    private UnresolvedReason? Place(Phrase goal, string written)
    {
        goal = WithoutPurpose(goal.Trim());
        if (goal.IsEmpty)
            return Reasons.NoTarget("go to");
        if (goal.Has("app", "application", "website", "site", "homepage", "url", "browser", "system", "environment", "portal") && !Nouns.IsSpecific(goal) || goal.Any(goal.Count - 1, "step", "task", "point"))
            return Reasons.Knowledge(written, "Write the address: Go to https://...");
        var start = 0;
        var parts = new List<Phrase>();
        for (var i = 0; i <= goal.Count; i++)
        {
            if (i == goal.Count || goal.Any(i, ">", "›", "→", "»", "/", "|"))
            {
                parts.Add(goal.Slice(start, i).Trim());
                start = i + 1;
            }
        }

        foreach (var part in parts)
        {
            if (part.IsEmpty)
                return Reasons.NoTarget("go to");
            if (AddClick(part) is { } failed)
                return failed;
        }

        return null;
    }

    private UnresolvedReason? OpenThing(Phrase args, Verb verb)
    {
        args = args.Trim();
        if (args.IsEmpty)
            return Reasons.NoTarget("open");
        if (args.Find(1, "in") is > 0 and var place && args.Any(args.Count - 1, "tab", "window") && args.From(place).Has("new", "another", "second", "separate", "private", "incognito"))
            return Reasons.Unsupported("Opening in a new tab or window by hand");
        if (BrowserTab(args, strict: true) is not null)
            return Reasons.Unsupported("Opening a tab or window by hand");
        if (Address(args) is { } url)
        {
            Add(new NavigateArguments(url));
            return null;
        }

        var generic = args.Any(0, "the", "a", "your") ? args.From(1) : args;
        if (generic.Any(0, "app", "application", "website", "site", "browser", "homepage", "system") && !Nouns.IsSpecific(args))
            return Reasons.Knowledge("open " + args.Raw, "Write the address: Open https://...");
        if (args.Find(1, "with", "using", "via", "through") is > 0 and var with && (args.Any(with + 1, "its", "the", "a") || KeysAndPlace(args.From(with + 1)) is { Keys.Count: 1, Place: null }))
            return Through(args.To(with), args.From(with + 1));
        var before = _out.Count;
        var failed = Click(args, verb);
        // "Open claim 7": which control of the claim's row does it is for the screen to say.
        if (failed is null && _out.Count == before + 1 && _out[^1] is ClickArguments { Count: 1 } click && Nouns.HeadKind(args) is null or ElementKind.Row or ElementKind.Card or ElementKind.ListItem)
            _out[^1] = click with { Opens = true };
        return failed;
    }

    // "Expand X with its plus sign", "Open X via the arrow".
    private UnresolvedReason? Through(Phrase thing, Phrase means)
    {
        if (Vagueness(thing) is { } vague)
            return vague;
        if (KeysAndPlace(means).Keys is { Count: 1 } keys)
        {
            Add(new PressArguments(keys[0], thing.Target));
            return null;
        }

        var own = means.Any(0, "its", "the", "their") && means.Count <= 4;
        var text = own ? $"{(means.Any(0, "its", "their") ? means.From(1) : means).Target} of {Definite(thing)}" : means.Target;
        Add(new ClickArguments(text), thing.Target);
        return null;
    }

    private static string Definite(Phrase thing) => thing.Any(0, "the") ? $"the {thing.Target}" : thing.Target;

    private UnresolvedReason? ExpandThing(Phrase args, Verb verb)
    {
        args = args.Trim();
        if (args.IsEmpty)
            return Reasons.NoTarget(verb.Name);
        if (args.Find(1, "with", "using", "via") is > 0 and var with)
            return Through(args.To(with), args.From(with + 1));
        return Click(args, verb);
    }

    private UnresolvedReason? CloseThing(Phrase args)
    {
        args = args.Trim();
        if (args.IsEmpty)
            return Reasons.NoTarget("close");
        if (args.Find(1, "with", "using", "via") is > 0 and var with)
        {
            var means = args.From(with + 1);
            if (KeysAndPlace(means).Keys is { Count: 1 } keys)
            {
                Add(new PressArguments(keys[0]));
                return null;
            }

            return Through(args.To(with), means);
        }

        var head = args.To(Nouns.HeadEnd(args));
        var bare = head.Any(0, "the", "this") ? head.From(1) : head;
        if (bare.Count == 1 && bare.Any(0, "tab", "window") || bare.Is(0, "current", "tab") || bare.Is(0, "browser", "tab") || bare.Is(0, "current", "browser") || bare.Is(0, "current", "window"))
            return AddTab(TabAction.Close, "");
        if (BrowserTab(args, strict: false) is { } which && (bare.Has("new", "browser", "window", "popup", "original", "second", "first", "last", "other", "opened", "previous", "newly") || args.Has("opened")))
            return AddTab(TabAction.Close, which);
        if (args.Has("native", "javascript", "js") && IsNativeDialog(args))
        {
            Add(new DialogArguments(true));
            return null;
        }

        if (bare.Any(0, "browser", "app", "application", "page", "website"))
            return Reasons.Unsupported("Closing the browser or the app");
        switch (Nouns.HeadKind(args))
        {
            case ElementKind.Dialog or ElementKind.Message or ElementKind.Card or ElementKind.Tooltip or ElementKind.Tab or ElementKind.Badge or ElementKind.Media or ElementKind.Landmark:
                if (Vagueness(args) is { } vague)
                    return vague;
                var text = $"close button of the {Resolve(args)}";
                Add(new ClickArguments(text), Resolve(args));
                return null;
            case null when args.OnlyLiteral is not { Kind: TokenKind.Quoted }:
                return Reasons.Knowledge("close " + args.Raw, $"Click \"Close {args.Raw}\", or close it by clicking the button that does it");
            default:
                return AddClick(args);
        }
    }

    private UnresolvedReason? Refresh(Phrase args, Verb verb)
    {
        args = Fillers.StripBack(args.Trim());
        if (args.IsEmpty || IsPageWord(args) || Nouns.HeadKind(args) is ElementKind.Page or ElementKind.BrowserTab)
        {
            Add(new RefreshArguments());
            return null;
        }

        return Reasons.Knowledge($"{verb.Name} {args.Raw}", "Refresh the page, or click the button that refreshes it");
    }

    /// <summary>The address that a phrase names: the only one in it, when the words around it say no more than page, URL, browser.</summary>
    private static string? Address(Phrase phrase)
    {
        phrase = phrase.Trim();
        string? found = null;
        for (var i = 0; i < phrase.Count; i++)
        {
            var token = phrase[i];
            var address = token.Kind switch
            {
                TokenKind.Address => token.Value,
                TokenKind.File when Tokenizer.IsAddress(token.Raw) => token.Value,
                TokenKind.Quoted when Tokenizer.IsAddress(token.Value) => token.Value,
                TokenKind.Template when phrase.Count <= 3 || phrase.Any(i - 1, "url", "address", "page", "link", "path", "to") => token.Value,
                _ => null,
            };
            if (address is not null)
            {
                if (found is not null)
                    return null;
                found = address;
            }
            else if (token.Norm == "/" && phrase.Count <= 2)
            {
                found = "/";
            }
            else if (found is not null && token.IsWord && phrase.Any(i, "tab", "button", "link", "field", "and"))
            {
                return null;
            }
            else if (token.Kind == TokenKind.Quoted && found is null && phrase.Count > 1)
            {
                return null;
            }
        }

        return found;
    }

    private static bool IsNativeDialog(Phrase phrase)
    {
        phrase = phrase.Trim();
        var head = phrase.To(Nouns.HeadEnd(phrase)).Trim();
        if (head.IsEmpty || head.Has("cookie", "cookies", "toast", "banner", "notification", "snackbar", "notice", "success", "error"))
            return false;
        return NativeNouns.Contains(head.Norm(head.Count - 1)) && !(head.Any(head.Count - 1, "message", "box", "question") && !head.Has("alert", "confirm", "confirmation", "browser", "native", "javascript", "dialog", "warning"));
    }

    // "OK in the browser dialog", "Cancel in the alert".
    private static bool? NativeAnswer(Phrase args)
    {
        if (args.Find(1, "in", "on") is not (> 0 and var place) || !IsNativeDialog(args.From(place + 1)))
            return null;
        var where = args.From(place + 1);
        if (!where.Has("native", "browser", "browser's", "javascript", "js", "alert"))
            return null;
        var answer = args.To(place).Trim();
        return TextFold.Fold((answer.Any(0, "the") ? answer.From(1) : answer).To(1).Value) switch
        {
            "ok" or "okay" or "yes" or "accept" or "confirm" or "continue" or "leave" => true,
            "cancel" or "no" or "dismiss" or "abort" or "stay" => false,
            _ => null,
        };
    }

    private UnresolvedReason? Dialog(Phrase args, Verb verb)
    {
        args = args.Trim();
        var accept = verb.Kind == VerbKind.Accept;
        if (args.Is(0, "it") && _out.Count > 0 && verb.Name is not "reject")
        {
            Add(new DialogArguments(accept));
            return null;
        }

        // Right behind an action of the step the question is the one that it brings up.
        if (IsNativeDialog(args) || _out.Count > 0 && (args.Is(0, "the", "question") && args.Count == 2))
        {
            var with = args.Find(1, "with", "by", "answering");
            var text = with > 0 && args.From(with + 1).Trim() is { Count: >= 1 } answer ? StripValue(answer, out _).OnlyLiteral?.Value : null;
            if (with > 0 && text is null && !args.Any(with + 1, "ok", "yes", "enter"))
                return Reasons.NoValue("answer", "prompt");
            Add(new DialogArguments(accept, text));
            return null;
        }

        if (verb.Name == "dismiss" && Nouns.HeadKind(args) is ElementKind.Message or ElementKind.Dialog or ElementKind.Tooltip or ElementKind.Card or ElementKind.Badge)
            return CloseThing(args);
        return Reasons.Knowledge($"{verb.Name} {args.Raw}", $"Click \"{Reasons.Capital(verb.Name)}\", or {verb.Name} the confirmation");
    }

    private UnresolvedReason? Answer(Phrase args)
    {
        args = args.Trim();
        var with = args.Find(1, "with");
        if (with > 0 && IsNativeDialog(args.To(with)) || with > 0 && args.To(with).Has("question", "dialog", "prompt"))
        {
            var answer = args.From(with + 1).Trim();
            var value = answer.Value;
            switch (TextFold.Fold(value))
            {
                case "ok" or "okay" or "yes" or "accept" or "confirm":
                    Add(new DialogArguments(true));
                    return null;
                case "cancel" or "no" or "dismiss":
                    Add(new DialogArguments(false));
                    return null;
            }

            if (args.To(with).Has("prompt", "dialog") && answer.OnlyLiteral is { } token)
            {
                Add(new DialogArguments(true, token.Value));
                return null;
            }
        }

        return Reasons.Knowledge("answer " + args.Raw);
    }

    private UnresolvedReason? Confirm(Phrase clause, Phrase args, Verb verb)
    {
        var trimmed = args.Trim();
        if (trimmed.Any(0, "that", "if", "whether") || args.Norm(0) == ":")
            return AssertThat(clause, args, verb);
        if (trimmed.Find(0, "by") is >= 0 and var by && VerbTable.Find(trimmed, by + 1) is { Form: VerbForm.Gerund } means)
            return ByMeans(trimmed.To(by), trimmed.From(by + 1), verb, means);
        if (Sentences.Predicates.Find(trimmed) > 0)
            return Claim(trimmed);
        trimmed = Fillers.StripBack(trimmed);
        if (trimmed.Any(0, "with") && KeysAndPlace(trimmed.From(1)).Keys is { Count: 1 } keys)
        {
            Add(new PressArguments(keys[0]));
            return null;
        }

        if (ByTool(trimmed, verb) is { } clicked)
            return clicked.Reason;
        // "Confirm with 'Yes, delete'": the button of that name.
        if (trimmed.Any(0, "with") && trimmed.From(1).OnlyLiteral is { Kind: TokenKind.Quoted })
        {
            var button = Resolve(trimmed.From(1));
            Add(new ClickArguments(button), button);
            return null;
        }

        if (trimmed.IsEmpty)
            return Reasons.Knowledge("confirm", "Click \"Confirm\", or accept the confirmation");
        if (trimmed.Any(0, "presence", "absence") || trimmed.Is(0, "the", "presence") || trimmed.Is(0, "the", "absence"))
            return Presence(trimmed);
        return IsNativeDialog(trimmed) ? Dialog(trimmed, verb with { Kind = VerbKind.Accept }) : Reasons.Knowledge("confirm " + trimmed.Raw, "Click \"Confirm\", or accept the confirmation, or verify what is shown");
    }

    private UnresolvedReason? Remove(Phrase args, Verb verb)
    {
        args = args.Trim();
        if (Contents(args) is { } held)
            return Empty(held);
        if (args.Find(0, "tick", "check", "checkmark", "tick-mark", "mark") is >= 0 and <= 3 and var tick && args.Find(tick, "from", "of", "in", "at") is > 0 and var from)
            return Check(args.From(from + 1), on: false, verb);
        if (args.Find(0, "text", "value", "content", "contents", "entry") is >= 0 and <= 3 and var content && args.Find(content, "from", "of", "in") is > 0 and var of && !args.To(content).Has("row"))
            return Empty(args.From(of + 1));
        if (!args.IsEmpty && Nouns.HeadKind(args) is ElementKind.Badge && Nouns.IsSpecificOrNamed(args))
        {
            var text = $"remove button of the {Resolve(args)}";
            Add(new ClickArguments(text), Resolve(args));
            return null;
        }

        return Reasons.Knowledge($"{verb.Name} {args.Raw}", $"Click the button that does it: Click \"{Reasons.Capital(verb.Name)}\" ...");
    }
}

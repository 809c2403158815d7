using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Instructions.Words;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Instructions.Clauses;

/// <content>Clicks, hovers, drags and scrolls.</content>
internal sealed partial class ClauseReader
{
    private static readonly string[] PurposeVerbs = ["open", "go", "save", "submit", "close", "see", "view", "start", "continue", "proceed", "confirm", "complete", "create", "add", "delete", "remove", "apply", "show", "display", "reveal", "expand", "collapse", "finish", "send", "log", "sign", "login", "search", "filter", "sort", "return", "get", "move", "enter", "edit", "change", "access", "reach", "trigger", "load", "check", "verify", "make", "switch", "dismiss", "cancel", "accept", "begin", "navigate", "select", "choose", "bring", "activate", "leave", "have", "let", "be", "refresh", "reset", "update", "toggle", "hide", "upload", "download", "export", "run", "execute", "set", "focus", "initiate", "launch", "advance", "validate", "ensure", "store", "perform", "place", "publish"];

    private UnresolvedReason? Click(Phrase args, Verb verb, MouseButton button = MouseButton.Left, int count = 1)
    {
        if (BrowserButton(args))
            return null;
        args = WithoutPurpose(args.Trim());
        if (args.Is(0, "with", "the") && args.Any(2, "right", "left", "middle") && args.Find(2, "on") is > 0 and var on)
        {
            button = args.Norm(2) switch { "right" => MouseButton.Right, "middle" => MouseButton.Middle, _ => MouseButton.Left };
            args = args.From(on + 1);
        }

        else if (args.Any(0, "with", "using") && args.Any(1, "the", "your", "a") && args.Any(2, "mouse", "cursor", "pointer") && args.Find(3, "on", "onto", "at", "in", "over") is 3 && args.Count > 4)
        {
            args = args.From(4);
        }

        // A click moves the focus only where it does nothing else.
        if (verb.Name.Contains("focus", StringComparison.Ordinal) && Nouns.HeadKind(args) is not (ElementKind.Field or ElementKind.TextArea or ElementKind.SearchField or ElementKind.DatePicker))
            return Reasons.Unsupported("Moving the focus to something that is not said to be a field");
        var modifiers = _held;
        _held = KeyModifiers.None;
        if (args.Find(1, "with") is > 0 and var with && Modifier(args.Norm(with + 1)) is { } held && args.Any(with + 2, "held", "pressed", "key", "down"))
        {
            modifiers |= held;
            args = args.To(with);
        }
        else if (args.Count > 2 && args.Find(1, "using", "with") is > 0 and var mouse && args.Is(mouse + 1, "the") && args.Any(mouse + 2, "right", "middle") && args.Any(mouse + 3, "mouse", "button"))
        {
            button = args.Norm(mouse + 2) == "right" ? MouseButton.Right : MouseButton.Middle;
            args = args.To(mouse);
        }

        if (args.IsEmpty)
        {
            // "Right-click" alone on what the clause before named.
            return _location is not null || LastTarget is null ? Reasons.NoTarget(verb.Name) : Reasons.NoTarget(verb.Name);
        }

        if (verb.Name is "hit" or "push" or "strike" or "push down" && KeysAndPlace(args) is { Keys: { } keys } hit && (hit.Place is null || keys.TrueForAll(key => key is "Enter" or "Escape" or "Tab")))
        {
            foreach (var key in keys)
                Add(new PressArguments(key, (hit.Place ?? TakeLocation()) is { } field ? Resolve(field) : null));
            return null;
        }

        if (verb.Name == "hit" && args.Count == 1 && args.Any(0, "refresh", "reload") && !args[0].IsCapital)
        {
            Add(new RefreshArguments());
            return null;
        }

        args = WithoutContrast(args);
        if (args.Count > 1 && args.Any(0, "onto", "upon", "on", "at", "over", "into", "inside") && !args[0].IsCapital)
            args = args.From(1);
        if (NativeAnswer(args) is { } accept)
        {
            Add(new DialogArguments(accept));
            return null;
        }

        if (args.Any(0, "anywhere", "outside", "elsewhere", "away", "somewhere"))
            return Reasons.Unsupported("Clicking beside everything");
        foreach (var target in Listing.Targets(args, eager: false))
        {
            if (Vagueness(target.Phrase) is { } vague)
                return vague;
            if (UnknownAction(target.Phrase) is { } hidden)
                return hidden;
            var text = Located(target.Text ?? Resolve(target.Phrase));
            Add(new ClickArguments(text, button, count, modifiers), text);
        }

        return null;
    }

    // "Click Cancel, not Save": what is not meant.
    private static Phrase WithoutContrast(Phrase args)
        => args.Find(1, ",", "-", "(") is > 0 and var cut && args.Any(cut + 1, "not") && !args.From(cut).Has("is", "are") ? args.To(cut).Trim() : args;

    // "Save and approve the payment": after "and" stands an action that is not known; it must not become part of a name.
    private static UnresolvedReason? UnknownAction(Phrase target)
    {
        for (var i = 1; i < target.Count - 1; i++)
        {
            if (!target.Any(i, "and", ",", "then", "+"))
                continue;
            var word = target.At(i + 1)!;
            if (word is { IsWord: true, IsCapital: false } && !Nouns.IsDeterminer(word.Norm) && target.At(i + 2) is { } after
                && (Nouns.IsDeterminer(after.Norm) || after.Norm is "it" or "them" || VerbTable.Find(target, i + 1) is { Kind: VerbKind.Business, Form: VerbForm.Base }) && word.Norm is not ("in" or "on" or "at" or "of" or "to" or "under" or "below" or "above" or "next" or "with" or "from" or "for" or "not" or "inside" or "near" or "by" or "then"))
                return Reasons.UnknownVerb(word.Raw, null);
        }

        return null;
    }

    // "in Name and submit": behind a field or an option, a bare verb is another instruction, not part of a name as on a button.
    private static UnresolvedReason? TrailingAction(Phrase target)
    {
        var last = target.Trim();
        var at = last.Count - 1;
        return at >= 1 && last.Any(at - 1, "and", ",", "then", "+") && last[at] is { IsWord: true, IsCapital: false } && VerbTable.Find(last, at) is { Form: VerbForm.Base }
            ? Reasons.UnknownVerb(last[at].Raw, null)
            : UnknownAction(last);
    }

    /// <summary>Cuts what the action is for ("to open the settings").</summary>
    private static Phrase WithoutPurpose(Phrase args)
    {
        for (var i = 1; i < args.Count - 1; i++)
        {
            if (!args.Any(i, "to") || args[i].IsCapital)
                continue;
            var start = args.Is(i - 2, "in", "order") ? i - 2 : i;
            if (start < 1 || args.At(i + 1) is not { IsWord: true, IsCapital: false } verb || !PurposeVerbs.Contains(verb.Norm))
                continue;
            // "the button to save": the purpose is all that tells which one.
            var head = args.To(start).Trim();
            if (head.Count <= 2 && !(args.Any(args.Count - 1, "it", "them") && i == args.Count - 3) && Nouns.KindEndingAt(head, head.Count, out _, out _, out var length) && head.Count - length <= 1 && (head.Count == length || head.Any(0, "the", "a", "an")))
                return args;
            return head;
        }

        return args;
    }

    private bool BrowserButton(Phrase args)
    {
        if (!args.Has("browser", "browser's", "browsers", "browsers'", "browser’s"))
            return false;
        if (args.Has("refresh", "reload"))
            Add(new RefreshArguments());
        else if (args.Has("back"))
            Add(new HistoryArguments(false));
        else if (args.Has("forward"))
            Add(new HistoryArguments(true));
        else
            return false;
        return true;
    }

    private UnresolvedReason? Hover(Phrase args, Verb verb)
    {
        args = WithoutPurpose(args.Trim());
        if (args.Any(0, "over", "on", "above", "onto", "at") && args.Count > 1)
            args = args.From(1);
        if (args.Is(0, "the", "mouse") || args.Is(0, "the", "cursor") || args.Is(0, "the", "pointer"))
            args = args.Find(2, "over", "on", "onto", "to", "above") is > 0 and var on ? args.From(on + 1) : args;
        if (args.IsEmpty)
            return Reasons.NoTarget("hover over");
        if (Vagueness(args) is { } vague)
            return vague;
        var text = Located(Resolve(args));
        Add(new HoverArguments(text), text);
        return null;
    }

    private UnresolvedReason? Move(Phrase args, Verb verb)
    {
        args = args.Trim();
        // "Move over the sign with the mouse"
        if (args.Any(0, "over", "onto") && args.Count > 1)
            return Hover(args.From(1), verb);
        if (args.Any(0, "to", "on", "down", "up", "forward", "back", "focus") || args.Is(0, "the", "focus"))
            return Reasons.Knowledge("move " + args.Raw);
        // "Move the volume slider to 40": a value, not a place.
        if (args.Count > 2 && args.Any(args.Count - 2, "to") && args.Norm(args.Count - 1) is { Length: > 0 } value && char.IsAsciiDigit(value[0]) && Nouns.HeadKind(args.To(args.Count - 2)) is ElementKind.Slider)
        {
            var slider = Resolve(args.To(args.Count - 2));
            Add(new TypeArguments(slider, args[args.Count - 1].Value), slider);
            return null;
        }

        return Drag(args, verb);
    }

    private UnresolvedReason? Drag(Phrase args, Verb verb)
    {
        args = args.Trim();
        if (args.Is(0, "and", "drop"))
            args = args.From(2);
        if (args.IsEmpty)
            return Reasons.NoTarget("drag");
        // "... and drop it in Done", ", then release it on Done".
        for (var i = 1; i < args.Count - 2; i++)
        {
            if (args.Any(i, "and", ",", "then") && args.Find(i, "drop", "release", "place", "put", "let", "drag", "move", "pull", "carry", "slide", "bring") is > 0 and var drop && drop - i <= 2 && !args[drop].IsCapital)
            {
                var rest = args.From(drop + 1);
                if (rest.Is(0, "go", "of"))
                    rest = rest.From(2);
                if (rest.Any(0, "it", "them", "that"))
                    rest = rest.From(rest.Is(1, "go", "of") ? 3 : rest.Any(1, "go") ? 2 : 1);
                return DragParts(args.To(i), rest);
            }
        }

        if (args.Any(0, "from") && args.Find(1, "to", "onto", "into") is > 1 and var target)
            return AddDrag(args.Slice(1, target), args.From(target + 1), DropPosition.Onto);
        for (var i = 1; i < args.Count - 1; i++)
        {
            if (args[i].IsCapital || !args.Any(i, "to", "onto", "into") || args.Any(i - 1, "next", "close"))
                continue;
            return DragParts(args.To(i), args.From(i));
        }

        for (var i = args.Count - 2; i > 0; i--)
        {
            if (!args[i].IsCapital && args.Any(i, "on", "in", "over", "above", "below", "before", "after", "under", "beneath", "behind", "inside", "next", "between", "underneath", "within", "beside"))
                return DragParts(args.To(i), args.From(i));
        }

        return new("no-target", "It is not said where to drag it.", $"Drag {args.Raw} to \"...\"");
    }

    private UnresolvedReason? DragParts(Phrase start, Phrase rest)
    {
        var position = DropPosition.Onto;
        var i = 0;
        while (i < rest.Count - 1)
        {
            if (rest.Is(i, "on", "top", "of"))
                i += 3;
            else if (rest.Is(i, "next", "to") || rest.Any(i, "beside"))
                (position, i) = (DropPosition.After, i + (rest.Any(i, "beside") ? 1 : 2));
            else if (rest.Any(i, "above", "before", "over") && !(rest.Any(i, "over") && i == 0))
                (position, i) = (DropPosition.Before, i + 1);
            else if (rest.Any(i, "below", "after", "under", "beneath", "behind", "underneath"))
                (position, i) = (DropPosition.After, i + 1);
            else if (!rest[i].IsCapital && !(i > 0 && rest.Any(i, "on", "in") && rest.Any(i - 1, "to", "onto", "into") && i == rest.Count - 2) && rest.Any(i, "to", "onto", "into", "on", "in", "over", "inside", "within") || (i > 0 && rest.Is(i, "the", "position") || rest.Is(i, "just") || rest.Is(i, "right", "above") || rest.Is(i, "right", "below") || rest.Is(i, "directly")))
                i += rest.Is(i, "the", "position") ? 2 : 1;
            else
                break;
        }

        return AddDrag(start, rest.From(i), position);
    }

    private UnresolvedReason? AddDrag(Phrase start, Phrase end, DropPosition position)
    {
        (start, end) = (start.Trim(), WithoutPurpose(end.Trim()));
        if (end.IsEmpty || start.IsEmpty || end.Any(0, "and"))
            return new("no-target", "It is not said what to drag, or where to.", "Drag \"...\" to \"...\"");
        if (Vagueness(start) is { } vague)
            return vague;
        if (Vagueness(end) is { } vagueEnd)
            return vagueEnd;
        var direction = end.Any(0, "the") ? 1 : 0;
        if (end.Any(direction, "left", "right", "up", "down", "upwards", "downwards") && end.Count <= direction + 1 || end.Has("px", "pixels") || start.Has("px", "pixels"))
            return Reasons.Unsupported("Dragging by a distance or in a direction");
        if (FileNames(start) is { Count: > 0 } && start.OnlyLiteral is { Kind: TokenKind.File } or { Kind: TokenKind.Quoted } && Tokenizer.IsFile(start.OnlyLiteral.Value) && Nouns.HeadKind(end) is not (ElementKind.TreeItem or ElementKind.Row or ElementKind.Column or ElementKind.Card or ElementKind.ListItem or ElementKind.Tab or ElementKind.Cell) && !end.Has("folder", "directory"))
            return UploadParts(start, end);
        // "X from the pool": where it lies now.
        var from = start.Find(1, "from");
        var startText = from > 0 && from < start.Count - 1 ? $"{Resolve(start.To(from))} in the {start.From(from + 1).Target}" : Resolve(start);
        Add(new DragArguments(startText, Resolve(end), position), Resolve(end));
        return null;
    }

    private UnresolvedReason? Scroll(Phrase args)
    {
        args = args.Trim();
        var until = args.Find(0, "until", "till");
        if (until >= 0)
            return ScrollUntil(args.To(until), args.From(until + 1).Trim());
        if (args.Find(1, "into") is > 0 and var into && args.Any(into + 1, "view", "sight") || args.Find(1, "in") is > 0 and var inView && args.Any(inView + 1, "view", "sight") && (into = inView) > 0)
            return ScrollTo(args.To(into));
        var i = 0;
        ScrollDirection? direction = null;
        var far = false;
        while (i < args.Count)
        {
            if (args.Is(i, "all", "the", "way") || args.Is(i, "the", "whole", "way"))
                (far, i) = (true, i + 3);
            else if (args.Any(i, "back", "further", "a", "bit", "little", "slightly", "vertically", "horizontally", "more", "again", "through"))
                i++;
            else if (direction is null && Direction(args, i) is { } found && !args.Is(i, "right", "to"))
                (direction, i) = (found, i + 1);
            else
                break;
        }

        var rest = args.From(i).Trim();
        if (rest.Any(0, "to", "towards", "toward", "onto", "until") || rest.Any(0, "down", "up") && rest.Is(1, "to"))
        {
            var goal = rest.From(rest.Any(0, "to", "towards", "toward", "onto", "until") ? 1 : 2).Trim();
            if (Edge(goal, out var edgeOf) is { } edge)
                return AddScroll(edgeOf, edge);
            return ScrollTo(goal, direction);
        }

        if (direction is not null)
        {
            if (far)
                direction = direction switch { ScrollDirection.Down => ScrollDirection.Bottom, ScrollDirection.Up => ScrollDirection.Top, var other => other };
            if (rest.Find(0, "by") is >= 0 and var by)
                rest = rest.To(by);
            if (rest.Count > 0 && (rest[0].IsNumber || rest.Any(0, "one", "half", "two")) && rest.Has("px", "pixels", "page", "screen", "pages", "screens", "pixel", "times"))
                rest = rest.Find(0, "in", "on", "inside", "within") is > 0 and var place ? rest.From(place) : rest.To(0);
            if (rest.Any(0, "in", "on", "inside", "within", "through"))
                rest = rest.From(1);
            return AddScroll(rest, direction);
        }

        // "Scroll the event list down", "Scroll the table to the right", "Scroll the list to the bottom".
        var n = args.Count;
        if (n > 1 && Direction(args, n - 1) is { } last)
        {
            var subject = args.To(n - 1).Trim();
            if (subject.Count > 2 && subject.Is(subject.Count - 2, "to", "the"))
                subject = subject.To(subject.Count - 2);
            while (subject.Count > 1 && subject.Any(subject.Count - 1, "horizontally", "vertically", "sideways", "further", "slightly", "back", "content", "contents"))
                subject = subject.To(subject.Count - 1);
            if (subject.Count > 3 && subject.Is(subject.Count - 3, "all", "the", "way"))
                return AddScroll(subject.To(subject.Count - 3), last is ScrollDirection.Down ? ScrollDirection.Bottom : last is ScrollDirection.Up ? ScrollDirection.Top : last);
            return AddScroll(subject, last);
        }

        if (args.Find(1, "to") is > 0 and var to)
        {
            if (Edge(args.From(to + 1).Trim(), out var of) is { } end)
                return AddScroll(of.IsEmpty ? args.To(to) : of, end);
            return ScrollTo(args.From(to + 1));
        }

        return args.IsEmpty || IsPageWord(args) ? new("no-target", "It is not said where to scroll.", "Scroll down") : new("no-target", "It is not said which way to scroll.", $"Scroll {args.Raw} down");
    }

    private UnresolvedReason? ScrollUntil(Phrase before, Phrase condition)
    {
        var verb = Sentences.Predicates.Find(condition);
        if (condition.IsEmpty || condition.Count == 1 && Direction(condition, 0) is not null || condition.Has("page", "screen", "window") && condition.Has("ends", "stops"))
            return new("no-target", "It is not said how far to scroll.", "Scroll down, or Scroll until \"...\" is visible");
        if (verb > 0 && condition.Any(verb, "can", "should") && condition.Any(verb + 1, "be") && condition.Any(verb + 2, "seen", "viewed", "found", "read", "spotted", "made"))
            return ScrollTo(condition.To(verb), Direction(before));
        // "until the end of the list is reached"
        if (verb > 0 && condition.Any(verb + 1, "reached") && Edge(condition.To(verb).Trim(), out var edged) is { } limit)
            return AddScroll(edged, limit);
        // "until X is visible / appears / comes into view": bring X into view.
        if (verb > 0 && (condition.Any(verb, "appears", "appear", "shows", "comes", "becomes") || condition.Any(verb + 1, "visible", "displayed", "shown", "in", "reached", "seen", "found")))
            return ScrollTo(condition.To(verb), Direction(before));
        if (condition.Count > 2 && condition.Any(0, "you", "i", "we", "the") && condition.Find(1, "see", "reach", "find", "sees", "reaches", "finds") is > 0 and var see)
        {
            if (Edge(condition.From(see + 1).Trim(), out var of) is { } edge)
                return AddScroll(of, edge);
            return ScrollTo(condition.From(see + 1), Direction(before));
        }

        if (verb < 0)
            return ScrollTo(condition, Direction(before));
        Add(new ScrollArguments(null, Direction(before) ?? ScrollDirection.Down, condition.Mended));
        return null;
    }

    // The way that is said, if one is: "down the page", "further up".
    private static ScrollDirection? Direction(Phrase before) => Enumerable.Range(0, Math.Min(before.Count, 3)).Select(i => Direction(before, i)).FirstOrDefault(found => found is not null);

    private UnresolvedReason? ScrollTo(Phrase goal, ScrollDirection? direction = null)
    {
        goal = WithoutPurpose(goal.Trim());
        if (Vagueness(goal) is { } vague)
            return vague;
        var text = Located(Resolve(goal));
        Add(new ScrollArguments(text, direction) { IntoView = direction is not null }, text);
        return null;
    }

    private UnresolvedReason? AddScroll(Phrase target, ScrollDirection? direction)
    {
        target = target.Trim();
        var wholePage = target.IsEmpty || IsPageWord(target);
        if (target.IsEmpty && TakeLocation() is { } location && !IsPageWord(location))
            (target, wholePage) = (location, false);
        Add(new ScrollArguments(wholePage ? null : Resolve(target), direction));
        return null;
    }

    private static ScrollDirection? Direction(Phrase phrase, int i) => phrase.Norm(i) switch
    {
        "down" or "downwards" or "downward" => ScrollDirection.Down,
        "up" or "upwards" or "upward" => ScrollDirection.Up,
        "left" or "leftwards" => ScrollDirection.Left,
        "right" or "rightwards" => ScrollDirection.Right,
        _ => null,
    };

    private static ScrollDirection? Edge(Phrase goal, out Phrase of)
    {
        of = goal.To(0);
        var i = 0;
        while (goal.Any(i, "the", "very", "absolute"))
            i++;
        ScrollDirection? edge = goal.Norm(i) switch
        {
            "bottom" or "end" => ScrollDirection.Bottom,
            "top" or "beginning" or "start" => ScrollDirection.Top,
            "left" or "leftmost" => ScrollDirection.Left,
            "right" or "rightmost" => ScrollDirection.Right,
            _ => null,
        };
        if (edge is null)
            return null;
        i++;
        if (goal.Any(i, "edge", "side", "end"))
            i++;
        if (i == goal.Count)
            return edge;
        if (!goal.Any(i, "of", "in", "on"))
            return null;
        of = goal.From(i + 1);
        return edge;
    }

    // A finger moves the content with it: swiping up scrolls down.
    private UnresolvedReason? Swipe(Phrase args)
    {
        args = args.Trim();
        var at = -1;
        for (var i = 0; i < args.Count && at < 0; i++)
            at = Direction(args, i) is not null ? i : -1;
        if (at < 0)
            return Reasons.Unsupported("A swipe without a direction");
        var direction = Direction(args, at) switch { ScrollDirection.Up => ScrollDirection.Down, ScrollDirection.Down => ScrollDirection.Up, ScrollDirection.Left => ScrollDirection.Right, _ => ScrollDirection.Left };
        var rest = at == 0 ? args.From(1) : args.To(at);
        if (rest.Any(0, "on", "in", "through", "across", "over"))
            rest = rest.From(1);
        return AddScroll(rest, direction);
    }

    private static bool IsPageWord(Phrase phrase)
    {
        phrase = phrase.Trim();
        while (phrase.Count > 1 && phrase.Any(0, "the", "this", "current", "whole", "entire", "web", "browser", "browser's", "your"))
            phrase = phrase.From(1);
        return phrase.Count == 1 && phrase.Any(0, "page", "webpage", "screen", "window", "browser", "site", "website", "tab", "app", "application", "view", "document") || phrase.Is(0, "page", "down") && false;
    }
}

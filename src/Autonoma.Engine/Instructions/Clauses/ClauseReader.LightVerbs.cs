using Autonoma.Engine.Commands;
using Autonoma.Engine.Instructions.Words;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Instructions.Clauses;

/// <content>Actions that are said with a noun ("give Save a click", "do a search for x") or with a particle apart ("fill the form in with").</content>
internal sealed partial class ClauseReader
{
    private static readonly Dictionary<string, (VerbKind Kind, string Name)> ActionNouns = new(StringComparer.Ordinal)
    {
        ["click"] = (VerbKind.Click, "click"), ["mouse click"] = (VerbKind.Click, "click"), ["left click"] = (VerbKind.Click, "click"), ["left-click"] = (VerbKind.Click, "click"), ["single click"] = (VerbKind.Click, "click"), ["tap"] = (VerbKind.Click, "click"), ["hit"] = (VerbKind.Click, "hit"), ["push"] = (VerbKind.Click, "push"),
        ["double click"] = (VerbKind.DoubleClick, "double-click"), ["double-click"] = (VerbKind.DoubleClick, "double-click"), ["doubleclick"] = (VerbKind.DoubleClick, "double-click"), ["double tap"] = (VerbKind.DoubleClick, "double-tap"), ["double-tap"] = (VerbKind.DoubleClick, "double-tap"),
        ["right click"] = (VerbKind.RightClick, "right-click"), ["right-click"] = (VerbKind.RightClick, "right-click"), ["middle click"] = (VerbKind.MiddleClick, "middle-click"), ["long press"] = (VerbKind.LongPress, "long-press"),
        ["press"] = (VerbKind.Press, "press"), ["hover"] = (VerbKind.Hover, "hover"), ["mouse-over"] = (VerbKind.Hover, "hover"), ["mouseover"] = (VerbKind.Hover, "hover"), ["scroll"] = (VerbKind.Scroll, "scroll"), ["swipe"] = (VerbKind.Swipe, "swipe"),
        ["refresh"] = (VerbKind.Refresh, "refresh"), ["reload"] = (VerbKind.Refresh, "reload"), ["page refresh"] = (VerbKind.Refresh, "refresh"), ["page reload"] = (VerbKind.Refresh, "reload"), ["selection"] = (VerbKind.Select, "select"), ["choice"] = (VerbKind.Select, "choose"), ["pick"] = (VerbKind.Select, "pick"),
        ["search"] = (VerbKind.Search, "search for"), ["drag"] = (VerbKind.Drag, "drag"), ["drag and drop"] = (VerbKind.Drag, "drag"), ["drag-and-drop"] = (VerbKind.Drag, "drag"), ["upload"] = (VerbKind.Upload, "upload"), ["entry"] = (VerbKind.Enter, "enter"), ["input"] = (VerbKind.Enter, "enter"), ["pause"] = (VerbKind.Wait, "wait"), ["wait"] = (VerbKind.Wait, "wait"),
        ["tick"] = (VerbKind.Check, "tick"), ["check"] = (VerbKind.CheckOrAssert, "check"), ["assertion"] = (VerbKind.Assert, "verify"), ["verification"] = (VerbKind.Assert, "verify"), ["look"] = (VerbKind.Assert, "verify"),
    };

    private static readonly string[] LightVerbs = ["do", "does", "doing", "make", "makes", "making", "perform", "performs", "performing", "execute", "executes", "executing", "carry", "carries", "carrying", "give", "gives", "giving", "have", "has", "having", "take", "takes", "issue"];

    /// <summary>Reads an action said with a noun; null when the phrase is none.</summary>
    private Outcome? LightVerb(Phrase clause)
    {
        if (!clause.Any(0, LightVerbs))
            return null;
        var start = clause.Any(1, "out") && clause.Any(0, "carry", "carries", "carrying") ? 2 : 1;
        if (start == 1 && clause.Any(0, "carry", "carries", "carrying"))
            return null;
        if (ActionNoun(clause, start, out var length, out var count) is { } noun)
            return Acted(clause.From(start + length), noun, count);
        if (!clause.Any(0, "give", "gives", "giving"))
            return null;
        // "give the crate two clicks": what is acted on stands between.
        var (body, times) = Fillers.Repetitions(Fillers.StripBack(clause));
        for (var i = start + 1; i < body.Count - 1; i++)
        {
            if (!body[i].IsCapital && ActionNoun(body, i, out var width, out count) is { } action && i + width == body.Count && action.Kind is not (VerbKind.Select or VerbKind.CheckOrAssert or VerbKind.Assert or VerbKind.Wait or VerbKind.Enter or VerbKind.Search or VerbKind.Upload or VerbKind.Drag))
                return Acted(body.Slice(start, i), action, Math.Max(count, times), given: true);
        }

        return null;
    }

    private Outcome? Acted(Phrase args, (VerbKind Kind, string Name) noun, int count, bool given = false)
    {
        args = args.Trim();
        // "a click on Lend and a click on OK"
        for (var i = 1; i < args.Count - 1; i++)
        {
            if (args.Any(i, "and", ",", "then") && args.Any(i + 1, "a", "an", "another", "one") && ActionNoun(args, i + 1, out var width, out var again) is { } next)
                return Acted(args.To(i), noun, count) is { Reason: null } ? Acted(args.From(i + 1 + width), next, again) ?? new(Reasons.NoTarget(next.Name)) : new(Reasons.NoTarget(noun.Name));
        }

        var claims = noun.Kind is VerbKind.CheckOrAssert or VerbKind.Assert;
        // "have a look at whether the list is empty"
        if (claims && args.Any(0, "at") && args.Any(1, "whether", "if"))
            args = args.From(1);
        if (claims && !args.Any(0, "that", "whether", "if"))
            return null;
        if (noun.Kind == VerbKind.Check && !given && !args.Any(0, "in", "on", "at", "for", "next", "beside"))
            return null;
        var drop = noun.Kind switch
        {
            VerbKind.Scroll or VerbKind.Swipe or VerbKind.Assert or VerbKind.CheckOrAssert => false,
            VerbKind.Check => args.Any(0, "in", "on", "at", "for"),
            VerbKind.Wait => args.Any(0, "of"),
            VerbKind.Click or VerbKind.DoubleClick or VerbKind.RightClick or VerbKind.MiddleClick or VerbKind.LongPress => args.Any(0, "on", "upon", "at", "of", "in", "to", "onto", "over", "into", "inside"),
            _ => args.Any(0, "of", "for", "on", "over", "with", "to", "at"),
        };
        if (drop)
            args = args.From(1);
        if (args.IsEmpty && noun.Kind is not (VerbKind.Refresh or VerbKind.Scroll))
            return null;
        if (count is < 1 or > 50)
            return new(Reasons.Unsupported("So many repetitions"));
        for (var i = 0; i < count; i++)
        {
            if (Instruction(args, new(noun.Kind, VerbForm.Base, noun.Name, 0, false)) is { } failed)
                return new(failed);
        }

        return new(null);
    }

    // "a quick double click", "another tap", "two clicks".
    private static (VerbKind Kind, string Name)? ActionNoun(Phrase phrase, int at, out int length, out int count)
    {
        var i = at;
        count = 1;
        length = 0;
        if (phrase.Any(i, "a", "an", "the", "another", "one"))
            i++;
        else if (phrase.At(i) is { IsWord: true } && NumberWords.TryCardinal(phrase.Norm(i), out var number) && number > 1)
            (count, i) = (number, i + 1);
        while (phrase.Any(i, "quick", "single", "short", "simple", "brief", "gentle", "quick,", "good", "normal", "mouse", "left") && !ActionNouns.ContainsKey(Nouns.Join(phrase, i, Math.Min(2, phrase.Count - i))))
            i++;
        for (var width = Math.Min(3, phrase.Count - i); width > 0; width--)
        {
            var word = Nouns.Join(phrase, i, width);
            if (count > 1 && word.EndsWith('s'))
                word = word.EndsWith("es", StringComparison.Ordinal) && ActionNouns.ContainsKey(word[..^2]) ? word[..^2] : word[..^1];
            if (!phrase[i].IsCapital && ActionNouns.TryGetValue(word, out var noun))
            {
                length = i + width - at;
                return noun;
            }
        }

        return null;
    }

    // "Delete the row with its bin icon", "Save the form with the Save button", "Archive the note using the box icon": what is done is to click it.
    // "Delete the row with the star icon" may say which row it is: only a tool of its own, or one that is called like the verb, is a means.
    private Outcome? ByTool(Phrase args, Verb verb)
    {
        if (verb.Kind is not (VerbKind.Business or VerbKind.Remove or VerbKind.Store or VerbKind.Submit or VerbKind.Close or VerbKind.Confirm or VerbKind.Accept or VerbKind.Dismiss or VerbKind.Leave or VerbKind.Go) || verb.Kind == VerbKind.Store && (verb.Name != "save" || Variable(args) is not null))
            return null;
        for (var with = args.Count - 2; with > 0; with--)
        {
            if (args[with].IsLiteral || args[with].IsCapital || !args.Any(with, "with", "using", "via", "through"))
                continue;
            var thing = args.To(with).Trim();
            var tool = Fillers.StripBack(args.From(with + 1).Trim());
            var own = tool.Any(0, "its", "their");
            var name = own || tool.Any(0, "the") ? tool.From(1) : tool;
            if (!thing.IsEmpty && !own && IsBareTool(thing, name, verb) && args.Any(with, "with", "via", "using", "through"))
            {
                Understood = true;
                var pressed = Key(name);
                Add(pressed is null ? new ClickArguments(name.Target) : new PressArguments(pressed), pressed is null ? name.Target : null);
                return new(null);
            }

            if (thing.IsEmpty || name.IsEmpty || name.Has(",", "and", "or", "in", "of", "on", "from") || Nouns.NeverConcreteWord(thing) is not null || Nouns.Vagueness(thing) is not null && !thing.Any(0, "it"))
                return null;
            // "confirm it with 'Confirm order'": a quoted name that begins like the verb is the control.
            var quoted = name.OnlyLiteral is { Kind: TokenKind.Quoted } label && TextFold.Fold(label.Value).Split(' ')[0] == TextFold.Fold(verb.Name);
            if (!quoted && !(own && IsIconWord(name)) && Nouns.HeadKind(name) is not (ElementKind.Button or ElementKind.Icon or ElementKind.Link or ElementKind.MenuItem))
                return null;
            var first = name.Count > 1 && KindWords.TryKind(name.Norm(0), out _) ? name[1] : name[0];
            var called = quoted || name.Count > 1 && TextFold.Fold(first.Value).Split(' ')[0] == TextFold.Fold(verb.Name);
            if (!own && !called && !args.Any(with, "using", "via", "through"))
                return null;
            if (thing.Has(",", "and", "or", "then", "all", "every", "each", "to", "into"))
                return null;
            Understood = true;
            var what = Resolve(thing);
            var target = own || HasNamed(thing) ? $"{name.Target} of {(thing[0].IsLiteral ? "" : "the ")}{what}" : name.Target;
            Add(new ClickArguments(target), what);
            return new(null);
        }

        return null;
    }

    /// <summary>Joins a verb with its particle further back: "write the number down as", "clear the box out", "type "x" in".</summary>
    private static (Phrase Head, Phrase Tail, Verb Verb)? Particle(Phrase args, Verb verb)
    {
        if (verb.Length != 1 || verb.Kind is VerbKind.Click or VerbKind.Press or VerbKind.Hover or VerbKind.DoubleClick or VerbKind.RightClick or VerbKind.Turn or VerbKind.Switch)
            return null;
        for (var i = 1; i < args.Count; i++)
        {
            if (args[i].IsCapital || !args.Any(i, "in", "out", "up", "down", "off", "over", "open", "shut", "away") || VerbTable.WithParticle(verb, args.Norm(i)) is not { } joined)
                continue;
            var last = i == args.Count - 1;
            // "Fold Orders out", "fold the panel open": nothing else could be meant.
            if (last && joined.Kind == VerbKind.Expand)
                return (args.To(i), args.From(i + 1), joined);
            if (!last && !args.Any(i + 1, "with", "as", "from", "in", "into", "to", "on", "for", "by", "under"))
                continue;
            // "from Log in", "the Sign up tab": a particle behind a capitalised word alone belongs to the name.
            if (args[i - 1].IsCapital && !args[i - 1].IsLiteral && (i == 1 || !Nouns.IsDeterminer(args.Norm(0))))
                continue;
            if (last && !args[i - 1].IsLiteral && !Nouns.KindEndingAt(args, i, out _, out _, out _) && !Nouns.IsDeterminer(args.Norm(0)) && joined.Kind != VerbKind.Enter)
                continue;
            if (args.Any(i, "in") && args.Any(i + 1, "to") || args.Any(i, "out") && args.Any(i + 1, "of"))
                continue;
            return (args.To(i), args.From(i + 1), joined);
        }

        return null;
    }
}

using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Instructions.Sentences;
using Autonoma.Engine.Instructions.Words;
using Autonoma.Engine.Language;
using IconConcepts = Autonoma.Engine.Grounding.Wording.IconConcepts;

namespace Autonoma.Engine.Instructions.Clauses;

/// <content>What is done, told beside an aim that any verb may name: "hand it over with a click on Lend", "leave the window via its Abort button".</content>
internal sealed partial class ClauseReader
{
    // "with a click on", "by a double click on", "via the press of": an action said with a noun, as the means to something.
    private static bool IsActionMeans(Phrase phrase, int at)
    {
        if (!phrase.Any(at, "with", "by", "via", "through", "using") || phrase[at].IsCapital && at > 0)
            return false;
        return ActionNoun(phrase, at + 1, out var length, out _) is { Kind: VerbKind.Click or VerbKind.DoubleClick or VerbKind.RightClick or VerbKind.MiddleClick or VerbKind.Press or VerbKind.Hover }
            && (at + 1 + length == phrase.Count || phrase.Any(at + 1 + length, "on", "upon", "at", "of", "over", "onto"));
    }

    // "With a click on Lend, hand the book over": done first; what follows is only what it is for.
    private Outcome? FrontedAction(Phrase clause)
    {
        var at = clause.Is(0, "by", "means", "of") || clause.Is(0, "by", "way", "of") ? 2 : 0;
        if (at == 2)
            clause = Tokenizer.Cut("by " + clause.From(3).Raw);
        if (!IsActionMeans(clause, 0) || ActionNoun(clause, 1, out var length, out var count) is not { } noun)
            return null;
        var place = clause.From(1 + length);
        if (place.Count < 2)
            return null;
        var cut = -1;
        for (var i = 2; i < place.Count && cut < 0; i++)
        {
            if (place.Any(i, ",") || VerbTable.Find(place, i) is { Form: VerbForm.Base } && !place[i].IsCapital && !Nouns.IsDeterminer(place.Norm(i - 1)) && place.At(i + 1) is { } of && (Nouns.IsDeterminer(of.Norm) || of.Norm is "it" or "them"))
                cut = i;
        }

        var aim = (cut > 0 ? place.From(cut) : NextClause)?.Trim() ?? clause.To(0);
        if (aim.IsEmpty || Skippable(aim) is not { } skip)
            return new(Reasons.Knowledge(clause.Raw, "Write the actions as separate steps"));
        if (Acted(cut > 0 ? place.To(cut) : place, noun, count) is not { Reason: null })
            return new(Reasons.NoTarget(noun.Name));
        if (cut > 0)
            return new(skip ? null : Read(aim));
        _skipNext = skip;
        return new(null);
    }

    /// <summary>Whether a clause only names an aim, so that nothing is lost without it; null when it holds data or an action of its own.</summary>
    private static bool? Skippable(Phrase aim)
    {
        aim = Fillers.StripFront(aim);
        var verb = VerbTable.Find(aim, 0);
        switch (verb?.Kind)
        {
            case VerbKind.Assert or VerbKind.MakeSure or VerbKind.Expect or VerbKind.See or VerbKind.Wait or VerbKind.Confirm or VerbKind.CheckOrAssert:
                return false;
            case null or VerbKind.Business or VerbKind.Open or VerbKind.Close or VerbKind.Expand or VerbKind.Go or VerbKind.Submit or VerbKind.Remove or VerbKind.Store or VerbKind.Leave or VerbKind.Switch or VerbKind.Turn or VerbKind.Toggle or VerbKind.Clear or VerbKind.Accept or VerbKind.Dismiss or VerbKind.Refresh or VerbKind.Search or VerbKind.Give or VerbKind.Use or VerbKind.Answer or VerbKind.Visit:
                if (verb is null && Predicates.IsStatement(aim))
                    return false;
                return Enumerable.Range(0, aim.Count).Any(i => aim[i].IsLiteral) || verb is null && (aim.Count < 2 || !aim[0].IsWord || Nouns.IsDeterminer(aim.Norm(0))) ? null : true;
            default:
                return null;
        }
    }

    /// <summary>Reads a clause whose own verb says nothing about the screen, but which tells what to do: by doing, with a click, via its button.</summary>
    private Outcome? AimWithMeans(Phrase clause)
    {
        if (clause.Count < 4 || !clause[0].IsWord || clause[0].IsLiteral || Nouns.IsDeterminer(clause.Norm(0)) || Nouns.Relations.Contains(clause.Norm(0)) || KindWords.TryKind(clause.Norm(0), out _) && clause[0].IsCapital && clause[1].IsCapital)
            return null;
        // An aim has an object: "Name the beer by ...". Without one the word may as well be the name of something.
        if (clause.At(1) is not { } of || !(Nouns.IsDeterminer(of.Norm) || of.IsLiteral || of.IsCapital || of.Norm is "it" or "them" || clause.Any(1, "back", "up", "down", "out", "in", "off", "away", "over")))
            return null;
        var dummy = new Verb(VerbKind.Business, VerbForm.Base, clause.Norm(0), 1, false);
        var at = MeansAt(clause);
        if (at > 1)
        {
            if (Predicates.Find(clause.To(at)) > 0)
                return null;
            // "Rank "Price" first by dragging it up": what it becomes is no part of its name.
            var aim = clause.Slice(1, at).Trim();
            return new(Means(aim.At(0) is { Kind: TokenKind.Quoted } && aim.Count == 2 && aim[1].IsWord && !KindWords.TryKind(aim.Norm(1), out _) ? aim.To(1) : aim, clause.From(at), dummy));
        }

        return Predicates.Find(clause) > 0 ? null : ByTool(clause.From(1), dummy);
    }

    private UnresolvedReason? Means(Phrase main, Phrase means, Verb verb)
    {
        if (VerbTable.Find(means, 1) is { Form: VerbForm.Gerund } doing && means.Any(0, "by"))
        {
            // A word that is given must not get lost: "Name it "Fog" by clicking Rename".
            var given = Enumerable.Range(0, main.Count).Where(i => main[i].IsLiteral).Select(i => main[i].Value).ToList();
            if (given.Count > 0 && !means.Has("it", "its", "them", "their") && !given.TrueForAll(value => means.Raw.Contains(value, StringComparison.Ordinal)))
                return Reasons.Knowledge($"{main.Raw} {means.Raw}", "Write the actions as separate steps");
            return ByMeans(main, means.From(1), verb, doing);
        }

        return ActionMeans(main, means, verb) is { } read ? read.Reason : Reasons.Knowledge(main.Raw);
    }

    // "Open the file with a double click", "Submit the form with a click on Send".
    private Outcome? ActionMeans(Phrase args, Verb verb)
    {
        for (var i = 1; i < args.Count - 1; i++)
        {
            if (IsActionMeans(args, i) && !args.From(i).Has("mouse", "keyboard"))
                return ActionMeans(args.To(i).Trim(), args.From(i), verb);
        }

        return null;
    }

    private Outcome? ActionMeans(Phrase main, Phrase means, Verb verb)
    {
        if (ActionNoun(means, 1, out var length, out var count) is not { } noun || main.IsEmpty)
            return null;
        var place = means.From(1 + length);
        // The means must not swallow what is to be typed, set or uploaded.
        if (verb.Kind is VerbKind.Enter or VerbKind.Fill or VerbKind.Set or VerbKind.Append or VerbKind.Replace or VerbKind.Paste or VerbKind.Upload or VerbKind.Drag or VerbKind.Move or VerbKind.Search || main.Has("and", ",", "then"))
            return new(Reasons.Knowledge($"{verb.Name} {main.Raw} {means.Raw}", "Write the actions as separate steps"));
        if (!place.IsEmpty)
        {
            LastTarget = main.Any(0, "it", "them") ? LastTarget : main.Target;
            return Acted(place, noun, count);
        }

        // A right click opens a menu: it does not hit the menu.
        return noun.Kind is VerbKind.DoubleClick or VerbKind.Click && verb.Kind is VerbKind.Open or VerbKind.Select or VerbKind.Business or VerbKind.Expand or VerbKind.Check or VerbKind.Uncheck or VerbKind.Toggle ? Acted(main, noun, count) : new(Reasons.Knowledge($"{verb.Name} {main.Raw} {means.Raw}"));
    }

    // "Reach the footer by scrolling", "Move down to the end by scrolling": the way is said with the aim.
    private UnresolvedReason? ByScrolling(Phrase main, Phrase args, Verb scroll)
    {
        if (main.Count > 2 && main.Any(main.Count - 1, "view", "sight") && main.Any(main.Count - 2, "into", "in"))
            main = main.To(main.Count - 2);
        else if (main.Count > 1 && main.Any(main.Count - 1, "visible") && !main[main.Count - 1].IsCapital)
            main = main.To(main.Count - 1);
        if (main.IsEmpty)
            return Reasons.NoTarget("scroll to");
        var toward = main.Any(0, "to", "towards", "toward", "onto") || Direction(main, 0) is not null || main.Any(0, "all", "back", "further");
        return Instruction(Tokenizer.Cut($"{(args.Count == 1 && Direction(main, 0) is null ? args.Raw : "")} {(toward ? "" : "to ")}{main.Raw}".Trim()), scroll with { Length = 0, Form = VerbForm.Base });
    }

    // The tool may be a name alone where it can be nothing but a tool: "confirm it with Yes", "leave the window with Abort". A noun could be described by it ("delete the row with Anna").
    private static bool IsBareTool(Phrase thing, Phrase name, Verb verb)
    {
        var head = name.To(Nouns.HeadEnd(name));
        var bare = head.OnlyLiteral is { Kind: TokenKind.Quoted } || head.Count is > 0 and <= 4 && head[0].IsCapital && Enumerable.Range(0, head.Count).All(i => head[i] is { IsWord: true, IsLiteral: false });
        var pronoun = thing.Any(0, "it", "them") && (thing.Count == 1 || thing.Count == 2 && thing.Any(1, "back", "up", "off", "out", "away", "down", "over", "in"));
        return bare && (pronoun || verb.Kind == VerbKind.Leave && Nouns.HeadKind(thing) is ElementKind.Dialog or ElementKind.Page or ElementKind.Section && !Nouns.IsSpecific(thing));
    }

    // "its red cross", "its padlock": the word for what an icon shows.
    private static bool IsIconWord(Phrase name) => name.Count is > 0 and <= 3 && name[name.Count - 1] is { IsWord: true, IsCapital: false } last && IconConcepts.OfWords(last.Norm).Count > 0 && VerbTable.Find(name, name.Count - 1) is null or { Form: not VerbForm.Base };

    /// <summary>Whether "via the Lend button" stands in front, so that it says what to click; it is used up then.</summary>
    private Outcome? FrontedTool(Phrase clause)
    {
        if (_location is not { } tool || !tool.Any(0, "with", "using", "via", "through") || Nouns.HeadKind(tool.From(1)) is not (ElementKind.Button or ElementKind.Icon or ElementKind.Link or ElementKind.MenuItem) || Skippable(clause) is not true)
            return null;
        _location = null;
        var name = tool.From(1);
        return new(AddClick(name.Any(0, "its", "their") ? name.From(1) : name));
    }

    // "After a click on Save, "Saved" is shown": done, and what follows counts as it stands.
    private Outcome? AfterAction(Phrase clause)
    {
        if (!clause.Any(0, "after", "upon", "on", "at", "following") || clause[0].IsCapital && clause.Start > 0 || !clause.Any(1, "a", "an", "one", "another", "the") || ActionNoun(clause, 1, out var length, out var count) is not { Kind: VerbKind.Click or VerbKind.DoubleClick or VerbKind.RightClick or VerbKind.Hover } noun || !clause.Any(1 + length, "on", "upon", "over"))
            return null;
        var place = clause.From(1 + length);
        var cut = place.Find(2, ",") is > 1 and var comma ? comma : ClaimBehind(place, 1);
        if (cut < 0 && (!HasMore || Predicates.Find(place) > 0))
            return null;
        return Acted(cut > 0 ? place.To(cut) : place, noun, count) is not { Reason: null } ? new(Reasons.NoTarget(noun.Name)) : new(cut > 0 ? Read(place.From(cut)) : null);
    }

    // "One click on Next", "Then comes a click on Send": the action is named, and nothing is said of it.
    private Outcome? NamedAction(Phrase clause)
    {
        while (clause.Count > 3 && clause.Any(0, "just", "only", "comes", "follows"))
            clause = clause.From(1);
        return clause.Any(0, "a", "an", "one", "another", "two", "three") && ActionNoun(clause, 0, out var length, out var count) is { Kind: VerbKind.Click or VerbKind.DoubleClick or VerbKind.RightClick } noun && clause.Any(length, "on", "upon") && clause.Count > length + 1 && Predicates.Find(clause) < 0
            ? Acted(clause.From(length), noun, count)
            : null;
    }
}

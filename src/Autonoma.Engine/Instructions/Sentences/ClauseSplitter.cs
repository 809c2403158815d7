using Autonoma.Engine.Instructions.Clauses;
using Autonoma.Engine.Instructions.Words;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Instructions.Sentences;

/// <summary>
/// Cuts a sentence into clauses. A comma or "and" is a cut only where an instruction or a claim begins behind it, so that names ("Save and
/// continue"), lists of values and compound claims stay whole.
/// </summary>
internal static class ClauseSplitter
{
    // Verbs that are also everyday words of labels and claims ("Save and close", "is visible and open"): behind "and" they need an object.
    private static readonly HashSet<VerbKind> Weak = [VerbKind.Open, VerbKind.Close, VerbKind.Set, VerbKind.Clear, VerbKind.Search, VerbKind.Store, VerbKind.Read, VerbKind.Mark, VerbKind.Move, VerbKind.Drop, VerbKind.Leave, VerbKind.Use, VerbKind.Give, VerbKind.Turn, VerbKind.Switch, VerbKind.Expand, VerbKind.Fill, VerbKind.Place, VerbKind.Accept, VerbKind.Dismiss, VerbKind.Confirm, VerbKind.Answer, VerbKind.Submit, VerbKind.Remove, VerbKind.Hold, VerbKind.Visit, VerbKind.Go, VerbKind.Append, VerbKind.Replace, VerbKind.Check, VerbKind.CheckOrAssert, VerbKind.See, VerbKind.Expect, VerbKind.Toggle, VerbKind.Upload, VerbKind.Paste, VerbKind.Business];

    /// <summary>The clauses in order.</summary>
    public static List<Phrase> Split(Phrase sentence)
    {
        var clauses = new List<Phrase>();
        var start = 0;
        var depth = 0;
        var current = Opening(sentence);
        for (var i = 1; i < sentence.Count; i++)
        {
            if (sentence.Norm(i) == "(")
                depth++;
            if (sentence.Norm(i) == ")" && depth > 0)
                depth--;
            // "drag and drop" is one verb.
            if (depth > 0 || sentence.Start + i < current.VerbEnd || !IsSeparator(sentence, i))
                continue;
            var next = i;
            var strong = false;
            while (next < sentence.Count && (IsSeparator(sentence, next) || next > i && sentence.Any(next, "also", "so", "afterwards", "finally", "next", "immediately", "lastly", "subsequently", "but", "additionally", "after", "thereafter") && (sentence.Norm(next) != "after" || sentence.Any(next + 1, "that", "which", "this")) && Sequential(sentence, next)))
            {
                strong |= sentence.Any(next, ";", "then", "→", ">", "›", "»", "|", "afterwards", "subsequently", "lastly", "thereafter") || sentence[next].Kind == TokenKind.Break || sentence.Any(next, ".", "!") && (sentence.At(next + 1) is { IsCapital: true } or { IsWord: false } or { IsNumber: true } || sentence.At(next + 1) is { IsWord: true } after && VerbTable.Find(sentence, next + 1) is not null && after.Norm.Length > 2);
                next++;
                if (sentence.Any(next - 1, "after"))
                    next++;
            }

            if (next >= sentence.Count)
                break;
            if (!Begins(sentence, next, strong, current, sentence.Slice(start, i)))
            {
                i = next - 1;
                continue;
            }

            clauses.Add(sentence.Slice(start, i));
            start = next;
            current = Opening(sentence.From(next));
            i = next;
        }

        clauses.Add(sentence.From(start));
        return clauses;
    }

    private static bool Sequential(Phrase sentence, int i) => sentence.Norm(i) is not ("next" or "finally" or "immediately" or "so" or "also" or "but" or "after") || VerbTable.Find(sentence, i + 1) is not null || Actor.Length(sentence.From(i + 1), out _) > 0 || sentence.Any(i + 1, ",") || sentence.Norm(i) is "also" or "but" or "after";

    private static bool IsSeparator(Phrase sentence, int i)
    {
        if (sentence[i].Kind == TokenKind.Break)
            return true;
        if (sentence.Any(i, ".", "!"))
            return i > 0 && sentence.At(i + 1) is { } next && sentence[i].Start == sentence[i - 1].End
                && (!sentence[i - 1].IsWord || sentence.Norm(i) == "!" || !next.IsWord || SentenceEnd.IsAt(sentence.Norm(i - 2), sentence[i - 1].Raw, next.Raw, VerbTable.Find(sentence, i + 1) is { Form: VerbForm.Base or VerbForm.Third } || Actor.Length(sentence.From(i + 1), out _) > 0));
        // "Click Send - a message appears", "enter 0 in Amount: the error appears": a claim behind a dash or colon.
        if (sentence.Any(i, "-", ":") && i > 1 && sentence.At(i + 1) is { } opening && sentence[i].Kind == TokenKind.Mark)
        {
            var claim = UpToClause(sentence.From(i + 1)).Trim();
            return (opening.Kind == TokenKind.Quoted || sentence.Any(i + 1, "the", "a", "an", "there", "it", "no", "this", "these")) && VerbTable.Find(sentence, 0) is not null && IsActionLead(sentence, i) && !HasOpenColon(sentence, i) && Predicates.IsStatement(claim) && Predicates.Find(claim) is > 0 and <= 8;
        }

        // "untick A + save"
        if (sentence.Any(i, "+"))
            return i > 1 && KeyNames.Modifier(sentence.Norm(i - 1)) is null && sentence.At(i + 1) is { IsWord: true, IsCapital: false } && VerbTable.Find(sentence, i + 1) is { Form: VerbForm.Base };
        if (sentence.Any(i, ">", "›", "»", "|"))
            return VerbTable.Find(sentence, i + 1) is { Form: VerbForm.Base } && sentence.At(i + 2) is not null;
        // "Tap Done & verify that ..."; "Save & close" is a name.
        if (sentence.Any(i, "&"))
            return i > 1 && sentence.At(i + 1) is { IsWord: true, IsCapital: false } && VerbTable.Find(sentence, i + 1) is { Form: VerbForm.Base } behind && sentence.At(i + 1 + behind.Length) is { } of && (of.IsLiteral || of.IsCapital || Nouns.IsDeterminer(of.Norm) || of.Norm is "that" or "if" or "whether" or "on");
        if (sentence.Any(i, "→") && IsNotation(sentence, i))
            return false;
        return sentence.Any(i, ",", ";", "and", "then", "→") && !(sentence.Any(i, "and", "then") && sentence[i].IsCapital && i > 0 && sentence[i - 1].Kind != TokenKind.Break && !sentence.Any(i - 1, ".", ",", ";"));
    }

    // "Save -> click", "Country -> Portugal": a name and what is done with it, not one step and the next.
    private static bool IsNotation(Phrase sentence, int arrow)
    {
        var behind = UpToCut(sentence.From(arrow + 1)).Trim();
        if (VerbTable.Find(behind, 0) is { } verb)
            return verb.Form == VerbForm.Base && verb.Length == behind.Count && !behind[0].IsCapital;
        var start = arrow;
        while (start > 0 && !sentence.Any(start - 1, ",", ";", ".", "and", "then", "→") && sentence[start - 1].Kind != TokenKind.Break)
            start--;
        var before = sentence.Slice(start, arrow);
        var data = behind is { Count: 1 } && (behind[0].IsNumber || behind[0].IsLiteral || behind[0].Raw.Any(char.IsAsciiDigit));
        return start == 0 && (VerbTable.Find(before, 0) is null || data && VerbTable.Find(before, 0) is { Kind: VerbKind.Business or VerbKind.Store or VerbKind.Search or VerbKind.Submit }) && Actor.Length(before, out _) == 0;
    }

    // Whether an instruction with an object stands before a dash or colon, so that what follows is not its object.
    private static bool IsActionLead(Phrase sentence, int end)
    {
        var start = 0;
        for (var i = 0; i < end; i++)
        {
            if (sentence.Any(i, ".", ";", "then") || sentence[i].Kind == TokenKind.Break)
                start = i + 1;
        }

        var clause = Fillers.StripFront(sentence.Slice(start, end));
        var actor = Actor.Length(clause, out _);
        return VerbTable.Find(clause, actor) is { } verb && verb.Kind is not (VerbKind.Assert or VerbKind.MakeSure or VerbKind.Expect or VerbKind.See or VerbKind.Confirm or VerbKind.CheckOrAssert or VerbKind.Wait or VerbKind.Store or VerbKind.Read) && clause.Count - actor - verb.Length > 0 && !clause.Any(clause.Count - 1, "following", "data", "values", "text", "that") && !clause.Has("following");
    }

    private static bool HasOpenColon(Phrase sentence, int end) => sentence.To(end).Has(":", "=");

    private enum Mood
    {
        Action,
        Claim,
        Drag,
        Store,
        Press,
        Wait,
    }

    private readonly record struct Current(Mood Mood, bool Gerund, int VerbEnd, VerbKind? Verb = null);

    private static Current Opening(Phrase phrase)
    {
        var clause = Fillers.StripFront(phrase);
        var actor = Actor.Length(clause, out var mood);
        var body = Fillers.StripFront(clause.From(actor));
        var subordinate = clause.Any(0, "after", "before", "by", "upon", "when", "once", "on", "while", "prior");
        if (subordinate)
            body = body.From(1);
        var verb = VerbTable.Find(body, 0, mend: true);
        // "In the Name field, type ...": the verb comes later, what follows the comma is decided there.
        if (verb is null || mood is Actor.Mood.Ability or Actor.Mood.Negative)
        {
            var firstCut = body.Find(0, ",", "and");
            var head = firstCut > 0 ? body.To(firstCut) : body;
            return new(Predicates.IsStatement(head) && !head.Any(0, "in", "on", "from", "into", "under") || mood is Actor.Mood.Ability or Actor.Mood.Negative || Predicates.IsStatement(body) && firstCut < 0 ? Mood.Claim : HasClaimVerb(body) ? Mood.Claim : Mood.Action, subordinate, 0);
        }

        var found = verb.Value;
        var args = body.From(found.Length);
        var kind = found.Kind switch
        {
            VerbKind.Assert or VerbKind.MakeSure or VerbKind.Expect or VerbKind.See => Mood.Claim,
            VerbKind.Confirm when !args.Has("dialog", "alert", "prompt", "popup") || args.Any(0, "that") => Mood.Claim,
            VerbKind.CheckOrAssert when args.Any(0, "that", "if", "whether", ":") || Predicates.Find(UpToCut(args)) > 0 || Predicates.Find(args) > 0 && args.Find(0, ",", "then") < 0 && !StartsVerbAfterAnd(args) => Mood.Claim,
            VerbKind.Drag or VerbKind.Move or VerbKind.Place => Mood.Drag,
            // "Grab the card and drop it on Done"
            VerbKind.Store or VerbKind.Business or VerbKind.Select when ClauseReader.IsSeized(args, found) => Mood.Drag,
            VerbKind.Store or VerbKind.Read => Mood.Store,
            // "Take the text and keep it as {{x}}"
            VerbKind.Business when found.Name is "take" && HasTemplate(args) => Mood.Store,
            VerbKind.Press => Mood.Press,
            VerbKind.Wait => Mood.Wait,
            // "Hit Tab twice and then Enter"
            VerbKind.Click when found.Name is "hit" or "push" && UpToCut(args) is { Count: <= 5 } keys && KeyNames.Parse(TextFold.Fold(Fillers.Repetitions(keys).Body.Raw), saidKey: false) is not null => Mood.Press,
            _ => Mood.Action,
        };
        return new(kind, found.Form == VerbForm.Gerund || subordinate, body.Start + found.Length, found.Kind);
    }

    private static Phrase UpToCut(Phrase args) => args.Find(0, ",", "and", "then", ";") is > 0 and var cut ? args.To(cut) : args;

    private static bool StartsVerbAfterAnd(Phrase args)
    {
        for (var i = 1; i < args.Count - 1; i++)
        {
            if (args.Any(i, "and") && VerbTable.Find(args, i + 1) is { Form: VerbForm.Base or VerbForm.Third } && !args[i + 1].IsCapital)
                return true;
        }

        return false;
    }

    private static bool HasClaimVerb(Phrase body)
    {
        for (var i = 1; i < Math.Min(body.Count, 8); i++)
        {
            if (VerbTable.Find(body, i) is { Kind: VerbKind.Assert, Form: VerbForm.Base } && !body[i].IsCapital)
                return true;
        }

        return false;
    }

    private static bool Begins(Phrase sentence, int at, bool strong, Current current, Phrase before)
    {
        var rest = sentence.From(at);
        var clause = Fillers.StripFront(rest);
        var filler = clause.Start > rest.Start;
        var actor = Actor.Length(clause, out var mood);
        if (actor > 0 && (VerbTable.Find(clause, actor) is not null || mood != Actor.Mood.Plain || Predicates.Find(clause) > 0))
            return current.Mood != Mood.Claim || strong || VerbTable.Find(clause, actor) is { Kind: not (VerbKind.See or VerbKind.Business), Form: not VerbForm.Past } && mood is Actor.Mood.Plain;
        // "lift the row and carry it to the end": still one drag.
        if (current.Mood == Mood.Drag && clause.Any(0, "carry", "release") && clause.Any(1, "it", "them") && VerbTable.Find(clause, 0) is null)
            return false;
        if (clause.Any(0, "do", "don't", "don’t") && (clause.Any(1, "not") || clause.Norm(0) != "do") && current.Mood != Mood.Claim)
            return true;
        if (clause.Any(0, "after", "before", "once", "by", "when", "while") && VerbTable.Find(clause, 1) is { Form: VerbForm.Gerund } && strong)
            return true;
        if (clause.Any(0, "if", "unless", "otherwise", "optionally") && current.Mood != Mood.Claim)
            return true;
        // "Press Ctrl+A and then Delete"
        if (current.Mood == Mood.Press && KeyNames.Parse(TextFold.Fold(UpToCut(clause).Trim().Raw), saidKey: false) is not null)
            return false;
        var verb = VerbTable.Find(clause, 0, mend: strong || before.Count > 1);
        if (verb is { } found)
        {
            if (Continues(clause, found, current, before))
                return false;
            if (IsImperative(clause, found, strong || filler, current, before))
                return true;
            if (strong && current.Mood != Mood.Claim && found.Form is VerbForm.Base or VerbForm.Third)
                return true;
            // "Press Tab and then Enter"
            if (current.Mood == Mood.Press)
                return false;
        }

        if (current.Mood == Mood.Press && !strong)
            return false;
        // "In the dialog, click OK" behind a full stop or semicolon.
        if (clause.Any(0, "in", "on", "from", "into", "within", "inside", "under", "at") && !clause[0].IsCapital | strong && LaterVerb(clause))
            return strong || current.Mood != Mood.Claim;
        if (current.Mood == Mood.Claim || current.Mood == Mood.Wait && !strong)
            return strong && (sentence.Any(at - 1, ".", ";", "!") || sentence[at - 1].Kind == TokenKind.Break) && Predicates.IsStatement(UpToFullStop(clause)) && clause.Count > 2;
        // A claim behind an action: "Click Save, the toast should appear". Punctuation alone begins nothing.
        if (clause.At(0) is not { } first)
            return strong;
        if ((strong || first.Kind == TokenKind.Quoted || Nouns.IsDeterminer(first.Norm) && first.Norm is not "its" || first.Norm is "there" or "it" || first.IsCapital || first.IsNumber) && Predicates.IsStatement(UpToClause(clause)) && (strong || !LooksLikeName(before, clause)))
            return true;
        // "click apply, price is 193.14": a statement with a value behind a comma.
        if (!strong && current.Mood == Mood.Action && sentence.Any(at - 1, ",") && first is { IsWord: true, IsCapital: false, IsLiteral: false } && VerbTable.Find(clause, 0) is null && !Prepositions.Contains(first.Norm)
            && Predicates.Find(clause) is > 0 and <= 3 and var shows && clause.Any(shows, "is", "are", "shows", "reads", "says") && clause.At(clause.Any(shows + 1, "now") ? shows + 2 : shows + 1) is { } what && (what.IsLiteral || what.Raw.Any(char.IsAsciiDigit)))
            return true;
        // An action that is not known must not disappear in a name: "click Save and approve the payment".
        if (!strong && first is { IsWord: true, IsCapital: false } && clause.At(1) is { } second && clause.Count > 2 && (second.Norm is "the" or "a" or "an" or "all" or "it" or "them" or "every" or "each" or "my" or "your") && !Prepositions.Contains(first.Norm) && !Nouns.IsDeterminer(first.Norm) && !NumberWords.TryOrdinal(first.Norm, out _) && !clause.Any(0, "both", "then", "not", "as", "plus", "only"))
            return true;
        return strong;
    }

    private static readonly HashSet<string> Prepositions = new(StringComparer.Ordinal) { "in", "on", "at", "of", "to", "under", "below", "above", "next", "with", "from", "for", "inside", "near", "by", "into", "onto", "after", "before", "over", "between", "through", "via", "using", "within", "beside", "without", "that", "which", "whose", "where", "against", "per", "about", "like", "is", "are", "was", "shows", "contains", "has", "reads", "says" };

    private static Phrase UpToFullStop(Phrase clause) => clause.Find(1, ".", ";") is > 0 and var stop ? clause.To(stop) : clause;

    private static Phrase UpToClause(Phrase clause)
    {
        for (var i = 2; i < clause.Count - 1; i++)
        {
            if (clause.Any(i, ",", "and", ";", ".", "then") && VerbTable.Find(clause, i + 1) is { Form: VerbForm.Base } && !clause[i + 1].IsCapital)
                return clause.To(i);
        }

        return clause;
    }

    // "the first, the second": commas between nouns of one list.
    private static bool LooksLikeName(Phrase before, Phrase clause) => before.Any(before.Count - 1, "of", "between") || clause.Is(0, "its") || (Predicates.Find(before) > 0 && Predicates.IsStatement(before));

    private static bool LaterVerb(Phrase clause)
    {
        for (var i = 2; i < Math.Min(clause.Count - 1, 10); i++)
        {
            if (VerbTable.Find(clause, i) is { Form: VerbForm.Base, Kind: not VerbKind.Business } && !clause[i].IsCapital && !clause.Any(i - 1, "the", "a", "an", "of", "to"))
                return true;
        }

        return false;
    }

    private static bool Continues(Phrase clause, Verb verb, Current current, Phrase before)
    {
        var next = clause.At(verb.Length);
        // "drag X and drop it on Y", "read X and store it in {{y}}": one instruction.
        if (current.Mood == Mood.Drag && (verb.Kind is VerbKind.Drop or VerbKind.Place || verb.Kind is VerbKind.Drag or VerbKind.Move or VerbKind.Business && current.Verb is VerbKind.Store or VerbKind.Business or VerbKind.Select && verb.Name is "drag" or "pull" or "slide" or "move" or "carry" or "bring") && (next is { Norm: "it" or "them" } || next is { Kind: TokenKind.Word } && Prepositions.Contains(next.Norm)) && !before.Has("to", "onto"))
            return true;
        // "Set start date to 1 May and end date to 3 May", "fill start with 1 and end with 2": another field of the list.
        if (verb.Kind is VerbKind.Business or VerbKind.Search or VerbKind.Store or VerbKind.See && current.Verb is VerbKind.Set or VerbKind.Fill or VerbKind.Enter && next is { IsWord: true } && !Nouns.IsDeterminer(next.Norm) && next.Norm is not ("it" or "them")
            && clause.Find(1, current.Verb switch { VerbKind.Set => ["to", "=", ":"], VerbKind.Fill => ["with", "=", ":"], _ => ["as", "=", ":"] }) is > 0 and <= 4 and var pair && clause.At(pair + 1) is { } value && (value.IsLiteral || value.IsCapital))
            return true;
        if (current.Mood == Mood.Drag && clause.Any(0, "release") || current.Mood == Mood.Drag && clause.Any(0, "let") && (clause.Any(1, "go") || clause.Any(2, "go")) || current.Mood == Mood.Drag && verb.Kind == VerbKind.Enter && verb.Name is "put" && next is { Norm: "it" })
            return true;
        if (current.Mood == Mood.Store && !HasTemplate(before) && (verb.Kind is VerbKind.Store or VerbKind.Read or VerbKind.Leave or VerbKind.Hold or VerbKind.Use || verb.Name is "put" or "write") && (next is { Norm: "it" or "this" or "that" or "them" or "as" or "the" or "its" or "in" } || HasTemplate(clause)))
            return true;
        return false;
    }

    private static bool IsImperative(Phrase clause, Verb verb, bool strong, Current current, Phrase before)
    {
        if (verb.Form is VerbForm.Past || verb.Form == VerbForm.Gerund && !current.Gerund && !HasMeans(before))
            return false;
        var next = clause.At(verb.Length);
        if (Predicates.Find(clause) is > 0 and var predicate && predicate <= 3 && NounReading(clause, verb, predicate))
            return false;
        if (next is null || next.Kind == TokenKind.Break || next.Norm is "," or ";" or "." or "and" or "then")
        {
            // "Verify that the list is shown and log out": no list is "log out", so it is something to do. "You can log in and log out" is a claim.
            if (current.Mood == Mood.Claim && verb is { Kind: VerbKind.Business, Form: VerbForm.Base } && (verb.Length > 1 || clause.Any(0, "logout", "login", "logoff")) && !clause[0].IsCapital && Predicates.Find(before) > 0 && !before.Has("can", "may", "could", "able", "cannot", "can't", "to"))
                return true;
            return verb.Kind is VerbKind.Refresh or VerbKind.Wait && !clause[0].IsCapital && !(verb.Kind is VerbKind.Refresh && !strong) || strong && verb.Kind is not (VerbKind.Enter or VerbKind.Search or VerbKind.Business) && !clause[0].IsCapital || strong && verb.Kind == VerbKind.Business && current.Mood != Mood.Claim || verb.Length > 1 && verb.Kind == VerbKind.Business && current.Mood != Mood.Claim && !clause[0].IsCapital;
        }

        // "... and expect three rows": so many of them, whatever they are.
        var counted = verb.Kind is VerbKind.Expect or VerbKind.Assert && next.IsWord && (NumberWords.TryCardinal(next.Norm, out _) || next.Norm is "exactly" or "only" or "no");
        var obvious = counted || next.IsLiteral || next.Kind == TokenKind.Quoted || Nouns.IsDeterminer(next.Norm) || next.Norm is "it" or "them" or "itself" || verb.Length > 1;
        var capital = clause[0].IsCapital;
        // "email "a@b.test"" goes on a list of fields; "email the customer" is something to do.
        if (verb.Kind == VerbKind.Business && !strong && !(Nouns.IsDeterminer(next.Norm) || next.Norm is "it" or "them" || verb.Length > 1 || next.IsWord && !next.IsLiteral && !next.IsCapital))
            return false;
        if (next.Norm == "by" && VerbTable.Find(clause, verb.Length + 1) is { Form: VerbForm.Gerund } && !capital)
            return true;
        if (capital && !strong && !obvious)
            return false;
        if (capital && !strong && (verb.Kind is VerbKind.Business or VerbKind.Submit || !Nouns.IsDeterminer(next.Norm) && next.Kind != TokenKind.Quoted))
            return false;
        var particle = next.IsWord && Prepositions.Contains(next.Norm) || next.Norm is "up" or "down" or "back" or "forward" or "that" or "if" or "whether" or "off" or "left" or "right" or ":";
        if (current.Mood == Mood.Claim && !strong)
            return verb.Form == VerbForm.Base && (obvious || next.IsCapital || particle && !Weak.Contains(verb.Kind) || next.Norm is "that" or "if" or "whether") && !capital && verb.Kind is not VerbKind.See;
        if (current.Mood == Mood.Claim)
            return verb.Form == VerbForm.Base && verb.Kind is not VerbKind.Business || obvious;
        if (obvious || next.IsCapital)
            return true;
        // "... and submit with Enter", "... and continue with Next": what it is done with follows.
        if (!capital && next.Norm is "with" or "using" or "via" && (verb.Kind is VerbKind.Submit || verb.Name is "continue" or "proceed") && Enumerable.Range(0, before.Count).Any(i => before[i].IsLiteral))
            return true;
        if (Weak.Contains(verb.Kind))
            return strong || particle && verb.Kind is not (VerbKind.Business or VerbKind.Close or VerbKind.Submit) || next.IsWord && !particle && verb.Kind is VerbKind.Open or VerbKind.Fill or VerbKind.Upload or VerbKind.Toggle or VerbKind.CheckOrAssert or VerbKind.Set or VerbKind.Accept or VerbKind.Expand or VerbKind.Clear or VerbKind.Check or VerbKind.Leave or VerbKind.Store or VerbKind.Remove or VerbKind.Search or VerbKind.Business;
        return true;
    }

    // "Delete are enabled", "Search results are shown": the word is a name here.
    private static bool NounReading(Phrase clause, Verb verb, int predicate)
    {
        if (verb.Kind is VerbKind.Assert or VerbKind.CheckOrAssert or VerbKind.Expect or VerbKind.Confirm or VerbKind.MakeSure or VerbKind.See or VerbKind.Wait || (verb.Kind == VerbKind.Enter && clause.At(verb.Length) is { IsLiteral: true }))
            return false;
        for (var i = 1; i < predicate; i++)
        {
            if (Nouns.IsDeterminer(clause.Norm(i)) || !clause[i].IsWord || clause.Any(i, "and", "to", "in", "on"))
                return false;
        }

        return true;
    }

    // "by entering ... and clicking ...": the means go on.
    private static bool HasMeans(Phrase before)
    {
        for (var i = 0; i < before.Count - 1; i++)
        {
            if (before.Any(i, "by", "after", "before") && VerbTable.Find(before, i + 1) is { Form: VerbForm.Gerund })
                return true;
        }

        return false;
    }

    private static bool HasTemplate(Phrase phrase)
    {
        for (var i = 0; i < phrase.Count; i++)
        {
            if (phrase[i].Kind == TokenKind.Template)
                return true;
        }

        return false;
    }
}

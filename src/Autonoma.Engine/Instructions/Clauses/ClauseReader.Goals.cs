using Autonoma.Engine.Commands;
using Autonoma.Engine.Instructions.Words;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Instructions.Clauses;

/// <content>Goals that say themselves by which control they are reached.</content>
internal sealed partial class ClauseReader
{
    private Outcome? Goal(Phrase args, Verb verb)
    {
        if (verb.Kind != VerbKind.Business)
            return null;
        args = args.Trim();
        switch (verb.Name)
        {
            // "From the Size drop-down, take Large".
            case "take" when IsChoiceTaken(args):
                return new(Select(args, new(VerbKind.Select, verb.Form, "select", verb.Length, false)));
            // "Take yourself to /orders", "Make for /orders".
            case "take" or "make" or "bring" when args.Count <= 4 && args.Any(args.Count - 2, "to", "for", "at") && Address(args.From(args.Count - 1)) is { } there && Enumerable.Range(0, args.Count - 2).All(i => args.Any(i, "me", "us", "yourself", "the", "browser")):
                Understood = true;
                Add(new NavigateArguments(there));
                return new(null);
            // "Bring the slider to 40": a control and its value.
            case "bring" when SetPair(args) is { } pair && Nouns.HeadKind(pair.Target) is ElementKind.Slider or ElementKind.Dropdown or ElementKind.Switch or ElementKind.Field && pair.Value.At(0) is { } to && (to.IsLiteral || to.IsCapital || pair.Value.Any(0, "on", "off")):
                return new(Pair(pair.Target, pair.Value, "set", set: true));
            // "Add "x" to the end of Notes".
            case "add" when args.At(0) is { IsLiteral: true } && args.Is(1, "to", "the", "end") && args.Any(4, "of") && args.Count > 5:
                return new(EnterPair(args.To(1), args.From(5), "append", overwrite: false));
            // "Start at /orders", "Begin on the page https://...".
            case "start" or "begin" when args.Any(args.Any(0, "out", "off", "over") ? 1 : 0, "at", "on", "from", "with", "in") && Address(args) is { } url:
                Understood = true;
                Add(new NavigateArguments(url));
                return new(null);
            case "take" when _location is { } place && Nouns.HeadKind(place.From(1)) is ElementKind.Dropdown && !args.IsEmpty:
                return new(Select(args, new(VerbKind.Select, verb.Form, "select", verb.Length, false)));
            // "Bring the footer into view".
            case "bring" when args.Count > 2 && args.Any(args.Count - 1, "view", "sight") && args.Find(1, "into", "in") is > 0 and var into && into >= args.Count - 3:
                return new(Scroll(Tokenizer.Cut("to " + args.To(into).Trim().Raw)));
            // "Add the tag "urgent" in the tag box": the words and the field are said.
            case "add" when Said(args) is { } text && text < args.Count - 2 && args.Any(text + 1, "in", "into", "to") && Nouns.HeadKind(args.From(text + 2)) is ElementKind.Field or ElementKind.TextArea or ElementKind.SearchField:
                return new(EnterPair(args.From(text).To(1), args.From(text + 2), "type"));
            // "Sort the list by "Price" using the order drop-down".
            case "sort" or "filter" or "order" when Said(args) is { } by && by > 0 && args.Any(by - 1, "by") && by < args.Count - 2 && args.Any(by + 1, "using", "with", "via", "in", "from") && Nouns.HeadKind(args.From(by + 2)) is ElementKind.Dropdown:
                return new(SelectPair(args.From(by).To(1), args.From(by + 2)));
            default:
                return null;
        }
    }

    // "... and continue with Choose tickets", "... and go on with Next": behind another action what follows is what it goes on with.
    private Outcome? Onward(Phrase args, Verb verb)
    {
        args = args.Trim();
        if (verb.Name is "go" or "move" && args.Any(0, "on", "ahead"))
            args = args.From(1);
        else if (verb.Name is not ("continue" or "proceed"))
            return null;
        return args.Count > 1 && args.Any(0, "with", "via") && (args.From(1).OnlyLiteral is { Kind: TokenKind.Quoted } || _out.Count > 0 && args[1].IsCapital) ? new(AddClick(args.From(1))) : null;
    }

    // Where the one quotation or template stands.
    private static int? Said(Phrase args)
    {
        var literals = Enumerable.Range(0, args.Count).Where(i => args[i].IsLiteral).ToList();
        return literals.Count == 1 ? literals[0] : null;
    }

    // "With "7701" typed into the search field": done first.
    private Outcome? TypedFirst(Phrase clause)
        => clause.Count > 4 && clause.Any(0, "with") && clause[1].IsLiteral && clause.Any(2, "typed", "entered", "written", "keyed", "filled", "put", "pasted") && clause.Any(3, "in", "into") && !HasComma(clause)
            ? new(EnterPair(clause.From(1).To(1), clause.From(4), "type"))
            : null;
}

using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Checks.Finding;

/// <summary>One word, or words that stand together on the page, of a description.</summary>
/// <param name="Words">Its tokens.</param>
/// <param name="IsQuoted">Quoted by the author: no other form will do.</param>
/// <param name="IsOptional">Names the kind of thing: nothing on the page needs to say it.</param>
internal sealed record Term(string[] Words, bool IsQuoted, bool IsOptional)
{
    public override string ToString() => string.Join(' ', Words);
}

/// <summary>A description of a thing, taken apart against the page: what its words are, which kind it names, which one of several.</summary>
internal sealed class NounPhrase
{
    private static readonly HashSet<string> Stops = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "of", "in", "on", "at", "for", "to", "'s", "and", "with", "by", "inside", "within", "from", "its", "their", "his", "her", "this", "that", "these", "those", "which", "is", "are",
        "named", "called", "labelled", "labeled", "titled", "under", "into", "between", "(", ")", ",", "saying", "reading", "there", "s", "it", "current", "whole", "entire", "containing", "whose", "as", "per", "own", "among", "amongst", "below", "about", "ending", "starting",
        "complete", "full", "number", "no", "exact",
    };

    private NounPhrase()
    {
    }

    public List<Term> Terms { get; } = [];

    public ElementKind Kind { get; private set; }

    public string KindText { get; private set; } = "";

    public bool IsPlural { get; private set; }

    /// <summary>Further kinds that it stands in: the dialog, the row.</summary>
    public List<ElementKind> Places { get; } = [];

    /// <summary>1 is the first, -1 the last, 0 none.</summary>
    public int Ordinal { get; private set; }

    /// <summary>all, every, both, only, no, any.</summary>
    public string Quantifier { get; private set; } = "";

    public int? Number { get; private set; }

    public string? Color { get; private set; }

    /// <summary>"selected", "highlighted" before the noun.</summary>
    public ElementState? State { get; private set; }

    public bool StateValue { get; private set; } = true;

    public List<ClaimToken> Source { get; private set; } = [];

    public bool IsEmpty => Terms.Count == 0 && Kind == ElementKind.Any;

    public IEnumerable<Term> Required => Terms.Where(t => !t.IsOptional);

    public bool HasQuoted => Terms.Any(t => t.IsQuoted);

    public static NounPhrase Read(IReadOnlyList<ClaimToken> source, Scene? scene)
    {
        var phrase = new NounPhrase { Source = [.. source] };
        var tokens = source.ToList();
        phrase.TakeQuantifier(tokens);
        phrase.TakeTerms(tokens, scene);
        return phrase;
    }

    private void TakeQuantifier(List<ClaimToken> tokens)
    {
        var articled = false;
        while (tokens.Count > 1)
        {
            var first = tokens[0];
            if (first.Is("the", "a", "an", "'s") || first.Is("of") && Quantifier.Length > 0)
            {
                articled |= first.Is("the", "a", "an");
                tokens.RemoveAt(0);
            }
            else if (articled && first.IsCapital)
            {
                break;
            }
            else if (Quantifier.Length == 0 && first.Is("all", "every", "each", "both", "only", "no", "any", "none", "whole", "entire", "neither", "exactly", "just"))
            {
                Quantifier = first.Text switch { "every" or "each" or "whole" or "entire" => "all", "none" or "neither" => "no", "exactly" or "just" => "", var text => text };
                tokens.RemoveAt(0);
            }
            else if (Number is null && (Quantifier.Length > 0 || tokens.Count > 1) && !first.IsQuoted && first.Text is not ("no" or "a" or "an") && NumberWords.TryCardinal(first.Text, out var number) && first.Text.All(char.IsLetter))
            {
                Number = number;
                tokens.RemoveAt(0);
            }
            else
            {
                break;
            }
        }
    }

    private void TakeTerms(List<ClaimToken> tokens, Scene? scene)
    {
        var kindTokens = new List<string[]>();
        var i = 0;
        var beforePlace = true;
        while (i < tokens.Count)
        {
            var token = tokens[i];
            if (token.IsQuoted)
            {
                var words = Phrase.Tokens(token.Text);
                if (words.Length > 0)
                    Terms.Add(new(words, !token.IsName, false));
                i++;
                continue;
            }

            // Words that stand together on the page stay together.
            var joined = scene is null ? 1 : LongestOnPage(tokens, i, scene);
            if (joined > 1)
            {
                Terms.Add(new([.. tokens.Skip(i).Take(joined).SelectMany(t => Phrase.Tokens(t.Text))], false, false));
                i += joined;
                continue;
            }

            if (Stops.Contains(token.Text) && !(token.IsCapital && token.Is("to", "from", "for", "by", "on", "at") && i + 1 < tokens.Count && KindWidth(tokens, i + 1, out _, out _) > 0))
            {
                if (token.Is("in", "inside", "within", "on", "of", "for", "under", "from"))
                    beforePlace = Kind == ElementKind.Any;
                i++;
                continue;
            }

            if (Ordinal == 0 && NumberWords.TryOrdinal(token.Text, out var ordinal) && i + 1 < tokens.Count)
            {
                Ordinal = ordinal;
                i++;
                continue;
            }

            if (Color is null && (!token.IsCapital || i == 0) && i + 1 < tokens.Count && ColorWords.Canonical(token.Text) is { } color && scene?.HasWord(token.Text) != true && Enumerable.Range(i + 1, tokens.Count - i - 1).Any(k => KindWidth(tokens, k, out _, out _) > 0 || Coverage.IsClassifier(tokens[k].Text) || tokens[k].Is("dot", "marker", "bar", "line", "ring", "light")))
            {
                Color = color;
                i++;
                continue;
            }

            if (State is null && !token.IsCapital && i + 1 < tokens.Count && token.Text is "selected" or "highlighted" or "focused" or "expanded" or "active" or "checked" or "ticked" or "disabled" or "enabled" or "unchecked" or "unticked" && scene is not null)
            {
                StatePhrases.TryState([token], out var state, out var value);
                (State, StateValue) = (state, value);
                i++;
                continue;
            }

            var width = KindWidth(tokens, i, out var kind, out var plural);
            // "the Pages dropdown", "the Link field": a kind word with a capital, which the page has, before the kind is a name.
            if (width == 1 && token.IsCapital && i + 1 < tokens.Count && KindWidth(tokens, i + 1, out var next, out _) > 0 && Kinds.IsControlKind(next) && scene?.HasWord(token.Text) == true)
                width = 0;
            if (width == 1 && token.Is("entry", "entries"))
                kind = ElementKind.ListItem;
            if (width > 0)
            {
                var words = tokens.Skip(i).Take(width).SelectMany(t => Phrase.Tokens(t.Text)).ToArray();
                if (beforePlace || Kind == ElementKind.Any)
                {
                    Kind = kind;
                    KindText = string.Join(' ', words);
                    IsPlural = plural;
                }
                else
                {
                    Places.Add(kind);
                }

                kindTokens.Add(words);
                Terms.Add(new(words, false, true));
                i += width;
                continue;
            }

            var tokenWords = Phrase.Tokens(token.Text);
            if (tokenWords.Length > 0)
                Terms.Add(new(tokenWords, false, false));
            i++;
        }

        // "the category", "the title": the kind word is all there is, so it must be found.
        if (Terms.Count > 0 && Terms.All(t => t.IsOptional) && Kind is not (ElementKind.Page or ElementKind.Dialog or ElementKind.Message or ElementKind.Table or ElementKind.List or ElementKind.Row or ElementKind.Card or ElementKind.ListItem or ElementKind.Column)
            && (!(Kinds.IsControlKind(Kind) || Kind is ElementKind.Heading or ElementKind.Text or ElementKind.Menu or ElementKind.Breadcrumb or ElementKind.Media or ElementKind.Canvas or ElementKind.Badge or ElementKind.Progress or ElementKind.Landmark) || scene?.Slots.Slots.Any(s => Phrase.Equal(s.Label, Terms[0].Words)) == true))
        {
            for (var k = 0; k < Terms.Count; k++)
                Terms[k] = Terms[k] with { IsOptional = false };
        }
    }

    private static int LongestOnPage(List<ClaimToken> tokens, int at, Scene scene)
    {
        if (tokens[at].Is("the", "a", "an", "of", "in", "on", "for", "to", "'s", ",", "and", "with", "by", "(", ")") || tokens[at].IsMark)
            return 1;
        var best = 1;
        var words = new List<string>();
        for (var n = 0; n < 7 && at + n < tokens.Count; n++)
        {
            var token = tokens[at + n];
            if (token.IsQuoted || token.Is(",", "(", ")", ":"))
                break;
            if (token.Is("'s"))
            {
                break;
            }

            words.AddRange(Phrase.Tokens(token.Text));
            if (n == 0 || words.Count < 2)
                continue;
            // "Gate A" goes by its letter.
            if (token.Is("the", "a", "an", "of", "in", "on", "for", "to", "and", "with", "by", "'s") && !(token.Is("a") && token.IsCapital))
                continue;
            if (scene.HasPhrase(words))
                best = n + 1;
        }

        return best;
    }

    private static int KindWidth(List<ClaimToken> tokens, int at, out ElementKind kind, out bool plural)
    {
        for (var n = Math.Min(KindWords.LongestPhrase, tokens.Count - at); n >= 1; n--)
        {
            if (tokens.Skip(at).Take(n).Any(t => t.IsQuoted))
                continue;
            // "password field": the first word tells which field, the second the kind.
            if (n > 1 && tokens[at].Is("password", "email", "amount", "message", "comment", "page", "main", "section", "status", "category", "navigation", "validation", "success", "confirmation", "sidebar", "site", "profile", "user") && !(n == 2 && tokens[at].Is("page", "section", "main") && tokens[at + 1].Is("heading", "header", "footer", "title"))
                && !tokens[at + n - 1].Is("message", "messages", "error", "errors", "dialog", "modal", "bar"))
                continue;
            if (KindWords.TryKind(string.Join(' ', tokens.Skip(at).Take(n).Select(t => t.Text)), out kind, out plural) && kind != ElementKind.Any)
                return n;
        }

        kind = ElementKind.Any;
        plural = false;
        return 0;
    }

    public override string ToString() => ClaimToken.Join(Source);
}

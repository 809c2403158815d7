using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>How a text is compared.</summary>
internal enum TextMode
{
    Whole,
    Part,
    Start,
    End,
}

/// <summary>Claims about the page as a whole: title, address, direction.</summary>
internal sealed partial class Judge
{
    private bool IsPageLevel(Clause clause, out Ruling ruling)
    {
        ruling = Ruling.Unknown(clause.Text, "");
        var subject = string.Join(' ', clause.Subject.Where(t => !t.Is("the", "a", "current", "of", "'s", "browser", "this")).Select(t => t.IsQuoted ? "\"" : t.Text));
        var title = subject is "page title" or "title page" or "window title" or "tab title" or "document title" or "title window" or "title tab" or "html title" or "site title" or "web page title"
            || (subject == "title" && (clause.Subject.Any(t => t.Is("browser")) || !_scene.HasWord("title") && _scene.Named("title").Count == 0 && clause.Object is [{ IsQuoted: true }]));
        var url = subject is "url" or "page url" or "url page" or "address bar" or "page address" or "path" or "address page"
            || (subject is "address" or "location" && !_scene.HasWord(subject));
        if (title && _scene.Slots.Slots.Any(s => s.Label.SequenceEqual(["page", "title"])) && subject == "page title" && clause.Verb == ClaimVerb.Be && StatePhrases.IsState(clause.Object))
            return false;
        if (!title && !url)
        {
            if (clause.Verb == ClaimVerb.Be && Direction(clause) is { } direction)
            {
                ruling = direction.NotIf(clause.Negated);
                return true;
            }

            return false;
        }

        var actual = title ? _scene.Observation.Title : _scene.Observation.Url;
        var mode = clause.Verb switch
        {
            ClaimVerb.Contain => TextMode.Part,
            ClaimVerb.Start => TextMode.Start,
            ClaimVerb.End => TextMode.End,
            ClaimVerb.Be or ClaimVerb.Read or ClaimVerb.Show or ClaimVerb.Change => TextMode.Whole,
            _ => (TextMode?)null,
        };
        var words = DropFirst(clause.Object, "with", "to", "in", "exactly", "set");
        words = DropFirst(words, "exactly", "equal");
        words = DropFirst(words, "to");
        if (words is [var so, ..] && so.Is("so"))
        {
            ruling = Ruling.Unknown(clause.Text, "what the title is to say is not told");
            return true;
        }

        if (mode is null || words.Count == 0 || words.Any(t => t.IsQuoted) && words.Count > 1 && !words[0].Is("the", "text", "word"))
        {
            ruling = Ruling.Unknown(clause.Text, "what the title or address is to be is not told plainly");
            return true;
        }

        var quoted = words.FirstOrDefault(t => t.IsQuoted);
        var expected = quoted?.Raw ?? RawText(words);
        if (mode == TextMode.Whole && clause.Verb == ClaimVerb.Show && quoted is null)
            mode = TextMode.Part;
        var holds = url ? CompareUrl(actual, expected, mode.Value) : CompareText(actual, expected, mode.Value, partOfWord: true);
        ruling = Ruling.Of(holds, $"{(title ? "page title" : "URL")} {Verb(mode.Value)} '{expected}'", $"it is '{actual}'").NotIf(clause.Negated);
        return true;
    }

    private static string Verb(TextMode mode) => mode switch { TextMode.Part => "contains", TextMode.Start => "starts with", TextMode.End => "ends with", _ => "is" };

    private static bool CompareUrl(string actual, string expected, TextMode mode)
    {
        var url = Uri.UnescapeDataString(actual);
        return mode switch
        {
            TextMode.Part => url.Contains(expected, StringComparison.OrdinalIgnoreCase),
            TextMode.Start => url.StartsWith(expected, StringComparison.OrdinalIgnoreCase),
            TextMode.End => url.EndsWith(expected, StringComparison.OrdinalIgnoreCase) || url.TrimEnd('/').EndsWith(expected.TrimEnd('/'), StringComparison.OrdinalIgnoreCase),
            _ => string.Equals(url.TrimEnd('/'), expected.TrimEnd('/'), StringComparison.OrdinalIgnoreCase)
                || (expected.StartsWith('/') && Uri.TryCreate(url, UriKind.Absolute, out var uri) && string.Equals((uri.PathAndQuery + uri.Fragment).TrimEnd('/'), expected.TrimEnd('/'), StringComparison.OrdinalIgnoreCase)),
        };
    }

    /// <summary>Compares with whole words at the edges, so that "12" is no part of "112".</summary>
    private static bool CompareText(string actual, string expected, TextMode mode, bool partOfWord = false)
    {
        var text = TextFold.Fold(actual);
        var part = TextFold.Fold(expected);
        if (part.Length == 0)
            return false;
        if (mode == TextMode.Whole)
            return ValueText.Equal(expected, actual, strict: true);
        if (mode == TextMode.Start)
            return text.StartsWith(part, StringComparison.Ordinal) && (partOfWord || EndsWord(text, part.Length));
        if (mode == TextMode.End)
            return text.EndsWith(part, StringComparison.Ordinal) && (partOfWord || text.Length == part.Length || StartsWord(text, text.Length - part.Length)) || ValueText.Clean(text).EndsWith(ValueText.Clean(part), StringComparison.Ordinal) && StartsWord(ValueText.Clean(text), ValueText.Clean(text).Length - ValueText.Clean(part).Length);
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.Ordinal))
        {
            if (partOfWord && !part.Any(char.IsDigit) || StartsWord(text, at) && EndsWord(text, at + part.Length))
                return true;
        }

        return false;
    }

    private static bool StartsWord(string text, int at) => at <= 0 || !char.IsLetterOrDigit(text[at]) || !char.IsLetterOrDigit(text[at - 1]) && !(char.IsDigit(text[at]) && text[at - 1] is '-' or '.' or ',' && at > 1 && (text[at - 1] == '-' ? text[at - 2] == ' ' : char.IsDigit(text[at - 2])));

    private static bool EndsWord(string text, int end) => end >= text.Length || !char.IsLetterOrDigit(text[end]) && !(text[end] is '.' or ',' && end + 1 < text.Length && char.IsDigit(text[end + 1]) && char.IsDigit(text[end - 1])) || !char.IsLetterOrDigit(text[end - 1]);

    private Ruling? Direction(Clause clause)
    {
        var words = string.Join(' ', clause.Object.Select(t => t.Text));
        var rtl = words.Contains("right to left", StringComparison.Ordinal) || words.Contains("right-to-left", StringComparison.Ordinal) || words == "rtl";
        var ltr = words.Contains("left to right", StringComparison.Ordinal) || words.Contains("left-to-right", StringComparison.Ordinal) || words == "ltr";
        if (!rtl && !ltr || clause.Object.Any(t => t.IsQuoted) || !clause.Subject.Any(t => t.Is("page", "layout", "text", "document", "interface", "screen", "table")))
            return null;
        var body = _scene.Nodes.FirstOrDefault(n => n.Tag == "body") ?? _scene.Root;
        return Ruling.Of(body.IsRightToLeft == rtl, rtl ? "right to left" : "left to right", body.IsRightToLeft ? "it runs right to left" : "it runs left to right", body);
    }

    private static string RawText(IEnumerable<ClaimToken> tokens)
    {
        var list = tokens.ToList();
        while (list.Count > 1 && list[0].Is("the", "a", "an") && list[1].IsQuoted)
            list.RemoveAt(0);
        return ClaimToken.Join(list.Select(t => t with { IsName = true }));
    }
}

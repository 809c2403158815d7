using System.Text.RegularExpressions;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Observing.Labels;

namespace Autonoma.Engine.Commands;

/// <summary>Which part of an element is read.</summary>
internal enum ReadPart
{
    /// <summary>The value of a field, else the text without its label.</summary>
    Either,
    /// <summary>What it shows, as it stands.</summary>
    Text,
    /// <summary>Where a link leads.</summary>
    Address,
}

/// <summary>Takes the value out of an element that was described by its label.</summary>
internal static partial class ReadText
{
    /// <summary>Splits "text of the first heading" into what is meant and which part of it.</summary>
    public static (string Target, ReadPart Part) Split(string description)
    {
        if (Lead().Match(description.Trim()) is not { Success: true } match)
            return (description, ReadPart.Either);
        var part = match.Groups["part"].Value.ToLowerInvariant() switch
        {
            "text" or "content" or "contents" or "words" or "wording" => ReadPart.Text,
            "url" or "address" or "href" or "link target" => ReadPart.Address,
            _ => ReadPart.Either,
        };
        return (match.Groups["rest"].Value, part);
    }

    /// <summary>What the element says; empty when it says nothing.</summary>
    public static string Of(UiNode node, string description, ReadPart part)
    {
        if (part == ReadPart.Address)
            return node.Href;
        if (node.Value is { } value && !node.IsText)
            return TextFold.FoldKeepCase(value);
        var text = TextFold.FoldKeepCase(node.IsText ? node.OwnText : node.InnerText.Length > 0 ? node.InnerText : node.Name);
        if (part == ReadPart.Text)
            return text;
        // An empty cell says nothing; the one beside it is another.
        if (text.Length == 0)
            return text;
        if (AskedLabel.Is(text, description))
            return LabelledValue.TextOf(node) ?? "";
        var said = AskedLabel.Heads(description).Prepend(description).Select(label => WithoutLabel(text, label)).FirstOrDefault(rest => rest is not null) ?? text;
        if (said.Length > 0)
            return said;
        // Described by all that it says: what has its value already is kept as it stands, a mere label is not.
        return LabelledValue.TextOf(node) ?? (AskedLabel.IsMere(text) ? "" : text);
    }

    // "Total: 42.00" described as "total" or "total of the basket" says 42.00.
    private static string? WithoutLabel(string text, string description)
    {
        var label = TextFold.Fold(Quotes.Unquote(Article().Replace(description.Trim(), "")));
        if (label.Length == 0)
            return null;
        // "Order total: 42.00" and "Total (incl. VAT): 42.00" say what a total is.
        if (Labelled().Match(text) is { Success: true } labelled && Regex.IsMatch(labelled.Groups["label"].Value, $@"\b{Regex.Escape(label)}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant))
            return labelled.Groups["value"].Value.Trim();
        if (!text.StartsWith(label, StringComparison.OrdinalIgnoreCase))
            return InSentence(text, label);
        var rest = text[label.Length..];
        if (rest.Length > 0 && char.IsLetterOrDigit(rest[0]))
            return null;
        return rest.TrimStart(' ', ':', '-', '–', '=', '.').Trim();
    }

    // "Thank you! Your order number is A-771." described as "order number" says A-771.
    private static string? InSentence(string text, string label)
    {
        var said = Regex.Matches(text, $@"\b(?:your|the|my|our|this|its|new)\s+{Regex.Escape(label)}(?:\s+is(?:\s+now)?|\s*[:=])\s*(?<value>[^\s.!?,;][^!?;]{{0,58}}?)(?=[.!?;,](?:\s|$)|$|\s+(?:and|but|which|so)\s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        return said is [var only] ? only.Groups["value"].Value.Trim() : null;
    }

    [GeneratedRegex(@"^(?:the\s+)?(?:(?:current|displayed|shown|entire|full|whole)\s+)?(?<part>text|contents?|wording|words|value|url|address|href|link target)\s+(?:of|in|from|inside|shown\s+in|displayed\s+in|on)\s+(?<rest>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Lead();

    // A label of a few words, not a sentence with a colon in it.
    [GeneratedRegex(@"^(?<label>[^\s.:!?]\S*(?:\s[^\s:]+){0,4}?)\s?:(?:\s+(?<value>.*))?$", RegexOptions.Singleline)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^(?:the|a|an)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Article();
}

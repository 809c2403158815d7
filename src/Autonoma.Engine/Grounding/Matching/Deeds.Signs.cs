using System.Text.RegularExpressions;
using Autonoma.Engine.Grounding.Screens;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>What can be seen of an element that it does not say: a day in it, two arrows on it, a plus beside a minus.</summary>
internal static partial class Deeds
{
    private static bool IsDated(ScreenNode node) => node.IsField
        ? node.Node.InputType is "date" or "datetime-local" || SaysADay(node.Node.Value) || SaysADay(node.Node.Placeholder) || node.HasAuthorWord("datepicker") || node.HasAuthorWord("date")
        : node.IsControl && node.Size < 14 && SaysADay(node.Node.InnerText);

    // "31/12/2031", "Mon 4 May".
    private static bool SaysADay(string? text) => text is { Length: > 4 and < 40 } && Day().IsMatch(text);

    private static bool IsSwitcher(ScreenNode node) => node.IsControl && node.Size < 16
        && node.Node.Descendants().Prepend(node.Node).Any(inner => inner.IconHint.Contains("up down", StringComparison.Ordinal) || inner.IconHint.Contains("unfold", StringComparison.Ordinal) || inner.IconHint.Contains("selector", StringComparison.Ordinal));

    // One of a plus and a minus, where something says that it zooms: else they may count anything.
    private static bool Zooms(ScreenNode sign)
    {
        var other = sign.Concepts.Contains("plus") ? "minus" : sign.Concepts.Contains("minus") ? "plus" : "";
        return other.Length > 0 && sign.Ancestors().TakeWhile(a => a.Size < 40).Take(3).FirstOrDefault(a => Shows(a, other)) is { Controls: <= 6 } pair
            && (Says(sign) || pair.Ancestors().Prepend(pair).Take(3).Any(a => a.Size < 60 && (Says(a) || a.Children.Any(Says))));
        static bool Says(ScreenNode node) => node.HasAuthorWord("zoom") || node.Controls == 0 && node.Node.InnerText.Length < 40 && node.Node.InnerText.Contains("zoom", StringComparison.OrdinalIgnoreCase);
    }

    private static bool Shows(ScreenNode node, string concept) => node.Concepts.Contains(concept) && node.IsControl || node.Children.Exists(child => Shows(child, concept));

    [GeneratedRegex(@"\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\b(mm|dd|yyyy)\b|\b\d{1,2}(st|nd|rd|th|\.)?\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?\s+\d{1,2}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Day();
}

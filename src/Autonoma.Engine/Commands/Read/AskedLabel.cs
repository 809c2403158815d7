using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Commands;

/// <summary>
/// Whether what was found is no more than the label of what is asked for. "The plate of the Iveco Daily" finds the word "Plate" in that entry; kept as it stands it would be found again on every screen and hold every claim made with it.
/// </summary>
internal static class AskedLabel
{
    /// <summary>Whether the text is no more than what the description asks the value of: "Plate" for "the plate of the Iveco Daily", "the driver's plate" and "plate". What is quoted whole is meant as it stands, and "Total: 42.00" has its value already.</summary>
    public static bool Is(string text, string description)
        => Quotes.Unquote(description) == description.Trim() && IsMere(text) && Heads(description).Any(head => Bare(head) is { Length: > 0 } asked && asked == Bare(text));

    /// <summary>Whether the text could be no more than a label: nothing stands behind its colon.</summary>
    public static bool IsMere(string text) => !Bare(text).Contains(':', StringComparison.Ordinal);

    /// <summary>What is asked for, without whose it is and where, in every way it can be read: "plate" for "the plate of the Iveco Daily".</summary>
    public static IEnumerable<string> Heads(string description)
        => DescriptionReader.Read(description, joinIcons: false).Readings.Where(r => !r.IsLoose).Select(r => r.Head.ToString()).Where(head => head.Length > 0).Distinct();

    private static string Bare(string text) => TextFold.Fold(text).TrimEnd(':', ' ', '.', '?', '*');
}

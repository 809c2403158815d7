using System.Text.RegularExpressions;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Grounding.Wording;

/// <summary>
/// A control by what it is for, in the words of its label: "the field where the guest types a berth" is the field "berth". What is done with every control of its kind (a field is typed in, a box ticked) says
/// nothing about which one it is; all other words are kept and must be met.
/// </summary>
internal static partial class PurposeVariants
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Fields = @"(text\s+|input\s+|entry\s+|number\s+|search\s+)?(field|box|input|textbox|textarea|area)";

    // Whoever uses the page; anybody else may be told apart by it ("where the sender types the name").
    private const string Users = @"(you|one|we|they|i|people|someone|somebody|everyone|everybody|(the\s+|an?\s+|any\s+|each\s+)?(users?|visitors?|customers?|members?|guests?|buyers?|shoppers?|clients?|persons?|employees?|operators?|editors?|admins?|testers?))";

    private const string Typing = @"(type|types|enter|enters|write|writes|put|puts|fill|fills|key|keys|give|gives|state|states|specify|specifies|provide|provides|insert|inserts|paste|pastes)(\s+(in|down))?";

    private const string Typed = @"(typed|entered|written|filled|keyed|given|put|stated|specified|provided|inserted|pasted)(\s+(in|into\s+it|down|there))?";

    private const string Duty = @"(can|may|must|should|will|would|could|has\s+to|have\s+to|is\s+to|are\s+to|needs\s+to|need\s+to|is\s+supposed\s+to|is\s+asked\s+to)\s+";

    /// <summary>Other wordings, the nearest first; only one that finds a single element counts.</summary>
    public static IReadOnlyList<DescriptionVariant> Of(string description)
    {
        var others = new List<DescriptionVariant>();
        if ((TypedIn().Match(description) is { Success: true } match ? match : IsTypedIn().Match(description)) is { Success: true } typed)
            others.Add(new($"{Bare(typed.Groups["what"].Value)} {typed.Groups["kind"].Value}", VariantNeed.Field));
        if (Quotes.Find(description).Count > 0)
            return others;
        // "Zoom in": the plus sign of the two.
        if (Zoom().Match(description) is { Success: true } zoom)
            others.Add(new((zoom.Groups["way"].Value.Equals("in", StringComparison.OrdinalIgnoreCase) ? "plus sign" : "minus sign"), VariantNeed.Zooms));
        if (OpenOne().Match(description) is { Success: true } open)
            others.Add(new(description[..open.Index] + open.Groups["what"].Value + description[(open.Index + open.Length)..]));
        if (Differing().Match(description) is { Success: true } same)
            others.Add(new(description[..same.Index] + "that are the same for" + description[(same.Index + same.Length)..]));
        if (Percentage().Match(description) is { Success: true } share)
            others.Add(new(description[..share.Index] + description[(share.Index + share.Length)..], VariantNeed.Percent));
        if (PlacesOf(description).Count == 0 && PlaceFor().Match(description) is { Success: true } place)
            others.AddRange(Places(place, VariantNeed.None));
        return others;
    }

    /// <summary>"The folder for returned letters" as a place to go to, where the page has such a list.</summary>
    public static IReadOnlyList<DescriptionVariant> PlacesOf(string description) => PlaceFor().Match(description) is { Success: true } place && place.Groups["kind"].Value.ToLowerInvariant() is "folder" or "category" ? [.. Places(place, VariantNeed.Place)] : [];

    // What is called "Returned"; the noun only says what is in it.
    private static IEnumerable<DescriptionVariant> Places(Match place, VariantNeed need)
    {
        var (which, noun, kind) = (place.Groups["which"].Value, place.Groups["noun"].Value, place.Groups["kind"].Value);
        yield return new($"{which} {noun} {kind}", need);
        if (FillerWords.IsEntryNoun(noun.ToLowerInvariant()))
            yield return new($"{which} {kind}", need);
    }

    /// <summary>What a box that ticks all of them ticks, or null: "the checkbox that selects all letters".</summary>
    public static string? Ticked(string description) => TicksAll().Match(description) is { Success: true } all ? OnThePage().Replace(all.Groups["what"].Value, "") : null;

    private static string Bare(string what) => LeadingArticle().Replace(what, "");

    [GeneratedRegex(@"^\s*(the\s+)?(?<kind>" + Fields + @")\s+(where|in\s+which|into\s+which|that|which)\s+" + Users + @"\s+(" + Duty + ")?" + Typing + @"\s+(?<what>\S.*?)(\s+(in|into))?\s*$", Options)]
    private static partial Regex TypedIn();

    [GeneratedRegex(@"^\s*(the\s+)?(?<kind>" + Fields + @")\s+(where|in\s+which|into\s+which)\s+(?<what>\S.*?)\s+((has\s+to|have\s+to|must|should|can|may|needs\s+to|is\s+to|are\s+to|will)\s+be|is|are|gets)\s+" + Typed + @"(\s+(to\s+(confirm|continue|proceed|go\s+on|apply)(\s+(it|this|that))?|for\s+confirmation|as\s+(a\s+)?confirmation))?\s*$", Options)]
    private static partial Regex IsTypedIn();

    [GeneratedRegex(@"^\s*(the\s+)?(button\s+(to|for)\s+)?zoom(ing)?[\s-](?<way>in|out)(\s+(button|control|sign|icon))?(\s+(on|of|in|into|under|below|beside|next\s+to)\s+(the\s+)?\p{L}+(\s+\p{L}+)?)?\s*$", Options)]
    private static partial Regex Zoom();

    [GeneratedRegex(@"\b(currently\s+|now\s+|just\s+)?(open|opened|opened-up|unfolded|dropped-down|visible)\s+(?<what>menu|list|dropdown|dialog|popup|pop-up|panel|drawer)\b", Options)]
    private static partial Regex OpenOne();

    [GeneratedRegex(@"\b(that|which|who)\s+((do|does)(n['’]t|\s+not)\s+(differ|vary|change)|(are|is)(n['’]t|\s+not)\s+different)(\s+(between|among|across|from|for|in))?(?=\s)", Options)]
    private static partial Regex Differing();

    [GeneratedRegex(@"\b(percentage|percent|per\s+cent)\s+(?=\p{L})", Options)]
    private static partial Regex Percentage();

    [GeneratedRegex(@"^\s*(the\s+)?(?<kind>folder|tab|filter|chip|pill|view|segment|category|option|menu\s+item|menu\s+entry|link)\s+(for|of|with|holding|containing)\s+(the\s+|all\s+|all\s+the\s+)?(?<which>\p{L}+)\s+(?<noun>\p{L}+s)\s*$", Options)]
    private static partial Regex PlaceFor();

    [GeneratedRegex(@"^\s*(the\s+)?(checkbox|check\s+box|tick\s?box|box)(\s+(at|in|on)\s+(the\s+)?(very\s+)?(top|head|header|start|beginning)(\s+of\s+(the\s+)?(list|table|column|grid|page))?)?\s+(that|which|to|for)\s+(selects?|ticks?|checks?|marks?|chooses?|picks?|selecting|ticking|checking|marking|choosing|picking)\s+(all|every|each|everything|every\s+one|each\s+one)(\s+of)?(\s+(the|these|those))?(\s+(?<what>\S.*?))?(\s+at\s+once)?\s*$", Options)]
    private static partial Regex TicksAll();

    [GeneratedRegex(@"\s+((on|in|of)\s+(the|this)\s+(current\s+)?(page|list|table|view|screen|grid)|shown|listed|displayed|visible)(\s+here)?\s*$", Options)]
    private static partial Regex OnThePage();

    [GeneratedRegex(@"^\s*(the|an?|his|her|their|your|its)\s+", Options)]
    private static partial Regex LeadingArticle();
}

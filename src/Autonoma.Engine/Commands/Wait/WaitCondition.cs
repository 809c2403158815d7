using System.Text.RegularExpressions;
using Autonoma.Engine.Checks;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Commands;

/// <summary>What is waited for.</summary>
/// <param name="Claims">Claims that say it, the first readable ones first.</param>
/// <param name="IsLoading">Whether it means "no longer busy".</param>
/// <param name="IsArrival">Whether it means that whatever the last action brings is there ("the result is shown"): see <see cref="Arrival"/>.</param>
/// <param name="Deed">What has been done ("looked" of "the slots have been looked up"), folded; empty when no deed is waited for.</param>
internal sealed partial record WaitCondition(IReadOnlyList<string> Claims, bool IsLoading, bool IsArrival, string Deed)
{
    public static WaitCondition Read(string words, IClaimChecker checker)
    {
        var text = Lead().Replace(words.Trim().TrimEnd('.', '!'), "");
        var claims = new List<string>();
        if (Vanishing().Match(text) is { Success: true } gone)
            claims.Add($"{gone.Groups["what"].Value} {Be(gone)} not visible");
        else if (Appearing().Match(text) is { Success: true } here)
            claims.Add($"{here.Groups["what"].Value} {Be(here)} visible");
        else if (Becoming().Match(text) is { Success: true } state)
            claims.Add($"{state.Groups["what"].Value} is {state.Groups["state"].Value}");
        claims.Insert(0, text);
        var loading = Loading().IsMatch(text);
        if (!loading && claims.Count == 1 && !Verb().IsMatch(text))
            claims.Add($"{text} is visible");
        return new([.. claims.Where(claim => checker.WhyUnreadable(claim) is null)], loading, Arriving().IsMatch(text), TextFold.Fold(Done().Match(text).Groups["deed"].Value));
    }

    private static string Be(Match match) => match.Groups["what"].Value.Contains(" and ", StringComparison.OrdinalIgnoreCase) ? "are" : "is";

    [GeneratedRegex(@"^(?:(?:wait|waits)\s+)?(?:until|till|for|that|while)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^(?<what>.+?)\s+(?:to\s+(?:vanish|disappear|go\s+away|be\s+(?:gone|hidden|removed|dismissed|closed)|close|fade(?:\s+(?:out|away))?)|(?:has\s+|have\s+|is\s+|are\s+)?(?:vanish(?:es|ed)?|disappear(?:s|ed)?|goes\s+away|go\s+away|gone(?:\s+away)?|closes|closed|fades(?:\s+(?:out|away))?|faded(?:\s+(?:out|away))?))$", RegexOptions.IgnoreCase)]
    private static partial Regex Vanishing();

    [GeneratedRegex(@"^(?<what>.+?)\s+(?:to\s+(?:appear|show(?:\s+up)?|come\s+up|pop\s+up|open|be\s+(?:shown|visible|displayed|there))|(?:has\s+|have\s+)?(?:appear(?:s|ed)?|shows\s+up|shown\s+up|comes\s+up|pops\s+up|opens|opened))$", RegexOptions.IgnoreCase)]
    private static partial Regex Appearing();

    [GeneratedRegex(@"^(?<what>.+?)\s+to\s+(?:be|become|get)\s+(?<state>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Becoming();

    [GeneratedRegex(@"\b(?:load(?:s|ed|ing)?|finish(?:es|ed)?|complete[sd]?|done|ready|settle[sd]?|idle|stabili[sz]e[sd]?|update[sd]?|refresh(?:es|ed)?|render(?:s|ed)?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Loading();

    // "the result (is there)", "the service to answer": what it looks like on the screen is not said.
    [GeneratedRegex(@"^(?:(?:the|a|an|its|their|new)\s+)*(?:results?|outcome|output|response|answer|reply|confirmation|content|data|changes?)(?:\s+(?:is|are|has|have)\s+(?:been\s+)?(?:shown|displayed|visible|there|available|arrived|appeared))?$|\s(?:to\s+(?:answer|respond|reply|return|arrive|come\s+(?:in|back))|(?:has\s+|have\s+)?(?:answer(?:s|ed)|respond(?:s|ed)|repli(?:es|ed)|return(?:s|ed)|arriv(?:es?|ed)))$", RegexOptions.IgnoreCase)]
    private static partial Regex Arriving();

    // "the free slots have been looked up"
    [GeneratedRegex(@"\s(?:has|have)\s+been\s+(?<deed>\p{L}{4,})(?:\s+(?:up|in|out|through|back|over|down|off))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Done();

    [GeneratedRegex(@"\b(?:is|are|was|were|be|has|have|contains?|reads?|shows?|says?|appears?|disappears?|becomes?|changes?|equals?|displays?)\b|n't\b", RegexOptions.IgnoreCase)]
    private static partial Regex Verb();
}

using System.Text.RegularExpressions;

namespace Autonoma.Planner.Exploring;

/// <summary>
/// What an explorer keeps its hands off. The words only save it from doing what everybody would regret; that nothing is sent from an
/// environment that is not its own is the browser's business (no request but those that read), not that of a word list.
/// </summary>
internal static partial class Caution
{
    /// <summary>It ends the session: never pressed, also in an environment of its own.</summary>
    public static bool EndsSession(string name, string address = "") => Ending().IsMatch(name) || EndingAddress().IsMatch(address);

    /// <summary>It takes something away, pays, or reaches other people.</summary>
    public static bool IsDangerous(string name) => Dangerous().IsMatch(name);

    [GeneratedRegex(@"\b(?:sign|log)[\s-]?(?:out|off)\b|\bend session\b|\bswitch (?:user|account)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ending();

    [GeneratedRegex(@"/(?:sign|log)[-_]?(?:out|off)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EndingAddress();

    [GeneratedRegex(
        @"\b(?:delete|remove|erase|destroy|discard|archive|purge|wipe|reset|revoke|terminate|deactivate|disable|close account|cancel (?:order|subscription|plan|account|booking)|refund|pay|buy|purchase|place order|checkout|check out|charge|transfer|withdraw|send|invite|email|publish|deploy|release|approve|reject|merge|ship|fulfil\w*|unsubscribe)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dangerous();
}

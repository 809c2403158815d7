namespace Autonoma.Engine.Language;

/// <summary>Words that turn what a text says into its opposite, or say that something went wrong.</summary>
internal static class DenialWords
{
    private static readonly HashSet<string> Deniers = new(StringComparer.Ordinal)
    {
        "not", "no", "never", "cannot", "can't", "without", "isn't", "nothing", "neither", "failed", "couldn't", "don't", "doesn't", "none", "unable", "won't", "wasn't", "weren't", "hasn't", "haven't", "didn't",
    };

    private static readonly HashSet<string> Failures = new(StringComparer.Ordinal)
    {
        "error", "errors", "fails", "failure", "denied", "refused", "rejected", "invalid", "sorry", "unavailable", "offline", "timeout", "forbidden", "unauthorized", "unauthorised", "declined", "aborted", "expired",
    };

    /// <summary>Whether a folded word denies what stands beside it: "not", "failed", "couldn't".</summary>
    public static bool Contains(string word) => Deniers.Contains(word);

    /// <summary>Whether a folded word tells of something that went wrong: "error", "rejected".</summary>
    public static bool IsFailure(string word) => Failures.Contains(word);
}

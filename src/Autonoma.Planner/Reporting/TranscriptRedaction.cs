using System.Text.RegularExpressions;

namespace Autonoma.Planner.Reporting;

/// <summary>Takes secrets out of text that leaves the machine.</summary>
public static partial class TranscriptRedaction
{
    private const string Gone = "[redacted]";

    /// <summary>The text without what looks like a secret, and without values that are known to be one.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="secrets">Values that must not leave; those shorter than 6 characters would take ordinary words along and are left out.</param>
    public static string Of(string text, IEnumerable<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(secrets);
        foreach (var secret in secrets.Where(secret => secret.Length >= 6).OrderByDescending(secret => secret.Length))
            text = text.Replace(secret, Gone, StringComparison.Ordinal);
        text = PrivateKey().Replace(text, Gone);
        text = Address().Replace(text, $"$1{Gone}@");
        text = Known().Replace(text, Gone);
        return Named().Replace(text, match => match.Groups[1].Value + Gone);
    }

    [GeneratedRegex(@"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\z)", RegexOptions.Singleline)]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"(\b[a-z][a-z0-9+.-]*://[^\s/:@]*:)[^\s/@]+@", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b(?:sk|pk|rk)[-_](?:live|test|proj|ant|or)?[-_]?[A-Za-z0-9_-]{16,}|\bgh[pousr]_[A-Za-z0-9]{20,}|\bgithub_pat_[A-Za-z0-9_]{20,}|\bxox[abposr]-[A-Za-z0-9-]{10,}|\bAKIA[0-9A-Z]{16}\b|\bAIza[0-9A-Za-z_-]{30,}|\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*")]
    private static partial Regex Known();

    [GeneratedRegex(@"((?:pass(?:word|wd|phrase)?|pwd|secret|token|api[-_ ]?key|private[-_]?key|access[-_]?key|authorization|cookie|signature|credential)[A-Za-z0-9_-]*[\\""']*\s*[:=]\s*[\\""']*(?:bearer\s+|basic\s+)?)[^\s""'\\,;}{]+", RegexOptions.IgnoreCase)]
    private static partial Regex Named();
}

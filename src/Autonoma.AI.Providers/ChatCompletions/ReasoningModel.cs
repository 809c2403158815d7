using System.Globalization;
using System.Text.RegularExpressions;

namespace Autonoma.AI.Providers.ChatCompletions;

/// <summary>How far the thinking of a model can be turned down.</summary>
internal enum ReasoningFamily
{
    /// <summary>It does not think.</summary>
    None,
    /// <summary>Down to low: the o series.</summary>
    CanBeLow,
    /// <summary>Down to minimal: gpt-5.</summary>
    CanBeMinimal,
    /// <summary>Off: gpt-5.1 and later.</summary>
    CanStop,
}

/// <summary>What the name of a model says about its thinking. Services answer 400 to a field that a model does not know, so it must be known before.</summary>
internal static partial class ReasoningModel
{
    public static ReasoningFamily Of(string model)
    {
        var name = model[(model.LastIndexOf('/') + 1)..].ToLowerInvariant();
        if (name.Contains("chat", StringComparison.Ordinal))
            return ReasoningFamily.None; // gpt-5-chat-latest
        if (OSeries().IsMatch(name))
            return ReasoningFamily.CanBeLow;
        if (Gpt().Match(name) is not { Success: true } gpt)
            return ReasoningFamily.None;
        var major = int.Parse(gpt.Groups[1].Value, CultureInfo.InvariantCulture);
        var minor = gpt.Groups[2].Success ? int.Parse(gpt.Groups[2].Value, CultureInfo.InvariantCulture) : 0;
        return (major, minor) switch
        {
            ( < 5, _) => ReasoningFamily.None,
            (5, 0) => ReasoningFamily.CanBeMinimal,
            _ => ReasoningFamily.CanStop,
        };
    }

    public static bool ThinksLocally(string model) => Local().IsMatch(model);

    [GeneratedRegex(@"^o\d")]
    private static partial Regex OSeries();

    [GeneratedRegex(@"^gpt-(\d+)(?:\.(\d+))?(?![\do])")]
    private static partial Regex Gpt();

    [GeneratedRegex("gpt-oss|qwen3|qwq|deepseek-r1|deepseek-v3|magistral|thinking|reason", RegexOptions.IgnoreCase)]
    private static partial Regex Local();
}

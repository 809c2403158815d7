using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Providers.Gemini;

/// <summary>
/// How a Gemini model is told how long to think: from 3 on by a level, before by a number of tokens; both at once are refused.
/// Reference: ai.google.dev/gemini-api/docs/thinking. Flash can think minimally, Pro not less than low; 2.5 Flash can stop, 2.5 Pro not below 128 tokens.
/// </summary>
internal static partial class GeminiThinkingLevels
{
    public static GeminiThinking? Of(string model, ReasoningEffort? effort)
    {
        if (effort is not { } wanted)
            return null;
        var name = model.ToLowerInvariant();
        if (IsOfGeneration3(name))
        {
            var pro = name.Contains("pro", StringComparison.Ordinal);
            return new(wanted switch
            {
                ReasoningEffort.None => pro ? "low" : "minimal",
                ReasoningEffort.Low => "low",
                // The first Pro of generation 3 knows low and high only.
                ReasoningEffort.Medium => pro && name.StartsWith("gemini-3-pro", StringComparison.Ordinal) ? "high" : "medium",
                _ => "high",
            }, null);
        }

        if (!name.Contains("2.5", StringComparison.Ordinal) || name.Contains("image", StringComparison.Ordinal))
            return null; // those before do not think
        return new(null, wanted switch
        {
            ReasoningEffort.None => name.Contains("pro", StringComparison.Ordinal) ? 128 : 0,
            ReasoningEffort.Low => 1024,
            ReasoningEffort.Medium => 4096,
            _ => -1, // as long as it likes
        });
    }

    /// <summary>Whether it is of generation 3 or later; a name without a number (an alias of the latest) is.</summary>
    public static bool IsOfGeneration3(string model)
        => Version().Match(model.ToLowerInvariant()) is not { Success: true } version || int.Parse(version.Groups[1].Value, CultureInfo.InvariantCulture) >= 3;

    [GeneratedRegex(@"gemini-(\d+)")]
    private static partial Regex Version();
}

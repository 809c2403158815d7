using Microsoft.Extensions.AI;

namespace Autonoma.AI.Usage;

/// <summary>Tokens of one call or of many.</summary>
/// <param name="Input">Sent, cached ones included.</param>
/// <param name="Output">Came back, thoughts included.</param>
/// <param name="CachedInput">Of those sent, how many were in the provider's cache.</param>
/// <param name="Reasoning">Of those that came back, how many were thoughts.</param>
public readonly record struct TokenUsage(long Input, long Output, long CachedInput = 0, long Reasoning = 0)
{
    /// <summary>Sent and came back.</summary>
    public long Total => Input + Output;

    /// <summary>What a provider told; nothing told is zero.</summary>
    public static TokenUsage Of(UsageDetails? details)
        => details is null ? default : new(details.InputTokenCount ?? 0, details.OutputTokenCount ?? 0, details.CachedInputTokenCount ?? 0, details.ReasoningTokenCount ?? 0);

    /// <summary>Both together.</summary>
    public static TokenUsage operator +(TokenUsage left, TokenUsage right) => left.Plus(right);

    /// <summary>Both together.</summary>
    public TokenUsage Plus(TokenUsage other) => new(Input + other.Input, Output + other.Output, CachedInput + other.CachedInput, Reasoning + other.Reasoning);
}

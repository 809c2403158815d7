using Autonoma.AI.Usage;

namespace Autonoma.AI.Pricing;

/// <summary>What a model costs, in US dollars per million tokens.</summary>
public sealed record ModelPrice
{
    /// <summary>A price.</summary>
    /// <param name="inputPerMillion">For what is sent.</param>
    /// <param name="outputPerMillion">For what comes back, thoughts included.</param>
    /// <param name="cachedInputPerMillion">For what is sent and was in the provider's cache; null when that costs the same.</param>
    /// <exception cref="ArgumentOutOfRangeException">One is negative.</exception>
    public ModelPrice(decimal inputPerMillion, decimal outputPerMillion, decimal? cachedInputPerMillion = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(inputPerMillion);
        ArgumentOutOfRangeException.ThrowIfNegative(outputPerMillion);
        ArgumentOutOfRangeException.ThrowIfNegative(cachedInputPerMillion ?? 0, nameof(cachedInputPerMillion));
        InputPerMillion = inputPerMillion;
        OutputPerMillion = outputPerMillion;
        CachedInputPerMillion = cachedInputPerMillion;
    }

    /// <summary>A model on a machine of one's own.</summary>
    public static ModelPrice Free { get; } = new(0, 0);

    /// <summary>Dollars per million tokens sent.</summary>
    public decimal InputPerMillion { get; }

    /// <summary>Dollars per million tokens that come back.</summary>
    public decimal OutputPerMillion { get; }

    /// <summary>Dollars per million tokens that were in the cache; null when they cost as much as others.</summary>
    public decimal? CachedInputPerMillion { get; }

    /// <summary>Dollars for a call.</summary>
    public decimal CostOf(TokenUsage usage)
    {
        var cached = Math.Min(usage.CachedInput, usage.Input);
        return ((usage.Input - cached) * InputPerMillion + cached * (CachedInputPerMillion ?? InputPerMillion) + usage.Output * OutputPerMillion) / 1_000_000m;
    }
}

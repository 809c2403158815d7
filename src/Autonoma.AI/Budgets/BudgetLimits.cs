using System.Globalization;
using Autonoma.AI.Usage;

namespace Autonoma.AI.Budgets;

/// <summary>What may be spent. Null is no limit; zero allows nothing.</summary>
/// <param name="Tokens">Tokens, sent and come back.</param>
/// <param name="Money">US dollars.</param>
/// <param name="Calls">Requests, each try counted.</param>
public sealed record BudgetLimits(long? Tokens = null, decimal? Money = null, int? Calls = null)
{
    /// <summary>No limit at all.</summary>
    public static BudgetLimits None { get; } = new();

    /// <summary>Whether there is no limit.</summary>
    public bool IsEmpty => Tokens is null && Money is null && Calls is null;

    // Which limit an amount on top of what is spent breaks, in words; null when none.
    internal string? BrokenBy(BudgetAmount spent, BudgetAmount more)
    {
        if (Calls is { } calls && spent.Calls + more.Calls > calls)
            return $"{spent.Calls} of {calls} calls are made";
        if (Tokens is { } tokens && spent.Tokens + more.Tokens > tokens)
            return string.Create(CultureInfo.InvariantCulture, $"{spent.Tokens} of {tokens} tokens are spent or set aside, and this call may need {more.Tokens}");
        if (Money is { } money && spent.Money + more.Money > money)
            return string.Create(CultureInfo.InvariantCulture, $"${spent.Money:0.####} of ${money:0.####} are spent or set aside, and this call may cost ${more.Money:0.####}");
        return null;
    }
}

/// <summary>What one call or many use of a budget.</summary>
/// <param name="Tokens">Tokens.</param>
/// <param name="Money">US dollars.</param>
/// <param name="Calls">Requests.</param>
public readonly record struct BudgetAmount(long Tokens, decimal Money, int Calls)
{
    /// <summary>What one call used.</summary>
    public static BudgetAmount OfCall(TokenUsage usage, decimal? cost) => new(usage.Total, cost ?? 0, 1);

    /// <summary>Both together.</summary>
    public BudgetAmount Plus(BudgetAmount other) => new(Tokens + other.Tokens, Money + other.Money, Calls + other.Calls);

    /// <summary>Without the other.</summary>
    public BudgetAmount Minus(BudgetAmount other) => new(Tokens - other.Tokens, Money - other.Money, Calls - other.Calls);
}

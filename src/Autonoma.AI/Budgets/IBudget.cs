namespace Autonoma.AI.Budgets;

/// <summary>Something that may be used up. Safe for several threads: two calls never get the same last token.</summary>
public interface IBudget
{
    /// <summary>Its name: <c>run</c>, <c>suite</c>, <c>day</c>.</summary>
    string Name { get; }

    /// <summary>What may be spent.</summary>
    BudgetLimits Limits { get; }

    /// <summary>Sets an estimate aside before a call.</summary>
    /// <exception cref="BudgetExceededException">There is not as much left.</exception>
    ValueTask<BudgetReservation> ReserveAsync(BudgetAmount estimate, CancellationToken cancellationToken);

    /// <summary>Puts what a call really used in the place of what was set aside for it.</summary>
    ValueTask SettleAsync(BudgetReservation reservation, BudgetAmount actual);
}

/// <summary>What was set aside for a call.</summary>
/// <param name="Amount">How much.</param>
/// <param name="Day">Of which day, for a budget of days.</param>
public readonly record struct BudgetReservation(BudgetAmount Amount, DateOnly Day = default);

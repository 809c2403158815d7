namespace Autonoma.AI.Budgets;

/// <summary>A budget that lives as long as the process: that of a run or of a suite.</summary>
/// <param name="name"><c>run</c> or <c>suite</c>.</param>
/// <param name="limits">What may be spent.</param>
public sealed class Budget(string name, BudgetLimits limits) : IBudget
{
    private readonly Lock _gate = new();
    private BudgetAmount _spent;

    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public BudgetLimits Limits { get; } = limits;

    /// <summary>Spent and set aside so far.</summary>
    public BudgetAmount Spent
    {
        get
        {
            lock (_gate)
                return _spent;
        }
    }

    /// <inheritdoc/>
    public ValueTask<BudgetReservation> ReserveAsync(BudgetAmount estimate, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (Limits.BrokenBy(_spent, estimate) is { } broken)
                throw Exceeded(Name, broken);
            _spent = _spent.Plus(estimate);
        }

        return new(new BudgetReservation(estimate));
    }

    /// <inheritdoc/>
    public ValueTask SettleAsync(BudgetReservation reservation, BudgetAmount actual)
    {
        lock (_gate)
            _spent = _spent.Minus(reservation.Amount).Plus(actual);
        return default;
    }

    internal static BudgetExceededException Exceeded(string name, string broken)
        => new(name, $"The budget of the {name} does not allow another call to a model: {broken}. Nothing was sent. Raise '{name}.*' under 'budgets', or let fewer steps need a model.");
}

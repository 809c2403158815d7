namespace Autonoma.AI.Budgets;

/// <summary>A call was not made because a budget does not allow it. Nothing was sent.</summary>
public sealed class BudgetExceededException : Exception
{
    /// <summary>A refusal.</summary>
    /// <param name="budget">Which budget: <c>run</c>, <c>suite</c>, <c>day</c>.</param>
    /// <param name="message">What is spent, what was wanted, what to do.</param>
    public BudgetExceededException(string budget, string message) : base(message) => Budget = budget;

    /// <summary>Which budget: <c>run</c>, <c>suite</c>, <c>day</c>.</summary>
    public string Budget { get; }
}

using System.Globalization;
using Autonoma.Planner.Folders;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Planner.Gates;

/// <summary>A further check before <c>.endpoint-implemented</c> is believed: whether the factories really call what was audited.</summary>
public interface IImplementationCheck
{
    /// <summary>Looks at the code.</summary>
    /// <param name="folder">The plan.</param>
    /// <param name="handler">Full path of the handler; it is there.</param>
    /// <returns>What is wrong, all of it; empty when nothing is.</returns>
    IReadOnlyList<Problem> Check(PlanFolder folder, string handler);
}

/// <summary>What gates go by.</summary>
public sealed record PlanGateOptions
{
    /// <summary>How many models may cease to be independently created after step 2.</summary>
    public int FlipCap { get; init; } = AuditHistory.DefaultFlipCap;

    /// <summary>Checks of the implementation, in order; all are asked.</summary>
    public IReadOnlyList<IImplementationCheck> Implementation { get; init; } = [];

    /// <summary>Options from the environment.</summary>
    /// <param name="variable">Environment variables.</param>
    /// <exception cref="ArgumentException">The cap is no whole number from 0.</exception>
    public static PlanGateOptions From(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (variable(AuditHistory.FlipCapVariable) is not { Length: > 0 } text)
            return new();
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var cap) ? new() { FlipCap = cap }
            : throw new ArgumentException($"{AuditHistory.FlipCapVariable} must be a whole number from 0, and it is '{text}'.", nameof(variable));
    }
}

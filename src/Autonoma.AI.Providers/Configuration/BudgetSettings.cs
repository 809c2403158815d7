using System.Globalization;
using Autonoma.AI.Budgets;

namespace Autonoma.AI.Providers.Configuration;

/// <summary>Reads budgets. Where none is set a run may make 200 calls and use 2 million tokens: a loop ends, and an ordinary test does not come near.</summary>
internal static class BudgetSettings
{
    private static readonly string[] Scopes = ["run", "suite", "day"];
    private static readonly string[] Units = ["tokens", "money", "calls"];

    public static BudgetLimits RunDefault { get; } = new(Tokens: 2_000_000, Calls: 200);

    public static (BudgetLimits Run, BudgetLimits Suite, BudgetLimits Day) Read(IReadOnlyDictionary<string, string> settings, ICollection<string> problems)
    {
        foreach (var name in settings.Keys.Where(name => name.Split('.') is not [var scope, var unit] || !Scopes.Contains(scope) || !Units.Contains(unit)))
            problems.Add($"budgets: '{name}' is none. There are {string.Join(", ", Scopes)} with {string.Join(", ", Units)}: run.calls, day.money.");
        return (Limits("run", RunDefault), Limits("suite", BudgetLimits.None), Limits("day", BudgetLimits.None));

        BudgetLimits Limits(string scope, BudgetLimits byDefault) => new(
            Number(scope, "tokens", byDefault.Tokens) is { } tokens ? (long)tokens : null,
            Number(scope, "money", byDefault.Money),
            Number(scope, "calls", byDefault.Calls) is { } calls ? (int)Math.Min(calls, int.MaxValue) : null);

        decimal? Number(string scope, string unit, decimal? byDefault)
        {
            if (!settings.TryGetValue($"{scope}.{unit}", out var text))
                return byDefault;
            if (text.Trim() is "none" or "unlimited")
                return null;
            if (decimal.TryParse(text.Trim().TrimStart('$').Replace("_", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= long.MaxValue && (unit == "money" || number == decimal.Truncate(number)))
                return number;
            problems.Add($"budgets: {scope}.{unit} must be {(unit == "money" ? "dollars" : "a whole number")} or 'none', and here it is '{text}'.");
            return null;
        }
    }
}

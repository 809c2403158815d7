namespace Autonoma.AI.Usage;

/// <summary>What calls came to.</summary>
/// <param name="Calls">Requests, failed ones included.</param>
/// <param name="Failed">Of those, how many failed.</param>
/// <param name="Tokens">Tokens of all.</param>
/// <param name="Cost">Dollars of those whose price is known.</param>
/// <param name="Unpriced">Calls whose price is not known.</param>
public readonly record struct UsageTotals(int Calls, int Failed, TokenUsage Tokens, decimal Cost, int Unpriced)
{
    internal UsageTotals Plus(ModelCall call) => new(
        Calls + 1, Failed + (call.Failure is null ? 0 : 1), Tokens + call.Usage, Cost + (call.Cost ?? 0), Unpriced + (call.Cost is null && call.Failure is null ? 1 : 0));
}

/// <summary>Adds calls up: all together, by tag and by model. Safe for several threads.</summary>
public sealed class UsageCollector : IModelMonitor
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, UsageTotals> _byTag = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, UsageTotals> _byModel = new(StringComparer.Ordinal);
    private UsageTotals _all;

    /// <summary>All together.</summary>
    public UsageTotals Total
    {
        get
        {
            lock (_gate)
                return _all;
        }
    }

    /// <summary>By what they were for, in the order of the names.</summary>
    public IReadOnlyDictionary<string, UsageTotals> ByTag
    {
        get
        {
            lock (_gate)
                return new SortedDictionary<string, UsageTotals>(_byTag, StringComparer.Ordinal);
        }
    }

    /// <summary>By the key of the model, in the order of the names.</summary>
    public IReadOnlyDictionary<string, UsageTotals> ByModel
    {
        get
        {
            lock (_gate)
                return new SortedDictionary<string, UsageTotals>(_byModel, StringComparer.Ordinal);
        }
    }

    /// <inheritdoc/>
    public void OnCall(ModelCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        lock (_gate)
        {
            _all = _all.Plus(call);
            _byTag[call.Tag] = _byTag.GetValueOrDefault(call.Tag).Plus(call);
            _byModel[call.Model.Key] = _byModel.GetValueOrDefault(call.Model.Key).Plus(call);
        }
    }
}

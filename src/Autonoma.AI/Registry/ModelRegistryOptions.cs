using Autonoma.AI.Budgets;
using Autonoma.AI.Resilience;
using Autonoma.AI.Usage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Autonoma.AI.Registry;

/// <summary>What a registry is made of.</summary>
public sealed record ModelRegistryOptions
{
    /// <summary>The models; their keys are different.</summary>
    public IReadOnlyList<ModelEntry> Models { get; init; } = [];

    /// <summary>Key of the model that is taken where none is named; null for none.</summary>
    public string? DefaultModel { get; init; }

    /// <summary>Which model a tag takes instead of the default one.</summary>
    public IReadOnlyDictionary<string, string> ModelByTag { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether models may be asked at all. Default: they may.</summary>
    public ModelAccess Access { get; init; } = ModelAccess.Open;

    /// <summary>Temperature where a request names none. Default: 0.</summary>
    public float? Temperature { get; init; } = 0;

    /// <summary>Longest answer where a request names no length, in tokens, thoughts included. Default: 8192. Budgets set as much aside.</summary>
    public int MaxOutputTokens { get; init; } = 8192;

    /// <summary>How long one request may take. Default: 60 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often and how soon a request is sent again.</summary>
    public RetryOptions Retry { get; init; } = new();

    /// <summary>How long a provider that was found out is not asked, if there is a fallback. Default: 60 s.</summary>
    public TimeSpan OutageRest { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>What one run may spend.</summary>
    public BudgetLimits RunBudget { get; init; } = BudgetLimits.None;

    /// <summary>What everything this registry serves may spend together.</summary>
    public BudgetLimits SuiteBudget { get; init; } = BudgetLimits.None;

    /// <summary>What may be spent today on this machine, kept in a file; null for no limit.</summary>
    public DayBudget? DayBudget { get; init; }

    /// <summary>Are told of every request.</summary>
    public IReadOnlyList<IModelMonitor> Monitors { get; init; } = [];

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Log: times, tokens and costs at Information, prompts and answers at Trace only.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;
}

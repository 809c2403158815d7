using Autonoma.AI.Budgets;
using Autonoma.AI.Usage;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Registry;

/// <summary>Models for one run: a budget, a count and a context of its own, on top of those of the suite.</summary>
public sealed class ModelRun : IModelSource
{
    private readonly ModelRegistry _registry;

    internal ModelRun(ModelRegistry registry, string name, Budget budget)
    {
        _registry = registry;
        Budget = budget;
        Context = new(registry.Context);
        Context.Add("run", name);
    }

    /// <summary>The run's budget.</summary>
    public Budget Budget { get; }

    /// <summary>What the run's calls came to.</summary>
    public UsageCollector Usage { get; } = new();

    /// <summary>What goes to monitors with each of the run's calls: <c>run</c>, and what is added, such as <c>step</c>.</summary>
    public ModelContext Context { get; }

    /// <inheritdoc/>
    public bool Has(string tag) => _registry.Has(tag);

    /// <inheritdoc/>
    public IChatClient GetModel(string model, string tag, ReasoningLevel reasoning = ReasoningLevel.Low) => _registry.Create(model, tag, reasoning, this);

    /// <inheritdoc/>
    public IChatClient GetModelFor(string tag, ReasoningLevel reasoning = ReasoningLevel.Low) => _registry.CreateFor(tag, reasoning, this);
}

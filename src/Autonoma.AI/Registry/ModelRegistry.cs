using System.Collections.Concurrent;
using Autonoma.AI.Budgets;
using Autonoma.AI.Resilience;
using Autonoma.AI.Usage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Autonoma.AI.Registry;

/// <summary>
/// All models of a suite. Each client it hands out is measured, held to budgets, retried, given only so long and replaced when its provider is
/// out; callers see an <see cref="IChatClient"/> and no provider. Safe for several threads.
/// </summary>
public sealed partial class ModelRegistry : IModelSource, IDisposable
{
    private readonly ModelRegistryOptions _options;
    private readonly ILogger _logger;
    private readonly Dictionary<string, ModelEntry> _entries;
    private readonly ConcurrentDictionary<string, Lazy<IChatClient>> _clients = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Outage> _outages = new(StringComparer.Ordinal);

    /// <summary>A registry.</summary>
    /// <exception cref="ArgumentException">Two models have the same key, or a fallback is none of the models.</exception>
    public ModelRegistry(ModelRegistryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _logger = options.Logger;
        _entries = new(StringComparer.Ordinal);
        foreach (var entry in options.Models)
        {
            if (!_entries.TryAdd(entry.Key, entry))
                throw new ArgumentException($"Two models are called '{entry.Key}'.", nameof(options));
        }

        foreach (var entry in options.Models.Where(entry => entry.Fallback is not null && (entry.Fallback == entry.Key || !_entries.ContainsKey(entry.Fallback))))
            throw new ArgumentException($"The fallback '{entry.Fallback}' of '{entry.Key}' is no other model.", nameof(options));
        SuiteBudget = new("suite", options.SuiteBudget);
    }

    /// <summary>The models, in the order of the configuration.</summary>
    public IReadOnlyList<ModelEntry> Models => _options.Models;

    /// <summary>Key of the model that is taken where none is named; null for none.</summary>
    public string? DefaultModel => _options.DefaultModel;

    /// <summary>Whether models may be asked at all.</summary>
    public ModelAccess Access => _options.Access;

    /// <summary>What everything came to.</summary>
    public UsageCollector Usage { get; } = new();

    /// <summary>The budget of everything together.</summary>
    public Budget SuiteBudget { get; }

    /// <summary>What goes to monitors with every call.</summary>
    public ModelContext Context { get; } = new();

    /// <summary>A registry that refuses every model.</summary>
    /// <param name="reason">Why, as a clause: <c>a replay never asks a model</c>.</param>
    public static ModelRegistry Closed(string reason) => new(new() { Access = ModelAccess.Closed(reason) });

    /// <summary>Begins a run: a budget, a count and a context of its own.</summary>
    /// <param name="run">The run's name, which goes to monitors as <c>run</c>.</param>
    public ModelRun BeginRun(string run) => new(this, run, new("run", _options.RunBudget));

    /// <inheritdoc/>
    public bool Has(string tag) => !Access.IsClosed && KeyFor(tag) is { } key && _entries.GetValueOrDefault(key) is { Missing: null };

    /// <inheritdoc/>
    public IChatClient GetModel(string model, string tag, ReasoningLevel reasoning = ReasoningLevel.Low) => Create(model, tag, reasoning, null);

    /// <inheritdoc/>
    public IChatClient GetModelFor(string tag, ReasoningLevel reasoning = ReasoningLevel.Low) => CreateFor(tag, reasoning, null);

    /// <summary>Disposes of the clients that were made, and of the day's budget.</summary>
    public void Dispose()
    {
        foreach (var client in _clients.Values.Where(client => client.IsValueCreated))
            client.Value.Dispose();
        _options.DayBudget?.Dispose();
    }

    internal IChatClient CreateFor(string tag, ReasoningLevel reasoning, ModelRun? run)
    {
        Access.Demand(KeyFor(tag) ?? tag);
        var key = KeyFor(tag) ?? throw new UnknownModelException("No model is configured. Name one: --model PROVIDER/MODEL, AUTONOMA_MODEL, or 'model' in autonoma.yaml; 'autonoma models list' shows which can be used.");
        return Create(key, tag, reasoning, run);
    }

    internal IChatClient Create(string model, string tag, ReasoningLevel reasoning, ModelRun? run)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(model);
        ArgumentException.ThrowIfNullOrWhiteSpace(tag);
        Access.Demand(model);
        var entry = Find(model);
        var client = Pipeline(entry, tag, reasoning, run);
        if (entry.Fallback is { } fallback)
        {
            var outage = _outages.GetOrAdd(entry.Key, _ => new(_options.Time, _options.OutageRest));
            client = new FallbackChatClient(client, () => Settings(Find(fallback), reasoning, Pipeline(Find(fallback), tag, reasoning, run)), outage, why => LogFallback(tag, entry.Key, fallback, why?.Failure.ToString() ?? "out a moment ago"));
        }

        return Settings(entry, reasoning, client);
    }

    // Outside in: retries, then for each try budgets, measuring, the time limit, the provider.
    private IChatClient Pipeline(ModelEntry entry, string tag, ReasoningLevel reasoning, ModelRun? run)
    {
        IChatClient client = new TimeoutChatClient(new SharedChatClient(Client(entry)), _options.Timeout, _options.Time);
        List<IModelMonitor> monitors = [Usage, .. run is null ? (IModelMonitor[])[] : [run.Usage], .. _options.Monitors];
        client = new MeteredChatClient(client, entry.Description, tag, reasoning, monitors, run?.Context ?? Context, _options.Time, _options.Logger);
        List<IBudget> budgets = [.. run is null ? (IBudget[])[] : [run.Budget], SuiteBudget, .. _options.DayBudget is { } day ? (IBudget[])[day] : []];
        client = new BudgetChatClient(client, budgets, entry.Price, entry.Key);
        return new RetryChatClient(client, _options.Retry, _options.Time, (failure, attempt, wait) => LogRetry(tag, entry.Key, failure.Failure.ToString(), attempt, wait.TotalMilliseconds));
    }

    private IChatClient Settings(ModelEntry entry, ReasoningLevel reasoning, IChatClient client) => new ModelSettingsClient(client, entry.Description, reasoning, _options.Temperature, _options.MaxOutputTokens);

    private string? KeyFor(string tag) => _options.ModelByTag.GetValueOrDefault(tag) ?? _options.DefaultModel;

    private ModelEntry Find(string model)
    {
        if (!_entries.TryGetValue(model, out var entry))
            throw new UnknownModelException($"No model is called '{model}'. There are: {(_entries.Count == 0 ? "none" : string.Join(", ", _entries.Keys.Order(StringComparer.Ordinal)))}.");
        return entry.Missing is null ? entry : throw new UnknownModelException($"The model '{model}' cannot be used: {entry.Missing}");
    }

    private IChatClient Client(ModelEntry entry) => _clients.GetOrAdd(entry.Key, _ => new(() =>
    {
        Access.Demand(entry.Key);
        return entry.CreateClient();
    })).Value;

    [LoggerMessage(LogLevel.Warning, "{Tag}: {Model} failed ({Failure}); retry {Attempt} in {Milliseconds:0} ms.")]
    private partial void LogRetry(string tag, string model, string failure, int attempt, double milliseconds);

    [LoggerMessage(LogLevel.Warning, "{Tag}: {Model} is out ({Why}); asking {Fallback}.")]
    private partial void LogFallback(string tag, string model, string fallback, string why);

    // Clients of a model share what it is connected by; disposing of one must not take it from the others.
    private sealed class SharedChatClient(IChatClient inner) : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => inner.GetResponseAsync(messages, options, cancellationToken);

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => inner.GetStreamingResponseAsync(messages, options, cancellationToken);

        public object? GetService(Type serviceType, object? serviceKey = null) => inner.GetService(serviceType, serviceKey);

        public void Dispose()
        {
        }
    }
}

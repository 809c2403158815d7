using Autonoma.AI.Budgets;
using Autonoma.AI.Registry;

namespace Autonoma.AI.Providers.Configuration;

/// <summary>What was configured about models. Keys are not in it: they are taken from the environment when a client is made.</summary>
public sealed record ModelSettings
{
    /// <summary>The model, <c>PROVIDER/MODEL</c>; null for none.</summary>
    public string? Model { get; init; }

    /// <summary>The model that is asked when the provider of the first is out; null for none.</summary>
    public string? Fallback { get; init; }

    /// <summary>Other models for some uses: tag to <c>PROVIDER/MODEL</c>.</summary>
    public IReadOnlyDictionary<string, string> ByTag { get; init; } = new Dictionary<string, string>();

    /// <summary>Addresses of providers by their name.</summary>
    public IReadOnlyDictionary<string, string> Addresses { get; init; } = new Dictionary<string, string>();

    /// <summary>Prices by model: <c>INPUT/OUTPUT</c> or <c>INPUT/OUTPUT/CACHED</c>, dollars per million tokens.</summary>
    public IReadOnlyDictionary<string, string> Prices { get; init; } = new Dictionary<string, string>();

    /// <summary>Budgets: <c>run.calls</c>, <c>suite.tokens</c>, <c>day.money</c> and so on.</summary>
    public IReadOnlyDictionary<string, string> Budgets { get; init; } = new Dictionary<string, string>();

    /// <summary>How long one request may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a request is sent again.</summary>
    public int Retries { get; init; } = 4;

    /// <summary>File that keeps what was spent today.</summary>
    public required string SpendingFile { get; init; }

    /// <summary>Whether models may be asked at all.</summary>
    public ModelAccess Access { get; init; } = ModelAccess.Open;
}

/// <summary>Something about models is configured wrong; every problem is in the message, one a line.</summary>
/// <param name="message">For people, with what to do.</param>
public sealed class ModelConfigurationException(string message) : FormatException(message);

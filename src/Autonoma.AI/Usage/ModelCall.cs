using Autonoma.AI.Failures;
using Autonoma.AI.Registry;

namespace Autonoma.AI.Usage;

/// <summary>One request to a model, as monitors see it: no prompt, no answer, no key.</summary>
public sealed record ModelCall
{
    /// <summary>Which model.</summary>
    public required ModelDescription Model { get; init; }

    /// <summary>What for: <c>assert-checker</c>, <c>decider</c>.</summary>
    public required string Tag { get; init; }

    /// <summary>How long it was allowed to think.</summary>
    public required ReasoningLevel Reasoning { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Tokens, as the provider told; zero when it failed.</summary>
    public TokenUsage Usage { get; init; }

    /// <summary>Dollars; null when the price is not known.</summary>
    public decimal? Cost { get; init; }

    /// <summary>How it failed; null when it did not.</summary>
    public ModelFailure? Failure { get; init; }

    /// <summary>What was known around it: run, step.</summary>
    public IReadOnlyDictionary<string, object> Context { get; init; } = new Dictionary<string, object>();
}

/// <summary>Is told of every request to a model, failed ones too. Called on the request's own path: be quick. What it throws is logged and ignored.</summary>
public interface IModelMonitor
{
    /// <summary>A request ended.</summary>
    void OnCall(ModelCall call);
}

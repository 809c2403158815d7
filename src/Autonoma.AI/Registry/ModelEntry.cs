using Autonoma.AI.Pricing;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Registry;

/// <summary>A model that can be asked for by name: how to make its client and what it costs.</summary>
public sealed record ModelEntry
{
    /// <summary>The name it is asked for by.</summary>
    public required string Key { get; init; }

    /// <summary>Who serves it, for logs and costs.</summary>
    public required string Provider { get; init; }

    /// <summary>The provider's own name of the model.</summary>
    public required string ModelId { get; init; }

    /// <summary>Makes the client; called once, when the model is first asked for, and never when models are closed.</summary>
    public required Func<IChatClient> CreateClient { get; init; }

    /// <summary>Price; null when it is not known. A budget of money refuses a model without one.</summary>
    public ModelPrice? Price { get; init; }

    /// <summary>What it can do.</summary>
    public ModelCapabilities Capabilities { get; init; } = new();

    /// <summary>Key of the model that answers when this one is out; null for none.</summary>
    public string? Fallback { get; init; }

    /// <summary>Why it cannot be used as things are (a key that is not set); null when it can.</summary>
    public string? Missing { get; init; }

    /// <summary>What callers may know of it.</summary>
    public ModelDescription Description => new(Key, Provider, ModelId, Capabilities, Price);
}

/// <summary>What is known of the model behind a client: <c>client.GetService&lt;ModelDescription&gt;()</c>.</summary>
/// <param name="Key">The name it was asked for by.</param>
/// <param name="Provider">Who serves it.</param>
/// <param name="ModelId">The provider's own name of it.</param>
/// <param name="Capabilities">What it can do.</param>
/// <param name="Price">What it costs; null when not known.</param>
public sealed record ModelDescription(string Key, string Provider, string ModelId, ModelCapabilities Capabilities, ModelPrice? Price);

namespace Autonoma.AI.Registry;

/// <summary>Whether models may be asked at all. A closed one is a guarantee: no client is made, so no connection can be.</summary>
public sealed class ModelAccess
{
    private readonly string? _reason;

    private ModelAccess(string? reason) => _reason = reason;

    /// <summary>Models may be asked.</summary>
    public static ModelAccess Open { get; } = new(null);

    /// <summary>Whether they may not.</summary>
    public bool IsClosed => _reason is not null;

    /// <summary>No model may be asked.</summary>
    /// <param name="reason">Why, as a clause for people: <c>--offline was given</c>.</param>
    public static ModelAccess Closed(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new(reason);
    }

    /// <summary>Passes, or says why not.</summary>
    /// <param name="model">Which model was wanted.</param>
    /// <exception cref="ModelsClosedException">Models are closed.</exception>
    public void Demand(string model)
    {
        if (_reason is not null)
            throw new ModelsClosedException(model, _reason);
    }
}

/// <summary>A model was asked for although none may be. Nothing was sent.</summary>
/// <param name="model">Which one.</param>
/// <param name="reason">Why not.</param>
public sealed class ModelsClosedException(string model, string reason) : InvalidOperationException($"The model '{model}' is not asked, because {reason}. No connection was opened.")
{
    /// <summary>Why not.</summary>
    public string Reason { get; } = reason;
}

/// <summary>No model has that name, or it cannot be used as things are. The message says what to do.</summary>
/// <param name="message">For people.</param>
public sealed class UnknownModelException(string message) : InvalidOperationException(message);

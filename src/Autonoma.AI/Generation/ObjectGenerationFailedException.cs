namespace Autonoma.AI.Generation;

/// <summary>A model did not give an object of the wanted form. The reason is the inner exception, if there is one.</summary>
/// <param name="message">What was wanted, how often it was tried, what was wrong last.</param>
/// <param name="attempts">How often it was asked.</param>
/// <param name="inner">Why.</param>
public sealed class ObjectGenerationFailedException(string message, int attempts, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>How often the model was asked.</summary>
    public int Attempts { get; } = attempts;
}

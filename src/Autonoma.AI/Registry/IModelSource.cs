using Microsoft.Extensions.AI;

namespace Autonoma.AI.Registry;

/// <summary>Where clients of models come from: a <see cref="ModelRegistry"/>, or a <see cref="ModelRun"/> with a budget of its own.</summary>
public interface IModelSource
{
    /// <summary>Whether there is a model for a tag: one that is named and can be used.</summary>
    bool Has(string tag);

    /// <summary>A client of a model.</summary>
    /// <param name="model">The model's key.</param>
    /// <param name="tag">What for, for costs: <c>assert-checker</c>.</param>
    /// <param name="reasoning">How long it may think.</param>
    /// <exception cref="ModelsClosedException">No model may be asked.</exception>
    /// <exception cref="UnknownModelException">There is no such model, or its key is not set.</exception>
    IChatClient GetModel(string model, string tag, ReasoningLevel reasoning = ReasoningLevel.Low);

    /// <summary>A client of the model that the configuration has for a tag.</summary>
    /// <param name="tag">What for.</param>
    /// <param name="reasoning">How long it may think.</param>
    /// <exception cref="ModelsClosedException">No model may be asked.</exception>
    /// <exception cref="UnknownModelException">None is configured, or its key is not set.</exception>
    IChatClient GetModelFor(string tag, ReasoningLevel reasoning = ReasoningLevel.Low);
}

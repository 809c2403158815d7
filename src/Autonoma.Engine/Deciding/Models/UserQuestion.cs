namespace Autonoma.Engine.Deciding.Models;

/// <summary>A question of a model to the person at the keyboard.</summary>
/// <param name="Text">The question.</param>
/// <param name="Options">Answers to choose from; empty for a free one.</param>
public sealed record UserQuestion(string Text, IReadOnlyList<string> Options);

/// <summary>Asks a person: on a terminal, in a browser, wherever the host has one.</summary>
public interface IUserPrompt
{
    /// <summary>Asks one to five questions.</summary>
    /// <returns>One answer a question, in order; null when nobody answered.</returns>
    Task<IReadOnlyList<string>?> AskAsync(IReadOnlyList<UserQuestion> questions, CancellationToken cancellationToken);
}

using Autonoma.Engine.Commands;

namespace Autonoma.Engine.Instructions;

/// <summary>What a sentence asks for.</summary>
public sealed class StepReading
{
    /// <summary>The sentence as written, template references included.</summary>
    public required string Sentence { get; init; }

    /// <summary>The commands it asks for, in order. Empty when unresolved.</summary>
    public IReadOnlyList<CommandArguments> Commands { get; init; } = [];

    /// <summary>Why it was not read; null when it was. All or nothing: one part that cannot be read leaves the whole sentence unresolved.</summary>
    public UnresolvedReason? Unresolved { get; init; }

    /// <summary>Whether commands came out.</summary>
    public bool IsResolved => Unresolved is null;
}

/// <summary>Why a sentence was not read.</summary>
/// <param name="Code">Stable, e.g. <c>condition</c>, <c>needs-knowledge</c>, <c>unknown-verb</c>, <c>no-target</c>, <c>vague</c>, <c>empty</c>.</param>
/// <param name="Message">In words for the author: what cannot be decided.</param>
/// <param name="Suggestion">The nearest wording that can be read, or what to write instead; null when there is none.</param>
public sealed record UnresolvedReason(string Code, string Message, string? Suggestion = null);

/// <summary>Reads sentences. Deterministic, stateless, safe for concurrent use.</summary>
public interface IStepReader
{
    /// <summary>Reads one step: a line, possibly with a list or table below it.</summary>
    StepReading Read(string sentence);
}

using Autonoma.Engine.Commands;
using Autonoma.Engine.Instructions;

namespace Autonoma.TestKit.Interpreting;

/// <summary>Reads sentences as a test told it to: for tests of the loop and the commands, which must not depend on how sentences are read.</summary>
public sealed class ScriptedReader : IStepReader
{
    private readonly Dictionary<string, IReadOnlyList<CommandArguments>> _readings = new(StringComparer.Ordinal);

    /// <summary>Makes a sentence mean some commands.</summary>
    public ScriptedReader Means(string sentence, params IReadOnlyList<CommandArguments> commands)
    {
        _readings[sentence] = commands;
        return this;
    }

    /// <inheritdoc/>
    public StepReading Read(string sentence) => _readings.TryGetValue(sentence, out var commands)
        ? new() { Sentence = sentence, Commands = commands }
        : new() { Sentence = sentence, Unresolved = new("unknown-verb", $"\"{sentence}\" cannot be read.", "Click \"Save\"") };
}

using System.Text.RegularExpressions;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Instructions.Clauses;
using Autonoma.Engine.Instructions.Sentences;
using Autonoma.Engine.Instructions.Words;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Instructions;

/// <summary>
/// Reads steps in ordinary test English: a sentence is cut into protected pieces, the pieces into clauses, and each clause is read by the
/// rules of its verb. What asks for knowledge that the sentence does not hold, for a choice or for a loop stays unresolved.
/// </summary>
public sealed partial class StepReader : IStepReader
{
    private const int LongestSentence = 20_000;

    /// <inheritdoc/>
    public StepReading Read(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        if (sentence.Length > LongestSentence)
            return Failed(sentence, Reasons.Unsupported("A step of more than 20,000 characters"));
        var reader = new ClauseReader();
        var reason = ReadBlocks(reader, StepText.Clean(sentence)) ?? reader.Finish();
        if (reason is not null)
            return Failed(sentence, reason);
        if (reader.Commands.Count == 0)
            return Failed(sentence, reader.Understood ? Reasons.Negation(sentence.Trim()) : Reasons.Empty());
        return new() { Sentence = sentence, Commands = [.. reader.Commands] };
    }

    private static StepReading Failed(string sentence, UnresolvedReason reason) => new() { Sentence = sentence, Unresolved = reason };

    private static UnresolvedReason? ReadBlocks(ClauseReader reader, string text)
    {
        var blocks = StepText.Blocks(text);
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Kind == BlockKind.Text)
            {
                var list = i + 1 < blocks.Count && blocks[i + 1].Kind != BlockKind.Text ? blocks[i + 1] : null;
                if (list is not null)
                {
                    if (ListReader.Read(reader, block.Text, list) is { } failed)
                        return failed;
                    i++;
                }
                else if (ReadText(reader, block.Text) is { } reason)
                {
                    return reason;
                }
            }
            else if (ListReader.Read(reader, "", block) is { } failedList)
            {
                return failedList;
            }
        }

        return null;
    }

    internal static UnresolvedReason? ReadText(ClauseReader reader, string text)
    {
        var clauses = ClauseSplitter.Split(Tokenizer.Cut(text));
        for (var i = 0; i < clauses.Count; i++)
        {
            reader.HasMore = i < clauses.Count - 1;
            reader.NextClause = reader.HasMore ? clauses[i + 1] : null;
            if (reader.TakeSkip())
                continue;
            if (reader.Read(clauses[i]) is { } reason)
                return reason;
        }

        return null;
    }
}

using Autonoma.Engine.Commands;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Deciding.Models;

/// <summary>
/// What must have happened before a step counts as done, whatever a model says of it: the claims of its sentence must have held, and what it waits for must have come,
/// as they are written.
/// </summary>
/// <param name="Claims">Claims and conditions to wait for that the interpreter reads in the sentence, as it would check them.</param>
/// <param name="AsksForCheck">Whether the sentence asks for a check at all, readable or not.</param>
internal sealed record StepContract(IReadOnlyList<CommandArguments> Claims, bool AsksForCheck)
{
    private static readonly string[] CheckWords =
        ["verify", "assert", "check that", "check if", "check whether", "ensure", "make sure", "confirm that", "expect", "validate", "should", "must be", "must not", "is displayed", "is shown", "is visible", "looks", "appears", "you see", "see that"];

    // An order begins with its verb; what begins like this states something.
    private static readonly HashSet<string> StatementWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "a", "an", "there", "it", "its", "this", "that", "these", "those", "all", "every", "each", "no", "none", "nothing", "both", "neither", "only", "he", "she", "they", "we", "our", "my", "your", "one", "two", "three", "some", "any",
    };

    /// <summary>The contract of a sentence.</summary>
    public static StepContract Of(string sentence, StepReading reading)
    {
        var claims = reading.Commands.Where(command => command is AssertArguments or WaitArguments).ToList();
        return new(claims, claims.Any(claim => claim is AssertArguments) || (!reading.IsResolved && (IsStatement(sentence) || CheckWords.Any(word => sentence.Contains(word, StringComparison.OrdinalIgnoreCase)))));
    }

    private static bool IsStatement(string sentence)
    {
        var first = new string([.. sentence.TrimStart().SkipWhile(c => !char.IsLetterOrDigit(c)).TakeWhile(char.IsLetterOrDigit)]);
        return first.Length == 0 || char.IsDigit(first[0]) || StatementWords.Contains(first);
    }

    /// <summary>Those that have not held yet.</summary>
    public IReadOnlyList<CommandArguments> Open(IReadOnlyList<Attempt> done)
        => [.. Claims.Where(claim => !done.Any(attempt => attempt.Status == StepStatus.Passed && attempt.Arguments == claim))];

    /// <summary>Whether any claim held in this step.</summary>
    public static bool HasHeld(IReadOnlyList<Attempt> done) => done.Any(attempt => attempt is { Status: StepStatus.Passed, Arguments: AssertArguments });
}

using Autonoma.Engine.Commands;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Deciding.Models;

/// <summary>
/// What must have happened before a step counts as done, whatever a model says of it: the claims of its sentence must have held as they are written.
/// </summary>
/// <param name="Claims">Claims that the interpreter reads in the sentence, as it would check them.</param>
/// <param name="AsksForCheck">Whether the sentence asks for a check at all, readable or not.</param>
internal sealed record StepContract(IReadOnlyList<AssertArguments> Claims, bool AsksForCheck)
{
    private static readonly string[] CheckWords =
        ["verify", "assert", "check that", "check if", "check whether", "ensure", "make sure", "confirm that", "expect", "validate", "should", "must be", "must not", "is displayed", "is shown", "is visible", "looks", "appears", "you see", "see that"];

    /// <summary>The contract of a sentence.</summary>
    public static StepContract Of(string sentence, StepReading reading)
    {
        var claims = reading.Commands.OfType<AssertArguments>().ToList();
        return new(claims, claims.Count > 0 || (!reading.IsResolved && CheckWords.Any(word => sentence.Contains(word, StringComparison.OrdinalIgnoreCase))));
    }

    /// <summary>Claims of the sentence that have not held yet.</summary>
    public IReadOnlyList<AssertArguments> Open(IReadOnlyList<Attempt> done)
        => [.. Claims.Where(claim => !done.Any(attempt => attempt.Status == StepStatus.Passed && attempt.Arguments is AssertArguments held && held.Claim == claim.Claim))];

    /// <summary>Whether any claim held in this step.</summary>
    public static bool HasHeld(IReadOnlyList<Attempt> done) => done.Any(attempt => attempt is { Status: StepStatus.Passed, Arguments: AssertArguments });
}

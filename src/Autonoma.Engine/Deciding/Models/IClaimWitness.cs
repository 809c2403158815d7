using Autonoma.Engine.Driving;

namespace Autonoma.Engine.Deciding.Models;

/// <summary>Looks at a picture and says whether a sentence is true of it: the second key for a claim that the interpreter cannot read.</summary>
public interface IClaimWitness
{
    /// <summary>Judges a sentence.</summary>
    /// <param name="claim">As written in the test, secrets masked.</param>
    /// <param name="screen">The screen now.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<WitnessAnswer> JudgeAsync(string claim, Screenshot screen, CancellationToken cancellationToken);
}

/// <summary>What a witness saw.</summary>
/// <param name="Holds">Whether the claim is true of the picture.</param>
/// <param name="Explanation">Why, in a sentence or two.</param>
public sealed record WitnessAnswer(bool Holds, string Explanation);

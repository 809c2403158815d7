using Autonoma.AI.Pictures;
using Autonoma.AI.Registry;
using Autonoma.AI.Visual;
using Autonoma.Engine.Driving;

namespace Autonoma.Engine.Deciding.Models;

/// <summary>A model that looks at the screenshot (tag <see cref="Tag"/>). It is asked anew for each claim and knows nothing of the one that carries out the step.</summary>
public sealed class AssertWitness(IModelSource models) : IClaimWitness
{
    /// <summary>What the configuration calls the model that judges.</summary>
    public const string Tag = "assert-checker";

    /// <inheritdoc/>
    public async Task<WitnessAnswer> JudgeAsync(string claim, Screenshot screen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(screen);
        var verdict = await new AssertChecker(models.GetModelFor(Tag)).CheckConditionAsync(claim, Picture.Of(screen.Bytes), cancellationToken).ConfigureAwait(false);
        return new(verdict.MetCondition, verdict.Reason);
    }
}

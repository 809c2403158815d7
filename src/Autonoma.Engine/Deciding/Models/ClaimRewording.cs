using Autonoma.AI.Tools;
using Autonoma.Engine.Checks;
using Autonoma.Engine.Commands;
using Microsoft.Extensions.AI;

namespace Autonoma.Engine.Deciding.Models;

/// <summary>
/// Turns a claim that the rules cannot judge into one that they can. Two keys are needed, and neither is enough: a witness who looks at the screen must find the
/// claim true as the test words it, and the model's plainer words must hold by the rules. What is recorded are the plainer words, for people to review.
/// </summary>
internal sealed class ClaimRewording(ModelCaller caller, IClaimChecker checker, IClaimWitness? witness)
{
    private const int MaxMendings = 3;

    private static readonly IList<AITool> Tools =
    [
        ModelTool.Declare<AssertInput>("assert", "Says the claim in words that rules can judge: names of elements and quoted texts as they are on the screen, states, counts, values."),
        ModelTool.Declare<FinishInput>(ModelTools.Finished, "Says with success=false that the claim is not true, or cannot be told from the screen."),
    ];

    /// <summary>The claim in words that can be judged, and what comes after it.</summary>
    /// <param name="request">The step.</param>
    /// <param name="claim">As the test words it.</param>
    /// <param name="why">Why the rules cannot judge it.</param>
    /// <param name="rest">Commands after it.</param>
    /// <param name="completes">Whether the step is done after them.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Decision> DecideAsync(DecisionRequest request, string claim, string why, IReadOnlyList<CommandArguments> rest, bool completes, CancellationToken cancellationToken)
    {
        if (witness is null || request.CaptureAsync is null)
            return caller.Nothing("no-witness", $"{why} No model that sees pictures is configured to judge it.");
        var notes = new List<string>();
        for (var mending = 0; mending <= MaxMendings; mending++)
        {
            var seen = await request.LookAsync(cancellationToken).ConfigureAwait(false);
            var screen = ScreenText.Of(seen, request.Mask);
            var problem = $"The claim \"{claim}\" cannot be judged by the rules. {why} Say it with 'assert' in words that they can judge, if it is true; it must mean the same.";
            var calls = await caller.AskAsync(request, problem, notes, screen, seen, Tools, cancellationToken).ConfigureAwait(false);
            try
            {
                var call = calls.Count > 0 ? calls[0] : throw new ToolInputException($"Call 'assert' or '{ModelTools.Finished}'.");
                if (call.Name == ModelTools.Finished)
                    return caller.Nothing("claim-denied", $"\"{claim}\" was not found true by the model that was asked: {ModelTools.Input<FinishInput>(call).Reasoning}");
                var input = ModelTools.Input<AssertInput>(call);
                return await AssertAsync(request, claim, input, rest, completes, cancellationToken).ConfigureAwait(false);
            }
            catch (ToolInputException e)
            {
                notes.Add($"Your last answer could not be used: {e.Message}");
            }
        }

        return caller.Nothing("undecidable", $"{why} The model found no words for it that can be judged: {notes[^1]}");
    }

    /// <summary>Checks both keys and asserts the plainer words.</summary>
    /// <exception cref="ToolInputException">The words cannot be judged; the message is for the model.</exception>
    public async Task<Decision> AssertAsync(DecisionRequest request, string claim, AssertInput input, IReadOnlyList<CommandArguments> rest, bool completes, CancellationToken cancellationToken)
    {
        if (witness is null || request.CaptureAsync is null)
            return caller.Nothing("no-witness", $"\"{claim}\" cannot be judged by the rules, and no model that sees pictures is configured to judge it.");
        var plain = input.Claim.Trim();
        if (plain.Length == 0)
            throw new ToolInputException("The claim is empty.");
        if (checker.WhyUnreadable(request.Words(plain)) is { } unreadable)
            throw new ToolInputException($"\"{plain}\" cannot be judged by the rules either: {unreadable}");
        var now = await request.LookAsync(cancellationToken).ConfigureAwait(false);
        if (checker.Check(request.Words(plain), now, new(request.GroundingFor(now))) is { Verdict: CheckVerdict.Undecidable } undecidable)
            throw new ToolInputException($"\"{plain}\" cannot be judged by the rules on this screen: {undecidable.Explanation}");
        var picture = await request.CaptureAsync(cancellationToken).ConfigureAwait(false);
        var answer = await caller.JudgeAsync(witness, request.Mask(claim), picture, cancellationToken).ConfigureAwait(false);
        if (!answer.Holds)
            return caller.Nothing("claim-denied", $"\"{claim}\" was not found true on the screen: {answer.Explanation}");
        return new()
        {
            By = caller.Name,
            Commands = [new AssertArguments(plain), .. rest],
            CompletesStep = completes,
            Confidence = 0.5,
            Evidence = $"\"{claim}\" was found true on the screen ({answer.Explanation}) and is checked as \"{plain}\": {input.Reason}",
        };
    }
}

using Autonoma.AI.Tools;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;
using Microsoft.Extensions.AI;

namespace Autonoma.Engine.Deciding.Models;

/// <summary>
/// Lets a model say which of several elements that fit equally well a step means. The command stays what the interpreter read in the sentence: only its
/// target becomes one of the candidates, and never anything else.
/// </summary>
internal sealed class TargetChoice(ModelCaller caller, IGrounder grounder, PinnedTargets pins)
{
    private const int MaxMendings = 2;
    private const string Choose = "choose";

    private static readonly IList<AITool> Tools =
    [
        ModelTool.Declare<TargetInput>(Choose, "Names the one element that the step means."),
        ModelTool.Declare<FinishInput>(ModelTools.Finished, "Says with success=false that the step does not tell which one is meant."),
    ];

    /// <summary>The command with its target chosen, and what comes after it; null when the elements are no longer ambiguous.</summary>
    public async Task<Decision?> DecideAsync(DecisionRequest request, CommandArguments failed, IReadOnlyList<CommandArguments> rest, CancellationToken cancellationToken)
    {
        var notes = new List<string>();
        for (var mending = 0; mending <= MaxMendings; mending++)
        {
            var seen = await request.LookAsync(cancellationToken).ConfigureAwait(false);
            if (Ambiguous(request, failed, seen) is not var (words, purpose, candidates))
                return null;
            var screen = ScreenText.Of(seen, request.Mask);
            var listed = candidates.Select(node => (Node: node, Reference: screen.ReferenceOf(node))).Where(candidate => candidate.Reference is not null).ToList();
            if (listed.Count < candidates.Count)
                return caller.Nothing("ambiguous", "Several elements fit equally well, and not all of them can be shown to the model.");
            var problem = $"\"{words}\" fits {candidates.Count} elements equally well: {string.Join(", ", listed.Select(candidate => candidate.Reference))}. Say with '{Choose}' which of these the step means, if the step or the screen tells.";
            var calls = await caller.AskAsync(request, problem, notes, screen, seen, Tools, cancellationToken).ConfigureAwait(false);
            try
            {
                var call = calls.Count > 0 ? calls[0] : throw new ToolInputException($"Call '{Choose}' or '{ModelTools.Finished}'.");
                if (call.Name == ModelTools.Finished)
                    return caller.Nothing("ambiguous", $"\"{words}\" fits several elements equally well, and the model could not tell them apart: {ModelTools.Input<FinishInput>(call).Reasoning}");
                var input = ModelTools.Input<TargetInput>(call);
                var chosen = screen.Find(input.Target) ?? throw new ToolInputException($"'{input.Target}' is no reference of the list.");
                if (!candidates.Contains(chosen))
                    throw new ToolInputException($"'{input.Target}' is none of the candidates.");
                // A model takes its time: what it chose must still be there, and still be one of them.
                var now = await request.LookAsync(cancellationToken).ConfigureAwait(false);
                if (Ambiguous(request, failed, now)?.Candidates.FirstOrDefault(node => node.Ref == chosen.Ref) is not { } still)
                    throw new ToolInputException("The screen changed meanwhile. Look again.");
                var description = TargetWords.Describe(still, purpose, now, request.GroundingFor(now), grounder) ?? pins.Pin(still, $"{Commands.Execution.Wording.Of(still)}, chosen");
                return new()
                {
                    By = caller.Name,
                    Commands = [Retargeting.With(failed, words, description), .. rest],
                    Confidence = 0.5,
                    Evidence = $"of {candidates.Count} that fit equally well, the model chose {Commands.Execution.Wording.Of(still)}: {input.Reason}",
                    Alternatives = [.. candidates.Where(node => node.Ref != chosen.Ref).Select(node => new Alternative(Commands.Execution.Wording.Of(node), 0.5, "fits the words equally well"))],
                };
            }
            catch (ToolInputException e)
            {
                notes.Add($"Your last answer could not be used: {e.Message}");
            }
        }

        return caller.Nothing("model-failed", $"The model gave no answer that could be used: {notes[^1]}");
    }

    private (string Words, GroundingPurpose Purpose, IReadOnlyList<UiNode> Candidates)? Ambiguous(DecisionRequest request, CommandArguments command, Observation seen)
    {
        foreach (var (words, purpose) in Retargeting.TargetsOf(command))
        {
            var result = grounder.Ground(request.Words(words), purpose, seen, request.GroundingFor(seen));
            if (result.Outcome == GroundingOutcome.Ambiguous)
                return (words, purpose, [.. result.Candidates.Select(candidate => candidate.Node)]);
        }

        return null;
    }
}

using Autonoma.Engine.Commands;
using Autonoma.Engine.Deciding;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Running;
using Autonoma.Engine.Suites;

namespace Autonoma.Platform.Executing;

/// <summary>
/// Asks whoever watches how a step is meant that cannot be decided. The answer is a sentence, read like one of the test; a step that checks something can
/// only be answered by one that checks something, so that no answer makes a test check less.
/// </summary>
internal sealed class AskingDecider(IDecider inner, IStepReader reader, IRunProgress progress) : IDecider
{
    private const int MostQuestions = 3;

    // What a sentence begins with when its author wants something checked, also when it cannot be read as a whole.
    private static readonly string[] Checking = ["verify", "check that", "check if", "assert", "ensure", "expect", "confirm", "make sure", "should"];

    public IWaitAdvisor? Waits => inner.Waits;

    public async ValueTask<Decision> DecideAsync(DecisionRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var decision = await inner.DecideAsync(request, cancellationToken);
        for (var asked = 0; decision.Unresolved is { } unresolved && asked < MostQuestions; asked++)
        {
            var hint = unresolved.Suggestion is { Length: > 0 } suggestion ? $" For example: {suggestion}" : "";
            var question = new RunQuestion(Guid.CreateVersion7(), request.Step.Number, request.Mask(request.Step.Text), request.Mask($"{unresolved.Message}{hint}"));
            if (await progress.AskAsync(question, cancellationToken) is not { Length: > 0 } answer)
                return decision;
            decision = Read(request.Step, answer);
        }

        return decision;
    }

    public IReadOnlyList<CommandArguments> Foresee(TestStep step) => inner.Foresee(step);

    public bool DecidesAgainAfter(TestStep step, Attempt failed) => inner.DecidesAgainAfter(step, failed);

    private Decision Read(TestStep step, string answer)
    {
        var reading = reader.Read(answer);
        if (reading.Unresolved is { } still)
            return new() { By = "user", Confidence = 0, Evidence = still.Message, Unresolved = still };
        if (Checking.Any(word => step.Text.Contains(word, StringComparison.OrdinalIgnoreCase)) && !reading.Commands.Any(command => command is AssertArguments))
        {
            var weaker = new UnresolvedReason("answer-checks-nothing", "The step checks something, and the answer does not.", "Verify that ...");
            return new() { By = "user", Confidence = 0, Evidence = weaker.Message, Unresolved = weaker };
        }

        return new() { By = "user", Commands = reading.Commands, IsWholeStep = true, Evidence = $"answered: {answer}" };
    }
}

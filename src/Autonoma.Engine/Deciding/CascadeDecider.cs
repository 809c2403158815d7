using Autonoma.Engine.Commands;
using Autonoma.Engine.Deciding.Models;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Running;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Deciding;

/// <summary>
/// Asks the interpreter first, which costs nothing. A model gets only what is left: a sentence that was not read, elements that fit equally well, a claim that
/// cannot be judged. What the interpreter found missing or false stays missing or false: no model is asked to find another way.
/// </summary>
/// <param name="reader">Reads sentences.</param>
/// <param name="model">Asked for the rest.</param>
public sealed class CascadeDecider(IStepReader reader, ModelDecider model) : IDecider
{
    // Tests do not branch, and an empty sentence asks for nothing: that is for the author to mend.
    private static readonly string[] ForTheAuthor = ["condition", "empty"];

    // Of one step. A page that changes all the time could raise the same question for ever.
    private const int MostQuestions = 4;

    private readonly InterpreterDecider _interpreter = new(reader);
    private TestStep? _step;
    private bool _handedOver;
    private int _questions;

    /// <inheritdoc/>
    public IReadOnlyList<CommandArguments> Foresee(TestStep step) => _interpreter.Foresee(step);

    /// <inheritdoc/>
    public IWaitAdvisor? Waits => model.Waits;

    /// <inheritdoc/>
    public bool DecidesAgainAfter(TestStep step, Attempt failed)
    {
        ArgumentNullException.ThrowIfNull(failed);
        Begin(step);
        if (_handedOver)
            return model.DecidesAgainAfter(step, failed);
        return (failed.Failure == FailureKind.Undecidable || failed is { Failure: FailureKind.Grounding, IsAmbiguous: true }) && ++_questions <= MostQuestions;
    }

    /// <inheritdoc/>
    public async ValueTask<Decision> DecideAsync(DecisionRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        Begin(request.Step);
        var read = await _interpreter.DecideAsync(request, cancellationToken).ConfigureAwait(false);
        if (_handedOver)
            return await model.DecideAsync(request, cancellationToken).ConfigureAwait(false);
        if (read.Unresolved is { } unresolved)
        {
            if (ForTheAuthor.Contains(unresolved.Code))
                return read;
            _handedOver = true;
            return await model.CarryOutAsync(request, unresolved.Message, cancellationToken).ConfigureAwait(false);
        }

        if (request.Done.Count == 0 || request.Done[^1] is not { Status: StepStatus.Failed } failed)
            return read;

        // Commands before the failed one were carried out; those after it stay as they were read.
        var done = request.Done.Count(attempt => attempt.Status == StepStatus.Passed);
        IReadOnlyList<CommandArguments> rest = [.. read.Commands.Skip(done + 1)];
        return failed.Arguments is AssertArguments claim
            ? await model.RewordAsync(request, claim.Claim, failed.Outcome, rest, completes: true, cancellationToken).ConfigureAwait(false)
            : await model.ChooseAsync(request, failed.Arguments, rest, cancellationToken).ConfigureAwait(false);
    }

    private void Begin(TestStep step)
    {
        if (ReferenceEquals(_step, step))
            return;
        _step = step;
        _handedOver = false;
        _questions = 0;
    }
}

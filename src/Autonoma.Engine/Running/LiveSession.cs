using Autonoma.Engine.Checks;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Commands.Targets;
using Autonoma.Engine.Deciding;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Memory;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Running;

/// <summary>
/// Carries out sentences one by one on a screen that the caller owns, with one memory for all of them. Not thread-safe: one call at a time.
/// </summary>
public sealed class LiveSession
{
    private readonly RunSession _session;
    private readonly IStepReader _reader;
    private readonly StepRunner _steps;
    private readonly FixedDecider _decider;
    private int _count;

    /// <summary>A session on a driver, which stays the caller's.</summary>
    public LiveSession(IAppDriver driver, RunOptions options, IStepReader reader, IGrounder grounder, IClaimChecker checker, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _reader = reader;
        _session = new(driver, options, grounder, checker, new RunMemory(options.Secrets, options.Variables), time) { FilesFolder = Directory.GetCurrentDirectory() };
        _decider = new(new InterpreterDecider(reader));
        _steps = new(_session, _decider, new ObserverGroup([], [], time), new LoopDetector(options.MaxRepeats));
    }

    /// <summary>Variables so far; secrets masked.</summary>
    public IReadOnlyDictionary<string, string> Memory => _session.Memory.Snapshot();

    /// <summary>Carries out what a sentence asks for. A failure is a result, not an exception.</summary>
    public Task<StepResult> ActAsync(string sentence, CancellationToken cancellationToken) => RunAsync(sentence, null, cancellationToken);

    /// <summary>Checks a claim, waiting for it: "the total is 42", "verify that the dialog is closed".</summary>
    public Task<StepResult> CheckAsync(string claim, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(claim);
        // "Verify that ..." is a sentence whose claim the reader knows; anything else is a claim as it stands.
        var reading = _session.Checker.WhyUnreadable(claim) is null ? null : _reader.Read(claim);
        IReadOnlyList<CommandArguments> commands = reading is { IsResolved: true } && reading.Commands.All(command => command is AssertArguments) ? reading.Commands : [new AssertArguments(claim)];
        return RunAsync(claim, commands, cancellationToken);
    }

    /// <summary>Reads a value or text; it is the output of the last attempt, and kept as a variable when a name is given.</summary>
    public Task<StepResult> ReadAsync(string description, string? variable, CancellationToken cancellationToken)
        => RunAsync($"Read {description}", [new ReadArguments(description, variable ?? "_read")], cancellationToken);

    /// <summary>Waits until a description means exactly one element.</summary>
    /// <exception cref="CommandFailedException">It never did; the message names the nearest.</exception>
    public async Task<UiNode> FindAsync(string description, CancellationToken cancellationToken)
    {
        var context = new CommandContext(_session, description);
        try
        {
            return (await TargetFinder.FindAsync(context, description, GroundingPurpose.Look, cancellationToken).ConfigureAwait(false)).Node;
        }
        catch (CommandFailure failure)
        {
            throw new CommandFailedException(failure.Message, failure);
        }
    }

    private Task<StepResult> RunAsync(string sentence, IReadOnlyList<CommandArguments>? commands, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sentence);
        _decider.Next = commands;
        _session.ForgetLook(); // between two calls the caller may have done anything
        return _steps.RunAsync(new TestStep(++_count, sentence), _count, "step", [], cancellationToken);
    }

    /// <summary>Commands that the caller named win over what the sentence says.</summary>
    private sealed class FixedDecider(IDecider inner) : IDecider
    {
        public IReadOnlyList<CommandArguments>? Next { get; set; }

        public ValueTask<Decision> DecideAsync(DecisionRequest request, CancellationToken cancellationToken)
            => Next is { } commands ? ValueTask.FromResult(new Decision { By = "caller", Commands = commands }) : inner.DecideAsync(request, cancellationToken);

        public IReadOnlyList<CommandArguments> Foresee(TestStep step) => inner.Foresee(step);
    }
}

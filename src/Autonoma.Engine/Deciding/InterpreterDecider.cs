using Autonoma.Engine.Commands;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Deciding;

/// <summary>Decides by reading the sentence: the same sentence gives the same commands, whatever the screen shows.</summary>
public sealed class InterpreterDecider(IStepReader reader) : IDecider
{
    private readonly Dictionary<string, StepReading> _readings = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<Decision> DecideAsync(DecisionRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var reading = Read(request.Step);
        return ValueTask.FromResult(reading.Unresolved is { } unresolved
            ? new Decision { By = "interpreter", Confidence = 0, Evidence = unresolved.Message, Unresolved = unresolved }
            : new Decision
            {
                By = "interpreter",
                Commands = reading.Commands,
                IsWholeStep = true,
                Evidence = $"read as {string.Join(", then ", reading.Commands.Select(command => command.Command))}",
            });
    }

    /// <inheritdoc/>
    public IReadOnlyList<CommandArguments> Foresee(TestStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return Read(step).Commands;
    }

    private StepReading Read(TestStep step)
    {
        if (!_readings.TryGetValue(step.Text, out var reading))
            _readings[step.Text] = reading = reader.Read(step.Text);
        return reading;
    }
}

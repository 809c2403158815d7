using Autonoma.Engine.Commands;
using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Recording.Capture;
using Autonoma.Engine.Recording.Drift;
using Autonoma.Engine.Recording.Replaying;

namespace Autonoma.Engine.Recording;

internal sealed partial class RunRecording
{
    // A condition that no longer comes must not hold up a run for as long as a missing element does.
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    /// <summary>Waits for what was seen to come, go or load before the command when it was recorded. What does not come is no failure: the element decides.</summary>
    public async Task WaitBeforeAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (_expected?.Before is not { } recorded || RecordedTexts.Map(recorded, _templates.Load) is not { } wait)
            return;
        var most = TimeSpan.FromMilliseconds(3d * wait.Within);
        if (most < ShortestWait)
            most = ShortestWait;
        var pace = context.StartPace(most < context.Options.StepTimeout ? most : context.Options.StepTimeout);
        while (!WaitPlanner.IsOver(wait, await context.GlanceAsync(cancellationToken).ConfigureAwait(false)) && !pace.IsOver)
        {
            await pace.NextAsync(cancellationToken).ConfigureAwait(false);
            context.Session.ForgetLook();
        }
    }

    /// <summary>Whether a replayed command is one that the page answered with nothing when it was recorded: text typed into a form that is sent later.</summary>
    public bool SetNothingOff(CommandArguments arguments)
        => arguments is TypeArguments && !IsHealing && _expected is { After: null, Targets.Count: > 0 };

    /// <summary>The app was touched and is at rest: takes down what happened, or asks for what happened when it was recorded.</summary>
    public async Task AfterActionAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (_capture is not { } capture)
            return;
        var expected = _expected is null ? null : RecordedTexts.Map(_expected.After, _templates.Load);
        if (!Captures && expected is null)
        {
            _lastLook = null;
            return;
        }

        var after = await context.GlanceAsync(cancellationToken).ConfigureAwait(false);
        if (expected is not null)
        {
            var pace = context.StartPace(context.Options.AssertionTimeout);
            while (!Effects.Hold(expected, capture.Before, after))
            {
                if (pace.IsOver)
                {
                    _driftOfElement = false;
                    throw new CommandFailure(Running.FailureKind.Drift, new Drifted("the action was carried out, but nothing of what it did when it was recorded has happened.", Effects.Describe(expected), Effects.Describe(Effects.Read(capture.Before, after))).ToString());
                }

                await pace.NextAsync(cancellationToken).ConfigureAwait(false);
                after = await context.LookAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        if (Captures)
            capture.Effect = Effects.Read(capture.Before, after);
        _lastLook = Captures ? after : null;
    }
}

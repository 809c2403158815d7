using Autonoma.Engine.Checks;
using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Commands;

/// <summary>Waits until a claim holds. A claim of absence is believed only on a page at rest and after it has lasted.</summary>
internal static class AssertionWaiter
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    /// <summary>The last judgement: held, or what it was when the time was over.</summary>
    /// <param name="context">Where.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="timeout">For how long.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="isBelieved">Whether a judgement that the claim holds counts; one that does not is waited out, and comes back when the time is over.</param>
    public static async Task<CheckResult> WaitAsync(CommandContext context, string claim, TimeSpan timeout, CancellationToken cancellationToken, Func<CheckResult, bool>? isBelieved = null)
    {
        var pace = context.StartPace(timeout);
        TimeSpan? heldSince = null;
        var first = true;
        Observation? atRest = null;
        while (true)
        {
            var screen = atRest ?? (first ? await context.GlanceAsync(cancellationToken).ConfigureAwait(false) : await context.LookAsync(cancellationToken).ConfigureAwait(false));
            (first, atRest) = (false, null);
            var result = context.Session.Checker.Check(claim, screen, context.Session.ChecksFor(screen));
            if (result.Verdict == CheckVerdict.Held && (isBelieved?.Invoke(result) ?? true))
            {
                if (!result.HasAbsence)
                    return result;
                if (heldSince is null)
                {
                    // What is not there on a busy page may only not be there yet.
                    (var rest, atRest) = await context.SettleAndLookAsync(cancellationToken).ConfigureAwait(false);
                    heldSince = pace.Elapsed;
                    if (rest.Waited > TimeSpan.FromMilliseconds(1) || atRest is not null)
                        continue;
                }

                var left = Hold(context, screen) - (pace.Elapsed - heldSince.Value);
                if (left <= TimeSpan.Zero)
                    return result;
                await Task.Delay(left < Glance ? left : Glance, context.Time, cancellationToken).ConfigureAwait(false);
                continue;
            }

            heldSince = null;
            if (pace.IsOver)
                return result;
            await pace.NextAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    // On a screen that nothing can change by itself, a frame tells as much. Each look asks anew: one that is no longer at rest
    // must last for the whole of it.
    private static TimeSpan Hold(CommandContext context, Observation screen) => screen.IsInert ? context.Options.AbsenceHold / 16 : context.Options.AbsenceHold;
}

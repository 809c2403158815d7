using Autonoma.Engine.Observing;
using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Recording.Signals;

namespace Autonoma.Engine.Recording.Replaying;

/// <summary>Finds out from two looks what had to happen between a step and the next.</summary>
internal static class WaitPlanner
{
    // What comes sooner is there when the page is at rest after the action; waiting for it would only tie the recording to one machine.
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(250);
    private static readonly int[] Within = [500, 1000, 2000, 5000, 10000, 30000];
    private const int Most = 2;
    private const int MostCandidates = 12;

    /// <summary>The condition; null when the screen was ready at once.</summary>
    /// <param name="last">The last look before.</param>
    /// <param name="ready">The look that found everything there.</param>
    public static RecordedWait? Plan(Observation? last, Observation? ready)
    {
        if (last is null || ready is null || last.Fingerprint == ready.Fingerprint || ready.At - last.At < Soon)
            return null;
        var moved = SignalText.PathOf(last.Url) != SignalText.PathOf(ready.Url);
        var appears = ScreenTexts.Only(ready, last, Most);
        var vanishes = moved ? [] : ScreenTexts.Only(last, ready, Most);
        if (!moved && appears.Count == 0 && vanishes.Count == 0)
            return null;
        var took = (ready.At - last.At).TotalMilliseconds;
        return new()
        {
            Loads = moved ? SignalText.PathOf(ready.Url) : null,
            Appears = appears.Count == 0 ? null : appears,
            Vanishes = vanishes.Count == 0 ? null : vanishes,
            // In steps, so that two recordings of the same page are the same.
            Within = Within.FirstOrDefault(step => took <= step, Within[^1]),
        };
    }

    /// <summary>
    /// All that came and went, where that is more than a condition holds: the rules then take the most telling kind of element, and among equals the first, which may be a tip of
    /// the day. Null where the condition says it all.
    /// </summary>
    public static (IReadOnlyList<string> Appeared, IReadOnlyList<string> Vanished)? Candidates(Observation last, Observation ready)
    {
        var appeared = ScreenTexts.Only(ready, last, MostCandidates);
        var vanished = SignalText.PathOf(last.Url) != SignalText.PathOf(ready.Url) ? [] : ScreenTexts.Only(last, ready, MostCandidates);
        return appeared.Count > Most || vanished.Count > Most ? (appeared, vanished) : null;
    }

    /// <summary>Whether a screen fulfils the condition.</summary>
    public static bool IsOver(RecordedWait wait, Observation screen)
        => (wait.Loads is not { } path || SignalText.Same(path, SignalText.PathOf(screen.Url)))
            && (wait.Appears?.All(text => ScreenTexts.Shows(screen, text)) ?? true)
            && (wait.Vanishes?.All(text => !ScreenTexts.Shows(screen, text)) ?? true);
}

using Autonoma.Engine.Running;

namespace Autonoma.Engine.Recording.Healing;

/// <summary>What a run that needed heals is worth.</summary>
internal static class HealVerdict
{
    /// <summary>A passed run says how many heals it took, and fails unless they were declared good enough.</summary>
    public static Verdict Of(Verdict verdict, RecordingSession session)
    {
        if (verdict.Reason != FinishReason.Success)
            return verdict;
        var words = $"passed with {session.Heals.Count} proposed {(session.Heals.Count == 1 ? "heal" : "heals")}: {string.Join("; ", session.Heals.Select(heal => $"step {heal.Number}, {heal.Recorded} is now {heal.Now}"))}.";
        return session.HealsPass
            ? verdict with { Words = $"{verdict.Words} It {words}" }
            : new(FinishReason.Error, FailureKind.Drift, $"{words} Look at the proposal ('autonoma heal show') and accept or reject it.", verdict.AssertionsHeld);
    }
}

using Autonoma.Engine.Running;

namespace Autonoma.Engine.Artifacts;

/// <summary>Takes the secrets out of what a run left, wherever a text may hold one: sentences, outcomes, memory, addresses, claims.</summary>
public static class MaskedRun
{
    /// <summary>The same run without secrets; the same instance when none is known.</summary>
    public static RunResult Apply(this SecretMasker masker, RunResult run)
    {
        ArgumentNullException.ThrowIfNull(masker);
        ArgumentNullException.ThrowIfNull(run);
        if (masker.IsEmpty)
            return run;
        return run with
        {
            Test = masker.Apply(run.Test),
            Reasoning = masker.Apply(run.Reasoning),
            Steps = [.. run.Steps.Select(masker.Apply)],
            Memory = run.Memory.ToDictionary(pair => pair.Key, pair => masker.Apply(pair.Value), StringComparer.Ordinal),
            StartUrl = masker.Apply(run.StartUrl),
        };
    }

    /// <summary>The same step without secrets.</summary>
    public static StepResult Apply(this SecretMasker masker, StepResult step)
    {
        ArgumentNullException.ThrowIfNull(masker);
        ArgumentNullException.ThrowIfNull(step);
        return masker.IsEmpty ? step : step with
        {
            Text = masker.Apply(step.Text),
            Message = masker.Apply(step.Message),
            Attempts = [.. step.Attempts.Select(attempt => Apply(masker, attempt))],
        };
    }

    private static Attempt Apply(SecretMasker masker, Attempt attempt) => attempt with
    {
        Arguments = MaskedArguments.Apply(masker, attempt.Arguments),
        Outcome = masker.Apply(attempt.Outcome),
        Output = attempt.Output is string text ? masker.Apply(text) : attempt.Output,
        Target = attempt.Target is null ? null : masker.Apply(attempt.Target),
        Considered = [.. attempt.Considered.Select(element => element with { Element = masker.Apply(element.Element), Why = masker.Apply(element.Why) })],
        Claims = [.. attempt.Claims.Select(claim => claim with { Claim = masker.Apply(claim.Claim), Expected = masker.Apply(claim.Expected), Found = masker.Apply(claim.Found) })],
        UrlBefore = masker.Apply(attempt.UrlBefore),
        UrlAfter = masker.Apply(attempt.UrlAfter),
    };
}

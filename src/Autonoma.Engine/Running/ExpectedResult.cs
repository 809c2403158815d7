using Autonoma.Engine.Checks;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Running;

/// <summary>Judges the prose of the expected result after the steps: extra evidence, decisive only when strict.</summary>
internal sealed class ExpectedResult(RunSession session, ObserverGroup observers)
{
    public async Task<IReadOnlyList<StepResult>> JudgeAsync(IReadOnlyList<TestStep> sentences, int before, CancellationToken cancellationToken)
    {
        var results = new List<StepResult>();
        foreach (var sentence in sentences)
        {
            var number = before + results.Count + 1;
            await observers.TellAsync(observer => observer.BeforeStepAsync(new(sentence, number, "expected"), cancellationToken)).ConfigureAwait(false);
            var result = await JudgeAsync(sentence, number, cancellationToken).ConfigureAwait(false);
            results.Add(result);
            await observers.TellAsync(observer => observer.AfterStepAsync(result, cancellationToken)).ConfigureAwait(false);
        }

        return results;
    }

    private async Task<StepResult> JudgeAsync(TestStep sentence, int number, CancellationToken cancellationToken)
    {
        var started = session.Elapsed;
        var result = new StepResult { Number = number, Text = sentence.Text, Line = sentence.Line, Section = "expected", Status = StepStatus.Skipped };
        try
        {
            var claim = session.Memory.ResolveQuoted(sentence.Text);
            if (session.Checker.WhyUnreadable(claim) is { } why)
                return result with { Message = $"Not judged: {why}" };

            // Evidence that decides nothing is not worth waiting for.
            var timeout = session.Options.StrictExpected ? session.Options.AssertionTimeout : TimeSpan.Zero;
            var context = new CommandContext(session, sentence.Text);
            var arguments = new AssertArguments(sentence.Text);
            await observers.TellAsync(observer => observer.BeforeAttemptAsync(new(number, 0, arguments), cancellationToken)).ConfigureAwait(false);
            var judged = await Deadline.RunAsync(
                token => AssertionWaiter.WaitAsync(context, claim, timeout, token), timeout + TimeSpan.FromSeconds(10), session.Time, cancellationToken).ConfigureAwait(false);
            context.Evidence.Judged(judged);
            // Prose that turns out not to be decidable stays prose.
            var (status, failure) = judged.Verdict switch
            {
                CheckVerdict.Held => (StepStatus.Passed, FailureKind.None),
                CheckVerdict.Failed => (StepStatus.Failed, FailureKind.Assertion),
                CheckVerdict.Undecidable => (StepStatus.Skipped, FailureKind.None),
                _ => throw new InvalidOperationException($"Unknown verdict {judged.Verdict}."),
            };
            var attempt = new Attempt
            {
                Arguments = arguments,
                Status = status,
                Failure = failure,
                Outcome = session.Memory.Masker.Apply(judged.Explanation),
                StartedAt = started,
                Duration = session.Elapsed - started,
                Target = context.Evidence.Target,
                TargetBounds = context.Evidence.Bounds,
                Claims = context.Evidence.Claims,
                UrlBefore = session.Url,
                UrlAfter = session.Url,
            };
            attempt = await observers.AfterAttemptAsync(new(number, 0, attempt, context.Evidence.First, context.Evidence.Last, context.Evidence.MeasuredAt), cancellationToken).ConfigureAwait(false);
            return result with
            {
                Status = status,
                Failure = failure,
                Message = status == StepStatus.Passed ? "" : session.Memory.Masker.Apply((status == StepStatus.Skipped ? "Not judged: " : "") + judged.Explanation),
                Attempts = [attempt],
                Duration = session.Elapsed - started,
            };
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            return result with { Message = $"Not judged: {problem.Message}", Status = session.Options.StrictExpected ? StepStatus.Failed : StepStatus.Skipped, Failure = session.Options.StrictExpected ? FailureKind.Engine : FailureKind.None };
        }
    }
}

using Autonoma.Engine.Checks;
using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Recording;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Commands;

internal sealed class AssertCommand : Command<AssertArguments>
{
    public override string Description => """
        assert: checks that a claim about the screen is true, waiting for it for a while. Changes nothing.
          claim: the claim in words ("the total reads 42.00 EUR", "3 rows are listed", "the Save button is disabled").
        """;

    public override bool Acts => false;

    protected override TimeSpan Limit(AssertArguments arguments, RunOptions options)
        => options.AssertionTimeout + options.AbsenceHold + options.SettleCap + TimeSpan.FromSeconds(10);

    protected override async Task<CommandOutcome> RunAsync(AssertArguments arguments, CommandContext context, CancellationToken cancellationToken)
    {
        var claim = context.Words(arguments.Claim);
        if (context.Session.Checker.WhyUnreadable(claim) is { } why)
            throw new CommandFailure(FailureKind.Undecidable, $"undecidable: \"{claim}\" cannot be judged. {why}");

        var recording = context.Session.Recording;
        var result = await AssertionWaiter.WaitAsync(context, claim, context.Options.AssertionTimeout, cancellationToken, recording is null ? null : held => recording.Objection(held) is null).ConfigureAwait(false);
        context.Evidence.Judged(result);
        if (result.Verdict == CheckVerdict.Held)
        {
            if (recording?.Objection(result) is { } drift)
                throw RunRecording.Failure(drift, "");
            recording?.Held(result, context.Evidence.Last);
        }

        return result.Verdict switch
        {
            CheckVerdict.Held => new(result.Explanation.Length > 0 ? result.Explanation : $"held: {claim}"),
            CheckVerdict.Failed => throw new CommandFailure(FailureKind.Assertion, $"\"{claim}\" did not become true within {Wording.Of(context.Options.AssertionTimeout)}. {Details(result)}"),
            CheckVerdict.Undecidable => throw new CommandFailure(FailureKind.Undecidable, $"undecidable: \"{claim}\" cannot be judged on this screen. {Details(result)}"),
            _ => throw new InvalidOperationException($"Unknown verdict {result.Verdict}."),
        };
    }

    private static string Details(CheckResult result)
    {
        var parts = result.Parts.Where(part => part.Verdict != CheckVerdict.Held && (part.Expected.Length > 0 || part.Found.Length > 0)).ToList();
        if (parts.Count == 0)
            return result.Explanation;
        return string.Join(" ", parts.Select(part => $"{(result.Parts.Count > 1 ? $"{part.Claim}: " : "")}expected {part.Expected}; found {part.Found}."));
    }
}

using System.Diagnostics;
using System.Text.Json;
using Autonoma.AI.Evaluating;
using Autonoma.AI.Visual;
using Microsoft.Extensions.AI;

namespace Autonoma.Accuracy.Models;

/// <summary>
/// Does a model that looks once a second see when a condition comes true, not before, and not at all where it never does. The condition does
/// not hold on the fresh page; the setup sets off what makes it true after a while. A picture that has not changed is not asked about again.
/// </summary>
public sealed class WaitForInstructionKind : ModelKind
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    public override string Name => "wait-for-instruction";

    public override string File => "waits.json";

    public override string Expected(JsonElement entry) => $"{entry.GetProperty("instruction").GetString()}  =>  {(entry.GetProperty("expect").GetBoolean() ? "after a while" : "never")}";

    public override async Task<CaseVerdict> JudgeAsync(JsonElement entry, ModelStage stage, IChatClient model, CancellationToken cancellationToken)
    {
        await using var page = await stage.OpenAsync(entry, setUp: false);
        var checker = new VisualConditionChecker(model);
        var condition = entry.GetProperty("instruction").GetString()!;
        var comes = entry.GetProperty("expect").GetBoolean();
        var picture = await PictureOfAsync(page, whole: false);
        var verdict = await checker.CheckConditionAsync(condition, picture, cancellationToken);
        if (verdict.MetCondition)
            return new(EvaluationMark.Wrong, $"true before anything was set off: {verdict.Reason}", FalseAccepted: true);
        foreach (var action in SetupAction.Parse(entry))
            await page.PerformAsync(action);

        var started = Stopwatch.GetTimestamp();
        for (var last = false; ;)
        {
            var next = await PictureOfAsync(page, whole: false);
            // Seen after the picture was taken: what is not there now was not on it.
            var early = comes && entry.TryGetProperty("shows", out var sign) && !await (await page.LocateAsync(sign.GetString()!)).IsVisibleAsync();
            if (!next.Bytes.Span.SequenceEqual(picture.Bytes.Span))
            {
                verdict = await checker.CheckConditionAsync(condition, next, cancellationToken);
                picture = next;
            }

            if (verdict.MetCondition)
                return !comes ? new(EvaluationMark.Wrong, $"true, and it never is: {verdict.Reason}", FalseAccepted: true)
                    : early ? new(EvaluationMark.Wrong, $"true too early: {verdict.Reason}", FalseAccepted: true)
                    : new(EvaluationMark.Right, $"true: {verdict.Reason}");
            if (last)
                return new(comes ? EvaluationMark.Wrong : EvaluationMark.Right, $"not true in {stage.Wait.TotalSeconds:0} s: {verdict.Reason}");
            await Task.Delay(BetweenLooks, cancellationToken);
            // One look after the time is over: a slow machine may have come to the change just then.
            last = Stopwatch.GetElapsedTime(started) >= stage.Wait;
        }
    }
}

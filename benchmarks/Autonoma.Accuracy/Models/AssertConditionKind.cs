using System.Text.Json;
using Autonoma.AI.Evaluating;
using Autonoma.AI.Visual;
using Microsoft.Extensions.AI;

namespace Autonoma.Accuracy.Models;

/// <summary>Is a statement about the page true, judged by a picture of the whole page: what is below the fold is displayed.</summary>
public sealed class AssertConditionKind : ModelKind
{
    public override string Name => "assert-condition";

    public override string File => "assertions.json";

    public override string Expected(JsonElement entry) => $"{entry.GetProperty("instruction").GetString()}  =>  {(entry.GetProperty("expect").GetBoolean() ? "true" : "false")}";

    public override async Task<CaseVerdict> JudgeAsync(JsonElement entry, ModelStage stage, IChatClient model, CancellationToken cancellationToken)
    {
        await using var page = await stage.OpenAsync(entry);
        var picture = await PictureOfAsync(page, whole: true);
        var verdict = await new AssertChecker(model).CheckConditionAsync(entry.GetProperty("instruction").GetString()!, picture, cancellationToken);
        var got = $"{(verdict.MetCondition ? "true" : "false")}: {verdict.Reason}";
        return verdict.MetCondition == entry.GetProperty("expect").GetBoolean() ? new(EvaluationMark.Right, got) : new(EvaluationMark.Wrong, got, FalseAccepted: verdict.MetCondition);
    }
}

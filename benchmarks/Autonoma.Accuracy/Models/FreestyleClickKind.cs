using System.Text.Json;
using Autonoma.AI.Detection;
using Autonoma.AI.Evaluating;
using Autonoma.AI.Pictures;
using Autonoma.AI.Providers.Gemini;
using Autonoma.AI.Registry;
using Microsoft.Extensions.AI;

namespace Autonoma.Accuracy.Models;

/// <summary>Where to click for a description: the element at the model's point must be the expected one. What is not there, or is there several times, must be refused.</summary>
public sealed class FreestyleClickKind : ModelKind
{
    public override string Name => "freestyle-click";

    public override string File => "grounding.json";

    public override string Expected(JsonElement entry) => $"{entry.GetProperty("description").GetString()}  =>  {Element(entry) ?? "nothing"}";

    public override async Task<CaseVerdict> JudgeAsync(JsonElement entry, ModelStage stage, IChatClient model, CancellationToken cancellationToken)
    {
        await using var page = await stage.OpenAsync(entry);
        var expected = Element(entry);
        // A picture shows what is in the window, and a model that sees would scroll first: that is another question than where to click.
        if (expected is not null)
            await (await page.LocateAsync(expected)).EvaluateAsync("e => e.scrollIntoViewIfNeeded ? e.scrollIntoViewIfNeeded() : e.scrollIntoView({ block: 'center' })");
        var picture = await PictureOfAsync(page, whole: false);
        PicturePoint point;
        try
        {
            point = await Detector(model).DetectPointAsync(picture, entry.GetProperty("description").GetString()!, null, cancellationToken);
        }
        catch (DetectionException e)
        {
            return new(expected is null ? EvaluationMark.Right : EvaluationMark.Refused, e.Message);
        }

        if (expected is null)
            return new(EvaluationMark.Wrong, $"({point.X}, {point.Y})", FalseAccepted: true);
        var hit = await GroundingPart.HitsAsync(page, entry, expected, new(point.X, point.Y));
        return hit.Length == 0 ? new(EvaluationMark.Right, $"({point.X}, {point.Y})") : new(EvaluationMark.Wrong, $"({point.X}, {point.Y}); there: {hit}");
    }

    private static string? Element(JsonElement entry) => entry.GetProperty("expect").ValueKind == JsonValueKind.Null ? null : entry.GetProperty("expect").GetString();

    private static PointDetector Detector(IChatClient model) => model.GetService<ModelDescription>() switch
    {
        { Provider: "gemini" } gemini when gemini.ModelId.Contains("computer-use", StringComparison.Ordinal) => new GeminiComputerUsePointDetector(model),
        { Provider: "gemini" } => new ObjectPointDetector(new GeminiObjectDetector(model)),
        _ => new ObjectPointDetector(new NormalizedObjectDetector(model)),
    };
}

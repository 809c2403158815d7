using System.Text.Json;
using Autonoma.Engine.Recording.Healing;
using Autonoma.Engine.Running;

namespace Autonoma.Platform.Executing;

/// <summary>What a proposal shows to who has to decide about it.</summary>
internal static class HealDocument
{
    /// <summary>As JSON, with the pictures named that lie among the run's artifacts.</summary>
    public static string Of(IReadOnlyList<Heal> heals, RunResult run) => JsonSerializer.Serialize(
        heals.Select(heal =>
        {
            var attempts = run.Steps.FirstOrDefault(step => step.Number == heal.Number)?.Attempts ?? [];
            var drifted = attempts.FirstOrDefault(attempt => attempt.Failure == FailureKind.Drift);
            var healed = attempts.LastOrDefault(attempt => attempt.Status == StepStatus.Passed);
            return new
            {
                number = heal.Number,
                line = heal.Line,
                step = heal.Step,
                by = heal.By,
                recorded = heal.Recorded,
                now = heal.Now,
                moved = heal.Moved,
                before = Picture(drifted?.ScreenshotBefore ?? drifted?.ScreenshotAfter),
                after = Picture(healed?.ScreenshotAfter ?? healed?.ScreenshotBefore),
            };
        }),
        JsonSerializerOptions.Web);

    private static string? Picture(string? name) => name is null ? null : $"screenshots/{name}";
}

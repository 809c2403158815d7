using System.Globalization;
using System.Text;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Reporting;

/// <summary>A run as plain text, for reports that hold nothing else.</summary>
internal static class RunText
{
    /// <summary>The step that decided a failed run; null when none did (a limit, no assertion).</summary>
    public static StepResult? FailedStep(RunResult run)
        => run.Success ? null : run.Steps.FirstOrDefault(step => step.Status == StepStatus.Failed && step.Section != "expected");

    /// <summary>Why it failed, on one line.</summary>
    public static string Message(RunResult run)
        => FailedStep(run) is { } step && step.Message.Length > 0
            ? string.Create(CultureInfo.InvariantCulture, $"Step {step.Number} \"{step.Text}\": {step.Message}").ReplaceLineEndings(" ")
            : run.Reasoning.ReplaceLineEndings(" ");

    /// <summary>The steps with their marks and messages, the verdict at the end.</summary>
    public static string Of(RunResult run)
    {
        var text = new StringBuilder();
        foreach (var step in run.Steps)
        {
            var mark = step.Status switch { StepStatus.Passed => "ok  ", StepStatus.Failed => "FAIL", StepStatus.Skipped => "  - ", _ => throw new ArgumentOutOfRangeException(nameof(run), step.Status, null) };
            text.Append(CultureInfo.InvariantCulture, $"{mark} {step.Number}. {step.Text} ({step.Duration.TotalMilliseconds:0} ms){Where(run, step)}\n");
            if (step.Message.Length > 0)
                text.Append("       ").Append(step.Message.ReplaceLineEndings("\n       ")).Append('\n');
            foreach (var claim in step.Attempts.SelectMany(attempt => attempt.Claims).Where(claim => claim.Verdict != "held"))
                text.Append(CultureInfo.InvariantCulture, $"       {claim.Verdict}: {claim.Claim}; expected {claim.Expected}, found {claim.Found}\n");
        }

        text.Append(run.Reasoning).Append('\n');
        foreach (var note in run.Notes)
            text.Append("note: ").Append(note).Append('\n');
        return text.ToString();
    }

    private static string Where(RunResult run, StepResult step)
        => run.File is { } file && step.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $" {file}:{step.Line}") : "";
}

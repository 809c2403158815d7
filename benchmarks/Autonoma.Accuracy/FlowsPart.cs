using System.Globalization;
using Autonoma.Engine.Checks;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Running;
using Autonoma.Engine.Suites;
using Autonoma.Engine.Web;

namespace Autonoma.Accuracy;

/// <summary>Whole tests, passing and failing ones.</summary>
public static class FlowsPart
{
    public static async Task<Score> RunAsync(string corpus, string? only, WebBrowser browser, WebSessionOptions options, Uri site)
    {
        var score = new Score("flows");
        var folder = Path.Combine(corpus, "flows");
        if (!Directory.Exists(folder))
            return score;
        foreach (var file in Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal))
        {
            var id = Path.GetFileNameWithoutExtension(file);
            if (only is not null && !id.Contains(only, StringComparison.Ordinal))
                continue;
            var read = TestFileReader.Read(file);
            if (read.TestCase is not { } test)
            {
                score.Add(Mark.Refused, false, new(id, "a test", "not readable: " + string.Join("; ", read.Diagnostics.Select(diagnostic => diagnostic.Message))), []);
                continue;
            }

            var shouldPass = test.Extra.GetValueOrDefault("expected") != "fail";
            var failsAt = int.TryParse(test.Extra.GetValueOrDefault("failsAt"), CultureInfo.InvariantCulture, out var at) ? at : 0;
            await using var driver = await browser.OpenAsync(options, CancellationToken.None);
            var runner = new TestRunner(driver, new RunOptions { BaseUrl = site.ToString() }, new StepReader(), new Grounder(), new ClaimChecker(), TimeProvider.System);
            var result = await runner.RunAsync(test, CancellationToken.None);
            var failed = result.Steps.FirstOrDefault(step => step.Section == "step" && step.Status == StepStatus.Failed);
            var got = result.Success ? "passed" : $"failed at step {failed?.Number}: {failed?.Message ?? result.Reasoning}";
            var failure = new Failure(id, shouldPass ? "pass" : $"fail at step {failsAt}", got);
            var atRightStep = !result.Success && failed?.Number == failsAt;
            if (!shouldPass && atRightStep)
                score.AtRightStep++;
            var refused = failed?.Failure is FailureKind.Undecidable or FailureKind.Unresolved or FailureKind.Grounding;
            var right = shouldPass ? result.Success : atRightStep;
            score.Add(right ? Mark.Right : refused ? Mark.Refused : Mark.Wrong, !shouldPass && result.Success, failure, []);
        }

        return score;
    }
}

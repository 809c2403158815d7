using Autonoma.Engine.Commands;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Reporting;
using Autonoma.Engine.Running;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Tests.Reporting;

/// <summary>Results as a suite leaves them, for every reporter.</summary>
internal static class SampleSuite
{
    public static readonly DateTimeOffset Start = new(2031, 3, 4, 10, 0, 0, TimeSpan.Zero);

    public static SuiteTest Test(string id, string title) => new(id, new TestCase { Title = title, RelativePath = $"cart/{id}.md", Flow = "Cart", Tags = ["smoke"] });

    public static RunResult Passed(SuiteTest test, int attempt = 1) => new()
    {
        Test = test.Case.Title, File = test.Case.RelativePath, Reason = FinishReason.Success, Reasoning = "Every step was carried out.", Try = attempt, Platform = "Chromium 156.0",
        Duration = TimeSpan.FromMilliseconds(1500), Viewport = new UiSize(1280, 800),
        Steps = [new StepResult { Number = 1, Text = "Open the cart", Line = 7, Status = StepStatus.Passed }],
    };

    public static RunResult Failed(SuiteTest test, string found = "41", FailureKind failure = FailureKind.Assertion) => Passed(test) with
    {
        Reason = FinishReason.Error, Failure = failure, Reasoning = $"Step 2 failed: found {found}",
        Steps =
        [
            new StepResult { Number = 1, Text = "Open the cart", Line = 7, Status = StepStatus.Passed },
            new StepResult
            {
                Number = 2, Text = "The total is \"42\"", Line = 8, Status = StepStatus.Failed, Failure = failure, Message = $"The total reads {found}.",
                Attempts = [new Attempt { Arguments = new AssertArguments("The total is \"42\""), Status = StepStatus.Failed, Outcome = "false", Claims = [new JudgedClaim("the total is 42", "failed", "42", found, new UiRect(1, 2, 3, 4))] }],
            },
        ],
    };

    public static SuiteInfo Info(string output, params SuiteTest[] tests)
        => new() { Name = "Shop", Folder = "/repo/tests", OutputFolder = output, Tests = tests, StartedAt = Start, ToolVersion = "0.1.0" };

    public static SuiteResult Result(SuiteInfo info, params TestOutcome[] outcomes) => new() { Suite = info, Tests = outcomes, Duration = TimeSpan.FromSeconds(3), Platform = "Chromium 156.0" };
}

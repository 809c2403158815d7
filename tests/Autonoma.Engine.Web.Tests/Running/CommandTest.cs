using Autonoma.Engine.Commands;
using Autonoma.Engine.Running;
using Autonoma.TestKit;
using Autonoma.TestKit.Interpreting;

namespace Autonoma.Engine.Web.Tests.Running;

/// <summary>Carries out commands on a page in Chromium.</summary>
public abstract class CommandTest(BrowserFixture fixture)
{
    protected BrowserFixture Fixture { get; } = fixture;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The first steps pass and the last one checks what came of them.</summary>
    protected async Task<RunResult> RunAsync(string html, params IReadOnlyList<CommandArguments> commands)
    {
        await using var driver = await Fixture.OpenAsync(html);
        return await ScriptedRun.RunAsync(driver, Token, commands);
    }

    protected async Task PassesAsync(string html, params IReadOnlyList<CommandArguments> commands)
    {
        var run = await RunAsync(html, commands);
        run.Success.ShouldBeTrue(run.Reasoning);
    }

    /// <summary>The last command fails, for the reason that is told.</summary>
    protected async Task FailsAsync(string html, FailureKind failure, string message, params IReadOnlyList<CommandArguments> commands)
    {
        var run = await RunAsync(html, commands);
        run.Steps.Count(step => step.Status == StepStatus.Passed).ShouldBe(commands.Count - 1, run.Reasoning);
        run.Failure.ShouldBe(failure, run.Reasoning);
        run.Reasoning.ShouldContain(message);
    }

    protected static AssertArguments Shown(string text) => new($"\"{text}\" is visible");

    protected static AssertArguments Holds(string id, string value) => new($"#{id} holds \"{value}\"");
}

using Autonoma.Engine.Checks;
using Autonoma.Engine.Driving;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>Claims about a page in a real browser: each is held, or it is not (refuted or undecidable, which both fail a run).</summary>
public abstract class ClaimTest(BrowserFixture fixture)
{
    protected BrowserFixture Fixture { get; } = fixture;

    /// <summary>Judges the claim about a page with this body, once it has been brought into the state that the claim is about.</summary>
    protected async Task JudgeAsync(string body, string claim, bool isHeld, Func<WebAppDriver, Task>? prepare = null)
    {
        var result = await ResultAsync(body, claim, prepare);
        (result.Verdict == CheckVerdict.Held).ShouldBe(isHeld, result.Explanation);
    }

    /// <summary>What the checker says of the claim.</summary>
    protected async Task<CheckResult> ResultAsync(string body, string claim, Func<WebAppDriver, Task>? prepare = null)
    {
        await using var driver = await Fixture.OpenAsync(body);
        if (prepare is not null)
            await prepare(driver);
        var screen = await driver.Screen.ObserveAsync(ObserveOptions.Default, TestContext.Current.CancellationToken);
        return new ClaimChecker().Check(claim, screen, CheckContext.None);
    }
}

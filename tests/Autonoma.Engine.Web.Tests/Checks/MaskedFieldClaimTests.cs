using Autonoma.Engine.Checks;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Driving;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>Whether what is typed into a field can be read.</summary>
public sealed class MaskedFieldClaimTests(BrowserFixture fixture)
{
    [Theory]
    [InlineData("password", "the PIN is masked", CheckVerdict.Held)]
    [InlineData("password", "the PIN field is masked again", CheckVerdict.Held)]
    [InlineData("password", "the PIN is not shown in clear text", CheckVerdict.Held)]
    [InlineData("password", "the PIN is shown in clear text", CheckVerdict.Failed)]
    [InlineData("password", "the PIN is displayed in plain text", CheckVerdict.Failed)]
    [InlineData("text", "the PIN is shown in clear text", CheckVerdict.Held)]
    [InlineData("text", "the PIN is masked", CheckVerdict.Failed)]
    [InlineData("text", "the PIN is not visible in clear text", CheckVerdict.Failed)]
    public async Task Check_MaskedField_IsToldByItsKind(string type, string claim, CheckVerdict expected)
    {
        await using var driver = await fixture.OpenAsync($"<label>Card holder <input value='Ida'></label><label>PIN <input type='{type}' value='4711'></label><button>Unlock</button>");
        var screen = await driver.Screen.ObserveAsync(ObserveOptions.Default, TestContext.Current.CancellationToken);
        new ClaimChecker().Check(claim, screen, CheckContext.None).Verdict.ShouldBe(expected);
    }
}

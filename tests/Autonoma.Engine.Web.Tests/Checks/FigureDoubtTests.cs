using Autonoma.Engine.Checks;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>A figure that is claimed is not called false by a word that stands in its place.</summary>
public sealed class FigureDoubtTests(BrowserFixture fixture) : ClaimTest(fixture)
{
    private const string Halls = """
        <style>.l{display:grid;grid-template-columns:90px 140px 90px 90px}</style><h1>Count of the halls</h1><div><div class="l"><span>Hall</span><span>Advance</span><span>Counted</span><span>State</span></div>
        <div class="l h"><span>North</span><div><i></i></div><span>12 / 16</span><span>Open</span></div><div class="l h"><span>South</span><div><i></i></div><span>9 / 9</span><span>Closed</span></div></div>
        """;

    [Theory]
    [InlineData("Hall North is open with 12 of 16 counted")]
    [InlineData("Hall South is closed with 9 of 9 counted")]
    public async Task ARatioBesideTheEntry_IsNotCalledFalse(string claim) => (await ResultAsync(Halls, claim)).Verdict.ShouldNotBe(CheckVerdict.Failed);
}

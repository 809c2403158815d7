using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>What is listed has a name that the page does not say; what is told of a count, a search or a message must be what stands there.</summary>
public sealed class UnnamedListClaimTests(BrowserFixture fixture) : ClaimTest(fixture)
{
    private const string Store = """
        <h1>Harbour store</h1><nav><a href="#a">Quay</a><a href="#b">Yard (4)</a><a href="#c">Loft (12)</a></nav>
        <label>Search <input value="rope"></label><div><label for="w">Weight</label><input id="w" value="19"><div role="alert">At most 15 kg.</div></div>
        <table><thead><tr><th>Mark</th><th>Owner</th><th>State</th></tr></thead><tbody><tr><td>K-7</td><td>Ida Roe</td><td>Sealed</td></tr><tr><td>K-9</td><td>Sven Aho</td><td>Sealed</td></tr><tr><td>L-2</td><td>Mia Lund</td><td>Lost</td></tr></tbody></table>
        <h2>Cranes</h2><ul><li>North <b>idle</b></li><li>South <b>at work</b></li></ul><p>The form says that it is complete.</p><p>No crane chosen.</p><label>Cards <select><option>Blue</option></select></label>
        """;

    // What is open shows fewer than its name says.
    private const string Broken = """
        <h1>Reader's corner</h1><div role="tablist"><button role="tab" aria-selected="true">Reviews (3)</button><button role="tab" aria-selected="false">Offers (5)</button></div>
        <ul><li><b>Ida Roe</b> <span>Fine rope.</span></li><li><b>Sven Aho</b> <span>Too short.</span></li></ul><h2>Remarks (4)</h2><p>No remarks.</p>
        """;

    [Theory]
    [InlineData("The Reviews tab shows 3 reviews")]
    [InlineData("The Reviews tab has 3 reviews")]
    [InlineData("The Remarks section shows 4 remarks")]
    public Task NumberInTheName_OfWhatIsOpen_IsNotHeldAgainstWhatIsShown(string claim) => JudgeAsync(Broken, claim, isHeld: false);

    [Fact]
    public Task NumberInTheName_OfWhatIsClosed_IsHeld() => JudgeAsync(Broken, "The Offers tab holds 5 offers", isHeld: true);

    [Theory]
    [InlineData("Three crates are listed")]
    [InlineData("Two crates are sealed")]
    [InlineData("Only one crate is lost")]
    [InlineData("The Yard folder holds 4 crates")]
    [InlineData("No crane is chosen")]
    [InlineData("The Cards dropdown is visible")]
    [InlineData("The Loft folder shows twelve crates")]
    [InlineData("The search for \"rope\" finds three crates")]
    [InlineData("The message below the Weight field says 'At most 15 kg.'")]
    public Task True_IsHeld(string claim) => JudgeAsync(Store, claim, isHeld: true);

    [Theory]
    [InlineData("Four crates are listed")]
    [InlineData("Two cranes are sealed")]
    [InlineData("Three crates are sealed")]
    [InlineData("Three quays are listed")]
    [InlineData("No crate is chosen")]
    [InlineData("The Pages dropdown is visible")]
    [InlineData("The Yard folder holds 12 crates")]
    [InlineData("The Quay folder holds 4 crates")]
    [InlineData("The search for \"oar\" finds three crates")]
    [InlineData("The form says that the owner is missing")]
    [InlineData("The error below the Weight field says '19'")]
    [InlineData("The error below the Weight field does not say 'At most 15 kg.'")]
    public Task False_IsNotHeld(string claim) => JudgeAsync(Store, claim, isHeld: false);
}

using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>"No warning is shown" is no matter of markup: a text that warns, by its words, its sign, its colour or its frame, is one; what only informs is none.</summary>
public sealed class TroubleClaimTests(BrowserFixture fixture) : ClaimTest(fixture)
{
    private const string Calm = "<h1>Disks</h1><div class='notice' role='status'>Planned maintenance on Sunday.</div><p>12 of 40 GB are used.</p>";

    [Theory]
    [InlineData("<p>Warning: disk almost full.</p>", "No warning is shown")]
    [InlineData("<p>⚠ Disk 3 is at 98 %.</p>", "No warning is shown")]
    [InlineData("<p style='color:#c00'>Disk 3 does not answer.</p>", "No problem is displayed")]
    [InlineData("<div class='alert-danger'>Disk 3 is at 98 %.</div>", "No error is displayed")]
    [InlineData("<div role='alert'>Disk 3 is at 98 %.</div>", "There are no warnings")]
    [InlineData("<p>The backup failed at 03:00.</p>", "No failure is shown")]
    public Task ToldInWords_IsNotAbsent(string told, string claim) => JudgeAsync(Calm + told, claim, isHeld: false);

    [Theory]
    [InlineData("No problem is displayed")]
    [InlineData("There are no errors")]
    [InlineData("No error message is visible")]
    public Task OnlyInforms_IsAbsent(string claim) => JudgeAsync(Calm, claim, isHeld: true);

    // A notice that warns of nothing is no warning for sure, and no proof that there is none.
    [Theory]
    [InlineData("No warning is shown")]
    [InlineData("A warning is shown")]
    [InlineData("An error is displayed")]
    [InlineData("There is a warning")]
    public Task OnlyInforms_IsNoTrouble(string claim) => JudgeAsync(Calm, claim, isHeld: false);
}

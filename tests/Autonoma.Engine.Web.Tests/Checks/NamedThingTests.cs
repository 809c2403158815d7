using Autonoma.Engine.Checks;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>Dialogs and headings by their words, and texts of messages, in the markups in which they come. A claim that is not true is never held; what cannot be told is not held either.</summary>
public sealed class NamedThingTests(BrowserFixture fixture)
{
    private const string NativeDialog = "<h1>Cellar</h1><p>Decant the wine before dinner.</p><dialog id=d><h2>Decant the wine</h2><p>It takes an hour.</p><button>Start</button></dialog><script>d.showModal()</script>";
    private const string LabelledDialog = "<h1>Cellar</h1><p>Remove a rack when it is empty.</p><div role=dialog aria-modal=true aria-labelledby=t style='position:fixed;left:200px;top:100px;background:#fff'><h2 id=t>Remove a rack</h2><p>It cannot be undone.</p><button>Remove</button></div>";
    private const string NamedDialog = "<p>Taste it first.</p><div role=alertdialog aria-label='Taste it' style='position:fixed;left:200px;top:100px'><p>Red or white?</p><button>Red</button></div>";
    private const string PlainDialog = "<h1>Cellar</h1><div class=modal style='position:fixed;inset:0;z-index:50'><div style='width:400px;margin:80px auto;background:#fff'><div>Invite a taster</div><p>We write a letter.</p><button>Invite</button></div></div>";
    private const string UnmarkedBox = "<h1>Cellar</h1><div class=x7 style='position:fixed;left:200px;top:100px;z-index:50;background:#fff'><div>Label a bottle</div><button>Label</button></div>";
    private const string ClosedDialog = "<h1>Weigh the grapes</h1><dialog><h2>Weigh the grapes</h2></dialog><button>Weigh the grapes</button>";

    private const string Notices = """
        <p role=alert>The pontoon is not open: <b>its ramp</b> is missing. Use gate C until 4.30 pm.</p><div role=status>3 boats moved</div><p aria-live=polite>Saved at 10:42</p>
        <div class=toast style="position:fixed;bottom:10px;right:10px"><span>Berth 14 was released</span> <button>Undo</button></div><p>No boats are overdue. Not included: breakfast</p>
        """;

    private const string Heads = """
        <h1>Harvest log</h1><p>The pressing day is on Friday. Vats are full.</p><p>Ordinary words of an ordinary size go on for a while here.</p><button>Bottling</button><div style="font-size:30px;font-weight:700">Tasting notes</div><div class="card-title">Cork orders</div>
        <a href="#x">Labels</a><div role=heading aria-level=2>Yields</div><p><b>Rainfall</b></p><table><caption>Barrels</caption><tr><th>Oak</th></tr><tr><td>Ash</td></tr></table><ul><li>Presses</li></ul><div role=tab style="font-weight:700">Soil</div>
        """;

    [Theory]
    [InlineData(NativeDialog, "the dialog \"Decant the wine\" is displayed", CheckVerdict.Held)]
    [InlineData(NativeDialog, "the \"Decant the wine\" dialog is open", CheckVerdict.Held)]
    [InlineData(NativeDialog, "a dialog \"Decant the wine\" appears", CheckVerdict.Held)]
    [InlineData(NativeDialog, "the dialog \"Decant the wine\" is not displayed", CheckVerdict.Failed)]
    [InlineData(NativeDialog, "the dialog \"Cellar\" is displayed", CheckVerdict.Failed)]
    [InlineData(NativeDialog, "the dialog \"Cellar\" is not displayed", CheckVerdict.Held)]
    [InlineData(NativeDialog, "the dialog \"It takes an hour.\" is displayed", CheckVerdict.Held)]
    [InlineData(LabelledDialog, "the modal \"Remove a rack\" is visible", CheckVerdict.Held)]
    [InlineData(LabelledDialog, "the dialog \"Remove a rack\" is closed", CheckVerdict.Failed)]
    [InlineData(LabelledDialog, "the dialog \"Remove\" is displayed", CheckVerdict.Undecidable)]
    [InlineData(LabelledDialog, "the dialog \"Remove a cask\" is displayed", CheckVerdict.Failed)]
    [InlineData(NamedDialog, "the dialog \"Taste it\" is displayed", CheckVerdict.Held)]
    [InlineData(NamedDialog, "the dialog \"Taste it\" is not displayed", CheckVerdict.Failed)]
    [InlineData(PlainDialog, "the popup \"Invite a taster\" is displayed", CheckVerdict.Held)]
    [InlineData(PlainDialog, "the popup \"Invite a taster\" is not displayed", CheckVerdict.Failed)]
    [InlineData(UnmarkedBox, "the dialog \"Label a bottle\" is not displayed", CheckVerdict.Undecidable)]
    [InlineData(ClosedDialog, "the dialog \"Weigh the grapes\" is displayed", CheckVerdict.Failed)]
    [InlineData(ClosedDialog, "the dialog \"Weigh the grapes\" is not displayed", CheckVerdict.Held)]
    [InlineData(Notices, "the page contains \"its ramp is missing\"", CheckVerdict.Held)]
    [InlineData(Notices, "the page does not contain \"its ramp is missing\"", CheckVerdict.Failed)]
    [InlineData(Notices, "the alert contains \"its ramp is missing\"", CheckVerdict.Held)]
    [InlineData(Notices, "the page says \"Use gate C until 4.30 pm\"", CheckVerdict.Held)]
    [InlineData(Notices, "the page contains \"boats moved\"", CheckVerdict.Held)]
    [InlineData(Notices, "the page contains \"Saved at 10:42\"", CheckVerdict.Held)]
    [InlineData(Notices, "the page contains \"Berth 14 was released\"", CheckVerdict.Held)]
    [InlineData(Notices, "the page contains \"open\"", CheckVerdict.Failed)]
    [InlineData(Notices, "the page contains \"boats are overdue\"", CheckVerdict.Failed)]
    [InlineData(Notices, "breakfast is displayed", CheckVerdict.Undecidable)]
    [InlineData(Heads, "the heading \"Harvest log\" is not displayed", CheckVerdict.Failed)]
    [InlineData(Heads, "the heading \"Yields\" is not displayed", CheckVerdict.Failed)]
    [InlineData(Heads, "the heading \"Pressing day\" is not displayed", CheckVerdict.Held)]
    [InlineData(Heads, "there is no heading \"Pressing day\"", CheckVerdict.Held)]
    [InlineData(Heads, "the heading \"Pressing day\" is displayed", CheckVerdict.Failed)]
    [InlineData(Heads, "the heading Bottling is not displayed", CheckVerdict.Held)]
    [InlineData(Heads, "the heading \"Bottling\" is not displayed", CheckVerdict.Held)]
    [InlineData(Heads, "the heading \"Labels\" is not displayed", CheckVerdict.Held)]
    [InlineData(Heads, "the heading \"Soil\" is not displayed", CheckVerdict.Held)]
    [InlineData(Heads, "the heading \"Presses\" is not displayed", CheckVerdict.Held)]
    [InlineData(Heads, "the heading \"Tasting notes\" is displayed", CheckVerdict.Held)]
    [InlineData(Heads, "the heading \"Tasting notes\" is not displayed", CheckVerdict.Failed)]
    [InlineData(Heads, "the heading \"Cork orders\" is not displayed", CheckVerdict.Failed)]
    [InlineData(Heads, "the heading \"Rainfall\" is not displayed", CheckVerdict.Undecidable)]
    [InlineData(Heads, "the heading \"Barrels\" is not displayed", CheckVerdict.Undecidable)]
    [InlineData(Heads, "the heading \"Oak\" is not displayed", CheckVerdict.Undecidable)]
    [InlineData(Heads, "the heading \"Harvest\" is not displayed", CheckVerdict.Undecidable)]
    public async Task Check_OfANamedThing_IsToldByItsKind(string page, string claim, CheckVerdict expected)
    {
        await using var driver = await fixture.OpenAsync(page);
        var screen = await driver.Screen.ObserveAsync(ObserveOptions.Default, TestContext.Current.CancellationToken);
        var result = new ClaimChecker().Check(claim, screen, CheckContext.None);
        result.Verdict.ShouldBe(expected, result.Explanation);
    }
}

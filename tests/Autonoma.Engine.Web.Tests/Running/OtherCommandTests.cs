using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Running;
using Autonoma.TestKit;
using Autonoma.TestKit.Interpreting;
using Microsoft.AspNetCore.Http;

namespace Autonoma.Engine.Web.Tests.Running;

public sealed class OtherCommandTests(BrowserFixture fixture) : CommandTest(fixture)
{
    [Fact]
    public Task Dialog_AfterTheActionThatOpensIt_IsAnsweredAsTheStepSays()
        => PassesAsync("""<button onclick="out.textContent = confirm('Delete it?') ? 'deleted' : 'kept'">Delete</button><p id="out"></p>""",
            new ClickArguments("Delete"), new DialogArguments(Accept: false), Shown("kept"), new ClickArguments("Delete"), new DialogArguments(Accept: true), Shown("deleted"));

    [Fact]
    public Task Dialog_WithAText_AnswersAPrompt()
        => PassesAsync("""<button onclick="out.textContent = 'Hello ' + prompt('Name?')">Greet</button><p id="out"></p>""", new ClickArguments("Greet"), new DialogArguments(true, "Ida"), Shown("Hello Ida"));

    [Fact]
    public Task Dialog_ThatOpensLate_IsWaitedFor()
        => PassesAsync("""<button onclick="setTimeout(() => out.textContent = confirm('Sure?') ? 'yes sure' : 'not sure', 500)">Ask</button><p id="out"></p>""", new ClickArguments("Ask"), new DialogArguments(false), Shown("not sure"));

    [Fact]
    public Task Dialog_ThatNeverCame_Fails()
        => FailsAsync("<button>Delete</button>", FailureKind.Action, "No dialog opened", new ClickArguments("Delete"), new DialogArguments(true));

    [Fact]
    public Task Dialog_DrawnByThePage_IsAnsweredByItsOneClearButton()
        => PassesAsync("""
            <button onclick="d.showModal()">Remove</button><p id="out"></p>
            <dialog id="d"><p>Remove the file?</p><button onclick="d.close()">Cancel</button><button onclick="out.textContent = 'removed'; d.close()">Remove file</button></dialog>
            """, new ClickArguments("Remove"), new DialogArguments(true), Shown("removed"));

    [Fact]
    public async Task Dialog_InTheSameStep_IsLaidDownBeforeTheAction()
    {
        await using var driver = await Fixture.OpenAsync("""<button onclick="out.textContent = confirm('Go?') ? 'went' : 'stayed'">Go</button><p id="out"></p>""");
        var run = await ScriptedRun.RunAsync(driver, ScriptedRun.Quick, Token, [new ClickArguments("Go"), new DialogArguments(false)], [Shown("stayed")]);
        run.Success.ShouldBeTrue(run.Reasoning);
    }

    [Fact]
    public async Task Tab_ThatALinkOpens_CanBeSwitchedToAndLeft()
    {
        var other = Fixture.Serve("<title>Manual</title><h1>How it works</h1>");
        await PassesAsync($"""<a href="{other}" target="_blank">Help</a><p>Front page</p>""",
            new ClickArguments("Help"), new TabArguments(TabAction.Switch, "new"), Shown("How it works"),
            new TabArguments(TabAction.Switch, "first"), Shown("Front page"), new TabArguments(TabAction.Switch, "2"), Shown("How it works"),
            new TabArguments(TabAction.Close), Shown("Front page"));
    }

    [Fact]
    public Task Tab_ThatNeverOpened_Fails()
        => FailsAsync("<p>Alone</p>", FailureKind.Action, "No new tab opened", new TabArguments(TabAction.Switch, "new"));

    [Theory]
    [InlineData("deep.html")]
    [InlineData("/deep.html")]
    public async Task Navigate_Relative_GoesFromTheCurrentPage(string address)
    {
        Fixture.Site.Add("/deep.html", "<p>Deep page</p>");
        await PassesAsync("<p>Start</p>", new NavigateArguments(address), Shown("Deep page"), new HistoryArguments(Forward: false), Shown("Start"),
            new HistoryArguments(Forward: true), Shown("Deep page"), new RefreshArguments(), Shown("Deep page"));
    }

    [Fact]
    public async Task Navigate_ToABareHost_OfThisMachine_UsesHttp()
    {
        Fixture.Site.Add("/bare.html", "<p>Bare page</p>");
        await PassesAsync("<p>Start</p>", new NavigateArguments($"127.0.0.1:{Fixture.Site.Url.Port}/bare.html"), Shown("Bare page"));
    }

    [Fact]
    public Task Navigate_ToNobody_FailsAsTheApps()
        => FailsAsync("<p>Start</p>", FailureKind.App, "127.0.0.1:9", new NavigateArguments("http://127.0.0.1:9/"));

    [Fact]
    public async Task History_WithoutAPageBefore_Fails()
    {
        await using var driver = await Fixture.OpenAsync();
        var run = await ScriptedRun.RunAsync(driver, Token, new HistoryArguments(Forward: true));
        run.Reasoning.ShouldContain("no page to go forward to");
    }

    [Fact]
    public Task Read_OfAField_KeepsItsValue()
        => PassesAsync("""<input aria-label="Reference" id="r" value="RF-18"><input aria-label="Copy" id="c">""",
            new ReadArguments("value of Reference", "ref"), new TypeArguments("Copy", "{{ref}}!"), Holds("c", "RF-18!"));

    [Theory]
    [InlineData("""<p>Total: 42.00 EUR</p>""", "Total: 42.00 EUR", "Total: 42.00 EUR")]
    [InlineData("""<dl><dt>Total</dt><dd>42.00 EUR</dd></dl>""", "Total", "42.00 EUR")]
    [InlineData("""<table><tr><th>Total</th><td>42.00 EUR</td></tr></table>""", "Total", "42.00 EUR")]
    public async Task Read_OfALabelledValue_LeavesTheLabelOut(string html, string description, string value)
    {
        await using var driver = await Fixture.OpenAsync(html);
        var run = await ScriptedRun.RunAsync(driver, Token, new ReadArguments(description, "total"));
        run.Memory.Keys.ShouldContain("total", run.Reasoning);
        run.Memory["total"].ShouldBe(value);
    }

    [Fact]
    public Task Read_OfNothing_Fails()
        => FailsAsync("""<input aria-label="Reference" value="">""", FailureKind.Action, "holds no text", new ReadArguments("Reference", "ref"));

    [Fact]
    public Task Memory_UnknownName_ListsTheKnownOnes()
        => FailsAsync("""<input aria-label="Reference" value="RF-18">""", FailureKind.Unresolved, "Known: order. Is {{order}} meant?", new ReadArguments("Reference", "order"), new TypeArguments("Reference", "{{oder}}"));

    [Fact]
    public Task Clipboard_AfterACopy_IsKept()
        => PassesAsync("""<input id="i" aria-label="Code"><button onclick="navigator.clipboard.writeText('K-77')">Copy code</button>""",
            new ClickArguments("Copy code"), new SaveClipboardArguments("code"), new TypeArguments("Code", "{{code}}"), Holds("i", "K-77"));

    [Fact]
    public async Task Upload_GivesTheFileToTheHiddenFieldOfAButton()
    {
        var folder = Directory.CreateTempSubdirectory("autonoma-upload-").FullName;
        var file = Path.Combine(folder, "receipt.txt");
        try
        {
            await File.WriteAllTextAsync(file, "paid", Token);
            await PassesAsync("""<input type="file" id="f" style="display:none" onchange="out.textContent = this.files[0].name + ' received'"><button onclick="f.click()">Choose file</button><p id="out"></p>""",
                new UploadArguments("Choose file", [file]), Shown("receipt.txt received"));
            await PassesAsync("""<input type="file" id="f" style="display:none" onchange="out.textContent = this.files[0].name + ' received'"><label for="f">Receipt</label><p id="out"></p>""",
                new UploadArguments(null, [file]), Shown("receipt.txt received"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public Task Upload_OfAFileThatIsNotThere_SaysWhereItWasLookedFor()
        => FailsAsync("""<input type="file" aria-label="Receipt">""", FailureKind.Setup, "does not exist", new UploadArguments("Receipt", ["missing.pdf"]));

    [Fact]
    public Task Scroll_DownAndToTheEnds_MovesThePage()
        => PassesAsync("""<div style="height:4000px">tall</div><p id="out" style="position:fixed;top:0"></p><script>onscroll = () => out.textContent = scrollY === 0 ? 'at top' : scrollY + innerHeight >= document.documentElement.scrollHeight ? 'at bottom' : 'between'</script>""",
            new ScrollArguments(null, ScrollDirection.Down), Shown("between"), new ScrollArguments(null, ScrollDirection.Bottom), Shown("at bottom"), new ScrollArguments(null, ScrollDirection.Top), Shown("at top"));

    [Fact]
    public Task Scroll_OfAnAppWithAPane_MovesThePane()
        => PassesAsync("""<div id="pane" style="height:90vh;overflow:auto"><div style="height:4000px">tall</div></div><p id="out"></p><script>pane.onscroll = () => out.textContent = 'pane moved'</script>""", new ScrollArguments(null, ScrollDirection.Down), Shown("pane moved"));

    [Fact]
    public Task Scroll_UntilAConditionHolds_LoadsMore()
        => PassesAsync("""
            <div id="list"></div>
            <script>let n = 0; function more() { for (let i = 0; i < 20; i++) list.insertAdjacentHTML('beforeend', `<p style="height:60px">Entry ${++n}</p>`); } more();
            onscroll = () => { if (n < 100 && scrollY + innerHeight > document.documentElement.scrollHeight - 50) more(); }</script>
            """, new ScrollArguments(null, ScrollDirection.Down, "\"Entry 90\" is visible"), Shown("Entry 90"));

    [Fact]
    public Task Scroll_UntilSomethingThatNeverComes_Fails()
        => FailsAsync("<div style=\"height:3000px\">tall</div>", FailureKind.Assertion, "did not become true by scrolling down", new ScrollArguments(null, ScrollDirection.Down, "\"Entry 90\" is visible"));

    [Fact]
    public Task Scroll_ToAnElement_BringsItIntoView()
        => PassesAsync("""<div style="height:3000px"></div><h2 id="h">Terms</h2><p id="out" style="position:fixed;top:0"></p><script>new IntersectionObserver(e => { if (e[0].isIntersecting) out.textContent = 'in view'; }).observe(h)</script>""",
            new ScrollArguments("Terms"), Shown("in view"));

    [Fact]
    public Task Drag_OfACard_DropsItInTheColumn()
        => PassesAsync("""
            <div style="display:flex;gap:40px"><div id="todo" style="width:200px;height:200px;border:1px solid"><div id="card" draggable="true">Write tests</div></div><div id="done" style="width:200px;height:200px;border:1px solid"></div></div><p id="out"></p>
            <script>done.ondragover = e => e.preventDefault(); done.ondrop = () => { done.append(card); out.textContent = 'moved'; }</script>
            """, new DragArguments("Write tests", "#done"), Shown("moved"));

    [Theory]
    [InlineData(DropPosition.Before, "upper half")]
    [InlineData(DropPosition.After, "lower half")]
    public Task Drag_BeforeOrAfterAnItem_DropsInThatHalfOfIt(DropPosition position, string said)
        => PassesAsync("""
            <div id="a" draggable="true" style="height:60px">First</div><div id="b" style="height:60px;background:#eee">Second</div><p id="out"></p>
            <script>b.ondragover = e => e.preventDefault(); b.ondrop = e => out.textContent = e.offsetY < 30 ? 'upper half' : 'lower half';</script>
            """, new DragArguments("First", "#b", position), Shown(said));

    [Fact]
    public Task Drag_OfASlider_ToAMark_SetsIt()
        => PassesAsync("""<input type="range" id="r" aria-label="Discount" min="0" max="50">""", new DragArguments("Discount", "80 % mark"), Holds("r", "40"));

    [Theory]
    [InlineData("the result is shown")]
    [InlineData("the result")]
    [InlineData("the adding machine to answer")]
    public Task Wait_UntilTheResultIsShown_WaitsForSomethingNewAtRest(string condition)
        => PassesAsync("""<progress max="6" value="2"></progress><button onclick="o.innerHTML = '<i class=spinner>Working...</i>'; setTimeout(() => o.textContent = 'Sum: 14', 600)">Add up</button><p id="o"></p>""",
            new ClickArguments("Add up"), new WaitArguments(condition), Shown("Sum: 14"));

    [Theory]
    [InlineData("the numbers have been added up", "Adding up…")]
    [InlineData("the order has been cancelled", "Canceling order 17…")]
    [InlineData("the files have been copied", "Copying…")]
    [InlineData("the parcel has been sent off", "Sending")]
    public Task Wait_UntilADeedIsDone_WaitsUntilThePageIsNoLongerAtIt(string condition, string working)
        => PassesAsync($"<button onclick=\"o.textContent = '{working}'; setTimeout(() => o.textContent = 'Sum: 14', 600)\">Go on</button><p id=\"o\"></p>", new ClickArguments("Go on"), new WaitArguments(condition), Shown("Sum: 14"));

    [Theory]
    [InlineData("the order has been cancelled", "Contacting the shop…", "Order 17 is open", FailureKind.Undecidable)]
    [InlineData("the order has been cancelled", "Cancelling…", "The order could not be reached: error 5", FailureKind.Undecidable)]
    [InlineData("the result is shown", "Working…", "Sorry, this failed", FailureKind.Assertion)]
    public Task Wait_UntilADeedIsDone_IsNotOverByAnythingNew(string condition, string working, string then, FailureKind kind)
        => FailsAsync($"<button onclick=\"o.textContent = '{working}'; setTimeout(() => o.textContent = '{then}', 300)\">Go on</button><p id=\"o\"></p>", kind, "did not become true", new ClickArguments("Go on"), new WaitArguments(condition));

    [Fact]
    public async Task Wait_UntilSomethingHasLoaded_WaitsForTheSignsOfWork()
    {
        await PassesAsync("""
            <div id="box" aria-busy="true"><span class="spinner">Loading…</span></div>
            <script>setTimeout(() => { box.removeAttribute('aria-busy'); box.innerHTML = '<p>12 results</p>'; }, 900)</script>
            """, new WaitArguments("the results table has loaded"), new AssertArguments("\"12 results\" is visible"));
    }

    [Fact]
    public Task Wait_UntilAThingVanishes_WaitsForIt()
        => PassesAsync("""<p id="s">Saving changes</p><script>setTimeout(() => s.remove(), 1200)</script><p>Form</p>""", new WaitArguments("\"Saving changes\" is not visible"), new AssertArguments("\"Form\" is visible"));

    [Fact]
    public Task Wait_ForWhatNobodyCanSee_IsUndecidable()
        => FailsAsync("<p>Form</p>", FailureKind.Undecidable, "undecidable", new WaitArguments("the mood is right"));

    [Fact]
    public Task Wait_ForWhatNeverComes_Fails()
        => FailsAsync("<p>Form</p>", FailureKind.Assertion, "did not become true within 3 s", new WaitArguments("\"Saved\" is visible"));
}

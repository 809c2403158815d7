using Autonoma.Engine.Commands;
using Autonoma.Engine.Running;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Running;

public sealed class TypeTests(BrowserFixture fixture) : CommandTest(fixture)
{
    [Fact]
    public Task Type_IntoAField_ReplacesWhatIsInIt()
        => PassesAsync("""<label>City <input id="city" value="Old Town"></label>""", new TypeArguments("City", "New Town"), Holds("city", "New Town"));

    [Fact]
    public Task Type_WithoutOverwriting_Appends()
        => PassesAsync("""<label>Note <input id="note" value="first"></label>""", new TypeArguments("Note", ", second", Overwrite: false), Holds("note", "first, second"));

    [Fact]
    public Task Type_OfNothing_ClearsTheField()
        => PassesAsync("""<label>Note <input id="note" value="first"></label>""", new TypeArguments("Note", ""), Holds("note", ""));

    [Fact]
    public Task Type_IntoAnEditableRegion_Replaces()
        => PassesAsync("""<div id="ed" role="textbox" aria-label="Comment" contenteditable="true" style="min-height:2em">old words</div>""", new TypeArguments("#ed", "new words"), Shown("new words"), new AssertArguments("\"old words\" is not visible"));

    [Fact]
    public Task Type_WithoutATarget_GoesToTheFieldWithTheFocus()
        => PassesAsync("""<input aria-label="A"><input aria-label="B" id="b">""", new ClickArguments("B"), new TypeArguments(null, "here"), Holds("b", "here"));

    [Fact]
    public Task Type_AgainWithoutATarget_ReplacesTheValueOfTheLastField()
        => PassesAsync("""<input aria-label="A" id="a"><input aria-label="B"><button onclick="this.focus()">Check</button>""",
            new TypeArguments("A", "one"), new TypeArguments(null, "two"), Holds("a", "two"));

    [Fact]
    public Task Type_IntoAFieldThatThePageFormats_IsFine()
        => PassesAsync("""<input aria-label="Card" id="c" oninput="this.value = this.value.replace(/\D/g, '').replace(/(.{4})(?=.)/g, '$1 ')">""", new TypeArguments("Card", "4242424242424242"), Holds("c", "4242 4242 4242 4242"));

    [Fact]
    public Task Type_IntoAFieldThatLosesFastKeys_IsTypedAgainSlowly()
        => PassesAsync("""
            <input aria-label="Code" id="c"><script>
            let lost = false; // one key comes while the page is still at work on the one before
            c.onkeydown = e => { if (!lost && c.value.length === 2) { lost = true; e.preventDefault(); } };
            </script>
            """, new TypeArguments("Code", "Oak 12"), Holds("c", "Oak 12"));

    [Fact]
    public Task Type_IntoAFieldThatRejectsIt_Fails()
        => FailsAsync("""<input aria-label="Code" oninput="this.value = ''">""", FailureKind.Action, "is still empty", new TypeArguments("Code", "ABC"));

    [Fact]
    public Task Type_IntoAFieldThatKeepsItsValue_Fails()
        => FailsAsync("""<input aria-label="Code" value="fixed" oninput="this.value = 'fixed'">""", FailureKind.Action, "holds \"fixed\"", new TypeArguments("Code", "other"));

    [Fact]
    public Task Type_IntoAReadOnlyField_Fails()
        => FailsAsync("""<input aria-label="Number" readonly value="7">""", FailureKind.Action, "is read-only", new TypeArguments("Number", "eight"));

    [Fact]
    public Task Type_IntoADisabledField_Fails()
        => FailsAsync("""<input aria-label="Number" disabled>""", FailureKind.Action, "it is disabled", new TypeArguments("Number", "8"));

    [Fact]
    public Task Type_IntoText_ThatBecomesAFieldWhenClicked_EntersIt()
        => PassesAsync("""
            <span id="name" onclick="const i = document.createElement('input'); i.id = 'edit'; i.value = this.textContent; this.replaceWith(i); i.focus()">Lisbon</span>
            """, new TypeArguments("#name", "Porto"), Holds("edit", "Porto"));

    [Fact]
    public Task Type_IntoPlainText_Fails()
        => FailsAsync("<p id=\"p\">Read me</p>", FailureKind.Action, "nothing that text can be typed into", new TypeArguments("#p", "x"));

    [Fact]
    public Task Type_IntoOneOfSeveralCodeFields_FillsThemAll()
        => PassesAsync("""
            <div>
              <input aria-label="Digit 1" id="d1" maxlength="1" oninput="this.nextElementSibling?.focus()"><input aria-label="Digit 2" maxlength="1" oninput="this.nextElementSibling?.focus()"><input aria-label="Digit 3" id="d3" maxlength="1">
            </div>
            """, new TypeArguments("Digit 1", "739"), Holds("d1", "7"), Holds("d3", "9"));

    [Theory]
    [InlineData("date", "17 March 2031", "2031-03-17")]
    [InlineData("date", "17.03.2031", "2031-03-17")]
    [InlineData("time", "2:30 pm", "14:30")]
    [InlineData("datetime-local", "March 17, 2031 at 09:15", "2031-03-17T09:15")]
    [InlineData("month", "March 2031", "2031-03")]
    [InlineData("week", "week 12, 2031", "2031-W12")]
    [InlineData("color", "teal", "#008080")]
    [InlineData("range", "40", "40")]
    public Task Type_IntoAFieldWithoutAKeyboardForm_SetsTheValue(string type, string text, string value)
        => PassesAsync($"""<label>When <input id="f" type="{type}"></label>""", new TypeArguments("#f", text), Holds("f", value));

    [Fact]
    public Task Type_OfSomethingElseIntoADate_FailsSayingSo()
        => FailsAsync("""<input type="date" aria-label="Due">""", FailureKind.Action, "does not read as a date", new TypeArguments("Due", "soon"));

    [Fact]
    public Task Type_OfAGroupedNumber_IntoANumberField_EntersThePlainOne()
        => PassesAsync("""<input type="number" step="0.01" aria-label="Amount" id="a">""", new TypeArguments("Amount", "1,250.50"), Holds("a", "1250.50"));

    [Fact]
    public Task Type_IntoASelect_ChoosesTheEntry()
        => PassesAsync("""<label>Size <select id="s"><option>Small</option><option>Large</option></select></label>""", new TypeArguments("#s", "Large"), Holds("s", "Large"));

    [Fact]
    public Task Type_OnIntoASwitch_TurnsItOn()
        => PassesAsync("""<label><input type="checkbox" id="c" onchange="out.textContent = this.checked ? 'is on' : 'is off'"> Alerts</label><p id="out"></p>""", new TypeArguments("#c", "on"), Shown("is on"));

    [Fact]
    public Task Type_IntoASliderOfThePage_MovesItByItsKeys()
        => PassesAsync("""
            <div role="slider" tabindex="0" aria-label="Volume" aria-valuemin="0" aria-valuemax="50" aria-valuenow="10" style="width:200px;height:20px;background:#ccc"
              onkeydown="const d = { ArrowRight: 5, ArrowLeft: -5 }[event.key]; if (d) { this.setAttribute('aria-valuenow', +this.getAttribute('aria-valuenow') + d); out.textContent = 'at ' + this.getAttribute('aria-valuenow') }"></div><p id="out"></p>
            """, new TypeArguments("Volume", "35"), Shown("at 35"));

    [Fact]
    public async Task Type_OfAPassword_IsShownNowhere()
    {
        await using var driver = await Fixture.OpenAsync("""<input type="password" aria-label="Password" id="p"><p>Ready</p>""");
        var run = await TestKit.Interpreting.ScriptedRun.RunAsync(driver, Token, new TypeArguments("Password", "Winter-2031"), Shown("Ready"));
        run.Success.ShouldBeTrue(run.Reasoning);
        Autonoma.Engine.Artifacts.RunDocuments.Result(run).ShouldNotContain("Winter-2031");
        run.Steps[0].Attempts[0].Outcome.ShouldBe("typed 11 characters into textbox \"Password\"");
    }

    [Fact]
    public Task Press_OfAChord_ReachesTheFocusedElement()
        => PassesAsync("""<input aria-label="Tag" onkeydown="if (event.key === 'Enter' && event.ctrlKey) out.textContent = 'sent'"><p id="out"></p>""",
            new PressArguments("Control+Enter", "Tag"), Shown("sent"));
}

using Autonoma.Engine.Driving;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Recording.Export;
using Autonoma.Engine.Suites;
using Autonoma.TestKit;
using Autonoma.TestKit.Documents;

namespace Autonoma.Engine.Web.Tests.Recording;

/// <summary>What the code says. That it compiles and passes is shown by <see cref="ExportedCodeTests"/>.</summary>
public sealed class ExportTests(BrowserFixture fixture) : RecordingTest(fixture)
{
    private static readonly TestCase Case = Test(
        "Type {{who}} into \"E-mail\"", "Click \"Save\"", "Verify that \"Changes saved for\" is displayed", "Click \"Delete\" in the row of Bob", "Verify that \"Bob was deleted\" is displayed", "Verify that 2 rows are listed")
        with { Title = "Saves \"and\" deletes", Variables = new Dictionary<string, string> { ["who"] = "mira@shop.test" } };

    [Theory]
    [InlineData(ExportFormat.PlaywrightCSharp, ".cs", "var who = \"mira@shop.test\";", "page.GetByRole(AriaRole.Textbox, new() { Name = \"E-mail\", Exact = true }).FillAsync(who);", ".Filter(new() { HasText = \"Bob\" }).GetByRole(AriaRole.Button, new() { Name = \"Delete\", Exact = true }).ClickAsync();", "Expect(page.GetByText(\"Bob was deleted\", new() { Exact = true })", "ToHaveCountAsync(2)")]
    [InlineData(ExportFormat.PlaywrightTs, ".spec.ts", "const who = \"mira@shop.test\";", "page.getByRole('textbox', { name: \"E-mail\", exact: true }).fill(who);", ".filter({ hasText: \"Bob\" }).getByRole('button', { name: \"Delete\", exact: true }).click();", "expect(page.getByText(\"Bob was deleted\", { exact: true })", ".toHaveCount(2)")]
    [InlineData(ExportFormat.SeleniumCSharp, ".cs", "var who = \"mira@shop.test\";", "Type(Find(driver, Element(\"textbox\", \"E-mail\")), who);", "Click(driver, Element(\"button\", \"Delete\", \"Bob\"));", "Seen(driver, Text(\"Bob was deleted\", whole: true)).Any()", ".Count() == 2")]
    public async Task Export_OfARecordedTest_SaysWhatTheTestSays(ExportFormat format, string ending, params string[] lines)
    {
        var exported = new TestExporter(new StepReader()).Export(Case, await RecordAsync(OfficePage.Html, Case), format);

        exported.FileName.ShouldEndWith(ending);
        foreach (var line in lines)
            exported.Code.ShouldContain(line);
        foreach (var step in Case.Steps)
            exported.Code.ShouldContain("// " + step.Text);
        exported.Code.ShouldNotContain("\r");
    }

    private const string Desk = """
        <!doctype html><title>Loans - Library</title><header><a href="#b">Basket 2</a></header>
        <main><h1>Loans</h1><p>3 readers</p>
        <dl><dt>Fees</dt><dd>€4.50</dd><dt>Deposit</dt><dd>€45.00</dd></dl>
        <table><thead><tr><th>Title</th><th>State</th></tr></thead><tbody><tr><td>Atlas</td><td>Lent</td></tr><tr><td>Novel</td><td>Free</td></tr><tr><td>Poems</td><td>Lent</td></tr></tbody></table>
        <section aria-label="Desk"><div class="reader"><b>Ida</b> <i>Oslo</i></div><div class="reader"><b>Jon</b> <i>Bergen</i></div><div class="reader"><b>Kim</b> <i>Molde</i></div></section>
        <label>Pin <input type=password value=1234></label> <label>Shelf <input value="A 7"></label> <label>Slip <input readonly value="19"></label>
        <label><input type=checkbox checked> Reminders</label> <button disabled>Renew</button> <button aria-pressed=true>Night mode</button>
        <div role=tablist><button role=tab aria-selected=true>Open</button><button role=tab aria-selected=false>Closed</button></div>
        <p role=alert>The card has expired.</p><p>No page address was given</p><p id=out></p>
        <button onclick="tip.hidden=true">Hide the tip</button><p id=tip>Tip of the day</p></main>
        """;

    [Theory]
    [InlineData("Verify that the heading is \"Loans\"", "expect(page.getByRole('heading', { name: \"Loans\", exact: true, level: 1 }).filter({ visible: true }).first()).toBeVisible();")]
    [InlineData("Verify that the fees are €4.50", "page.locator(\"xpath=//node()[normalize-space()='Fees']/following-sibling::*[1]\").filter({ visible: true })).toHaveText(\"€4.50\");")]
    [InlineData("Verify that the last row shows \"Poems\" and \"Lent\"", ".last().filter({ visible: true })).toContainText(\"Poems\");", "toContainText(\"Lent\");")]
    [InlineData("Verify that the state of Novel is Free", ".filter({ hasText: \"Novel\" }).locator(\"td, th, [role=cell], [role=gridcell], [role=rowheader]\").nth(1).filter({ visible: true })).toHaveText(\"Free\");")]
    [InlineData("Verify that there are 3 rows in the table", ".toHaveCount(3);")]
    [InlineData("Verify that the Shelf field contains \"A 7\"", "expect(page.getByRole('textbox', { name: \"Shelf\", exact: true })).toHaveValue(\"A 7\");")]
    [InlineData("Verify that the pin is masked", ".toHaveAttribute(\"type\", \"password\");")]
    [InlineData("Verify that the Slip field is read-only", ".toHaveJSProperty(\"readOnly\", true);")]
    [InlineData("Verify that the Reminders checkbox is checked", ".toBeChecked();")]
    [InlineData("Verify that the Renew button is disabled", "expect(page.getByRole('button', { name: \"Renew\", exact: true })).toBeDisabled();")]
    [InlineData("Verify that the \"Open\" tab is selected", ".toHaveAttribute(\"aria-selected\", \"true\");")]
    [InlineData("Verify that the alert \"The card has expired.\" is shown", "expect(page.getByRole('alert').filter({ hasText: \"The card has expired.\" }).filter({ visible: true }).first()).toBeVisible();")]
    [InlineData("Verify that \"No page address was given\" is displayed", "await expect(page.getByText(\"No page address was given\", { exact: true })")]
    [InlineData("Verify that \"Overdue\" is not displayed", "await expectStaysAway(page.getByText(\"Overdue\").filter({ visible: true }));")]
    [InlineData("Verify that the page title starts with \"Te\"", "expect(page).toHaveTitle(new RegExp(\"^\" + escaped(\"Te\")));")]
    public async Task Export_OfAClaim_ChecksAllThatItSays(string claim, params string[] lines)
    {
        var test = Test(claim);
        var recording = await RecordAsync(Desk, test);

        var code = new TestExporter(new StepReader()).Export(test, recording, ExportFormat.PlaywrightTs).Code;

        foreach (var line in lines)
            code.ShouldContain(line);
        foreach (var format in new[] { ExportFormat.PlaywrightCSharp, ExportFormat.SeleniumCSharp })
            new TestExporter(new StepReader()).Export(test, recording, format).Code.ShouldNotContain("{{");
    }

    [Theory]
    [InlineData("Verify that the rows are sorted by title in ascending order", "sorted")]
    [InlineData("Verify that the \"On loan\" checkbox is not visible", "no checkbox of that name was met before")]
    [InlineData("Verify that the dialog is closed", "no dialog was met before")]
    public async Task Export_OfAClaimWithoutAnEquivalent_IsRefusedWithItsStep(string claim, string why)
    {
        var test = Test("Verify that \"3 readers\" is displayed", claim);
        var recording = await RecordAsync(Desk, test);

        var refusal = Should.Throw<ExportRefusedException>(() => new TestExporter(new StepReader()).Export(test, recording, ExportFormat.PlaywrightCSharp));

        refusal.Steps.ShouldHaveSingleItem().Line.ShouldBe(4);
        refusal.Message.ShouldContain(claim);
        refusal.Message.ShouldContain(why);
    }

    [Fact]
    public async Task Export_OfNoLonger_ChecksThatItWasThere()
    {
        var test = Test("Click \"Hide the tip\"", "Verify that \"Tip of the day\" is no longer displayed");

        var code = new TestExporter(new StepReader()).Export(test, await RecordAsync(Desk, test), ExportFormat.PlaywrightTs).Code;

        var there = code.IndexOf("await expect(page.getByText(\"Tip of the day\").filter({ visible: true }).first()).toBeVisible();", StringComparison.Ordinal);
        var click = code.IndexOf(".click();", StringComparison.Ordinal);
        var gone = code.IndexOf("await expectStaysAway(page.getByText(\"Tip of the day\").filter({ visible: true }));", StringComparison.Ordinal);
        there.ShouldBeInRange(0, click);
        gone.ShouldBeGreaterThan(click);
    }

    [Fact]
    public async Task Export_OfAWait_ChecksWhatWasWaitedFor()
    {
        var test = Test("Wait until \"3 readers\" is displayed", "Verify that \"Novel\" is displayed");

        new TestExporter(new StepReader()).Export(test, await RecordAsync(Desk, test), ExportFormat.PlaywrightTs).Code
            .ShouldContain("await expect(page.getByText(\"3 readers\", { exact: true })");
    }

    [Fact]
    public async Task Export_OfARadioButton_ChecksIt()
    {
        const string page = """
            <!doctype html><main><fieldset><legend>Pay by</legend><label><input type=radio name=p> Card</label> <label><input type=radio name=p onchange="out.textContent='By invoice'"> Invoice</label></fieldset><p id=out></p></main>
            """;
        var test = Test("Select the \"Invoice\" radio button", "Verify that \"By invoice\" is displayed");

        var exported = new TestExporter(new StepReader()).Export(test, await RecordAsync(page, test), ExportFormat.PlaywrightTs);

        exported.Code.ShouldContain("await turn(page.getByRole('radio', { name: \"Invoice\", exact: true }), true);");
        exported.Code.ShouldNotContain("choose(");
    }

    [Theory]
    [InlineData("run")]
    [InlineData("keys")]
    [InlineData("check")]
    [InlineData("environment")]
    [InlineData("task")]
    public async Task Export_OfATestNamedAsATypeOfItsCode_Compiles(string name)
    {
        var test = Case with { File = $"/suite/{name}.md" };
        var recording = await RecordAsync(OfficePage.Html, Case);

        foreach (var format in new[] { ExportFormat.PlaywrightCSharp, ExportFormat.SeleniumCSharp })
            CompiledCode.Load(new TestExporter(new StepReader()).Export(test, recording, format).Code);
    }

    [Theory]
    [InlineData("case")]
    [InlineData("element")]
    [InlineData("row")]
    [InlineData("base url")]
    [InlineData("2nd")]
    public async Task Export_OfAVariableNamedAsAWordOfItsCode_Compiles(string name)
    {
        var test = Test($"Type \"{{{{{name}}}}}\" into \"E-mail\"", "Click \"Save\"", $"Verify that the \"E-mail\" field contains \"{{{{{name}}}}}\"", "Verify that the first row shows \"Alice\"") with { Variables = new Dictionary<string, string> { [name] = "mira@shop.test" } };
        var recording = await RecordAsync(OfficePage.Html, test);

        foreach (var format in new[] { ExportFormat.PlaywrightCSharp, ExportFormat.SeleniumCSharp })
            CompiledCode.Load(new TestExporter(new StepReader()).Export(test, recording, format).Code);
    }

    [Fact]
    public async Task Export_OfAStepThatIsNotRecorded_IsRefused()
    {
        var recording = await RecordAsync(OfficePage.Html, Case);
        var longer = Case with { Steps = [.. Case.Steps, new TestStep(7, "Click \"Cancel\"", 12)] };

        Should.Throw<UserInputException>(() => new TestExporter(new StepReader()).Export(longer, recording, ExportFormat.PlaywrightTs)).Message.ShouldContain("not in the recording");
    }
}

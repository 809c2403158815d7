using Autonoma.Engine.Driving;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Recording.Export;
using Autonoma.Engine.Suites;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Recording;

/// <summary>What the code says. That it compiles and passes is shown by <c>benchmarks/Autonoma.Replay --parts export</c>.</summary>
public sealed class ExportTests(BrowserFixture fixture) : RecordingTest(fixture)
{
    private static readonly TestCase Case = Test(
        "Type {{who}} into \"E-mail\"", "Click \"Save\"", "Verify that \"Changes saved for\" is displayed", "Click \"Delete\" in the row of Bob", "Verify that \"Bob was deleted\" is displayed", "Verify that 2 rows are listed")
        with { Title = "Saves \"and\" deletes", Variables = new Dictionary<string, string> { ["who"] = "mira@shop.test" } };

    [Theory]
    [InlineData(ExportFormat.PlaywrightCSharp, ".cs", "var who = \"mira@shop.test\";", "page.GetByRole(AriaRole.Textbox, new() { Name = \"E-mail\", Exact = true }).FillAsync(who);", ".Filter(new() { HasText = \"Bob\" }).GetByRole(AriaRole.Button, new() { Name = \"Delete\", Exact = true }).ClickAsync();", "Expect(page.GetByText(\"Bob was deleted\")")]
    [InlineData(ExportFormat.PlaywrightTs, ".spec.ts", "const who = \"mira@shop.test\";", "page.getByRole('textbox', { name: \"E-mail\", exact: true }).fill(who);", ".filter({ hasText: \"Bob\" }).getByRole('button', { name: \"Delete\", exact: true }).click();", "expect(page.getByText(\"Bob was deleted\")")]
    [InlineData(ExportFormat.SeleniumCSharp, ".cs", "var who = \"mira@shop.test\";", "Type(Find(driver, Element(\"textbox\", \"E-mail\")), who);", "Click(driver, Element(\"button\", \"Delete\", \"Bob\"));", "Shows(driver, \"Bob was deleted\")")]
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

    [Fact]
    public async Task Export_OfAClaimWithoutAnEquivalent_SaysSo()
    {
        var exported = new TestExporter(new StepReader()).Export(Case, await RecordAsync(OfficePage.Html, Case), ExportFormat.PlaywrightCSharp);

        exported.NotExported.Concat(exported.Narrowed).ShouldContain(line => line.Contains("2 rows are listed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Export_OfARadioButtonAndOfWhatARowProves_SaysNothingThatCodeCannotDo()
    {
        const string page = """
            <!doctype html><main><fieldset><legend>Pay by</legend><label><input type=radio name=p> Card</label> <label><input type=radio name=p onchange="out.textContent='By invoice'"> Invoice</label></fieldset>
            <table><tr><th>Code</th><th>Value</th></tr><tr><td>A1</td><td>10</td></tr><tr><td>B2</td><td>20</td></tr></table><label hidden><input type=checkbox> On sale</label><p id=out></p></main>
            """;
        var test = Test("Select the \"Invoice\" radio button", "Verify that \"By invoice\" is displayed", "Verify that the table has 2 rows", "Verify that the \"On sale\" checkbox is not visible");

        var exported = new TestExporter(new StepReader()).Export(test, await RecordAsync(page, test), ExportFormat.PlaywrightTs);

        exported.Code.ShouldContain("setChecked(true)");
        exported.Code.ShouldNotContain("choose(");
        exported.Code.ShouldNotContain("A1 10");
        exported.Code.ShouldNotContain("toHaveCount(0)");
        exported.NotExported.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Export_OfAStepThatIsNotRecorded_IsRefused()
    {
        var recording = await RecordAsync(OfficePage.Html, Case);
        var longer = Case with { Steps = [.. Case.Steps, new TestStep(7, "Click \"Cancel\"", 12)] };

        Should.Throw<UserInputException>(() => new TestExporter(new StepReader()).Export(longer, recording, ExportFormat.PlaywrightTs)).Message.ShouldContain("not in the recording");
    }
}

using Autonoma.Engine.Recording;
using Autonoma.Engine.Running;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Recording;

/// <summary>
/// The acceptance matrix of healing: what a regression looks like stays red, whatever the mode. The mode 'heal' is the hardest, so each case is run in it:
/// first the drift, then the attempt to heal it.
/// </summary>
public sealed class HarmfulChangeTests(BrowserFixture fixture) : RecordingTest(fixture)
{
    private const string Save = "Click \"Save\"";
    private const string Saved = "Verify that \"Changes saved for\" is displayed";
    private const string Delete = "Click \"Delete\" in the row of Bob";
    private const string Deleted = "Verify that \"was deleted\" is displayed";
    private const string Type = "Type \"mira@shop.test\" into \"E-mail\"";
    private const string Heading = "Verify that \"Customer details\" is displayed";

    public static TheoryData<string, string[], string> Changes => new()
    {
        { "the heading reads otherwise and the footer has the phrase", [Heading], OfficePage.With(("<h1>Customer details</h1>", "<h1>Something went wrong</h1>"), ("Legal notice", "Customer details")) },
        { "the heading is gone and a paragraph has the phrase", [Heading], OfficePage.With(("<h1>Customer details</h1>", "<p>Customer details</p>")) },
        { "the heading reads otherwise", [Heading], OfficePage.With(("<h1>Customer details</h1>", "<h1>Customer</h1>")) },
        { "the target was removed", [Save, Saved], OfficePage.With((OfficePage.Save, "")) },
        { "the target was removed, one called nearly so is left", [Save, Saved], OfficePage.With((OfficePage.Save, "<button type=\"button\" onclick=\"say('Changes saved for later')\">Save as draft</button>")) },
        { "the target is hidden", [Save, Saved], OfficePage.With(("id=\"save\"", "id=\"save\" style=\"display:none\"")) },
        { "the target is invisible", [Save, Saved], OfficePage.With(("id=\"save\"", "id=\"save\" style=\"visibility:hidden\"")) },
        { "the target is disabled", [Save, Saved], OfficePage.With(("id=\"save\"", "id=\"save\" disabled")) },
        { "the target is disabled for assistive tools", [Save, Saved], OfficePage.With(("id=\"save\"", "id=\"save\" aria-disabled=\"true\"")) },
        { "the target is covered", [Save, Saved], OfficePage.With(("</main>", "</main><div style=\"position:fixed;inset:0;background:#fffd\">Please wait</div>")) },
        { "there are two of it", [Save, Saved], OfficePage.With((OfficePage.Save, OfficePage.Save + OfficePage.Save.Replace("id=\"save\"", ""))) },
        { "there are two of it, with the same id", [Save, Saved], OfficePage.With((OfficePage.Save, OfficePage.Save + OfficePage.Save)) },
        { "it became a link elsewhere", [Save, Saved], OfficePage.With((OfficePage.Save, ""), ("<footer>", "<footer><a href=\"#s\" onclick=\"say('Changes saved for all')\">Save</a> ")) },
        { "it has another role", [Save, Saved], OfficePage.With((OfficePage.Save, "<a href=\"#s\" id=\"save\" onclick=\"say('Changes saved for all')\">Save</a>")) },
        { "it moved to the footer", [Save, Saved], OfficePage.With((OfficePage.Save, ""), ("<footer>", "<footer>" + OfficePage.Save)) },
        { "it moved into a dialog", [Save, Saved], OfficePage.With((OfficePage.Save, ""), ("</main>", "</main><div role=\"dialog\" aria-label=\"Are you sure?\">" + OfficePage.Save + "</div>")) },
        { "it was renamed and has another role", [Save, Saved], OfficePage.With((OfficePage.Save, "<a href=\"#s\" id=\"save\" onclick=\"say('Changes saved for all')\">Store</a>")) },
        { "it does nothing", [Save, Saved], OfficePage.With(("onclick=\"say('Changes saved for ' + email.value)\"", "onclick=\"void 0\"")) },
        { "it fails", [Save, Saved], OfficePage.With(("say('Changes saved for ' + email.value)", "say('An error happened')")) },
        { "the row is gone", [Delete, Deleted], OfficePage.With((OfficePage.Bob, "")) },
        { "the row is gone and one row is left", [Delete, Deleted], OfficePage.With((OfficePage.Bob, ""), (OfficePage.Alice, "")) },
        { "the row has another name", [Delete, Deleted], OfficePage.With(("<td>Bob</td>", "<td>Bert</td>")) },
        { "the row is there twice", [Delete, Deleted], OfficePage.With((OfficePage.Bob, OfficePage.Bob + OfficePage.Bob)) },
        { "the button of the row is gone", [Delete, Deleted], OfficePage.With((OfficePage.Bob, "<tr><td>Bob</td><td>Porto</td><td></td></tr>")) },
        { "the labels of two fields were exchanged", [Type, Save, "Verify that \"mira@shop.test\" is displayed"], OfficePage.With((">E-mail<", ">@<"), (">Note<", ">E-mail<"), (">@<", ">Note<")) },
        { "the field is gone", [Type, Save, Saved], OfficePage.With((OfficePage.Email, "<input id=\"email\" name=\"email\" type=\"hidden\">")) },
        { "the field is read-only", [Type, Save, "Verify that \"mira@shop.test\" is displayed"], OfficePage.With(("type=\"email\"", "type=\"email\" readonly")) },
        { "the field loses what is typed", [Type, Save, "Verify that \"mira@shop.test\" is displayed"], OfficePage.With(("type=\"email\"", "type=\"email\" oninput=\"this.value = ''\"")) },
        { "the message stands in the footer only", [Save, Saved], OfficePage.With(("<p id=\"out\" role=\"status\"></p>", ""), ("<footer>", "<footer><small id=\"out\"></small>")) },
        { "the page is another one", [Save, Saved], "<!doctype html><title>404</title><h1>Not found</h1>" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Heal_AfterARegression_StaysRed(string change, string[] steps, string html)
    {
        var test = Test(steps);
        var recording = await RecordAsync(OfficePage.Html, test);

        var (run, session) = await RunAsync(html, test, RecordingMode.Heal, recording, healsPass: true);

        run.Success.ShouldBeFalse($"{change}: {run.Reasoning}");
        run.Failure.ShouldBeOneOf(FailureKind.Drift, FailureKind.Action, FailureKind.Assertion, FailureKind.Grounding);
        session.Outcome.ShouldBeNull("a run that did not pass leaves nothing");
        TestContext.Current.TestOutputHelper?.WriteLine($"{change}: {run.Reasoning}");
    }
}

using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Recording;

/// <summary>What people change every week does not stop a replay, and nothing is decided for it.</summary>
public sealed class HarmlessChangeTests(BrowserFixture fixture) : RecordingTest(fixture)
{
    private static readonly string[] Steps =
    [
        "Type \"mira@shop.test\" into \"E-mail\"",
        "Click \"Save\"",
        "Verify that \"Changes saved for mira@shop.test\" is displayed",
        "Click \"Open\" in the first row",
        "Verify that \"is open\" is displayed",
        "Click \"Delete\" in the row of Bob",
        "Verify that \"Bob was deleted\" is displayed",
        "Verify that the heading reads \"Customer details\"",
    ];

    public static TheoryData<string, string> Changes => new()
    {
        { "the same page", OfficePage.Html },
        { "a banner above", OfficePage.With(("<header", "<div class=\"promo\">Summer sale: everything must go <a href=\"#sale\">See offers</a></div><header")) },
        { "a cookie note below", OfficePage.With(("</footer>", "</footer><aside>We use cookies. <button>Fine</button></aside>")) },
        { "other class names", OfficePage.With(("class=\"b\"", "class=\"btn btn--md\""), ("class=\"f\"", "class=\"field\""), ("class=\"r\"", "class=\"x1 y2\"")) },
        { "a wrapper around the form", OfficePage.With(("<form", "<div class=\"card\"><section><form"), ("</form>", "</form></section></div>")) },
        { "a wrapper around each button", OfficePage.With((OfficePage.Save, "<span class=\"w\"><span>" + OfficePage.Save + "</span></span>")) },
        { "rows in another order", OfficePage.With((OfficePage.Alice, "@A"), (OfficePage.Bob, OfficePage.Alice), ("@A", OfficePage.Bob)) },
        { "another row above", OfficePage.With((OfficePage.Alice, OfficePage.Alice.Replace("Alice", "Zoe").Replace("Lyon", "Brno") + OfficePage.Alice)) },
        { "fields in another order", OfficePage.With((OfficePage.Email, "@E"), (OfficePage.Note, OfficePage.Email), ("@E", OfficePage.Note)) },
        { "another font and other colours", OfficePage.With(("</head>", "<style>* { font: 19px serif; color: #123; letter-spacing: 1px } .b { background: gold; padding: 14px }</style></head>")) },
        { "everything moved", OfficePage.With(("</head>", "<style>main { margin-left: 300px; margin-top: 140px } form { display: flex; flex-direction: row-reverse }</style></head>")) },
        { "a new column", OfficePage.With(("<th>City</th>", "<th>City</th><th>Orders</th>"), ("<td>Lyon</td>", "<td>Lyon</td><td>4</td>"), ("<td>Porto</td>", "<td>Porto</td><td>9</td>"), ("<td>Graz</td>", "<td>Graz</td><td>1</td>")) },
        { "another value in the row", OfficePage.With(("<td>Porto</td>", "<td>Faro</td>")) },
        { "the buttons have other ids", OfficePage.With(("id=\"save\"", "id=\"btn-save\"")) },
        { "ids are made at run time", OfficePage.With(("id=\"save\"", "id=\":r7:\""), ("id=\"cancel\"", "id=\":r8:\"")) },
        { "test ids were added", OfficePage.With(("id=\"save\"", "id=\"save\" data-testid=\"save-button\"")) },
        { "an icon in the button", OfficePage.With((">Save<", "><svg width=\"12\" height=\"12\" aria-hidden=\"true\"><circle cx=\"6\" cy=\"6\" r=\"5\"/></svg> Save<")) },
        { "a new field", OfficePage.With((OfficePage.Note, OfficePage.Note + "<div class=\"f\"><label for=\"tel\">Phone</label><input id=\"tel\" name=\"tel\" type=\"tel\"></div>")) },
        { "a new entry in the navigation", OfficePage.With(("<nav>", "<nav><a href=\"#reports\">Reports</a> ")) },
        { "another heading below", OfficePage.With(("<h2>People</h2>", "<h2>People and places</h2>")) },
        { "a form with another action and no name", OfficePage.With(("<form aria-label=\"Details\"", "<form method=\"post\"")) },
        { "a footer with more in it", OfficePage.With(("<footer>", "<footer><p>Imprint, terms and 12 offices</p>")) },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Replay_AfterAHarmlessChange_PassesWithoutADecision(string change, string html)
    {
        var test = Test(Steps);
        var recording = await RecordAsync(OfficePage.Html, test);

        var run = await ReplayAsync(recording, html, test, Patient);

        run.Success.ShouldBeTrue($"{change}: {run.Reasoning}");
        run.Steps.ShouldAllBe(step => step.DecidedBy == "recording");
    }
}

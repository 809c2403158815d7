using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;
using Autonoma.TestKit.Observing;

namespace Autonoma.Engine.Tests.Grounding;

public sealed class GrounderTests
{
    private static GroundingResult Ground(string description, Observation screen, GroundingPurpose purpose = GroundingPurpose.Click) =>
        new Grounder().Ground(description, purpose, screen, GroundingContext.None);

    private static Observation Guests() => UiPage.Of(page => page
        .Element("h1", "heading", "Guests", children: h => h.Text("Guests"))
        .Element("table", "table", children: t => t.Element("tbody", "rowgroup", children: body =>
        {
            foreach (var (name, city) in new[] { ("Ida Holm", "Bergen"), ("Ida Holt", "Oslo"), ("Per Lund", "Bergen") })
            {
                body.Element("tr", "row", children: row => row
                    .Element("td", "cell", children: c => c.Text(name))
                    .Element("td", "cell", children: c => c.Text(city))
                    .Element("td", "cell", children: c => c.Button("Edit").Button("Check out")));
            }
        })));

    private static string RowOf(UiNode node) => node.Ancestors().First(a => a.Role == "row").InnerText;

    [Theory]
    [InlineData("Edit button in the row of Ida Holt", "Ida Holt")]
    [InlineData("Check out for Per Lund", "Per Lund")]
    [InlineData("Edit in Ida Holm's row", "Ida Holm")]
    [InlineData("Check out button in the second row", "Ida Holt")]
    [InlineData("the Edit button of the guest from Oslo", "Ida Holt")]
    [InlineData("Edit next to Per Lund", "Per Lund")]
    public void Ground_ByRow_FindsTheButtonOfThatRow(string description, string expected)
    {
        var result = Ground(description, Guests());

        result.Outcome.ShouldBe(GroundingOutcome.Found, result.Explanation);
        RowOf(result.Node!).ShouldStartWith(expected);
    }

    [Theory]
    [InlineData("the Edit button", GroundingOutcome.Ambiguous)]
    [InlineData("Edit for the guest in Bergen", GroundingOutcome.Ambiguous)]
    [InlineData("Edit in the row of Ida Holmes", GroundingOutcome.NotFound)]
    [InlineData("Edit in the row of Ida Hold", GroundingOutcome.NotFound)]
    [InlineData("Lunds row", GroundingOutcome.NotFound)]
    [InlineData("Lundes's Edit button", GroundingOutcome.NotFound)]
    [InlineData("Delete button of Per Lund", GroundingOutcome.NotFound)]
    public void Ground_SeveralOrNone_Refuses(string description, GroundingOutcome expected)
    {
        var result = Ground(description, Guests());

        result.Outcome.ShouldBe(expected, result.Explanation);
        result.Node.ShouldBeNull();
    }

    [Fact]
    public void Ground_SeveralFit_NamesThemAndWhatTellsThemApart()
    {
        var result = Ground("the Check out button", Guests());

        result.Explanation.ShouldContain("Ida Holm Bergen");
        result.Explanation.ShouldContain("Ida Holt Oslo");
    }

    [Fact]
    public void Ground_SameNameAsHeading_KindDecides()
    {
        var screen = UiPage.Of(page => page.Element("h2", "heading", "Create account", children: h => h.Text("Create account")).Field("Nickname").Button("Create account"));

        Ground("Create account button", screen).Node!.Role.ShouldBe("button");
        Ground("the Create account heading", screen).Node!.Role.ShouldBe("heading");
        var bare = Ground("Create account", screen);
        bare.Outcome.ShouldBe(GroundingOutcome.Found, bare.Explanation);
        bare.Node!.Role.ShouldBe("button");
    }

    [Theory]
    [InlineData("Cancel booking button")]
    [InlineData("Unsubscribe button")]
    [InlineData("Export PDF")]
    public void Ground_OnlyPartOfTheNameIsThere_IsNotFound(string description)
    {
        var screen = UiPage.Of(page => page.Element("h2", "heading", "New booking", children: h => h.Text("New booking")).Button("Cancel").Button("Subscribe").Button("Export CSV"));

        Ground(description, screen).Outcome.ShouldBe(GroundingOutcome.NotFound);
    }

    [Fact]
    public void Ground_MisspeltEverydayWord_IsForgiven()
    {
        var screen = UiPage.Of(page => page.Button("Submit").Button("Preview"));

        Ground("Sumbit button", screen).Node!.Name.ShouldBe("Submit");
    }

    [Theory]
    [InlineData("plus icon", "＋")]
    [InlineData("trash can", "🗑")]
    [InlineData("gear icon", "⚙")]
    [InlineData("the close icon", "×")]
    [InlineData("three dots", "⋮")]
    public void Ground_Icon_IsToldByItsGlyph(string description, string glyph)
    {
        var screen = UiPage.Of(page => page.Button("＋").Button("🗑").Button("⚙").Button("×").Button("⋮").Button("Apply"));

        Ground(description, screen).Node!.InnerText.ShouldBe(glyph);
    }

    [Fact]
    public void Ground_LabelBesideTheField_CountsAsItsName()
    {
        var screen = UiPage.Of(page => page
            .Element("div", children: d => d.Element("span", children: s => s.Text("Licence plate")).Element("input", "textbox", interactive: true))
            .Element("div", children: d => d.Element("span", children: s => s.Text("Mileage")).Element("input", "textbox", interactive: true)));

        var found = Ground("Mileage field", screen);

        found.Outcome.ShouldBe(GroundingOutcome.Found, found.Explanation);
        found.Node!.Parent!.InnerText.ShouldBe("Mileage");
    }

    [Fact]
    public void Ground_SameFieldInTwoSections_TheHeadingDecides()
    {
        var screen = UiPage.Of(page =>
        {
            foreach (var section in new[] { "Departure", "Arrival" })
                page.Element("section", children: s => s.Element("h2", "heading", section, children: h => h.Text(section)).Field("Platform").Field("Time"));
        });

        Ground("Platform field", screen).Outcome.ShouldBe(GroundingOutcome.Ambiguous);
        Ground("Platform field in the Arrival section", screen).Node!.Parent!.InnerText.ShouldBe("Arrival");
        Ground("Time under Departure", screen).Node!.Parent!.InnerText.ShouldBe("Departure");
    }

    [Fact]
    public void Ground_DialogNotOpen_IsNotFound() =>
        Ground("Edit in the Rename guest dialog", Guests()).Outcome.ShouldNotBe(GroundingOutcome.Found);

    [Theory]
    [InlineData("rows", 3)]
    [InlineData("Edit buttons", 3)]
    [InlineData("rows in the waiting list table", 0)]
    public void GroundAll_Counts(string description, int expected) =>
        new Grounder().GroundAll(description, Guests(), GroundingContext.None).Count.ShouldBe(expected);

    [Fact]
    public void Ground_TenThousandNodes_IsLinear()
    {
        var screen = UiPage.Of(page => page.Element("ul", "list", children: list =>
        {
            for (var i = 0; i < 2500; i++)
                list.Element("li", "listitem", children: li => li.Element("span", children: s => s.Text($"Parcel {i}")).Button("Open"));
        }));

        Ground("Open button of Parcel 1734", screen).Node!.Parent!.InnerText.ShouldBe("Parcel 1734 Open");
    }
}

using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;
using Autonoma.TestKit.Observing;

namespace Autonoma.Engine.Tests.Grounding;

/// <summary>Things that are told by their shape and surroundings where no role and no name says what they are.</summary>
public sealed class ShapeRuleTests
{
    private static GroundingResult Ground(string description, Observation screen, GroundingPurpose purpose = GroundingPurpose.Click) =>
        new Grounder().Ground(description, purpose, screen, GroundingContext.None);

    private static string Name(string description, Observation screen)
    {
        var result = Ground(description, screen);
        result.Outcome.ShouldBe(GroundingOutcome.Found, result.Explanation);
        return result.Node!.ClassName;
    }

    [Theory]
    [InlineData("next month", "nm")]
    [InlineData("previous month arrow", "pm")]
    [InlineData("next week arrow", "nw")]
    [InlineData("previous week", "pw")]
    public void Ground_ArrowsThatStepThroughDifferentThings_AreToldByWhatStandsBesideThem(string description, string expected)
    {
        var screen = UiPage.Of(page => page
            .Element("div", className: "bar", children: b => b.Element("button", "button", "◀", "pw", true, children: x => x.Text("◀")).Element("button", "button", "▶", "nw", true, children: x => x.Text("▶")).Element("b", children: x => x.Text("3 – 9 March 2031")))
            .Element("div", className: "mini", children: m => m.Element("span", className: "pm", interactive: true, children: x => x.Text("‹")).Element("b", children: x => x.Text("March 2031")).Element("span", className: "nm", interactive: true, children: x => x.Text("›"))));

        Name(description, screen).ShouldBe(expected);
    }

    [Theory]
    [InlineData("last page button", "l")]
    [InlineData("first page", "f")]
    [InlineData("next page arrow", "n")]
    [InlineData("previous page", "p")]
    public void Ground_SingleAndDoubleArrows_AreToldApart(string description, string expected)
    {
        var screen = UiPage.Of(page => page.Element("div", className: "pager", children: pager =>
        {
            foreach (var (glyph, name) in new[] { ("«", "f"), ("‹", "p"), ("1", "one"), ("2", "two"), ("›", "n"), ("»", "l") })
                pager.Button(glyph, name);
        }));

        Name(description, screen).ShouldBe(expected);
    }

    [Theory]
    [InlineData("delete button", GroundingOutcome.Found)]
    [InlineData("trash icon", GroundingOutcome.Found)]
    [InlineData("archive button", GroundingOutcome.NotFound)]
    public void Ground_ButtonWithAnIconOnly_IsWhatTheIconShows(string description, GroundingOutcome expected)
    {
        var screen = UiPage.Of(page => page
            .Element("button", "button", interactive: true, children: b => b.Element("svg", "img", className: "icon-trash"))
            .Element("button", "button", interactive: true, children: b => b.Element("svg", "img", className: "icon-pencil")));

        Ground(description, screen).Outcome.ShouldBe(expected);
    }

    [Theory]
    [InlineData("arrow of Depot", "tw")]
    [InlineData("plus sign of Depot", "ad")]
    public void Ground_PlusSign_IsNoArrow(string description, string expected)
    {
        var screen = UiPage.Of(page => page.Element("ul", "list", children: list =>
        {
            foreach (var name in new[] { "Depot", "Harbour" })
                list.Element("li", "listitem", children: li => li.Element("span", className: "tw", interactive: true, children: x => x.Text("▸")).Element("span", children: x => x.Text(name)).Element("a", "link", className: "ad", interactive: true, children: x => x.Text("+")));
        }));

        Name(description, screen).ShouldBe(expected);
    }

    [Theory]
    [InlineData("change link next to Sender", "one")]
    [InlineData("change link for the priority", "two")]
    public void Ground_TextBetweenControls_LabelsTheOneBehindIt(string description, string expected)
    {
        var screen = UiPage.Of(page => page.Element("div", children: box => box
            .Text("Sender:").Element("b", children: b => b.Text("Ida")).Element("a", "link", "change", "one", true, children: a => a.Text("change"))
            .Text("Priority:").Element("b", children: b => b.Text("high")).Element("a", "link", "change", "two", true, children: a => a.Text("change"))
            .Text("Due:").Element("b", children: b => b.Text("never")).Element("a", "link", "change", "three", true, children: a => a.Text("change"))));

        Name(description, screen).ShouldBe(expected);
        Ground("change link", screen).Outcome.ShouldBe(GroundingOutcome.Ambiguous);
        Ground("change link next to Recipient", screen).Outcome.ShouldNotBe(GroundingOutcome.Found);
    }

    [Theory]
    [InlineData("checkbox Sign contracts for Deputy", GroundingOutcome.Found)]
    [InlineData("Deputy checkbox in the row Sign contracts", GroundingOutcome.Found)]
    [InlineData("Sign contracts checkbox", GroundingOutcome.Ambiguous)]
    [InlineData("Deputy checkbox", GroundingOutcome.Ambiguous)]
    [InlineData("checkbox Sign contracts for Owner", GroundingOutcome.NotFound)]
    [InlineData("checkbox Sell contracts for Deputy", GroundingOutcome.NotFound)]
    public void Ground_BoxOfAMatrix_NeedsItsRowAndItsColumn(string description, GroundingOutcome expected)
    {
        var screen = Grid(("Right", "Clerk", "Deputy"), cell => cell.Checkbox(), "Sign contracts", "Hire people");

        Ground(description, screen).Outcome.ShouldBe(expected);
    }

    [Theory]
    [InlineData("the filled star", "★")]
    [InlineData("the hollow star", "☆")]
    public void Ground_FilledOrHollow_IsToldByTheGlyph(string description, string glyph)
    {
        var screen = UiPage.Of(page => page.Button("★").Button("☆"));

        Ground(description, screen).Node!.InnerText.ShouldBe(glyph);
    }

    [Fact]
    public void Ground_UnreadRowBeforeTheOthers_HeadsNoColumns()
    {
        var screen = UiPage.Of(page => page.Element("div", className: "list", children: list =>
        {
            foreach (var (style, who) in new[] { ("m un", "Ines"), ("m", "Olga"), ("m", "Piet") })
                list.Element("div", className: style, children: row => row.Element("span", children: s => s.Text(who)).Element("span", children: s => s.Text("Minutes")).Element("span", children: s => s.Text("Monday")));
        }));

        Ground("the second message from Ines", screen).Outcome.ShouldNotBe(GroundingOutcome.Found);
    }

    [Theory]
    [InlineData("company website link", GroundingOutcome.NotFound)]
    [InlineData("website link", GroundingOutcome.Found)]
    public void Ground_LinkThatIsAnAddress_IsAWebsite(string description, GroundingOutcome expected) =>
        Ground(description, UiPage.Of(page => page.Link("harbour.example").Link("Terms").Link("report.pdf"))).Outcome.ShouldBe(expected);

    [Theory]
    [InlineData("Payment day")]
    [InlineData("Delivery day")]
    public void Ground_BoxOfHalfTheName_IsNotFound(string description) =>
        Ground(description, UiPage.Of(page => page.Checkbox("On a day").Checkbox("At once"))).Outcome.ShouldNotBe(GroundingOutcome.Found);

    [Theory]
    [InlineData("button with the pencil icon", "one")]
    [InlineData("the button with the trash icon", "two")]
    public void Ground_ButtonWithAnIcon_HasItInside(string description, string expected)
    {
        var screen = UiPage.Of(page => page
            .Element("button", "button", className: "one", interactive: true, children: b => b.Element("svg", "img", className: "icon-pencil").Text("Rename"))
            .Element("button", "button", className: "two", interactive: true, children: b => b.Element("svg", "img", className: "icon-trash").Text("Away"))
            .Button("Close", "three"));

        Name(description, screen).ShouldBe(expected);
    }

    [Theory]
    [InlineData("open link in the first row", "Brun")]
    [InlineData("open link in the last row", "Cole")]
    public void Ground_RowUnderBoldHead_IsCountedWithoutTheHead(string description, string expected)
    {
        var screen = UiPage.Of(page => page.Element("table", "table", children: t => t
            .Element("tr", "row", children: r => r.Element("td", "cell", children: c => c.Element("b", children: b => b.Text("Name"))).Element("td", "cell", children: c => c.Element("b", children: b => b.Text("Action"))))
            .Element("tr", "row", children: r => r.Element("td", "cell", children: c => c.Text("Brun")).Element("td", "cell", children: c => c.Link("open")))
            .Element("tr", "row", children: r => r.Element("td", "cell", children: c => c.Text("Cole")).Element("td", "cell", children: c => c.Link("open")))));

        var result = Ground(description, screen);

        result.Outcome.ShouldBe(GroundingOutcome.Found, result.Explanation);
        result.Node!.Parent!.Parent!.InnerText.ShouldStartWith(expected);
    }

    [Theory]
    [InlineData("Reserve on the Reed Cabin card", "r1")]
    [InlineData("Reserve button of Hay Loft", "r2")]
    [InlineData("Reserve", null)]
    [InlineData("Reserve on the Reed House card", null)]
    public void Ground_CardInLinesBuiltAlike_ButtonsBelongToItsTitle(string description, string? expected)
    {
        var screen = UiPage.Of(page => page.Element("div", className: "stays", children: list =>
        {
            foreach (var (name, style) in new[] { ("Reed Cabin", "r1"), ("Hay Loft", "r2"), ("Old Mill", "r3") })
            {
                list.Element("div", className: "stay", children: card => card
                    .Element("div", className: "line", children: line => line.Element("h3", "heading", name, children: h => h.Text(name)).Element("span", children: s => s.Text("per night")))
                    .Element("p", "paragraph", children: p => p.Text("A quiet place"))
                    .Element("div", className: "line", children: line => line.Button("Pictures").Button("Reserve", style)));
            }
        }));

        if (expected is null)
            Ground(description, screen).Outcome.ShouldNotBe(GroundingOutcome.Found);
        else
            Name(description, screen).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Drop on the Bolt line", null)]
    [InlineData("Drop button of Bolt", "d1")]
    public void Ground_EntriesOfAListInACard_KeepTheirOwnButtons(string description, string? expected)
    {
        var screen = UiPage.Of(page => page.Element("div", className: "card", children: card => card
            .Element("div", className: "line", children: line => line.Element("b", children: b => b.Text("Bolt")).Button("Drop", "d1"))
            .Element("div", className: "line", children: line => line.Element("b", children: b => b.Text("Nut")).Button("Drop", "d2"))));

        var result = Ground(description, screen);
        if (result.Outcome == GroundingOutcome.Found)
            result.Node!.ClassName.ShouldBe("d1");
        else
            expected.ShouldBeNull();
    }

    [Theory]
    [InlineData("the drafts folder", "f2")]
    [InlineData("\"archive\" folder", "f3")]
    [InlineData("the receipts folder", null)]
    public void Ground_EntryUnderTheWordForItsKind_IsOfThatKind(string description, string? expected)
    {
        var screen = UiPage.Of(page => page.Element("div", children: side => side
            .Element("div", className: "head", children: h => h.Text("Folders"))
            .Element("div", className: "rows", children: list => list
                .Element("div", className: "f1", interactive: true, children: f => f.Text("# inbox"))
                .Element("div", className: "f2", interactive: true, children: f => f.Text("# drafts").Element("span", children: s => s.Text("4")))
                .Element("div", className: "f3", interactive: true, children: f => f.Text("# archive")))));

        if (expected is null)
            Ground(description, screen).Outcome.ShouldNotBe(GroundingOutcome.Found);
        else
            Name(description, screen).ShouldBe(expected);
    }

    [Fact]
    public void Ground_LineNumber_IsTheNumberNotTheLine()
    {
        var screen = UiPage.Of(page => page.Element("table", "table", children: t =>
        {
            foreach (var (number, text) in new[] { ("7", "open the gate"), ("8", "feed 9 hens"), ("9", "close the gate") })
                t.Element("tr", "row", children: r => r.Element("td", "cell", className: "n" + number, interactive: true, children: c => c.Text(number)).Element("td", "cell", children: c => c.Text(text)));
        }));

        Name("line number 9", screen).ShouldBe("n9");
        Ground("line number 12", screen).Outcome.ShouldNotBe(GroundingOutcome.Found);
    }

    private static Observation Grid((string First, string Second, string Third) head, Action<UiPage> fill, params string[] rows) => UiPage.Of(page => page
        .Element("table", "table", children: table => table
            .Element("thead", "rowgroup", children: t => t.Element("tr", "row", children: row => row
                .Element("th", "columnheader", head.First, children: c => c.Text(head.First), at: (0, 100))
                .Element("th", "columnheader", head.Second, children: c => c.Text(head.Second), at: (100, 100))
                .Element("th", "columnheader", head.Third, children: c => c.Text(head.Third), at: (200, 100))))
            .Element("tbody", "rowgroup", children: t =>
            {
                foreach (var name in rows)
                {
                    t.Element("tr", "row", children: row => row
                        .Element("td", "cell", children: c => c.Text(name), at: (0, 100))
                        .Element("td", "cell", children: fill, at: (100, 100))
                        .Element("td", "cell", children: fill, at: (200, 100)));
                }
            })));
}

using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;
using Autonoma.TestKit.Observing;

namespace Autonoma.Engine.Tests.Grounding;

/// <summary>What counts as the name of a thing, and which name wins.</summary>
public sealed class NameRuleTests
{
    private static GroundingResult Ground(string description, Observation screen, GroundingPurpose purpose = GroundingPurpose.Click) =>
        new Grounder().Ground(description, purpose, screen, GroundingContext.None);

    [Theory]
    [InlineData("My bookings", "My bookings")]
    [InlineData("Bookings", "Bookings")]
    [InlineData("the Current plan link", "Current plan")]
    [InlineData("Plan", "Plan")]
    public void Ground_SmallWordBelongsToTheName_TellsItFromTheOther(string description, string expected)
    {
        var screen = UiPage.Of(page => page.Link("Bookings").Link("My bookings").Link("Plan").Link("Current plan"));

        var result = Ground(description, screen);

        result.Outcome.ShouldBe(GroundingOutcome.Found, result.Explanation);
        result.Node!.Name.ShouldBe(expected);
    }

    [Theory]
    [InlineData("the main Publish button")]
    [InlineData("the big Publish button")]
    [InlineData("your Publish button")]
    public void Ground_SmallWordIsInNoName_IsLeftOut(string description) =>
        Ground(description, UiPage.Of(page => page.Button("Publish").Button("Discard"))).Node!.Name.ShouldBe("Publish");

    [Theory]
    [InlineData("Expand \"Can I cancel?\"", "Can I cancel?")]
    [InlineData("the \"Do you ship abroad?\" question", "Do you ship abroad?")]
    [InlineData("Open \"Can I cancel?\"", "Can I cancel?")]
    public void Ground_QuotedWholeName_Decides(string description, string expected)
    {
        var result = Ground(description, Questions());

        result.Outcome.ShouldBe(GroundingOutcome.Found, result.Explanation);
        result.Node!.Name.ShouldBe(expected);
    }

    [Theory]
    [InlineData("Expand \"Can I return it?\"")]
    [InlineData("Expand \"Can I\"")]
    public void Ground_QuotedNameThatIsNotThere_IsRefused(string description) =>
        Ground(description, Questions()).Outcome.ShouldNotBe(GroundingOutcome.Found);

    [Theory]
    [InlineData("Back link", GroundingOutcome.NotFound)]
    [InlineData("Back button", GroundingOutcome.NotFound)]
    [InlineData("Save button", GroundingOutcome.Found)]
    public void Ground_WordFromTheMiddleOfASentence_IsNoName(string description, GroundingOutcome expected) =>
        Ground(description, UiPage.Of(page => page.Button("Save and come back later").Link("Terms"))).Outcome.ShouldBe(expected);

    [Fact]
    public void Ground_ListThatIsASelect_IsTheSelect() =>
        Ground("Condition list", UiPage.Of(page => page
            .Element("table", "table", children: t => t.Element("tr", "row", children: r => r.Element("td", "cell", children: c => c.Text("Condition")).Element("td", "cell", children: c => c.Text("new"))))
            .Element("select", "combobox", "Condition", interactive: true, source: NameSource.Label))).Node!.Tag.ShouldBe("select");

    [Theory]
    [InlineData("overflow menu (three dots) of Harbour", "Harbour")]
    [InlineData("the menu (three dots) in the row of Station", "Station")]
    public void Ground_BracketsInTheMiddle_SayTheSameInOtherWords(string description, string expected)
    {
        var screen = UiPage.Of(page => page.Element("ul", "list", children: list =>
        {
            foreach (var name in new[] { "Harbour", "Station" })
                list.Element("li", "listitem", children: li => li.Element("span", children: s => s.Text(name)).Button("⋯"));
        }));

        var result = Ground(description, screen);

        result.Outcome.ShouldBe(GroundingOutcome.Found, result.Explanation);
        result.Node!.Parent!.InnerText.ShouldStartWith(expected);
    }

    [Theory]
    [InlineData("sort order dropdown", GroundingOutcome.Found)]
    [InlineData("category filter", GroundingOutcome.Found)]
    [InlineData("supplier dropdown", GroundingOutcome.NotFound)]
    public void Ground_SelectWithoutLabel_IsToldByItsFirstEntry(string description, GroundingOutcome expected)
    {
        static IReadOnlyList<UiOption> Entries(params string[] labels) => [.. labels.Select((label, i) => new UiOption(label, label, i == 0, false, null))];
        var screen = UiPage.Of(page => page
            .Element("select", "combobox", options: Entries("Choose a sort order", "Newest", "Cheapest"))
            .Element("select", "combobox", options: Entries("All categories", "Lamps", "Chairs")));

        Ground(description, screen).Outcome.ShouldBe(expected);
    }

    [Fact]
    public void Ground_EditorUnderItsTools_IsCalledByTheHeadingAboveThem()
    {
        var screen = UiPage.Of(page => page
            .Element("section", children: s => s
                .Element("h2", "heading", "Announcement", children: h => h.Text("Announcement"))
                .Element("div", className: "tools", children: t => t.Button("B").Button("I"))
                .Element("div", "textbox", className: "area", interactive: true, editable: true))
            .Field("Announcement slug"));

        var result = Ground("the announcement editor", screen, GroundingPurpose.Type);

        result.Outcome.ShouldBe(GroundingOutcome.Found, result.Explanation);
        result.Node!.Tag.ShouldBe("div");
    }

    [Theory]
    [InlineData("Lanes column", "Lanes")]
    [InlineData("the Parked column", "Parked")]
    public void Ground_ColumnOfABoard_IsCalledByItsTitleOnly(string description, string expected)
    {
        var screen = UiPage.Of(page => page.Element("div", className: "board", children: board =>
        {
            foreach (var (title, card) in new[] { ("Lanes", "Parked bikes"), ("Parked", "Empty the lanes"), ("Shipped", "Parked lanes") })
            {
                board.Element("div", className: "col", children: col => col
                    .Element("div", className: "head", children: h => h.Element("b", children: b => b.Text(title)).Element("button", "button", $"{title} column menu", interactive: true, source: NameSource.AriaLabel))
                    .Element("div", className: "card", children: c => c.Element("p", "paragraph", children: p => p.Text(card)).Element("span", children: s => s.Text("Low"))));
            }
        }));

        var result = Ground(description, screen, GroundingPurpose.Drop);

        result.Outcome.ShouldBe(GroundingOutcome.Found, result.Explanation);
        result.Node!.ClassName.ShouldBe("col");
        result.Node.InnerText.ShouldStartWith(expected);
    }

    [Fact]
    public void Ground_EntryOfAListInsideAControl_IsTheEntry()
    {
        var screen = UiPage.Of(page => page.Element("div", className: "picker", interactive: true, children: picker => picker
            .Element("span", children: s => s.Text("Nothing chosen"))
            .Element("div", className: "pop", children: pop =>
            {
                foreach (var name in new[] { "Garden", "Kitchen" })
                    pop.Element("div", className: "entry", children: e => e.Text(name));
            })));

        Ground("Kitchen", screen).Node!.InnerText.ShouldBe("Kitchen");
    }

    [Theory]
    [InlineData("the upper Apply button", "first")]
    [InlineData("lower Apply button", "second")]
    [InlineData("the bottom Apply button", "second")]
    public void Ground_PlaceAmongTwoEquals_Decides(string description, string expected)
    {
        var screen = UiPage.Of(page => page.Button("Apply", "first").Element("table", "table").Button("Apply", "second"));

        Ground(description, screen).Node!.ClassName.ShouldBe(expected);
    }

    [Fact]
    public void Ground_UpperOfThree_IsRefused() =>
        Ground("the upper Apply button", UiPage.Of(page => page.Button("Apply").Button("Apply").Button("Apply"))).Outcome.ShouldNotBe(GroundingOutcome.Found);

    [Theory]
    [InlineData("left-hand Apply button")]
    [InlineData("the right Apply button")]
    public void Ground_SideBySideAskedOfOneAboveTheOther_IsRefused(string description) =>
        Ground(description, UiPage.Of(page => page.Button("Apply").Button("Apply"))).Outcome.ShouldNotBe(GroundingOutcome.Found);

    [Fact]
    public void Ground_OrdinalWrittenOnThePage_IsPartOfTheName()
    {
        var screen = UiPage.Of(page => page.Element("ul", "list", children: list =>
        {
            foreach (var (who, what) in new[] { ("Aldo", "Reminder"), ("Berit", "Reminder"), ("Carl", "First warning"), ("Dora", "Second warning"), ("Carl", "Third warning") })
                list.Element("li", "listitem", children: li => li.Element("span", children: s => s.Text(who)).Element("span", children: s => s.Text(what)).Button("Open"));
        }));

        var result = Ground("Open button of the second warning", screen);

        result.Outcome.ShouldBe(GroundingOutcome.Found, result.Explanation);
        result.Node!.Parent!.InnerText.ShouldStartWith("Dora");
    }

    [Theory]
    [InlineData("phone number field", "Phone")]
    [InlineData("the email address input", "E-mail")]
    public void Ground_SetPhrase_MayBeShorterOnThePage(string description, string expected) =>
        Ground(description, UiPage.Of(page => page.Field("Phone").Field("E-mail").Field("Reference number"))).Node!.Name.ShouldBe(expected);

    [Fact]
    public void Ground_FirstWordIsAName_IsNotBent()
    {
        var screen = UiPage.Of(page => page.Element("ul", "list", children: list =>
        {
            foreach (var name in new[] { "Baker", "Lind" })
                list.Element("li", "listitem", children: li => li.Element("span", children: s => s.Text(name)).Button("Call"));
        }));

        Ground("Bakers row", screen).Outcome.ShouldNotBe(GroundingOutcome.Found);
        Ground("Linde's Call button", screen).Outcome.ShouldNotBe(GroundingOutcome.Found);
        Ground("Lind's Call button", screen).Outcome.ShouldBe(GroundingOutcome.Found);
    }

    private static Observation Questions() => UiPage.Of(page =>
    {
        foreach (var question in new[] { "Do you ship abroad?", "Can I cancel?", "Can I pay later?" })
            page.Element("h3", "heading", question, children: h => h.Element("button", "button", question, interactive: true, expanded: false, children: b => b.Text(question).Element("span", className: "chevron", children: s => s.Text("▾"))));
    });
}

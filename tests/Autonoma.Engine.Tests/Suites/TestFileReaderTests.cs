using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Tests.Suites;

public sealed class TestFileReaderTests
{
    private static TestFile Read(string text) => TestFileReader.ReadText(text, "suite/a-test.md", "a-test.md");

    [Fact]
    public void Read_PlannerDialect_GivesEveryPart()
    {
        var file = Read("""
            ---
            flow: projects
            category: A
            priority: High
            ---

            # Test: Project name must not be blank

            ## Setup

            Using scenario: `standard`

            1. Open /projects
            2. Create a project named "Alpha"

            After setup, you should be on the Projects page.

            ## Steps

            1. Click on the project named "Alpha"
            2. Verify that the heading "Alpha" is displayed

            ## Expected result

            The name is kept. No message is shown.

            ## What bug this might catch

            Missing `.trim()` on input.
            """);

        file.Diagnostics.ShouldBeEmpty();
        var test = file.TestCase.ShouldNotBeNull();
        test.Title.ShouldBe("Project name must not be blank");
        (test.Flow, test.Category, test.Priority, test.Scenario).ShouldBe(("projects", "A", "High", "standard"));
        test.Setup.Select(step => (step.Number, step.Text, step.Line, step.Column)).ShouldBe([(1, "Open /projects", 13, 4), (2, "Create a project named \"Alpha\"", 14, 4)]);
        test.Steps.Select(step => (step.Number, step.Text, step.Line, step.Column)).ShouldBe([(1, "Click on the project named \"Alpha\"", 20, 4), (2, "Verify that the heading \"Alpha\" is displayed", 21, 4)]);
        test.Expected.Select(step => step.Text).ShouldBe(["The name is kept.", "No message is shown."]);
        test.MightCatch.ShouldBe("Missing `.trim()` on input.");
        file.Notes.Select(note => note.Text).ShouldBe(["Using scenario: `standard`", "After setup, you should be on the Projects page."]);
    }

    [Fact]
    public void Read_FreeProse_SplitsSentencesWithTheirPlaces()
    {
        var file = Read("---\nurl: https://shop.test/cart\ntitle: Cart\n---\nOpen the cart. Type \"4.5 kg. Net\" into Weight,\nthen click Save. Verify the total is 12.50 EUR.\n");

        var test = file.TestCase.ShouldNotBeNull();
        test.Url.ShouldBe("https://shop.test/cart");
        test.Steps.Select(step => (step.Text, step.Line, step.Column)).ShouldBe(
        [
            ("Open the cart.", 5, 1),
            ("Type \"4.5 kg. Net\" into Weight, then click Save.", 5, 16),
            ("Verify the total is 12.50 EUR.", 6, 18),
        ]);
    }

    [Theory]
    [InlineData("Go to https://a.test/x.html. Click Save.", 2)]
    [InlineData("Upload report.v2.pdf. Verify that report.v2.pdf is listed.", 2)]
    [InlineData("Type \"Mr. Smith\" into Name, e.g. Mr. Smith. Click OK.", 2)]
    [InlineData("Choose option A. Click Next.", 2)]
    [InlineData("Verify that J. R. Adams is listed.", 1)]
    [InlineData("Verify that the message \"Saved.\" is shown. Click \"More...\" Click Close.", 3)]
    [InlineData("The meeting is at 9 a.m. on Monday.", 1)]
    [InlineData("Verify that \"Are you sure? This cannot be undone.\" is displayed.", 1)]
    [InlineData("Verify the total (incl. VAT. See above) is 10.00.", 1)]
    [InlineData("Verify that no. 5 is the first row!", 1)]
    [InlineData("Set the width to 3. Set the height to 4.", 2)]
    public void Read_Prose_SplitsOnlyWhereASentenceEnds(string prose, int sentences)
    {
        var test = Read($"---\nurl: /\n---\n{prose}").TestCase.ShouldNotBeNull();

        test.Steps.Count.ShouldBe(sentences, string.Join(" | ", test.Steps.Select(step => step.Text)));
        string.Join(' ', test.Steps.Select(step => step.Text)).ShouldBe(prose);
    }

    [Fact]
    public void Read_ProseWithOneInstructionALine_GivesOneStepALine()
    {
        var test = Read("---\nurl: /\n---\nClick Sign in\nType \"mira\" into Name\n\nVerify that \"Hello\" is displayed\n").TestCase.ShouldNotBeNull();

        test.Steps.Select(step => (step.Text, step.Line)).ShouldBe([("Click Sign in", 4), ("Type \"mira\" into Name", 5), ("Verify that \"Hello\" is displayed", 7)]);
    }

    [Fact]
    public void Read_WrappedItem_IsOneSentence()
    {
        var test = Read("---\nurl: /\n---\n## Steps\n1. Click the button called\n   Save and close\n2. Check that the page is gone\n").TestCase.ShouldNotBeNull();

        test.Steps.Select(step => step.Text).ShouldBe(["Click the button called Save and close", "Check that the page is gone"]);
    }

    [Theory]
    [InlineData("1. Fill in the form:\n   - Name: Mira\n   - Town: Halden\n2. Click Save")]
    [InlineData("1. Fill in the form:\n- Name: Mira\n- Town: Halden\n2. Click Save")]
    [InlineData("1) Fill in the form:\n\n    - Name: Mira\n    - Town: Halden\n\n2) Click Save")]
    [InlineData("Fill in the form:\n\n- Name: Mira\n- Town: Halden\n\nClick Save")]
    public void Read_ListBelowAStep_BelongsToIt(string body)
    {
        var test = Read($"---\nurl: /\n---\n## Steps\n{body}\n").TestCase.ShouldNotBeNull();

        test.Steps.Select(step => step.Text).ShouldBe(["Fill in the form:\n- Name: Mira\n- Town: Halden", "Click Save"]);
    }

    [Theory]
    [InlineData("1. Fill in the form:\n\n   | Field | Value |\n   | --- | --- |\n   | Name | Mira |\n2. Click Save")]
    [InlineData("1. Fill in the form:\n\n| Field | Value |\n| --- | --- |\n| Name | Mira |\n\n2. Click Save")]
    [InlineData("- Fill in the form:\n  | Field | Value |\n  | --- | --- |\n  | Name | Mira |\n- Click Save")]
    public void Read_TableBelowAStep_BelongsToIt(string body)
    {
        var test = Read($"---\nurl: /\n---\n{body}\n").TestCase.ShouldNotBeNull();

        test.Steps.Select(step => step.Text).ShouldBe(["Fill in the form:\n| Field | Value |\n| --- | --- |\n| Name | Mira |", "Click Save"]);
    }

    [Fact]
    public void Read_CodeBlockBelowAStep_IsItsTextWithoutTheFence()
    {
        var test = Read("---\nurl: /\n---\n1. Type into Notes:\n   ```\n   # not a heading\n     two\n   ```\n2. Click Save\n").TestCase.ShouldNotBeNull();

        test.Steps[0].Text.ShouldBe("Type into Notes:\n# not a heading\n  two");
        test.Steps[1].Text.ShouldBe("Click Save");
    }

    [Theory]
    [InlineData("Open the page in a desktop window of 1280 × 800. No other preparation is needed.", 1280, 800)]
    [InlineData("Viewport: 390x844", 390, 844)]
    [InlineData("- A browser window of 1024 by 768 pixels.", 1024, 768)]
    public void Read_WindowNamedInSetup_IsTheViewport(string setup, int width, int height)
    {
        var test = Read($"---\nurl: /\n---\n## Setup\n\n{setup}\n\n## Steps\n1. Click A\n").TestCase.ShouldNotBeNull();

        test.Viewport.ShouldBe(new(width, height));
        test.Setup.ShouldBeEmpty();
    }

    [Fact]
    public void Read_ProseInSetup_IsNoStep()
    {
        var file = Read("---\nurl: /\n---\n## Setup\n\nLog in as a test user. A product of 20 x 30 cm exists.\n\n## Steps\n1. Click A\n");

        file.TestCase!.Setup.ShouldBeEmpty();
        file.TestCase.Viewport.ShouldBeNull();
        file.Notes.Count.ShouldBe(2);
    }

    [Fact]
    public void Read_Headings_GroupStepsAndDoNotBecomeSteps()
    {
        var file = Read("---\nurl: /\n---\n# Buy a lamp\n\n## Sign in\n1. Click A\n\n## Pay\n1. Click B\n- [ ] Click C\n");

        file.TestCase!.Title.ShouldBe("Buy a lamp");
        file.TestCase.Steps.Select(step => (step.Number, step.Text)).ShouldBe([(1, "Click A"), (2, "Click B"), (3, "Click C")]);
    }

    [Fact]
    public void Read_HeadingThatIsTheStep_IsCarriedOut()
    {
        var file = Read("---\nurl: /\n---\n## Steps\n### Step 1: Click Save\n### Step 2: Confirm\n- Click OK\n### Click Close\n");

        file.TestCase!.Steps.Select(step => step.Text).ShouldBe(["Click Save", "Click OK"]);
        file.Diagnostics.Single().ShouldSatisfyAllConditions(d => d.Code.ShouldBe("empty-heading"), d => (d.Line, d.Column).ShouldBe((8, 5)));
    }

    [Fact]
    public void Read_Comments_AreNotSteps()
    {
        var test = Read("---\nurl: /\n---\n1. Click A <!-- not B -->\n<!--\n2. Click C\n-->\n3. Click D\n").TestCase.ShouldNotBeNull();

        test.Steps.Select(step => step.Text).ShouldBe(["Click A", "Click D"]);
    }

    [Fact]
    public void Read_UnknownSectionBesideSteps_IsReportedWithTheNearestName()
    {
        var file = Read("---\nurl: /\n---\n## Stup\n1. Click X\n\n## Steps\n1. Click A\n");

        file.TestCase!.Steps.Count.ShouldBe(1);
        var found = file.Diagnostics.Single();
        (found.Code, found.Line, found.Column, found.Fix).ShouldBe(("unknown-section", 4, 4, "Did you mean '## Setup'?"));
    }

    [Fact]
    public void Read_NoSteps_IsAnError()
    {
        Read("---\nurl: /\n---\n\n## Steps\n\n## Expected result\nAll is well.\n").ShouldSatisfyAllConditions(
            file => file.TestCase.ShouldBeNull(),
            file => file.Diagnostics.Single().Code.ShouldBe("no-steps"));
        Read("---\nurl: /\n---\n").Diagnostics.Single().Code.ShouldBe("no-steps");
    }

    [Fact]
    public void Read_WindowsLineEndsAndByteOrderMark_GiveTheSameTest()
    {
        var text = "---\nurl: /a\n---\n# Title\n1. Click A\n   - b: c\n2. Click B\n";

        var unix = Read(text).TestCase!;
        var windows = Read("\uFEFF" + text.Replace("\n", "\r\n", StringComparison.Ordinal)).TestCase!;

        windows.Steps.ShouldBe(unix.Steps);
        windows.Url.ShouldBe("/a");
    }
}

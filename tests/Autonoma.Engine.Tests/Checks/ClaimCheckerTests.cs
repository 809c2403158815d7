using Autonoma.Engine.Checks;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Tests.Checks;

public sealed class ClaimCheckerTests
{
    [Theory]
    [InlineData("Verify that the total is 42.00")]
    [InlineData("the Save button should be disabled")]
    [InlineData("I should see \"Welcome\"")]
    [InlineData("there are no rows in the table")]
    [InlineData("the title is visible, the subtitle as well but Export is not")]
    public void WhyUnreadable_Claim_IsNull(string claim) => new ClaimChecker().WhyUnreadable(claim).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("the total is")]
    public void WhyUnreadable_NoClaim_SaysWhy(string claim) => new ClaimChecker().WhyUnreadable(claim).ShouldNotBeNull();

    [Theory]
    [InlineData("the title is visible, the subtitle as well but Export is not", 3)]
    [InlineData("Edit and Delete are enabled", 2)]
    [InlineData("neither Copy nor Move is displayed", 2)]
    [InlineData("\"Salt and pepper\" is displayed", 1)]
    [InlineData("Full board is ticked, Late checkout is not", 2)]
    public void Check_CompoundClaim_IsSplitIntoSingleOnes(string claim, int parts)
        => new ClaimChecker().Check(claim, Page(("p", "Nothing here")), CheckContext.None).Parts.Count.ShouldBe(parts);

    [Theory]
    [InlineData("'Room 12 is ready' is displayed", CheckVerdict.Held)]
    [InlineData("'Room 1 is ready' is displayed", CheckVerdict.Failed)]
    [InlineData("'Room 12 is ready' is not displayed", CheckVerdict.Failed)]
    [InlineData("'Room 13' is not displayed", CheckVerdict.Held)]
    [InlineData("'connected' is displayed", CheckVerdict.Failed)]
    [InlineData("'Not connected' is displayed", CheckVerdict.Held)]
    [InlineData("The gizmo frobnicates the widget", CheckVerdict.Undecidable)]
    public void Check_DisplayedText_IsJudgedByWholeWords(string claim, CheckVerdict verdict)
        => new ClaimChecker().Check(claim, Page(("p", "Room 12 is ready"), ("p", "Not connected")), CheckContext.None).Verdict.ShouldBe(verdict);

    [Theory]
    [InlineData("The page title is 'Rooms'", CheckVerdict.Held)]
    [InlineData("The page title is 'Room'", CheckVerdict.Failed)]
    [InlineData("The URL contains '/rooms'", CheckVerdict.Held)]
    [InlineData("The URL ends with '/room'", CheckVerdict.Failed)]
    public void Check_TitleAndAddress_AreCompared(string claim, CheckVerdict verdict)
        => new ClaimChecker().Check(claim, Page(("p", "Room 12")), CheckContext.None).Verdict.ShouldBe(verdict);

    [Fact]
    public void Check_FailedValue_TellsWhatWasFound()
    {
        var result = new ClaimChecker().Check("The deposit is 42.00", Page(("dl", ""), ("dt", "Deposit"), ("dd", "40.00")), CheckContext.None);
        result.Verdict.ShouldBe(CheckVerdict.Failed);
        result.Explanation.ShouldContain("40.00");
    }

    // A body with elements one beside the other; what follows a dl stands in it.
    private static Observation Page(params (string Tag, string Text)[] elements)
    {
        var nodes = new List<UiNode> { new() { Ref = new(0, 0), Tag = "body", Role = "generic" } };
        var parents = new List<int> { -1 };
        var holder = 0;
        foreach (var (tag, text) in elements)
        {
            nodes.Add(new() { Ref = new(0, nodes.Count), Tag = tag, Role = tag switch { "p" => "paragraph", "dt" => "term", "dd" => "definition", _ => "generic" } });
            parents.Add(holder);
            var at = nodes.Count - 1;
            if (tag == "dl")
                holder = at;
            if (text.Length == 0)
                continue;
            nodes.Add(new() { Ref = new(0, nodes.Count), Tag = "#text", Role = "text", OwnText = text });
            parents.Add(at);
        }

        return new() { Tree = UiTree.Build(nodes, parents), Title = "Rooms", Url = "https://inn.test/rooms" };
    }
}

using Autonoma.Engine.Commands;
using Autonoma.Engine.Deciding.Models;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Tests.Deciding;

public sealed class StepContractTests
{
    private static readonly UnresolvedReason Why = new("vague", "it cannot be read");
    private static readonly AssertArguments Total = new("the total is 42");
    private static readonly WaitArguments Gone = new("the spinner disappears");

    [Theory]
    [InlineData("Verify that all feels right", true)]
    [InlineData("The basket equals the one from before", true)]
    [InlineData("There might be a friendly greeting", true)]
    [InlineData("3 of the parcels travel together", true)]
    [InlineData("It greets Mara", true)]
    [InlineData("Do the usual thing with the draft", false)]
    [InlineData("Bring the machine to life", false)]
    public void SentenceThatIsNotRead_AsksForACheckUnlessItOrders(string sentence, bool asks)
        => StepContract.Of(sentence, new StepReading { Sentence = sentence, Unresolved = Why }).AsksForCheck.ShouldBe(asks);

    [Fact]
    public void Open_ActionThenClaims_AsksForEachInItsTurn()
    {
        var contract = Contract(new ClickArguments("Save"), Gone, Total);

        contract.AsksForCheck.ShouldBeTrue();
        Open(contract).ShouldBe("click Save");
        Open(contract, Done(new ClickArguments("the \"Save\" button"))).ShouldBe("wait, assert, last");
        Open(contract, Done(new ClickArguments("\"Save\"")), Done(Gone)).ShouldBe("assert, last");
        Open(contract, Done(new ClickArguments("\"Save\"")), Done(Gone), Done(Total)).ShouldBeNull();
    }

    [Fact]
    public void Open_ClaimThatHeldBeforeTheAction_IsJudgedAgain()
        => Open(Contract(new ClickArguments("Save"), Total), Done(Total), Done(new ClickArguments("Save"))).ShouldBe("assert, last");

    [Fact]
    public void Open_OneCommand_DoesNotStandForTwo()
        => Open(Contract(new ClickArguments("Next"), new ClickArguments("Next")), Done(new ClickArguments("Next"))).ShouldBe("click Next");

    [Fact]
    public void Open_FieldsInAnotherOrder_IsMet()
        => Open(Contract(new TypeArguments("Name", "Mara"), new TypeArguments("City", "Lyon")), Done(new TypeArguments("\"City\"", "Lyon")), Done(new TypeArguments("\"Name\"", "Mara"))).ShouldBeNull();

    [Fact]
    public void Open_ActionAfterAClaim_IsAskedForAfterIt()
    {
        var contract = Contract(new ClickArguments("Open"), Total, new ClickArguments("Close"));

        Open(contract, Done(new ClickArguments("Open")), Done(new ClickArguments("Close"))).ShouldBe("assert");
        Open(contract, Done(new ClickArguments("Open")), Done(Total)).ShouldBe("click Close");
    }

    [Fact]
    public void Open_ActionThatFailed_WasNotCarriedOut()
        => Open(Contract(new ClickArguments("Save")), Done(new ClickArguments("Save")) with { Status = StepStatus.Failed, Failure = FailureKind.Action }).ShouldBe("click Save");

    [Fact]
    public void Open_ClaimSaidInOtherWordsAfterItCouldNotBeJudged_HasHeld()
    {
        AssertArguments plain = new("\"42\" is displayed");
        var undecidable = Done(Total) with { Status = StepStatus.Failed, Failure = FailureKind.Undecidable };

        Open(Contract(Total), undecidable, Done(plain)).ShouldBeNull();
        Open(Contract(Total), Done(plain)).ShouldBe("assert, last");
        Open(Contract(Total), Done(Total) with { Status = StepStatus.Failed, Failure = FailureKind.Assertion }, Done(plain)).ShouldBe("assert, last");
    }

    public static TheoryData<CommandArguments, CommandArguments, bool> Kinds => new()
    {
        { new TypeArguments("Name", "Mara"), new TypeArguments("Name", "Maria"), false },
        { new TypeArguments("Name", "Mara"), new TypeArguments("Name", "mara"), false },
        { new TypeArguments("Name", "{{user}}"), new TypeArguments("Name", "Mara"), true },
        { new TypeArguments("Name", "{{secret}}"), new TypeArguments("Name", "{{secret}}"), true },
        { new TypeArguments("Name", "{{secret}}"), new TypeArguments("Name", "hidden"), false },
        { new SelectArguments("Size", "Large"), new SelectArguments("Size", "large"), true },
        { new SelectArguments("Size", "Large"), new SelectArguments("Size", "Small"), false },
        { new SelectArguments("Size", "Large"), new ClickArguments("Size"), false },
        { new CheckArguments("News"), new CheckArguments("News", On: false), false },
        { new CheckArguments("News"), new ClickArguments("News"), false },
        { new ClickArguments("News"), new CheckArguments("News"), true },
        { new ClickArguments("Row", Count: 2), new ClickArguments("Row"), false },
        { new ClickArguments("Row"), new HoverArguments("Row"), false },
        { new PressArguments("Enter"), new PressArguments("enter"), true },
        { new PressArguments("Enter"), new ClickArguments("Send"), false },
        { new NavigateArguments("/orders"), new ClickArguments("Orders"), true },
        { new ReadArguments("Total", "total"), new ReadArguments("Total", "sum"), false },
        { new DialogArguments(Accept: true), new DialogArguments(Accept: false), false },
        { new UploadArguments("Photo", ["a.png"]), new UploadArguments("Photo", ["b.png"]), false },
        { new DragArguments("A", "B"), new DragArguments("card A", "list B"), true },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Open_AnotherCommand_StandsForItOnlyWhenItDoesTheSame(CommandArguments read, CommandArguments done, bool stands)
        => (Open(Contract(read), Done(done)) is null).ShouldBe(stands);

    private static StepContract Contract(params IReadOnlyList<CommandArguments> commands) => StepContract.Of("x", new StepReading { Sentence = "x", Commands = commands });

    private static Attempt Done(CommandArguments arguments) => new() { Arguments = arguments, Status = StepStatus.Passed, Outcome = "" };

    private static string? Open(StepContract contract, params IReadOnlyList<Attempt> done)
        => contract.Open(done, text => text.Replace("{{user}}", "Mara", StringComparison.Ordinal)) is { } open ? StepContract.Describe(open.Missing) + (open is { IsClaims: true, IsLast: true } ? ", last" : "") : null;
}

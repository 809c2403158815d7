using Autonoma.Engine.Commands;
using Autonoma.Engine.Deciding.Models;
using Autonoma.Engine.Instructions;

namespace Autonoma.Engine.Tests.Deciding;

public sealed class StepContractTests
{
    private static readonly UnresolvedReason Why = new("vague", "it cannot be read");

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
    public void SentenceThatIsRead_HoldsItsClaimsAndWaits()
    {
        AssertArguments claim = new("the total is 42");
        WaitArguments wait = new("the spinner disappears");

        var contract = StepContract.Of("x", new StepReading { Sentence = "x", Commands = [new ClickArguments("Save"), wait, claim] });

        contract.Claims.ShouldBe([wait, claim]);
        contract.AsksForCheck.ShouldBeTrue();
        contract.Open([]).ShouldBe([wait, claim]);
    }
}

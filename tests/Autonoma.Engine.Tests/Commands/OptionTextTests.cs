using Autonoma.Engine.Commands;

namespace Autonoma.Engine.Tests.Commands;

public sealed class OptionTextTests
{
    private static string[] Match(string option, params string[] entries) => [.. OptionText.Match(entries, entry => entry, _ => "", option)];

    [Theory]
    [InlineData("Germany", "Germany (+49)")]
    [InlineData("Visa", "Credit card – Visa")]
    [InlineData("Berlin", "(UTC+1) Berlin")]
    [InlineData("10%", "10 %")]
    [InlineData("net 30", "Net 30")]
    [InlineData("the Express option", "Express")]
    [InlineData("Joel", "Joel Tan")]
    public void Match_OfAnEntryInOtherWords_FindsIt(string option, string entry) => Match(option, "Something else", entry, "Nothing").ShouldBe([entry]);

    [Theory]
    [InlineData("Blue", "Light Blue")]
    [InlineData("Light", "Lightning")]
    [InlineData("10", "100")]
    [InlineData("Open", "Reopened")]
    public void Match_OfAnotherThing_FindsNothing(string option, string entry) => Match(option, entry).ShouldBeEmpty();

    [Fact]
    public void Match_OfTheWholeText_WinsOverItsBeginning() => Match("Net 30", "Net 30 days", "Net 30").ShouldBe(["Net 30"]);

    [Fact]
    public void Match_OfTwoThatFitEquallyWell_GivesBoth() => Match("Ana", "Ana Ruiz", "Ana Lind").Length.ShouldBe(2);

    [Theory]
    [InlineData("the second option", "b")]
    [InlineData("last entry", "c")]
    public void Match_OfAPosition_GivesTheEntryThere(string option, string entry) => Match(option, "a", "b", "c").ShouldBe([entry]);

    [Fact]
    public void Match_OfASubmittedValue_FindsItsEntry()
        => OptionText.Match(["US dollar", "Euro"], entry => entry, entry => entry == "Euro" ? "EUR" : "USD", "usd").ShouldBe(["US dollar"]);
}

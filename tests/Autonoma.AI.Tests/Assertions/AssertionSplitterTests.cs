using Autonoma.AI.Assertions;
using Autonoma.AI.Generation;
using Autonoma.TestKit.Models;

namespace Autonoma.AI.Tests.Assertions;

public sealed class AssertionSplitterTests
{
    private static Task<SplitAssertions> SplitAsync(ScriptedChatClient scripted, string instruction)
        => new AssertionSplitter(scripted, new() { Time = TestModels.Time() }).SplitAssertionsAsync(instruction, TestContext.Current.CancellationToken);

    [Fact]
    public async Task Split_PartsThatStandAlone_AreTaken()
    {
        using var scripted = new ScriptedChatClient("""{"assertions":["validate that the title is visible","validate that the subtitle is visible","validate that the button is not visible"]}""");

        (await SplitAsync(scripted, "validate that the title is visible, the subtitle as well but the button is not")).Assertions.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("""["the title is visible","the subtitle as well"]""", "'as well' leans on another")]
    [InlineData("""["the title is visible","but the button is not"]""", "begins with 'but'")]
    [InlineData("""["the title is visible","it is blue"]""", "begins with 'it'")]
    [InlineData("""["the title is visible"," "]""", "is empty")]
    [InlineData("""[]""", "no assertions")]
    public async Task Split_PartThatDoesNotStandAlone_IsSentBack(string parts, string reason)
    {
        using var scripted = new ScriptedChatClient($$"""{"assertions":{{parts}}}""", """{"assertions":["the title is visible","the subtitle is visible"]}""");

        await SplitAsync(scripted, "the title is visible, the subtitle as well");

        scripted.Requests[1].Messages[^1].Text.ShouldContain(reason);
    }

    [Theory]
    [InlineData("the title says \"Hello\" and the total is 48.20", """["the title says \"Hello\""]""", "'48.20'")]
    [InlineData("the banner says 'Saved' and the list is empty", """["the list is empty"]""", "'Saved'")]
    [InlineData("there are 3 rows and the price is $1,250.00", """["there are 3 rows"]""", "'1,250.00'")]
    public async Task Split_ThatLosesAClaim_IsSentBack_AndNeverTaken(string instruction, string parts, string lost)
    {
        using var scripted = new ScriptedChatClient { Otherwise = _ => ScriptedChatClient.Text($$"""{"assertions":{{parts}}}""") };

        var failure = await Should.ThrowAsync<ObjectGenerationFailedException>(() => SplitAsync(scripted, instruction));

        failure.Message.ShouldContain(lost);
    }

    [Fact]
    public async Task Split_TwoAtOnce_AreEachCheckedAgainstTheirOwn()
    {
        using var scripted = new ScriptedChatClient { Otherwise = request => ScriptedChatClient.Text(request.Text.Contains("\"A1\"", StringComparison.Ordinal) ? """{"assertions":["the code is \"A1\""]}""" : """{"assertions":["the code is \"B2\""]}""") };
        var splitter = new AssertionSplitter(scripted);

        var both = await Task.WhenAll(splitter.SplitAssertionsAsync("the code is \"A1\"", TestContext.Current.CancellationToken), splitter.SplitAssertionsAsync("the code is \"B2\"", TestContext.Current.CancellationToken));

        both.Select(split => split.Assertions.Single()).ShouldBe(["the code is \"A1\"", "the code is \"B2\""]);
    }
}

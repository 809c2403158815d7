using Autonoma.AI.Generation;
using Autonoma.AI.Pictures;
using Autonoma.AI.Tests.Pictures;
using Autonoma.AI.Visual;
using Autonoma.TestKit.Models;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Tests.Visual;

public sealed class VisualTests
{
    private static readonly Picture Page = PictureTests.Asset("page.png");

    private static readonly VisualOption[] Buttons = [new(new(33, 155, 118, 36), "Save address"), new(new(157, 155, 71, 36), "Cancel"), new(new(346, 141, 108, 36), "Place order")];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static ObjectGeneratorOptions Quick => new() { Time = TestModels.Time() };

    [Fact]
    public async Task Condition_IsAskedWithTheScreenshot_AndAnsweredWithAReason()
    {
        using var scripted = new ScriptedChatClient("""{"reason":"The form has both fields.","metCondition":true}""");

        var verdict = await new VisualConditionChecker(scripted, Quick).CheckConditionAsync("The login form is visible", Page, Stop);

        verdict.ShouldBe(new ConditionVerdict("The form has both fields.", true));
        var request = scripted.Requests.Single();
        request.Messages[1].Text.ShouldBe("Condition: The login form is visible");
        request.Messages[1].Contents[1].ShouldBeOfType<DataContent>().Data.Length.ShouldBe(Page.Bytes.Length);
        request.Messages[0].Text.ShouldContain("part of the page and changes nothing");
    }

    [Theory]
    [InlineData("validate there is a title that says Hello", true)]
    [InlineData("assert there is no download button", false)]
    public async Task Assert_PositiveAndNegative_AreAskedAsTheyStand(string assertion, bool holds)
    {
        using var scripted = new ScriptedChatClient($$"""{"reason":"Seen.","metCondition":{{(holds ? "true" : "false")}}}""");

        (await new AssertChecker(scripted, Quick).CheckConditionAsync(assertion, Page, Stop)).MetCondition.ShouldBe(holds);

        scripted.Requests.Single().Messages[1].Text.ShouldBe($"Assertion: {assertion}");
        scripted.Requests.Single().Messages[0].Text.ShouldContain("that it is not (\"assert there is no download button\")");
    }

    [Fact]
    public async Task Assert_NoVerdict_IsNoPass()
    {
        using var scripted = new ScriptedChatClient { Otherwise = _ => ScriptedChatClient.Text("Looks fine to me!") };

        await Should.ThrowAsync<ObjectGenerationFailedException>(() => new AssertChecker(scripted, Quick).CheckConditionAsync("The title is Hello", Page, Stop));
    }

    [Fact]
    public async Task Chooser_ShowsNumberedBoxes_AndReadsTheNumber()
    {
        using var scripted = new ScriptedChatClient("""{"reasoning":"It says Place order.","number":3}""");

        var choice = await new VisualChooser(scripted, Quick).ChooseOptionAsync(Buttons, "Click the order button", Page, Stop);

        choice.ShouldBe(new VisualChoice("It says Place order.", 2, Buttons[2]));
        var request = scripted.Requests.Single().Messages[1];
        request.Text.ShouldContain("1: Save address\n2: Cancel\n3: Place order");
        var shown = Bitmap.Read(Picture.Of(request.Contents[1].ShouldBeOfType<DataContent>().Data));
        shown.At(345, 150).ShouldBe(((byte)0, (byte)110, (byte)60), "the third frame");
    }

    [Fact]
    public async Task Chooser_NoneFits_IsSaid()
    {
        using var scripted = new ScriptedChatClient("""{"reasoning":"There is no trash can.","number":null}""");

        (await Should.ThrowAsync<NoValidOptionFoundException>(() => new VisualChooser(scripted, Quick).ChooseOptionAsync(Buttons, "Click the trash can", Page, Stop))).Reasoning.ShouldBe("There is no trash can.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(-1)]
    public async Task Chooser_NumberThatThereIsNot_IsSaid(int number)
    {
        using var scripted = new ScriptedChatClient($$"""{"reasoning":"That one.","number":{{number}}}""");

        (await Should.ThrowAsync<InvalidIndexException>(() => new VisualChooser(scripted, Quick).ChooseOptionAsync(Buttons, "Click it", Page, Stop))).Number.ShouldBe(number);
    }

    [Fact]
    public async Task Chooser_NothingToChooseFrom_IsTheCallersMistake()
    {
        using var scripted = new ScriptedChatClient();

        await Should.ThrowAsync<ArgumentException>(() => new VisualChooser(scripted).ChooseOptionAsync([], "Click it", Page, Stop));
    }

    [Fact]
    public async Task Extractor_FoundWithoutAText_IsAskedAgain()
    {
        using var scripted = new ScriptedChatClient("""{"reasoning":"x","found":true,"text":" "}""", """{"reasoning":"Under Summary.","found":true,"text":"48.20 EUR"}""");

        (await new TextExtractor(scripted, Quick).ExtractTextAsync("the total", Page, Stop)).Text.ShouldBe("48.20 EUR");

        scripted.Requests[1].Messages[^1].Text.ShouldContain("'found' is true and 'text' is empty.");
    }

    [Fact]
    public async Task Extractor_NotThere_IsSaid()
    {
        using var scripted = new ScriptedChatClient("""{"reasoning":"No coupon is shown.","found":false,"text":""}""");

        (await new TextExtractor(scripted, Quick).ExtractTextAsync("the coupon code", Page, Stop)).Found.ShouldBeFalse();
    }
}

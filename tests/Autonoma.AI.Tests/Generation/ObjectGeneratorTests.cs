using System.ComponentModel;
using System.Text.Json;
using Autonoma.AI.Budgets;
using Autonoma.AI.Failures;
using Autonoma.AI.Generation;
using Autonoma.AI.Registry;
using Autonoma.TestKit;
using Autonoma.TestKit.Models;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Tests.Generation;

public sealed class ObjectGeneratorTests
{
    private readonly SkippingTime _time = TestModels.Time();

    public enum Mood
    {
        VeryGood,
        Bad,
    }

    [Description("What was seen.")]
    public sealed record Sight([property: Description("Name on it.")] string Label, int Count, Mood Mood, string? Note = null, IReadOnlyList<Part>? Parts = null);

    public sealed record Part(string Name, double Size);

    private const string Good = """{"label":"Buy","count":2,"mood":"veryGood"}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ObjectGenerator<Sight> Generator(IChatClient model, ObjectGeneratorOptions? options = null) => new(model, "You look.", (options ?? new()) with { Time = _time });

    [Fact]
    public void Schema_IsOfTheType()
    {
        ObjectSchema.Of<Sight>().GetRawText().ShouldBe(
            """{"description":"What was seen.","type":"object","properties":{"label":{"description":"Name on it.","type":"string"},"count":{"type":"integer"},"mood":{"enum":["veryGood","bad"]},"note":{"type":["string","null"],"default":null},"parts":{"type":["array","null"],"items":{"type":"object","properties":{"name":{"type":"string"},"size":{"type":"number"}},"required":["name","size"],"additionalProperties":false},"default":null}},"required":["label","count","mood"],"additionalProperties":false}""");
    }

    [Fact]
    public void Schema_OfNoObject_IsRefused() => Should.Throw<ArgumentException>(() => ObjectSchema.Of<List<string>>()).Message.ShouldContain("Wrap it in a record");

    [Theory]
    [InlineData(Good)]
    [InlineData("```json\n" + Good + "\n```")]
    [InlineData("Sure! Here it is: " + Good + " Anything else?")]
    [InlineData("A {guess} first. " + Good)]
    [InlineData("""{"label":"Buy","count":2,"mood":"veryGood","parts":null,"other":[1,{"}":"{"}],}""")]
    public async Task Generate_ObjectInWhateverTalk_IsRead(string reply)
    {
        using var scripted = new ScriptedChatClient(reply);

        var sight = await Generator(scripted).GenerateAsync(new("What?"), Stop);

        sight.ShouldBe(new Sight("Buy", 2, Mood.VeryGood));
        scripted.Requests.Single().Options!.ResponseFormat.ShouldBeOfType<ChatResponseFormatJson>().Schema!.Value.GetRawText().ShouldBe(ObjectSchema.Of<Sight>().GetRawText());
    }

    [Fact]
    public async Task Generate_NulCharacters_AreTakenOut()
    {
        using var scripted = new ScriptedChatClient("{\"label\":\"B\\u0000u\0y\",\"count\":2,\"mood\":\"bad\",\"note\":\"\\u0000\"}");

        (await Generator(scripted).GenerateAsync(new("What?"), Stop)).ShouldBe(new Sight("Buy", 2, Mood.Bad, ""));
    }

    [Theory]
    [InlineData("", "The answer is empty.")]
    [InlineData("I cannot see it.", "There is no whole JSON object in the answer.")]
    [InlineData("""{"label":"Buy","count":2,"mood":""", "There is no whole JSON object in the answer.")]
    [InlineData("""{"label":"Buy","mood":"bad"}""", "count")]
    [InlineData("""{"label":null,"count":2,"mood":"bad"}""", "label")]
    [InlineData("""{"label":"Buy","count":"two","mood":"bad"}""", "$.count")]
    [InlineData("""{"label":"Buy","count":2,"mood":"gorgeous"}""", "$.mood")]
    public async Task Generate_NotOfTheForm_IsSentBackWithTheReason(string reply, string reason)
    {
        using var scripted = new ScriptedChatClient(reply, Good);

        (await Generator(scripted).GenerateAsync(new("What?"), Stop)).Label.ShouldBe("Buy");

        var repair = scripted.Requests[1].Messages;
        repair[^1].Role.ShouldBe(ChatRole.User);
        repair[^1].Text.ShouldContain(reason);
        if (reply.Length > 0)
            repair[^2].Text.ShouldBe(reply);
        _time.Waits.ShouldBe([TimeSpan.FromMilliseconds(100)]);
    }

    [Fact]
    public async Task Generate_NeverOfTheForm_IsAskedSixTimesWithDoubledWaits_AndSaysWhy()
    {
        using var scripted = new ScriptedChatClient { Otherwise = _ => ScriptedChatClient.Text("{}") };

        var failure = await Should.ThrowAsync<ObjectGenerationFailedException>(() => Generator(scripted).GenerateAsync(new("What?"), Stop));

        failure.Attempts.ShouldBe(6);
        failure.Message.ShouldStartWith("The model gave no Sight in 6 tries. The last time: ");
        failure.InnerException.ShouldBeOfType<JsonException>();
        _time.Waits.Select(wait => wait.TotalMilliseconds).ShouldBe([100, 200, 400, 800, 1600]);
    }

    [Fact]
    public async Task Generate_CutOff_SaysSo()
    {
        using var scripted = new ScriptedChatClient();
        scripted.Say(_ => new ChatResponse(new ChatMessage(ChatRole.Assistant, """{"label":"B""")) { FinishReason = ChatFinishReason.Length }).Say(Good);

        await Generator(scripted).GenerateAsync(new("What?"), Stop);

        scripted.Requests[1].Text.ShouldContain("too long: answer shorter");
    }

    [Fact]
    public async Task Generate_Filtered_FailsAtOnce()
    {
        using var scripted = new ScriptedChatClient().Say(_ => new ChatResponse(new ChatMessage(ChatRole.Assistant, "")) { FinishReason = ChatFinishReason.ContentFilter });

        var failure = await Should.ThrowAsync<ObjectGenerationFailedException>(() => Generator(scripted).GenerateAsync(new("What?"), Stop));

        failure.InnerException.ShouldBeOfType<ModelException>().Failure.ShouldBe(ModelFailure.Refused);
    }

    [Fact]
    public async Task Generate_BareModelThatFailsForAMoment_IsAskedAgain()
    {
        using var scripted = new ScriptedChatClient().Fail(TestModels.Failure(ModelFailure.Unavailable, 503)).Fail(new HttpRequestException("reset")).Say(Good);

        (await Generator(scripted).GenerateAsync(new("What?"), Stop)).Count.ShouldBe(2);

        scripted.Requests[2].Messages.Count.ShouldBe(2, "nothing is added to the talk by a failure");
    }

    [Fact]
    public async Task Generate_ModelOfARegistry_IsRetriedOnceOnly_ByTheRegistry()
    {
        using var scripted = new ScriptedChatClient { Otherwise = _ => throw TestModels.Failure(ModelFailure.Unavailable, 503) };
        using var registry = new ModelRegistry(TestModels.Options(scripted, _time));

        var failure = await Should.ThrowAsync<ObjectGenerationFailedException>(() => Generator(registry.GetModel("m", "x")).GenerateAsync(new("What?"), Stop));

        failure.InnerException.ShouldBeOfType<ModelException>();
        scripted.Requests.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Generate_OverBudget_IsSaidAsSuch()
    {
        using var scripted = new ScriptedChatClient("nonsense");
        using var registry = new ModelRegistry(TestModels.Options(scripted, _time) with { RunBudget = new(Calls: 1) });

        await Should.ThrowAsync<BudgetExceededException>(() => Generator(registry.BeginRun("r").GetModel("m", "x")).GenerateAsync(new("What?"), Stop));
    }

    [Fact]
    public async Task Generate_ModelThatTakesNoSchema_FindsItInThePrompt()
    {
        using var scripted = new ScriptedChatClient(Good, Good);
        using var registry = new ModelRegistry(new()
        {
            Models =
            [
                TestModels.Entry(scripted, "json") with { Capabilities = new() { StructuredOutput = StructuredOutput.JsonObject } },
                TestModels.Entry(scripted, "plain") with { Capabilities = new() { StructuredOutput = StructuredOutput.Prompt } },
            ],
        });

        await Generator(registry.GetModel("json", "x")).GenerateAsync(new("What?"), Stop);
        await Generator(registry.GetModel("plain", "x")).GenerateAsync(new("What?"), Stop);

        scripted.Requests.ShouldAllBe(request => request.Messages[0].Text.Contains("\"veryGood\"", StringComparison.Ordinal));
        scripted.Requests[0].Options!.ResponseFormat.ShouldBe(ChatResponseFormat.Json);
        scripted.Requests[1].Options!.ResponseFormat.ShouldBeNull();
    }

    [Fact]
    public async Task Generate_Tools_AreCarriedOut_AndTheirFailuresToldToTheModel()
    {
        var asked = new List<string>();
        var look = AIFunctionFactory.Create((string place) =>
        {
            asked.Add(place);
            return place == "top" ? "two buttons" : throw new InvalidOperationException("There is no such place.");
        }, "look", "Looks at a place.");
        using var scripted = new ScriptedChatClient()
            .Say(_ => ScriptedChatClient.Call("look", new { place = "nowhere" }))
            .Say(_ => ScriptedChatClient.Call("glance", new { place = "top" }))
            .Say(_ => ScriptedChatClient.Call("look", new { place = "top" }))
            .Say(Good);

        (await Generator(scripted).GenerateAsync(new("What?") { Tools = [look] }, Stop)).Count.ShouldBe(2);

        asked.ShouldBe(["nowhere", "top"]);
        scripted.Requests[1].Text.ShouldContain("Error: There is no such place.");
        scripted.Requests[2].Text.ShouldContain("Error: There is no tool 'glance'. There are: look.");
        scripted.Requests[3].Text.ShouldContain("two buttons");
    }

    [Fact]
    public async Task Generate_ToolsWithoutEnd_EndAtTheCap()
    {
        var look = AIFunctionFactory.Create(() => "nothing", "look", "Looks.");
        using var scripted = new ScriptedChatClient { Otherwise = _ => ScriptedChatClient.Call("look", new { }) };

        await Should.ThrowAsync<ObjectGenerationFailedException>(() => Generator(scripted).GenerateAsync(new("What?") { Tools = [look] }, Stop));

        scripted.Requests.Count.ShouldBe(6);
        scripted.Requests[4].Options!.ToolMode.ShouldBeNull();
        scripted.Requests[5].Options!.ToolMode.ShouldBe(ChatToolMode.None, "the last time it may call none");
    }

    [Fact]
    public async Task Generate_Video_IsPartOfTheRequest()
    {
        using var scripted = new ScriptedChatClient(Good);

        await Generator(scripted).GenerateAsync(new("What?") { Video = VideoInput.Of(new byte[] { 1, 2 }, "video/mp4") }, Stop);

        scripted.Requests.Single().Messages[^1].Contents[1].ShouldBeOfType<DataContent>().MediaType.ShouldBe("video/mp4");
        Should.Throw<ArgumentException>(() => VideoInput.Of(new byte[] { 1 }, "image/png"));
    }
}

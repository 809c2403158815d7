using System.Text.Json;
using Autonoma.AI.Generation;
using Autonoma.AI.Tools;
using Autonoma.TestKit.Models;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Tests.Tools;

public sealed class ToolCallTests
{
    public sealed record Click(string Target, bool Double = false);

    [Fact]
    public void Declare_OfAType_HasItsSchema()
    {
        var tool = ModelTool.Declare<Click>("click", "Clicks.");

        tool.JsonSchema.GetRawText().ShouldBe("""{"type":"object","properties":{"target":{"type":"string"},"double":{"type":"boolean","default":false}},"required":["target"],"additionalProperties":false}""");
    }

    [Theory]
    [InlineData("")]
    [InlineData("click me")]
    [InlineData("kliché")]
    public void Declare_NameThatAProviderWouldRefuse_IsRefused(string name) => Should.Throw<ArgumentException>(() => ModelTool.Declare<Click>(name, "Clicks."));

    [Fact]
    public void Of_CallWithArguments_CanBeRead()
    {
        var call = ToolCall.Of(ScriptedChatClient.Call("click", new { target = "Buy", @double = true }), [ModelTool.Declare<Click>("click", "Clicks.")]).Single();

        call.Problem.ShouldBeNull();
        call.ArgumentsAs<Click>(ObjectSchema.Serializer).ShouldBe(new Click("Buy", true));
        call.Answer("done").Contents.Single().ShouldBeOfType<FunctionResultContent>().CallId.ShouldBe("call-1");
    }

    [Fact]
    public void Of_BrokenArgumentsOrAnUnknownTool_IsACallWithAProblem()
    {
        var broken = FunctionCallContent.CreateFromParsedArguments("{\"target\":", "call-1", "click", text => JsonSerializer.Deserialize<Dictionary<string, object?>>(text));
        var unknown = new FunctionCallContent("call-2", "fly", null);
        var calls = ToolCall.Of(new(new ChatMessage(ChatRole.Assistant, [broken, unknown])), [ModelTool.Declare<Click>("click", "Clicks.")]);

        calls[0].Problem!.ShouldStartWith("The arguments are no JSON object");
        calls[1].Problem.ShouldBe("There is no tool 'fly'. There are: click.");
        Should.Throw<JsonException>(() => calls[0].ArgumentsAs<Click>(ObjectSchema.Serializer)).Message.ShouldContain("target");
    }
}

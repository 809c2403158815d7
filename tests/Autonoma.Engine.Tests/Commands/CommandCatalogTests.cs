using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.Engine.Artifacts;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Commands.Execution;

namespace Autonoma.Engine.Tests.Commands;

public sealed class CommandCatalogTests
{
    public static TheoryData<string, Type> Samples => new()
    {
        { """{"command":"click","target":"\"Save\" button","button":"left","count":1,"modifiers":"none"}""", typeof(ClickArguments) },
        { """{"command":"type","target":"Email field","text":"{{email}}","overwrite":true}""", typeof(TypeArguments) },
        { """{"command":"select","target":"Currency dropdown","option":"USD"}""", typeof(SelectArguments) },
        { """{"command":"check","target":"I agree","on":true}""", typeof(CheckArguments) },
        { """{"command":"hover","target":"info icon"}""", typeof(HoverArguments) },
        { """{"command":"drag","start":"card TL-101","end":"Done column","position":"onto"}""", typeof(DragArguments) },
        { """{"command":"scroll","target":null,"direction":"down","until":null}""", typeof(ScrollArguments) },
        { """{"command":"press","key":"Control\u002BS","target":null}""", typeof(PressArguments) },
        { """{"command":"navigate","url":"/orders"}""", typeof(NavigateArguments) },
        { """{"command":"history","forward":false}""", typeof(HistoryArguments) },
        { """{"command":"refresh"}""", typeof(RefreshArguments) },
        { """{"command":"wait","condition":"2 seconds","milliseconds":2000}""", typeof(WaitArguments) },
        { """{"command":"upload","target":"Receipt field","files":["receipt.png"]}""", typeof(UploadArguments) },
        { """{"command":"read","target":"invoice number","variable":"invoice"}""", typeof(ReadArguments) },
        { """{"command":"save-clipboard","variable":"link"}""", typeof(SaveClipboardArguments) },
        { """{"command":"tab","action":"switch","which":"new"}""", typeof(TabArguments) },
        { """{"command":"dialog","accept":true,"text":null}""", typeof(DialogArguments) },
        { """{"command":"assert","claim":"the total is 42"}""", typeof(AssertArguments) },
    };

    [Theory, MemberData(nameof(Samples))]
    public void Arguments_OfAStoredCommand_AreReadAndWrittenUnchanged(string json, Type type)
    {
        var form = ArtifactJson.OneLine<CommandArguments>();
        var arguments = JsonSerializer.Deserialize(json, form)!;
        arguments.ShouldBeOfType(type);
        var written = JsonNode.Parse(JsonSerializer.Serialize(arguments, form))!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(json)!.AsObject())
            JsonNode.DeepEquals(written[name], value).ShouldBeTrue($"{name} of {written.ToJsonString()}");
        CommandCatalog.For(arguments).ArgumentsType.ShouldBe(type);
    }

    [Fact]
    public void Catalog_HoldsACommandWithADescriptionForEveryKindOfArguments()
    {
        var kinds = typeof(CommandArguments).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CommandArguments))).ToList();
        CommandCatalog.All.Select(command => command.ArgumentsType).ShouldBe(kinds, ignoreOrder: true);
        Samples.Count.ShouldBe(kinds.Count);
        foreach (var command in CommandCatalog.All)
        {
            var names = command.ArgumentsType.GetProperties().Where(property => property.Name != nameof(CommandArguments.Command)).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));
            foreach (var name in names)
                command.Description.ShouldContain(name);
        }
    }
}

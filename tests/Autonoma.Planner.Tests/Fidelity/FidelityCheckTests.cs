using System.Text.Json.Nodes;
using Autonoma.AI.Registry;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Fidelity;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Tests.Pipeline;
using Autonoma.Scenarios.Recipes;
using Autonoma.TestKit.Models;
using Microsoft.Extensions.AI;

namespace Autonoma.Planner.Tests.Fidelity;

/// <summary>A judge for each model, scripted; what is judged, skipped and failed is written down.</summary>
public sealed class FidelityCheckTests : PlanFixture
{
    private static readonly FidelityFinding[] Decided = [.. Enum.GetValues<FidelityCriterion>().Select(criterion => new FidelityFinding(criterion, FidelityStatus.Pass, "by symbols"))];
    private static readonly FidelityFinding[] Open = [.. Decided.Select(finding => finding.Criterion == FidelityCriterion.SideEffects ? finding with { Status = FidelityStatus.Error, Reason = "in other words" } : finding)];

    [Fact]
    public async Task WithoutAModel_WhatSymbolsDecideCounts_AndEveryJudgeIsSkippedWithAReason()
    {
        var problems = await RunAsync(null, Evidence("Boat", Decided), Evidence("Crew", Open));

        problems.ShouldHaveSingleItem().Severity.ShouldBe(ProblemSeverity.Warning);
        problems[0].Code.ShouldBe("GT030");
        problems[0].Message.ShouldContain("Crew: side effects: in other words No judge decided it: no model is configured");
        Recorded().Select(model => (Text(model, "verdict"), Text(model["judge"]!, "state"))).ShouldBe([("pass", "skipped"), ("error", "skipped")]);
    }

    [Fact]
    public async Task EachModel_HasAJudgeOfItsOwn_ThatSeesNothingOfTheOthers()
    {
        var model = new ScriptedChatClient { Otherwise = asked => ScriptedChatClient.Text(Reply(asked.Text.Contains("# Model: Boat\n", StringComparison.Ordinal) ? "Boat" : "Crew")) };

        (await RunAsync(model, Evidence("Boat", Open), Evidence("Crew", Open))).ShouldBeEmpty();

        model.Requests.Count.ShouldBe(2);
        model.Requests.ShouldAllBe(asked => asked.Text.Contains("BoatFactory", StringComparison.Ordinal) != asked.Text.Contains("CrewFactory", StringComparison.Ordinal));
        Recorded().Select(each => (Text(each, "verdict"), Text(each["judge"]!, "state"))).ShouldBe([("pass", "judged"), ("pass", "judged")]);
    }

    [Fact]
    public async Task WhatAJudgeFails_StandsInTheWay_WithItsHint()
    {
        var problems = await RunAsync(new ScriptedChatClient(Reply("Boat", failing: 2, hint: "Call the service.")), Evidence("Boat", Open));

        problems.ShouldHaveSingleItem().ToString().ShouldContain("error GT029");
        problems[0].Message.ShouldBe("Boat: side effects: because");
        problems[0].Fix.ShouldBe("Call the service.");
    }

    [Fact]
    public async Task WhatSymbolsFail_NoJudgeTalksRight()
    {
        FidelityFinding[] wrong = [Decided[0] with { Status = FidelityStatus.Fail, Reason = "it writes the row itself" }, .. Decided[1..]];

        (await RunAsync(new ScriptedChatClient(Reply("Boat")), Evidence("Boat", wrong))).ShouldHaveSingleItem().Message.ShouldBe("Boat: creation path: it writes the row itself");
    }

    [Theory]
    [InlineData("""{"model":"Boat","criteria":[{"id":1,"reason":"r","status":"fine"}],"fixHint":""}""")]
    [InlineData("""{"model":"Crew","criteria":[],"fixHint":""}""")]
    [InlineData("It looks good to me.")]
    public async Task AnswerThatIsNoJudgement_IsNoPass_AndIsSaid(string said)
    {
        var model = new ScriptedChatClient { Otherwise = _ => ScriptedChatClient.Text(said) };

        var problems = await RunAsync(model, Evidence("Boat", Open));

        model.Requests.Count.ShouldBe(3);
        problems.ShouldHaveSingleItem().Code.ShouldBe("GT030");
        Text(Recorded()[0]["judge"]!, "state").ShouldBe("failed");
        Text(Recorded()[0], "verdict").ShouldBe("error");
    }

    [Fact]
    public async Task BeyondTheLimit_ModelsAreRecordedAsSkipped()
    {
        var model = new ScriptedChatClient { Otherwise = asked => ScriptedChatClient.Text(Reply(asked.Text.Contains("# Model: A\n", StringComparison.Ordinal) ? "A" : "B")) };

        await RunAsync(model, new FidelityJudgeOptions { MaxModels = 2 }, Evidence("A", Decided), Evidence("Gone", []) with { NotJudged = "the audit does not call it independently created any more" }, Evidence("B", Decided), Evidence("C", Decided));

        Recorded().Select(each => (Text(each, "model"), Text(each["judge"]!, "state"), (string?)each["judge"]!["reason"])).ShouldBe([
            ("A", "judged", null), ("Gone", "skipped", "the audit does not call it independently created any more"), ("B", "judged", null), ("C", "skipped", "at most 2 models are judged")]);
    }

    [Fact]
    public async Task JudgedOnce_IsNotAskedAgainUntilItChanges()
    {
        var model = new ScriptedChatClient { Otherwise = _ => ScriptedChatClient.Text(Reply("Boat")) };
        var code = new Code(Evidence("Boat", Open));
        var check = new FidelityCheck(code, Judge(model, new()));

        await check.RunAsync(Folder, Handler, Stop);
        await check.RunAsync(Folder, Handler, Stop);
        model.Requests.Count.ShouldBe(1);
        code.Evidence = [code.Evidence[0] with { Factory = [new("BoatFactory.cs", "class BoatFactory { int changed; }")] }];
        await check.RunAsync(Folder, Handler, Stop);

        model.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Judges_AreAskedAtTheSameTime_AndNoMoreThanMayBe()
    {
        using var model = new Waiting();

        var problems = await RunAsync(model, new FidelityJudgeOptions { Concurrency = 3 }, [.. Enumerable.Range(0, 9).Select(i => Evidence($"M{i}", Open))]);

        problems.ShouldBeEmpty();
        model.Most.ShouldBe(3);
    }

    private string Handler => Path.Combine(Repository, "Handler.cs");

    private static FactoryEvidence Evidence(string name, IReadOnlyList<FidelityFinding> findings)
        => new(new() { Name = name, IndependentlyCreated = true, CreationFile = "Service.cs", CreationFunction = "Service.Make" }, new() { Name = name, IndependentlyCreated = true }) { Findings = findings, Factory = [new($"{name}Factory.cs", $"class {name}Factory;")] };

    private static string Reply(string model, int failing = 0, string hint = "")
        => $$"""{"model":"{{model}}","criteria":[{{string.Join(',', Enumerable.Range(1, 4).Select(id => $$"""{"id":{{id}},"reason":"because","status":"{{(id == failing ? "fail" : "pass")}}"}"""))}}],"fixHint":"{{hint}}"}""";

    private static FidelityJudge Judge(IChatClient model, FidelityJudgeOptions options)
    {
        var registry = new ModelRegistry(new() { Models = [new() { Key = "scripted", Provider = "test", ModelId = "scripted", CreateClient = () => model }], DefaultModel = "scripted" });
        return new(() => registry, options);
    }

    private Task<IReadOnlyList<Problem>> RunAsync(IChatClient? model, params FactoryEvidence[] evidence) => RunAsync(model, new FidelityJudgeOptions(), evidence);

    private Task<IReadOnlyList<Problem>> RunAsync(IChatClient? model, FidelityJudgeOptions options, params FactoryEvidence[] evidence)
    {
        Directory.CreateDirectory(Folder.Root);
        return new FidelityCheck(new Code(evidence), model is null ? null : Judge(model, options)).RunAsync(Folder, Handler, Stop);
    }

    private List<JsonNode> Recorded() => [.. JsonNode.Parse(File.ReadAllText(Path.Combine(Folder.Root, FidelityCheck.FileName)))!["models"]!.AsArray().Select(model => model!)];

    private static string Text(JsonNode? node, string name) => node![name]!.GetValue<string>();

    private sealed class Code(params FactoryEvidence[] evidence) : IFactoryReader
    {
        public IReadOnlyList<FactoryEvidence> Evidence { get; set; } = evidence;

        public IReadOnlyList<FactoryEvidence> Read(PlanFolder folder, string handler) => Evidence;
    }

    /// <summary>Answers only once as many ask as may; the last ones, when all have asked.</summary>
    private sealed class Waiting : IChatClient
    {
        private readonly TaskCompletionSource _three = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Lock _gate = new();
        private int _now;

        public int Most { get; private set; }

        public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            lock (_gate)
            {
                Most = Math.Max(Most, ++_now);
                if (_now >= 3)
                    _three.TrySetResult();
            }

            await _three.Task.WaitAsync(cancellationToken);
            lock (_gate)
                _now--;
            var question = messages.Last().Text;
            var at = question.IndexOf("# Model: ", StringComparison.Ordinal) + 9;
            return ScriptedChatClient.Text(Reply(question[at..question.IndexOf('\n', at)]));
        }

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}

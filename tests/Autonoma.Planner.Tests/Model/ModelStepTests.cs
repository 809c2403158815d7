using Autonoma.AI.Registry;
using Autonoma.Planner.KilledPlan;
using Autonoma.Planner.Pipeline;
using Autonoma.Planner.Pipeline.Model;
using Autonoma.Planner.Tests.Pipeline;
using Autonoma.TestKit.Models;
using Microsoft.Extensions.AI;

namespace Autonoma.Planner.Tests.Model;

/// <summary>A model that a test has scripted, with the real registry, tools, gates and files around it.</summary>
public sealed class ModelStepTests : PlanFixture
{
    /// <summary>A first attempt at each step that a hurried model would make, and the code that it is sent back with.</summary>
    private static readonly (string Path, string Text, string Code)[] Wrong =
    [
        ("AUTONOMA.md", PlanTexts.KnowledgeBase.Replace("core: true", "core: false", StringComparison.Ordinal), "KB"),
        ("entity-audit.md", PlanTexts.EntityAudit.Replace("owner: Book", "owner: Magazine", StringComparison.Ordinal), "EA018"),
        ("scenarios.md", PlanTexts.Scenarios.Replace("scenario_count: 3", "scenario_count: 4", StringComparison.Ordinal), "SC"),
        (".endpoint-implemented", "handler: src/Nowhere.cs\n", "GT017"),
        ("scenario-recipes.json", PlanTexts.Recipes.Replace("{{library_name}}", "{{library}}", StringComparison.Ordinal), "RC"),
        ("qa-tests/lending/001-hand-out.md", PlanTexts.Test("A book is handed out", "Lending", "critical").Replace("2. Verify that \"Emma\" is displayed", "2. Click the \"Close\" button", StringComparison.Ordinal), "TF014"),
    ];

    [Fact]
    public async Task ScriptedModel_DrivesAllSixSteps_AndIsSentBackOnceInEach()
    {
        var model = new ScriptedChatClient();
        for (var number = 1; number <= 6; number++)
        {
            model.Say(_ => ScriptedChatClient.Call("list_files", new { }));
            var (path, text, code) = Wrong[number - 1];
            model.Say(_ => ScriptedChatClient.Call("write_artifact", new { path, content = text }));
            var first = true;
            foreach (var (right, content) in PlanTexts.OfStep(number).Where(file => file.Path != "scenario-recipes.json"))
            {
                var sentBack = first;
                first = false;
                model.Say(asked =>
                {
                    if (sentBack)
                        asked.Text.ShouldContain($"error {code}", Case.Sensitive, $"the first attempt at step {number} comes back with its code");
                    return ScriptedChatClient.Call("write_artifact", new { path = right, content });
                });
            }

            if (number == 5)
            {
                model.Say(asked =>
                {
                    asked.Text.ShouldContain($"error {code}");
                    return ScriptedChatClient.Call("prove_scenarios", new { recipes = PlanTexts.Recipes });
                });
            }

            model.Say("Done.");
        }

        using var registry = Registry(model);
        var outcome = await RunAsync(options: Options with { Steps = [.. PlanSteps.All.Select(step => new ModelStep(step.Number, () => registry.BeginRun("plan")))], Cost = () => registry.Usage.Total });

        outcome.End.ShouldBe(PlanEnd.Complete, $"{outcome.Message}\n{string.Join('\n', outcome.Problems)}");
        Events.Where(told => told.Kind == PlanEventKind.Refused).Select(told => told.Step.Number).Distinct().ShouldBe([1, 2, 3, 4, 5, 6]);
        Events.Last(told => told.Kind == PlanEventKind.Completed).Cost!.Value.Calls.ShouldBe(model.Requests.Count);
        Endpoint.Calls.ShouldBe(1);
        File.ReadAllText(Folder.KnowledgeBase).ShouldBe(PlanTexts.KnowledgeBase);
    }

    [Fact]
    public async Task Model_ThatEndsWithoutItsFiles_IsRemindedAndThenNotBelieved()
    {
        var model = new ScriptedChatClient("All done.", "Really done.", "Done, I said.");
        using var registry = Registry(model);

        var outcome = await RunAsync(options: Options with { Steps = [new ModelStep(1, () => registry.BeginRun("plan"))] });

        outcome.End.ShouldBe(PlanEnd.Unavailable);
        outcome.Message.ShouldContain("AUTONOMA.md, features.json");
        model.Requests[1].Text.ShouldContain("The step is not done");
    }

    [Fact]
    public async Task Model_BeyondItsSteps_IsStoppedAndWhatWasAcceptedStays()
    {
        var model = new ScriptedChatClient { Otherwise = _ => ScriptedChatClient.Call("write_artifact", new { path = "AUTONOMA.md", content = PlanTexts.KnowledgeBase }) };
        using var registry = Registry(model);

        var outcome = await RunAsync(options: Options with { Steps = [new ModelStep(1, () => registry.BeginRun("plan"), new() { MaxSteps = 3 })] });

        outcome.End.ShouldBe(PlanEnd.Unavailable);
        model.Requests.Count.ShouldBe(4);
        File.Exists(Folder.KnowledgeBase).ShouldBeTrue();
        File.Exists(Folder.StepCompleted(0)).ShouldBeFalse();
    }

    [Fact]
    public async Task Model_BeyondItsBudget_IsStopped()
    {
        var model = new ScriptedChatClient { Otherwise = _ => ScriptedChatClient.Call("list_files", new { }) };
        using var registry = Registry(model, calls: 2);

        var outcome = await RunAsync(options: Options with { Steps = [new ModelStep(1, () => registry.BeginRun("plan"))] });

        outcome.End.ShouldBe(PlanEnd.Unavailable);
        outcome.Message.ShouldContain("budget");
        model.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Model_ThatWritesAnAcknowledgement_IsRefused()
    {
        var model = new ScriptedChatClient();
        model.Say(_ => ScriptedChatClient.Call("write_artifact", new { path = ".step-1-ack", content = "y" }));
        model.Say(asked =>
        {
            asked.Text.ShouldContain("GT016");
            return ScriptedChatClient.Text("I give up.");
        });
        model.Say("I give up.").Say("I give up.");
        using var registry = Registry(model);

        await RunAsync(options: Options with { Steps = [new ModelStep(1, () => registry.BeginRun("plan"))] });

        File.Exists(Folder.StepAcknowledged(1)).ShouldBeFalse();
    }

    private static ModelRegistry Registry(IChatClient model, int? calls = null) => new(new()
    {
        Models = [new() { Key = "scripted", Provider = "test", ModelId = "scripted", CreateClient = () => model }],
        DefaultModel = "scripted",
        RunBudget = new(Calls: calls),
    });
}

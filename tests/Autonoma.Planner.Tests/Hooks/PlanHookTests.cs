using System.Text.Json;
using Autonoma.Planner.Hooks;
using Autonoma.Planner.KilledPlan;
using Autonoma.Planner.Tests.Pipeline;

namespace Autonoma.Planner.Tests.Hooks;

public sealed class PlanHookTests : PlanFixture
{
    private PlanHook Hook => new(() => Key, new());

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"tool_name":"Write"}""")]
    [InlineData("""{"tool_name":"Write","tool_input":[]}""")]
    [InlineData("""{"tool_name":"Write","tool_input":{"file_path":1}}""")]
    [InlineData("""{"tool_name":"Bash","tool_input":{"command":"touch autonoma/.step-1-ack"}}""")]
    public void Input_ThatSaysNothingOfAFile_IsNotInTheWay(string json) => HookInput.Read(json, "/").ShouldBeNull();

    [Fact]
    public void Input_WithARelativePath_IsMeantFromTheAgentsFolder()
    {
        HookInput.Read("""{"tool_name":"Write","cwd":"/work/app","tool_input":{"file_path":"autonoma/AUTONOMA.md","content":""}}""", "/elsewhere")!.File.ShouldBe(Path.GetFullPath("/work/app/autonoma/AUTONOMA.md"));
        HookInput.Read("""{"tool_name":"Write","tool_input":{"file_path":"autonoma/AUTONOMA.md","content":""}}""", "/elsewhere")!.File.ShouldBe(Path.GetFullPath("/elsewhere/autonoma/AUTONOMA.md"));
    }

    [Theory]
    [InlineData("one", "eins", false, "eins two one")]
    [InlineData("one", "eins", true, "eins two eins")]
    [InlineData("three", "drei", false, null)]
    public void Edit_IsAppliedAsTheToolWouldDoIt(string from, string to, bool all, string? expected)
    {
        Put("notes.md", "one two one");
        var input = Input("Edit", new { file_path = At("notes.md"), old_string = from, new_string = to, replace_all = all });

        (input.Outcome() is { } outcome ? System.Text.Encoding.UTF8.GetString(outcome) : null).ShouldBe(expected);
    }

    [Fact]
    public void MultiEdit_AppliesItsEditsInTurn()
    {
        Put("notes.md", "one");
        var input = Input("MultiEdit", new { file_path = At("notes.md"), edits = new[] { new { old_string = "one", new_string = "two" }, new { old_string = "two", new_string = "three" } } });

        System.Text.Encoding.UTF8.GetString(input.Outcome()!).ShouldBe("three");
    }

    [Fact]
    public void BeforeWrite_OfAnInvalidFile_VetoesWithEveryProblem()
    {
        var verdict = Hook.BeforeWrite(Write("AUTONOMA.md", PlanTexts.KnowledgeBase.Replace("core: true", "core: false", StringComparison.Ordinal).Replace("feature_count: 2", "feature_count: 0", StringComparison.Ordinal)));

        verdict.IsAllowed.ShouldBeFalse();
        verdict.Text.ShouldContain("autonoma/AUTONOMA.md");
        verdict.Text.Split('\n').Count(line => line.Contains("error KB", StringComparison.Ordinal)).ShouldBe(2, verdict.Text);
        File.Exists(Folder.KnowledgeBase).ShouldBeFalse();
    }

    [Fact]
    public void BeforeWrite_OfAFileElsewhere_SaysNothing()
    {
        var elsewhere = Input("Write", new { file_path = Path.Combine(Repository, "src", "features.json"), content = "{" });

        Hook.BeforeWrite(elsewhere).ShouldBe(HookVerdict.Silent);
        Hook.BeforeWrite(Write(".factory-plan.md", "anything")).ShouldBe(HookVerdict.Silent);
        Hook.BeforeWrite(Write("qa-tests/.scratchpad/notes.md", "anything")).ShouldBe(HookVerdict.Silent);
    }

    [Fact]
    public void BeforeWrite_InARepositoryCalledAutonoma_KnowsItFromAPlan()
    {
        var repository = Path.Combine(Repository, "autonoma");
        Directory.CreateDirectory(Path.Combine(repository, ".git"));

        Hook.BeforeWrite(Input("Write", new { file_path = Path.Combine(repository, "features.json"), content = "{" })).ShouldBe(HookVerdict.Silent);
        Hook.BeforeWrite(Input("Write", new { file_path = Path.Combine(repository, "autonoma", "features.json"), content = "{" })).IsAllowed.ShouldBeFalse();
    }

    [Fact]
    public void BeforeWrite_ThroughALink_FindsThePlanBehindIt()
    {
        Directory.CreateDirectory(Folder.Root);
        var link = Path.Combine(Repository, "docs");
        Directory.CreateSymbolicLink(link, Folder.Root);

        Hook.BeforeWrite(Input("Write", new { file_path = Path.Combine(link, "features.json"), content = "{" })).IsAllowed.ShouldBeFalse();
    }

    [Fact]
    public void AfterWrite_OfAnInvalidFile_MovesItAwayAndSaysWhere()
    {
        Put("features.json", "{}");

        var verdict = Hook.AfterWrite(Write("features.json", "{}"));

        verdict.IsAllowed.ShouldBeFalse();
        verdict.Text.ShouldContain("autonoma/.refused/features.json");
        File.Exists(Folder.Features).ShouldBeFalse();
    }

    [Fact]
    public void AfterWrite_OfAnAuditWithAWrongCount_PutsItRight()
    {
        Put("AUTONOMA.md", PlanTexts.KnowledgeBase);
        Put("features.json", PlanTexts.Features);
        Slip(".step-1-ack", "y").ShouldBeEmpty();
        Put("entity-audit.md", PlanTexts.EntityAudit.Replace("factory_count: 2", "factory_count: 3", StringComparison.Ordinal));

        var verdict = Hook.AfterWrite(Write("entity-audit.md", ""));

        verdict.IsAllowed.ShouldBeTrue(verdict.Text);
        File.ReadAllText(Folder.EntityAudit).ShouldContain("factory_count: 2");
    }

    /// <summary>A whole plan as a coding agent makes it: every file by its own tool, every acknowledgement too; only the proof comes from ours.</summary>
    [Fact]
    public void Agent_ThatWritesFileByFile_ComesToTheEnd()
    {
        for (var number = 1; number <= 6; number++)
        {
            foreach (var (path, text) in PlanTexts.OfStep(number).Where(file => file.Path != "scenario-recipes.json"))
                Accept(path, text);
            if (number == 5)
            {
                Keeper.PlaceProof(PlanTexts.Recipes, PlanTexts.Proof).IsAccepted.ShouldBeTrue();
                Accept(".endpoint-validated", "Three scenarios were made and removed; nothing was left behind.\n");
            }

            File.Exists(Folder.StepCompleted(number - 1)).ShouldBeTrue($"step {number}");
            if (number < 6)
                Accept($".step-{number}-ack", "y");
        }

        File.ReadAllText(Folder.EntityAuditSnapshot).ShouldBe(PlanTexts.EntityAudit);
        Keeper.Gate.JudgeDone(Autonoma.Planner.Pipeline.PlanSteps.Of(6)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Agent_ThatEditsScenariosInStep5_NeedNotHaveThemAcknowledgedAgain()
    {
        await ReachAsync(4);
        Accept(".step-4-ack", "y");

        Accept("scenarios.md", PlanTexts.Scenarios.Replace("Three books.", "Three books, of which one is lent.", StringComparison.Ordinal));

        Keeper.Gate.JudgeAcknowledged(3).ShouldBeEmpty();
    }

    private void Accept(string path, string text)
    {
        var input = Write(path, text);
        var before = Hook.BeforeWrite(input);
        before.IsAllowed.ShouldBeTrue(before.Text);
        Put(path, text);
        var after = Hook.AfterWrite(input);
        after.IsAllowed.ShouldBeTrue(after.Text);
    }

    private HookInput Write(string path, string text) => Input("Write", new { file_path = At(path), content = text });

    private static HookInput Input(string tool, object input) => HookInput.Read(JsonSerializer.Serialize(new { tool_name = tool, tool_input = input }), "/")!;
}

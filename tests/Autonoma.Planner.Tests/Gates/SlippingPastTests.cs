using System.Text.Json;
using Autonoma.Planner.Gates;
using Autonoma.Planner.Hooks;
using Autonoma.Planner.KilledPlan;
using Autonoma.Planner.Pipeline;
using Autonoma.Planner.Pipeline.State;
using Autonoma.Planner.Tests.Pipeline;

namespace Autonoma.Planner.Tests.Gates;

/// <summary>Ways to slip past a gate, each refused with its code.</summary>
public sealed class SlippingPastTests : PlanFixture
{
    private const string FirstTest = "qa-tests/lending/001-hand-out.md";

    private static readonly string TestText = PlanTexts.Test("A book is handed out", "Lending", "critical");

    [Fact]
    public async Task TouchedAcknowledgement_IsNotBelieved()
    {
        await ReachAsync(2);
        Put(".step-2-ack", "");

        Keeper.Gate.JudgeAcknowledged(2).Select(problem => problem.Code).ShouldBe(["GT002"]);
        Slip("scenarios.md", PlanTexts.Scenarios).ShouldContain("GT002");
        File.Exists(Folder.Scenarios).ShouldBeFalse();
    }

    [Fact]
    public async Task ArtifactBeforeTheStepBeforeIsAcknowledged_IsRefused()
    {
        await ReachAsync(2);

        Slip("scenarios.md", PlanTexts.Scenarios).ShouldContain("GT001");
        File.Exists(At(".refused/scenarios.md")).ShouldBeTrue();
        File.ReadAllText(At(".refused/scenarios.md.problems.txt")).ShouldContain("Step 2 (Entity Audit) has not been acknowledged");
    }

    [Fact]
    public async Task AcknowledgementOfAStepThatIsNotDone_IsRefused()
    {
        await ReachAsync(2);
        File.Delete(Folder.EntityAudit);

        Slip(".step-2-ack", "y").ShouldContain("GT015");
    }

    [Fact]
    public async Task AcknowledgementOutOfTurn_IsRefused()
    {
        await ReachAsync(2);

        Slip(".step-4-ack", "y").ShouldContain("GT001");
        Slip(".step-5-ack", "y").ShouldContain("GT001");
    }

    [Fact]
    public async Task AcknowledgedFile_ChangedAfterwards_MustBeSeenAgain()
    {
        await ReachAsync(3);
        File.AppendAllText(Folder.Features, "\n");

        Keeper.Gate.JudgeAcknowledged(1).Select(problem => problem.Code).ShouldBe(["GT004"]);
        Slip("scenarios.md", PlanTexts.Scenarios).ShouldContain("GT004");
    }

    [Fact]
    public async Task HandMadeImplementation_IsNotBelieved()
    {
        await ReachAsync(3);
        Keeper.Acknowledge(3);
        Put(".endpoint-implemented", PlanTexts.Implemented);

        Keeper.Gate.JudgeDone(PlanSteps.Of(4)).Select(problem => problem.Code).ShouldContain("GT002");
    }

    [Fact]
    public async Task ImplementationThatNamesNoFile_IsRefused()
    {
        await ReachAsync(3);
        Keeper.Acknowledge(3);

        Slip(".endpoint-implemented", "handler: src/Nowhere.cs\n").ShouldContain("GT017");
        Slip(".endpoint-implemented", "handler: autonoma/entity-audit.md\n").ShouldContain("GT017");
    }

    [Fact]
    public async Task HandlerChangedAfterTheProof_IsNotTheOneThatWasProven()
    {
        await ReachAsync(5);
        Keeper.Acknowledge(5);
        File.AppendAllText(Path.Combine(Repository, PlanTexts.HandlerFile), "// writes to the table itself now\n");

        Slip(FirstTest, TestText).ShouldContain("GT004");
    }

    [Fact]
    public async Task ImplementationCheck_ThatFindsSomething_KeepsTheSentinelOut()
    {
        await ReachAsync(3);
        Keeper.Acknowledge(3);
        Put(".endpoint-implemented", PlanTexts.Implemented);
        var keeper = PlanKeeper.Of(Folder, Key, new() { Implementation = [new FindingCheck()] });

        Codes(keeper.Inspect(Folder.EndpointImplemented)).ShouldBe(["FI001"]);
        File.Exists(Folder.EndpointImplemented).ShouldBeFalse();
    }

    [Fact]
    public async Task EditedSnapshot_IsRefused()
    {
        await ReachAsync(3);
        var edited = PlanTexts.EntityAudit.Replace("src/Lending/BookService.cs", "src/Lending/Anything.cs", StringComparison.Ordinal);

        Slip(".entity-audit-step2.md", edited).ShouldBe(["GT006"]);
        Put(".entity-audit-step2.md", edited);
        Keeper.Gate.JudgeAcknowledged(2).Select(problem => problem.Code).ShouldBe(["GT006"]);
    }

    [Fact]
    public async Task SnapshotTakenAnew_ByAcknowledgingOnceMore_IsRefused()
    {
        await ReachAsync(3);
        File.Delete(Folder.StepAcknowledged(2));
        File.Delete(Folder.EntityAuditSnapshot);

        Slip(".step-2-ack", "y").ShouldBe(["GT005"]);
        (await RunAsync(new() { Resume = true })).Problems.Select(problem => problem.Code).ShouldContain("GT005");
    }

    [Fact]
    public async Task SnapshotMadeBeforeItsTime_IsReplacedByWhatIsAcknowledged()
    {
        await ReachAsync(2);
        Put(".entity-audit-step2.md", PlanTexts.EntityAudit.Replace("independently_created: true", "independently_created: false", StringComparison.Ordinal));

        Slip(".step-2-ack", "y").ShouldBeEmpty();

        File.ReadAllText(Folder.EntityAuditSnapshot).ShouldBe(PlanTexts.EntityAudit);
    }

    [Fact]
    public async Task CreationFileMovedAfterwards_IsRefused_AndExtractedToIsNot()
    {
        await ReachAsync(4);

        Slip("entity-audit.md", PlanTexts.EntityAudit.Replace("creation_file: src/Lending/BookService.cs", "creation_file: src/Testing/Factories.cs", StringComparison.Ordinal)).ShouldContain("GT007");
        Slip("entity-audit.md", PlanTexts.EntityAudit.Replace("creation_file: src/Lending/BookService.cs\n", "creation_file: src/Lending/BookService.cs\n    extracted_to: src/Lending/BookAdding.cs\n", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task CreationFileMovedBehindTheHooks_KeepsTheProofOut()
    {
        await ReachAsync(4);
        Keeper.Acknowledge(4);
        Put("entity-audit.md", PlanTexts.EntityAudit.Replace("creation_file: src/Lending/BookService.cs", "creation_file: src/Testing/Factories.cs", StringComparison.Ordinal));

        (await RunAsync(new() { Resume = true })).Problems.Select(problem => problem.Code).ShouldContain("GT007");
        File.Exists(Folder.EndpointValidated).ShouldBeFalse();
    }

    [Theory]
    [InlineData(5, 6, true)]
    [InlineData(5, 5, false)]
    [InlineData(0, 1, true)]
    public void FlippedModels_BeyondTheCap_AreRefused(int cap, int flipped, bool refused)
    {
        var before = Audit(8, 0);
        var now = Audit(8, flipped);

        AuditHistory.Compare(before, now, "entity-audit.md", cap).Any(problem => problem.Code == "GT008").ShouldBe(refused);
    }

    [Fact]
    public void RemovedModels_AreNamedAndDoNotCountAsFlipped()
    {
        var problems = AuditHistory.Compare(Audit(8, 0), Audit(1, 0), "entity-audit.md", 0);

        problems.Select(problem => problem.Code).ShouldBe(["GT009"]);
        problems[0].Message.ShouldContain("Model7");
    }

    [Fact]
    public async Task HandWrittenProof_ProvesNothing()
    {
        await ReachAsync(4);
        Keeper.Acknowledge(4);
        Slip("scenario-recipes.json", PlanTexts.Recipes).ShouldBeEmpty();
        Slip(".scenario-validation.json", PlanTexts.Proof).ShouldBeEmpty();

        Slip(".endpoint-validated", "Three scenarios were made and removed; nothing was left behind.\n").ShouldContain("GT012");
        File.Exists(Folder.EndpointValidated).ShouldBeFalse();
    }

    [Fact]
    public async Task GeneratedSentinel_DoesNotUnlockTests()
    {
        await ReachAsync(4);
        Keeper.Acknowledge(4);
        Put("scenario-recipes.json", PlanTexts.Recipes);
        Put(".scenario-validation.json", PlanTexts.Proof);
        Put(".endpoint-validated", "Three scenarios were made and removed; nothing was left behind.\n");
        Put(".step-5-ack", "y");

        Slip(FirstTest, TestText).ShouldContain("GT010");
        File.Exists(At(FirstTest)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("\"status\": \"ok\"", "\"status\": \"failed\"")]
    [InlineData("\"preflightPassed\": true", "\"preflightPassed\": false")]
    [InlineData("\"smokeTestPassed\": true", "\"smokeTestPassed\": false")]
    [InlineData("\"failedScenarios\": []", "\"failedScenarios\": [\"large\"]")]
    [InlineData("\"validatedScenarios\": [\"standard\", \"empty\", \"large\"]", "\"validatedScenarios\": [\"standard\"]")]
    public async Task ProofThatDidNotPass_ProvesNothing(string from, string to)
    {
        await ReachAsync(5);
        Put(".scenario-validation.json", PlanTexts.Proof.Replace(from, to, StringComparison.Ordinal));

        Keeper.Gate.JudgeProof().ShouldAllBe(problem => problem.Code == "GT011");
        Keeper.Gate.JudgeProof().ShouldNotBeEmpty();
        Slip(".endpoint-validated", "Three scenarios were made and removed; nothing was left behind.\n").ShouldContain("GT011");
    }

    [Fact]
    public async Task RecipesEditedAfterTheProof_MakeItStale()
    {
        await ReachAsync(5);
        Keeper.Acknowledge(5);
        Put("scenario-recipes.json", PlanTexts.Recipes.Replace("Emma", "Emma II", StringComparison.Ordinal));

        var problems = Keeper.Gate.JudgeLifecycle();
        problems.Select(problem => problem.Code).ShouldBe(["GT004"]);
        problems[0].Message.ShouldContain("autonoma/scenario-recipes.json");
        Slip(FirstTest, TestText).ShouldContain("GT010");
    }

    [Fact]
    public async Task RecipesWithoutTokens_AreRefused()
    {
        await ReachAsync(4);
        Keeper.Acknowledge(4);

        Slip("scenario-recipes.json", PlanTexts.Recipes.Replace("Town {{library_name}}", "Town library", StringComparison.Ordinal)).ShouldNotBeEmpty();
        File.Exists(Folder.Recipes).ShouldBeFalse();
    }

    [Fact]
    public async Task SentinelOfAnotherProject_IsNotBelieved()
    {
        await ReachAsync(4);
        Keeper.Acknowledge(4);
        Put(".endpoint-validated", "Three scenarios were made and removed; nothing was left behind.\n");
        // A whole folder of seals that another key made, over the same files.
        var other = new PlanSeals(Folder, SealKey.Shared("the key of somebody else's machine, elsewhere"), new());
        other.Write(Folder.EndpointValidated, File.ReadAllBytes(Folder.EndpointValidated), [Folder.Recipes]);

        Keeper.Gate.JudgeLifecycle().Select(problem => problem.Code).ShouldBe(["GT003"]);
    }

    [Fact]
    public async Task SealOfOneSentinel_UnderTheNameOfAnother_IsNotBelieved()
    {
        await ReachAsync(3);
        File.Copy(At(".seals/step-1-ack.json"), At(".seals/step-3-ack.json"));
        File.Copy(Folder.StepAcknowledged(1), Folder.StepAcknowledged(3));

        Keeper.Gate.JudgeAcknowledged(3).Select(problem => problem.Code).ShouldBe(["GT003"]);
    }

    [Fact]
    public async Task SealWithAnotherHash_IsNotBelieved()
    {
        await ReachAsync(3);
        var seal = At(".seals/step-1-ack.json");
        File.AppendAllText(Folder.KnowledgeBase, "\nMore.\n");
        var hash = Seal.HashOf(File.ReadAllBytes(Folder.KnowledgeBase));
        using var document = JsonDocument.Parse(File.ReadAllText(seal));
        var old = document.RootElement.GetProperty("over").GetProperty("autonoma/AUTONOMA.md").GetString()!;
        File.WriteAllText(seal, File.ReadAllText(seal).Replace(old, hash, StringComparison.Ordinal));

        Keeper.Gate.JudgeAcknowledged(1).Select(problem => problem.Code).ShouldBe(["GT003"]);
    }

    [Fact]
    public async Task PlanCopiedToAnotherFolder_WithAUsersOwnKey_IsNotBelieved()
    {
        Key = SealKey.Open(name => name == "XDG_STATE_HOME" ? Path.Combine(Repository, "state") : null);
        await ReachAsync(3);
        var copy = new Autonoma.Planner.Folders.PlanFolder(Path.Combine(Repository, "elsewhere", "autonoma"));
        Directory.CreateDirectory(Path.Combine(copy.Root, ".seals"));
        foreach (var file in Directory.EnumerateFiles(Folder.Root, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.Root, Path.GetRelativePath(Folder.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }

        PlanKeeper.Of(copy, Key, new()).Gate.JudgeAcknowledged(1).Select(problem => problem.Code).ShouldBe(["GT003"]);
        Keeper.Gate.JudgeAcknowledged(1).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(".seals/endpoint-validated.json")]
    [InlineData(".step-4-completed")]
    [InlineData(".step-0-started")]
    [InlineData(".pipeline-complete")]
    [InlineData(".reported.json")]
    [InlineData(".refused/scenarios.md")]
    public async Task StateOfThePipeline_IsWrittenByNobodyElse(string path)
    {
        await ReachAsync(2);

        Keeper.Gate.Judge(PlanEntry.Of(Folder, At(path)), "{}"u8.ToArray(), out _).Select(problem => problem.Code).ShouldBe(["GT014"]);
    }

    [Fact]
    public async Task LinkedArtifact_IsRefused()
    {
        await ReachAsync(4);
        Keeper.Acknowledge(4);
        var elsewhere = Path.Combine(Repository, "recipes.json");
        File.WriteAllText(elsewhere, PlanTexts.Recipes);
        File.CreateSymbolicLink(Folder.Recipes, elsewhere);

        Codes(Keeper.Inspect(Folder.Recipes)).ShouldBe(["GT013"]);
        File.Exists(elsewhere).ShouldBeTrue("the link is moved away, not what it leads to");
        File.Exists(Folder.Recipes).ShouldBeFalse();
    }

    [Fact]
    public async Task LinkedFolderOfTests_IsRefused()
    {
        await ReachAsync(5);
        Keeper.Acknowledge(5);
        var elsewhere = Path.Combine(Repository, "elsewhere");
        Directory.CreateDirectory(elsewhere);
        Directory.CreateDirectory(Folder.Tests);
        Directory.CreateSymbolicLink(At("qa-tests/lending"), elsewhere);
        File.WriteAllText(Path.Combine(elsewhere, "001-hand-out.md"), TestText);

        Keeper.Gate.Judge(PlanEntry.Of(Folder, At(FirstTest)), System.Text.Encoding.UTF8.GetBytes(TestText), out _).Select(problem => problem.Code).ShouldBe(["GT013"]);
    }

    [Fact]
    public async Task TestThatAssertsNothing_IsRefused()
    {
        await ReachAsync(5);
        Keeper.Acknowledge(5);

        Slip(FirstTest, TestText.Replace("2. Verify that \"Emma\" is displayed", "2. Click the \"Close\" button", StringComparison.Ordinal)).ShouldContain("TF014");
        Slip(FirstTest, TestText.Replace("1. Click the \"Books\" link", "1. Verify that \"Persuasion\" is displayed", StringComparison.Ordinal)).ShouldContain("TF013");
        Slip(FirstTest, TestText.Replace("scenario: standard", "scenario: invented", StringComparison.Ordinal)).ShouldContain("TF017");
    }

    [Fact]
    public async Task IndexWithInventedCounts_IsRefused()
    {
        await ReachAsync(5);
        Keeper.Acknowledge(5);
        foreach (var (path, text) in PlanTexts.OfStep(6).Take(3))
            Slip(path, text).ShouldBeEmpty();

        Slip("qa-tests/INDEX.md", PlanTexts.Index).ShouldContain("IX024");
        Keeper.Gate.JudgeDone(PlanSteps.Of(6)).Select(problem => problem.Code).ShouldContain("GT015");
    }

    [Theory]
    [InlineData("Write")]
    [InlineData("Edit")]
    [InlineData("MultiEdit")]
    public async Task TestWrittenByAnyToolBeforeTheGate_IsVetoed(string tool)
    {
        await ReachAsync(4);
        object input = tool switch
        {
            "Write" => new { file_path = At(FirstTest), content = TestText },
            "Edit" => new { file_path = At(FirstTest), old_string = "", new_string = TestText },
            _ => new { file_path = At(FirstTest), edits = new[] { new { old_string = "", new_string = TestText } } },
        };
        var told = HookInput.Read(JsonSerializer.Serialize(new { tool_name = tool, tool_input = input, cwd = "/" }), "/")!;

        var verdict = new PlanHook(() => Key, new()).BeforeWrite(told);

        verdict.IsAllowed.ShouldBeFalse();
        verdict.Text.ShouldContain("GT010");
        File.Exists(At(FirstTest)).ShouldBeFalse();
    }

    [Fact]
    public async Task CompletedPlan_WithATestChanged_IsNotTheOneThatWasCompleted()
    {
        await RunAsync();
        File.AppendAllText(At(FirstTest), "\nMore.\n");

        Keeper.JudgeComplete().Select(problem => problem.Code).ShouldBe(["GT004"]);
    }

    private static Autonoma.Planner.Artifacts.EntityAudit Audit(int models, int flipped) => new()
    {
        Models = [.. Enumerable.Range(0, models).Select(i => new Autonoma.Planner.Artifacts.AuditedModel { Name = $"Model{i}", IndependentlyCreated = i >= flipped, CreationFile = $"src/{i}.cs", CreationFunction = "Make" })],
    };

    private sealed class FindingCheck : IImplementationCheck
    {
        public IReadOnlyList<Autonoma.Scenarios.Recipes.Problem> Check(Autonoma.Planner.Folders.PlanFolder folder, string handler)
            => [new("FI001", Autonoma.Scenarios.Recipes.ProblemSeverity.Error, "", "Book is written to the table directly.") { File = handler }];
    }
}

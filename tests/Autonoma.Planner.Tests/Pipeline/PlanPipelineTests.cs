using Autonoma.Planner.KilledPlan;
using Autonoma.Planner.Pipeline;
using Autonoma.Planner.Pipeline.Review;

namespace Autonoma.Planner.Tests.Pipeline;

public sealed class PlanPipelineTests : PlanFixture
{
    [Fact]
    public async Task Pipeline_WithAllSteps_ComesToItsEnd()
    {
        var outcome = await RunAsync();

        outcome.End.ShouldBe(PlanEnd.Complete, $"{outcome.Message}\n{string.Join('\n', outcome.Problems)}");
        File.Exists(Folder.PipelineComplete).ShouldBeTrue();
        Keeper.JudgeComplete().ShouldBeEmpty();
        File.ReadAllText(Folder.EntityAuditSnapshot).ShouldBe(PlanTexts.EntityAudit);
        Events.Where(told => told.Kind == PlanEventKind.Completed).Select(told => told.Step.Number).ShouldBe([1, 2, 3, 4, 5, 6]);
        Events.Where(told => told.Kind == PlanEventKind.Acknowledged).ShouldAllBe(told => told.Text == "nobody has looked at it");
        Events.Where(told => told.Kind == PlanEventKind.Written).Select(told => told.File).ShouldContain("autonoma/entity-audit.md");
        Endpoint.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task Pipeline_WithoutAReviewer_WaitsAfterEachOfFiveStepsAndWritesWhatToLookAt()
    {
        for (var number = 1; number <= 5; number++)
        {
            await ReachAsync(number);
            var summary = Directory.EnumerateFiles(At(PlanPipeline.ReviewFolder)).Single(file => Path.GetFileName(file).StartsWith($"step-{number}-", StringComparison.Ordinal));
            File.ReadAllText(summary).ShouldContain(number switch { 1 => "| Lending | yes |", 2 => "BookService.AddAsync", 3 => "{{library_name}}", 4 => PlanTexts.HandlerFile, _ => "standard, empty, large" });
            File.Exists(Folder.StepAcknowledged(number)).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Pipeline_RunAgainWhenComplete_DoesNothingTwice()
    {
        await RunAsync();
        var before = Tree(Repository);
        Events.Clear();

        (await RunAsync(new() { Resume = true })).End.ShouldBe(PlanEnd.Complete);

        Tree(Repository).ShouldBe(before);
        Events.ShouldAllBe(told => told.Kind == PlanEventKind.Skipped);
        Endpoint.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task Pipeline_ThatHasBegun_IsNotStartedAgainByAccident()
    {
        await ReachAsync(3);

        var refused = await Should.ThrowAsync<PlanRequestException>(() => RunAsync());

        refused.Message.ShouldContain("--resume");
        refused.Message.ShouldContain("--from scenarios");
    }

    [Fact]
    public async Task Pipeline_FromAStep_DoesItAndAllBehindItAgain()
    {
        await RunAsync();
        Events.Clear();

        (await RunAsync(new() { From = 3 })).End.ShouldBe(PlanEnd.Complete);

        Events.Where(told => told.Kind == PlanEventKind.Started).Select(told => told.Step.Number).ShouldBe([3, 4, 5, 6]);
        Endpoint.Calls.ShouldBe(2);
    }

    [Fact]
    public async Task Pipeline_WithATopic_DoesOnlyTheTestsAgain()
    {
        await RunAsync();
        Events.Clear();
        string? topic = null;

        var outcome = await RunAsync(new() { Topic = "Late fees" }, Options with { Steps = [.. TextStep.All.Take(5), new ActingStep(6, context => topic = context.Request.Topic)] });

        outcome.End.ShouldBe(PlanEnd.Complete, string.Join('\n', outcome.Problems));
        topic.ShouldBe("Late fees");
        Events.Where(told => told.Kind == PlanEventKind.Started).Select(told => told.Step.Number).ShouldBe([6]);
    }

    [Fact]
    public async Task Pipeline_FromAStepThatIsNotReached_SaysWhich()
    {
        await ReachAsync(2);

        (await Should.ThrowAsync<PlanRequestException>(() => RunAsync(new() { From = 5 }))).Message.ShouldContain("Step 2 (Entity Audit) has not been acknowledged");
    }

    [Fact]
    public async Task Pipeline_WithAStepThatNobodyDoes_SaysSoAndMakesNothingUp()
    {
        var outcome = await RunAsync(options: Options with { Steps = [.. TextStep.All.Where(step => step.Number != 3)] });

        outcome.End.ShouldBe(PlanEnd.Unavailable);
        outcome.Step.Number.ShouldBe(3);
        outcome.Message.ShouldContain("autonoma/scenarios.md");
        File.Exists(Folder.Scenarios).ShouldBeFalse();
        File.Exists(Folder.StepCompleted(2)).ShouldBeFalse();
    }

    [Fact]
    public async Task Pipeline_WithAStepThatNobodyDoes_TakesItsFilesFromSomebodyElse()
    {
        var options = Options with { Steps = [.. TextStep.All.Where(step => step.Number is not (3 or 4 or 5))] };
        await RunAsync(options: options);
        foreach (var number in (int[])[3, 4, 5])
        {
            foreach (var (path, text) in PlanTexts.OfStep(number))
                Put(path, text);
            await RunAsync(new() { Resume = true }, options);
        }

        Keeper.JudgeComplete().ShouldBeEmpty();
        Endpoint.Calls.ShouldBe(1, "nobody's word is taken for a proof");
    }

    [Fact]
    public async Task Pipeline_WithoutAnEndpoint_DoesNotPassStep5()
    {
        var outcome = await RunAsync(options: Options with { Proof = null });

        (outcome.End, outcome.Step.Number).ShouldBe((PlanEnd.Unavailable, 5));
        File.Exists(Folder.EndpointValidated).ShouldBeFalse();
    }

    [Fact]
    public async Task Step_ThatWritesAnInvalidFile_IsRefusedAndItsFileIsKeptApart()
    {
        var outcome = await RunAsync(options: Options with { Steps = [new TextStep(1), new ActingStep(2, context => context.Write("entity-audit.md", "---\nmodels: []\n---\n"))] });

        outcome.End.ShouldBe(PlanEnd.Refused);
        outcome.Problems.ShouldContain(problem => problem.Code == "GT015");
        File.Exists(Folder.EntityAudit).ShouldBeFalse();
        File.Exists(At(".refused/entity-audit.md")).ShouldBeTrue();
        File.ReadAllText(At(".refused/entity-audit.md.problems.txt")).ShouldContain("EA002");
    }

    [Theory]
    [InlineData("scenarios.md", "GT016")]
    [InlineData(".step-2-ack", "GT016")]
    [InlineData("../elsewhere.md", "GT016")]
    [InlineData(".seals/step-2-ack.json", "GT014")]
    [InlineData(".entity-audit-step2.md", "GT006")]
    public async Task Step_ThatWritesAnothersFile_IsRefused(string path, string code)
    {
        IReadOnlyList<string> codes = [];
        await RunAsync(options: Options with { Steps = [new TextStep(1), new ActingStep(2, context => codes = Codes(context.Write(path, PlanTexts.Scenarios)))] });

        codes.ShouldBe([code]);
        File.Exists(Path.GetFullPath(path, Folder.Root)).ShouldBeFalse();
    }

    [Fact]
    public async Task Step_ThatReadsALaterStepsFile_IsToldThatStepsAreKeptApart()
        => await Should.ThrowAsync<InvalidOperationException>(() => RunAsync(options: Options with { Steps = [new ActingStep(1, context => context.Read(Folders.ArtifactKind.Recipes))] }));

    [Fact]
    public async Task WhatWasAcknowledged_WhenChanged_IsAskedForAgainAndNotDoneAgain()
    {
        await ReachAsync(4);
        File.AppendAllText(Folder.KnowledgeBase, "\nOne more thing.\n");
        Events.Clear();

        var outcome = await RunAsync(new() { Resume = true }, Options with { Reviewer = AdvanceReviewer.Never });

        (outcome.End, outcome.Step.Number).ShouldBe((PlanEnd.AwaitingReview, 1));
        Events.ShouldNotContain(told => told.Kind == PlanEventKind.Started);
        (await RunAsync(new() { Resume = true })).End.ShouldBe(PlanEnd.Complete);
        File.ReadAllText(Folder.KnowledgeBase).ShouldContain("One more thing.");
    }

    [Fact]
    public async Task WhatWasDone_WhenMadeInvalid_IsRefused()
    {
        await ReachAsync(4);
        File.WriteAllText(Folder.Scenarios, "---\nscenario_count: 0\n---\n");

        var outcome = await RunAsync(new() { Resume = true });

        (outcome.End, outcome.Step.Number).ShouldBe((PlanEnd.Refused, 3));
        outcome.Message.ShouldContain("--from scenarios");
    }

    [Fact]
    public async Task TwoPipelines_AtOnce_AreNotLetAtOnePlan()
    {
        PlanRequestException? second = null;
        var options = Options with { Steps = [new ActingStep(1, _ => second = Should.Throw<PlanRequestException>(() => RunAsync(new() { Resume = true }).GetAwaiter().GetResult()))] };

        await RunAsync(options: options);

        second!.Message.ShouldContain("Another process is at work");
    }

    private sealed class ActingStep(int number, Action<PlanStepContext> act) : IPlanStep
    {
        public int Number => number;

        public string Means => "a test";

        public Task RunAsync(PlanStepContext context, CancellationToken cancellationToken)
        {
            act(context);
            return Task.CompletedTask;
        }
    }
}

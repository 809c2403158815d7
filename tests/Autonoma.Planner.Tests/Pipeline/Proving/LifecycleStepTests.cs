using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Designing;
using Autonoma.Planner.Designing.Scoping;
using Autonoma.Planner.Designing.Writing;
using Autonoma.Planner.Folders;
using Autonoma.Planner.KilledPlan;
using Autonoma.Planner.Pipeline;
using Autonoma.Planner.Pipeline.Proving;
using Autonoma.Planner.Tests.Designing;
using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Journal;

namespace Autonoma.Planner.Tests.Pipeline.Proving;

/// <summary>Step 5 at an app with our SDK over HTTP: what is mended, in which way, and what is not.</summary>
public sealed class LifecycleStepTests : PlanFixture
{
    private readonly HttpClient _http = EnvironmentClient.CreateHttp();

    public sealed record PricierToolInput(string BranchId, string Name, string Sku, [property: Range(1, 20)] decimal DailyPrice, string Condition);

    public sealed record PlainToolInput(string BranchId, string Name, string Sku, decimal DailyPrice);

    public enum Role { Clerk, Borrower }

    public sealed record StrictMemberInput(string BranchId, string Email, string FullName, string Password, Role Role);

    public sealed record HeavyToolInput(string BranchId, string Name, string Sku, decimal DailyPrice, string Condition, byte[] Drawing, IReadOnlyList<Dictionary<string, string>> Parts);

    private string ScenariosText => File.ReadAllText(Folder.Scenarios);

    private IEnumerable<string> Said => Events.Where(told => told.Kind == PlanEventKind.Said).Select(told => told.Text);

    private async Task<PlanOutcome> ProveAsync(LendingApp app, string? scenarios = null, int? from = null, CancellationToken? until = null)
    {
        var stop = until ?? TestContext.Current.CancellationToken;
        using var journal = new InstanceJournal(Path.Combine(Repository, "journal"), TimeProvider.System);
        var proof = new EndpointProof(app.Url, url => new EnvironmentClient(new(url, LendingApp.SharedSecret), _http, TimeProvider.System), journal, null, TimeProvider.System);
        var designer = new ScenarioDesigner(ExampleSchema.Schema, ExampleSchema.Audit, Scoping);
        var written = ScenarioWriter.Write(designer, designer.Design(), ExampleSchema.Schema, ExampleSchema.Audit, Scoping).Write();
        IPlanStep[] steps =
        [
            new TextStep(1), new Writes(2, ArtifactKind.EntityAudit, ExampleSchema.Audit.Write()), new Writes(3, ArtifactKind.Scenarios, scenarios ?? written),
            new Writes(4, ArtifactKind.EndpointImplemented, new EndpointImplemented { Handler = PlanTexts.HandlerFile }.Write()), new LifecycleStep((_, _) => Task.FromResult<DataSchema?>(ExampleSchema.Schema)),
        ];
        return await new PlanPipeline(Options with { Steps = steps, Proof = proof }).RunAsync(new() { Resume = from is null && File.Exists(Folder.Scenarios), From = from }, stop == default ? Stop : stop);
    }

    private static ScopingAnalysis Scoping => ScopingAnalysis.Of(ExampleSchema.Schema, ExampleSchema.Audit);

    private void ShouldBeProven(PlanOutcome outcome)
    {
        outcome.Step.Number.ShouldBe(6, $"{outcome.Message}\n{string.Join('\n', outcome.Problems)}");
        File.Exists(Folder.EndpointValidated).ShouldBeTrue();
        var proof = JsonNode.Parse(File.ReadAllText(Folder.ScenarioValidation))!;
        proof["status"]!.GetValue<string>().ShouldBe("ok");
        proof["validatedScenarios"]!.AsArray().Select(name => name!.GetValue<string>()).ShouldBe(["standard", "empty", "large"]);
    }

    private static void ShouldHaveFailed(PlanOutcome outcome, params string[] words)
    {
        outcome.End.ShouldBe(PlanEnd.Unavailable);
        outcome.Step.Number.ShouldBe(5);
        foreach (var word in words)
            outcome.Message.ShouldContain(word);
    }

    [Fact]
    public async Task Lifecycle_OfScenariosThatOnlyDifferInNames_IsProven_EachEditLogged_AndNothingIsLeft()
    {
        await using var app = await LendingApp.StartAsync();

        ShouldBeProven(await ProveAsync(app));

        app.Rows.ShouldBeEmpty();
        ScenariosText.ShouldContain("- standard, large: Loan.memberId is called memberKey by the endpoint");
        ScenariosText.ShouldContain("Loan.remark is added: the endpoint demands it");
        File.ReadAllText(Folder.EndpointValidated).ShouldContain("edit: standard, large: Loan.memberId is called memberKey");
        Said.ShouldContain(text => text.StartsWith("large: made in", StringComparison.Ordinal));
        Json(Folder.Recipes)["recipes"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task Handler_ThatFails_EndsItWithModelFactoryAndCure_AndTheScenariosStay()
    {
        await using var app = await LendingApp.StartAsync();
        app.BeforeCreate = (model, _) =>
        {
            if (model == "Tool")
                throw new InvalidOperationException("The connection of this context is closed.");
        };

        var outcome = await ProveAsync(app);

        ShouldHaveFailed(outcome, "model Tool", "The connection of this context is closed", "Tools.AddAsync in src/Code.cs", "What to do: The code behind the factory failed", "autonoma plan --resume");
        app.Rows.ShouldBeEmpty();
        Said.Count(text => text.StartsWith("Iteration", StringComparison.Ordinal)).ShouldBe(1);
        File.Exists(Folder.EndpointValidated).ShouldBeFalse();
    }

    [Fact]
    public async Task Handler_MendedMeanwhile_IsProvenByTheNextRun()
    {
        await using var app = await LendingApp.StartAsync();
        app.BeforeCreate = (_, _) => throw new InvalidOperationException("Not yet.");
        ShouldHaveFailed(await ProveAsync(app), "Not yet");

        app.BeforeCreate = (_, _) => { };

        ShouldBeProven(await ProveAsync(app));
    }

    [Fact]
    public async Task Lifecycle_StoppedWhileAScenarioIsMade_LeavesNothing_AndTheNextRunComesToTheSame()
    {
        await using var app = await LendingApp.StartAsync();
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var made = 0;
        app.BeforeCreate = (_, _) =>
        {
            if (++made == 60)
                stopping.Cancel();
        };

        await Should.ThrowAsync<OperationCanceledException>(() => ProveAsync(app, until: stopping.Token));

        app.Rows.ShouldBeEmpty();
        File.Exists(Folder.EndpointValidated).ShouldBeFalse();
        var edited = ScenariosText;
        ShouldBeProven(await ProveAsync(app));
        ScenariosText.ShouldBe(edited);
        app.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Factory_ThatIsMissing_IsNamed_BeforeAnythingIsMade()
    {
        await using var app = await LendingApp.StartAsync(without: "Unit");

        ShouldHaveFailed(await ProveAsync(app), "'discover' does not list Unit", "Units.AddAsync", "Register a factory for Unit");
        app.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Values_OutOfARangeThatOnlyTheEndpointKnows_AreMadeToFit()
    {
        await using var app = await LendingApp.StartAsync(null, LendingApp.Stores<PricierToolInput>("Tool"));

        ShouldBeProven(await ProveAsync(app));

        ScenariosText.ShouldContain("Tool.dailyPrice has other values");
        Records("standard", "Tool").ShouldAllBe(record => record.Fields["dailyPrice"]!.GetValue<decimal>() >= 1 && record.Fields["dailyPrice"]!.GetValue<decimal>() <= 20);
    }

    [Fact]
    public async Task Words_ThatTheEndpointDoesNotKnow_AreReplacedByThoseItKnows()
    {
        await using var app = await LendingApp.StartAsync(null, LendingApp.Stores<StrictMemberInput>("Member"));

        ShouldBeProven(await ProveAsync(app));

        Records("standard", "Member").Select(record => record.Fields["role"]!.GetValue<string>()).Distinct().ShouldBe(["Clerk", "Borrower"], ignoreOrder: true);
    }

    [Fact]
    public async Task Field_ThatTheEndpointDoesNotTake_Goes_AndTheDescriptionSaysSo()
    {
        await using var app = await LendingApp.StartAsync(null, LendingApp.Stores<PlainToolInput>("Tool"));

        ShouldBeProven(await ProveAsync(app));

        ScenariosText.ShouldContain("Tool.condition is removed");
        Plan.Find("standard")!.Description.ShouldContain("tool records have the condition that the application gives them");
        Plan.Find("empty")!.Description.ShouldNotContain("condition");
    }

    [Fact]
    public async Task Values_ThatWereEverUsed_GetTheRunIntoThem()
    {
        await using var app = await LendingApp.StartAsync();
        app.BeforeCreate = (model, input) =>
        {
            if (input is LendingApp.MemberInput member && app.Ever.AddOrUpdate((model, member.Email), 1, (_, times) => times + 1) > 1)
                throw new InvalidOperationException("An error occurred while saving. See the inner exception.", new InvalidOperationException("23505: duplicate key value violates unique constraint \"IX_Members_Email\"\nDETAIL: not for everybody"));
        };

        ShouldBeProven(await ProveAsync(app));

        Records("large", "Member").ShouldAllBe(record => record.Fields["email"]!.GetValue<string>().Contains("{{testRunId}}", StringComparison.Ordinal));
        Plan.VariableFields.ShouldContain(field => field.Entity == "Member.email");
        Json(Folder.Recipes).ToJsonString().ShouldContain("member_email");
    }

    [Fact]
    public async Task TwoInstancesAtOnce_ThatClash_AreTheScenariosFault_WithTheField_AndItsValueGetsTheRun()
    {
        await using var app = await LendingApp.StartAsync();
        // Removed before the next is made, equal values would never meet: only two that stand together do.
        app.BeforeCreate = (_, input) =>
        {
            if (input is LendingApp.MemberInput member && app.Standing.Values.OfType<LendingApp.MemberInput>().Any(other => other.Email == member.Email))
                throw new InvalidOperationException("23505: duplicate key value violates unique constraint \"IX_Members_Email\"");
        };

        ShouldBeProven(await ProveAsync(app, WithFixed("Member", "email")));

        Said.ShouldContain(text => text.Contains("standard, together: While an instance stood, a second one of another run could not be made", StringComparison.Ordinal));
        Said.ShouldContain(text => text.StartsWith("standard: Member.email clashes with what another run has: a fault of the scenario", StringComparison.Ordinal));
        ScenariosText.ShouldContain("Member.email differs from run to run: it must be unique");
        Records("standard", "Member").ShouldAllBe(record => record.Fields["email"]!.GetValue<string>().Contains("{{testRunId}}", StringComparison.Ordinal));
        app.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task TwoInstancesAtOnce_ThatAreGivenTheSameRecords_AreTheScenariosFault_AndTheirNamesGetTheRun()
    {
        await using var app = await LendingApp.StartAsync();
        app.Known = (_, input) => input is LendingApp.MemberInput member ? app.Standing.FirstOrDefault(row => row.Value is LendingApp.MemberInput other && other.Email == member.Email).Key : null;

        ShouldBeProven(await ProveAsync(app, WithFixed("Member", "email")));

        Said.ShouldContain(text => text.Contains("Two instances share", StringComparison.Ordinal) && text.Contains("Member record", StringComparison.Ordinal));
        Records("standard", "Member").ShouldAllBe(record => record.Fields["email"]!.GetValue<string>().Contains("{{testRunId}}", StringComparison.Ordinal));
        app.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task TwoInstancesAtOnce_OfWhichOneTakesTheOtherAlong_AreTheHandlersFault()
    {
        await using var app = await LendingApp.StartAsync();
        var removed = false;
        app.BeforeRemove = id =>
        {
            if (removed && !app.Rows.ContainsKey(id))
                throw new InvalidOperationException("That branch is gone.");
            if (!id.StartsWith("Branch", StringComparison.Ordinal))
                return;
            removed = true;
            foreach (var other in app.Rows.Keys.Where(known => known.StartsWith("Branch", StringComparison.Ordinal) && known != id))
                app.Rows.TryRemove(other, out _);
        };

        ShouldHaveFailed(await ProveAsync(app), "The second instance could not be removed after the first one", "It is the endpoint's fault");
    }

    [Fact]
    public async Task Reference_ToARecordThatIsNotThere_IsLedToOneThatIs()
    {
        await using var app = await LendingApp.StartAsync();
        var designer = new ScenarioDesigner(ExampleSchema.Schema, ExampleSchema.Audit, Scoping);
        var text = ScenarioWriter.Write(designer, designer.Design(), ExampleSchema.Schema, ExampleSchema.Audit, Scoping).Write();
        var at = text.IndexOf("| loan1 |", StringComparison.Ordinal);

        ShouldBeProven(await ProveAsync(app, text[..at] + text[at..].Replace("→ tool1 |", "→ toll1 |", StringComparison.Ordinal)));

        ScenariosText.ShouldContain("there is no 'toll1'");
    }

    [Fact]
    public async Task Rule_ThatNobodyCanReadOffItsMessage_IsLeftToPeople_AndNoRecordIsTakenAway()
    {
        await using var app = await LendingApp.StartAsync();
        app.BeforeCreate = (model, _) =>
        {
            if (model == "Unit")
                throw new ValidationException("The moon is not full.");
        };

        var outcome = await ProveAsync(app);

        ShouldHaveFailed(outcome, "model Unit", "The moon is not full", "Write a value that is valid into the tables of Unit");
        Records("standard", "Unit").Count.ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task Field_ThatNobodyCanMakeUp_IsAskedFor_NotInvented()
    {
        await using var app = await LendingApp.StartAsync(null, LendingApp.Stores<HeavyToolInput>("Tool"));

        ShouldHaveFailed(await ProveAsync(app), "Tool.parts (json)", "Add a column 'parts'");
        app.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Scenario_BeyondTheThree_ThatCannotBeMade_IsDropped_WithTheReason()
    {
        await using var app = await LendingApp.StartAsync();
        app.BeforeCreate = (_, input) =>
        {
            if (input is LendingApp.UnitInput { Label: "closing" })
                throw new ValidationException("No unit closes.");
        };
        var designer = new ScenarioDesigner(ExampleSchema.Schema, ExampleSchema.Audit, Scoping);
        var design = designer.Design();
        var extra = new ScenarioDesign("closing", "A branch that closes.", [new("Branch", "last", new() { ["name"] = "Last {{testRunId}}" }), new("Unit", "closing1", new() { ["label"] = "closing" })]);
        var text = ScenarioWriter.Write(designer, new([.. design.Scenarios, extra], []), ExampleSchema.Schema, ExampleSchema.Audit, Scoping).Write();

        ShouldBeProven(await ProveAsync(app, text));

        Plan.Find("closing").ShouldBeNull();
        ScenariosText.ShouldContain("closing: the scenario is dropped: it cannot be made as it is");
    }

    [Fact]
    public async Task Login_ThatIsNone_IsTheHandlersFault()
    {
        await using var app = await LendingApp.StartAsync();
        app.Auth = () => null;

        ShouldHaveFailed(await ProveAsync(app), "Mend the auth callback");
    }

    [Fact]
    public async Task Records_ThatDoNotGo_AreTheHandlersFault()
    {
        await using var app = await LendingApp.StartAsync();
        app.BeforeRemove = id =>
        {
            if (id.StartsWith("Branch", StringComparison.Ordinal))
                throw new InvalidOperationException("Branches stay.");
        };

        ShouldHaveFailed(await ProveAsync(app), "Branches stay", "its teardown");
    }

    [Fact]
    public async Task Tables_ThatCannotBeRead_AreNamed()
    {
        await using var app = await LendingApp.StartAsync();
        var plan = new ScenarioPlan
        {
            Scenarios = [.. ((string[])["standard", "empty", "large"]).Select(name => new PlannedScenario { Name = name, Description = "In words only.", EntityTypeNames = ["Branch"], TotalEntities = 1 })],
            EntityTypes = ["Branch"], Body = "## Schema Summary\n\n## Relationship Map\n\n## Variable Data Strategy\n\n## Scenario: standard\n\nA branch.\n\n## Scenario: empty\n\n## Scenario: large\n",
        };

        ShouldHaveFailed(await ProveAsync(app, plan.Write()), "Scenario standard has no tables of records");
    }

    // As somebody would write it who thinks of one run only: the same value in every run.
    private static string WithFixed(string model, string field)
    {
        var designer = new ScenarioDesigner(ExampleSchema.Schema, ExampleSchema.Audit, Scoping);
        var design = designer.Design();
        foreach (var record in design.Scenarios.SelectMany(scenario => scenario.Records.Where(record => record.Model == model)))
            record.Fields[field] = record.Fields[field]!.GetValue<string>().Replace("-{{testRunId}}", "", StringComparison.Ordinal).Replace("{{testRunId}}", "x", StringComparison.Ordinal);
        return ScenarioWriter.Write(designer, design, ExampleSchema.Schema, ExampleSchema.Audit, Scoping).Write();
    }

    private ScenarioPlan Plan => Autonoma.Planner.Validation.ArtifactReader.Scenarios(ScenariosText).Value!;

    private IReadOnlyList<DesignedRecord> Records(string scenario, string model) => [.. new ScenarioBody(Plan.Body).Records(scenario, []).Where(record => record.Model == model)];

    private static JsonNode Json(string path) => JsonNode.Parse(File.ReadAllText(path))!;

    private sealed class Writes(int number, ArtifactKind kind, string text) : IPlanStep
    {
        public int Number => number;

        public string Means => "texts";

        public Task RunAsync(PlanStepContext context, CancellationToken cancellationToken)
        {
            var placed = context.Write(kind, text);
            return placed.IsAccepted ? Task.CompletedTask : throw new InvalidOperationException(string.Join('\n', placed.Problems));
        }
    }
}

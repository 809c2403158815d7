using System.Text;
using System.Text.Json.Nodes;
using Autonoma.Engine.Suites;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Validation;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Planner.Tests.Artifacts;

/// <summary>What is written is read back as it was, and is valid, whatever text it holds.</summary>
public sealed class RoundTripTests
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "written", "autonoma");

    public static TheoryData<string> Texts =>
    [
        "Plain words", "yes", "010", "1_000", "0x1F", "2026-11-21", "12:30", "1e3", "~", "null", "- a list", "a: b", "# no comment", "{{token}}", "*alias", "&anchor", "!tag", "%percent", "@at", "`tick`", "[x]", "\"quoted\"", "it's", "back\\slash", "tab\there",
        "two\nlines", "--- hyphens ---", "ümläut ﬁ 漢字", "\ud83d\ude00", "a\u2028b", "ends with colon:", "? question", "<<", "= 1", "| pipe", "> fold",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void KnowledgeBase_WithAnyText_ComesBackAsItWas(string text)
    {
        var written = new KnowledgeBase { AppName = text, AppDescription = $"{text}, and more than twenty characters.", CoreFlows = [new(text, text, true), new("Other " + text, text, false)], FeatureCount = 3, SkillCount = 2, Body = "# Title\n\n---\n\nText below a rule." };

        var read = ArtifactReader.KnowledgeBase(written.Write());

        read.Problems.ShouldBeEmpty();
        read.Value!.CoreFlows.ShouldBe(written.CoreFlows);
        (read.Value with { CoreFlows = written.CoreFlows }).ShouldBe(written);
        read.Value.Write().ShouldBe(written.Write());
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void EntityAudit_WithAnyText_ComesBackAsItWas(string text)
    {
        var written = new EntityAudit
        {
            Models =
            [
                new() { Name = text, IndependentlyCreated = true, CreationFile = text, CreationFunction = text, SideEffects = [text, "sends a mail"], NeedsExtraction = true, ExtractedTo = text, Reason = text },
                new() { Name = "Child of " + text, IndependentlyCreated = false, CreatedBy = [new(text, text, $"{text}: a reason that is long enough.")] },
            ],
            Body = "## Roots\n\n- one",
        };

        var read = ArtifactReader.EntityAudit(written.Write());

        read.Problems.ShouldBeEmpty();
        read.Value!.Write().ShouldBe(written.Write());
        read.Value.Models[0].SideEffects.ShouldBe(written.Models[0].SideEffects);
        read.Value.Models.Select(model => model.State).ShouldBe([CreationState.Root, CreationState.Dependent]);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Features_WithAnyText_ComeBackAsTheyWere(string text)
    {
        var written = new FeatureInventory { Features = [.. Enum.GetValues<FeatureType>().Select(type => new Feature(text, type, text, true))], TotalRoutes = 3, TotalApiRoutes = 1 };

        var read = ArtifactReader.Features(written.Write());

        read.Problems.ShouldBeEmpty();
        read.Value!.Features.ShouldBe(written.Features);
        read.Value.Write().ShouldBe(written.Write());
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Scenarios_WithAnyText_ComeBackAsTheyWere(string text)
    {
        var written = new ScenarioPlan
        {
            Scenarios = [new() { Name = "standard", Description = text, EntityTypeNames = [text], TotalEntities = 2 }, new() { Name = "empty", Description = text }, new() { Name = "large", Description = text, EntityTypeCount = 1, TotalEntities = 500 }],
            EntityTypes = [text],
            VariableFields = [new() { Token = "shop_name", Entity = "Shop.name", Scenarios = ["standard"], Generator = text, Reason = text, TestReference = "({{shop_name}} variable)" }],
            Body = "## Schema Summary\n\n## Relationship Map\n\n## Variable Data Strategy\n\n## standard\n\n## empty\n\n## large",
        };

        var read = ArtifactReader.Scenarios(written.Write());

        read.Problems.ShouldBeEmpty();
        read.Value!.Write().ShouldBe(written.Write());
        read.Value.Find("standard")!.EntityTypeNames.ShouldBe([text]);
    }

    [Fact]
    public void WholePlan_FromTheWriters_IsValid()
    {
        var plan = new PlanFolder(Folder);
        var proof = new RecipeValidation("endpoint-up-down", 12, null);
        Recipe Recipe(string name) => new()
        {
            Name = name, Description = "A shop.", Validation = proof, Create = (JsonObject)JsonNode.Parse("""{ "Shop": [{ "name": "Juniper {{suffix}}" }] }""")!,
            Variables = new Dictionary<string, VariableDefinition> { ["suffix"] = new DerivedVariable("{shortId}") },
        };
        PlannedTest Test(string title) => new()
        {
            Title = title, Description = "Looks at the shop.", Flow = "Shop", Scenario = "standard", Criticality = Criticality.Mid, Category = "A", Tags = ["smoke"],
            Setup = ["Open the \"Shop\" page."], Steps = ["Click the \"Save\" button.", "Assert that the text \"Saved\" is visible."], Expected = ["The name is kept."], MightCatch = "A name that is lost.",
        };
        string[] names = ["standard", "empty", "large"];
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [plan.KnowledgeBase] = new KnowledgeBase { AppName = "Juniper", AppDescription = "A shop for tools and clothes.", CoreFlows = [new("Shop", "All of it.", true)], FeatureCount = 1 }.Write(),
            [plan.Features] = new FeatureInventory { Features = [new("Shop", FeatureType.Page, "/", true)], TotalRoutes = 1 }.Write(),
            [plan.EntityAudit] = new EntityAudit { Models = [new() { Name = "Shop", IndependentlyCreated = true, CreationFile = "src/Shop.cs", CreationFunction = "Shop.Open" }] }.Write(),
            [plan.Scenarios] = new ScenarioPlan { Scenarios = [.. names.Select(name => new PlannedScenario { Name = name, Description = "A shop.", EntityTypeCount = 1, TotalEntities = 1 })], EntityTypes = ["Shop"], Body = "## Schema summary\n## Relationship map\n## Variable data strategy\n## standard\n## empty\n## large" }.Write(),
            [plan.Discover] = new DiscoverFile { Models = [new("Shop", "shops", [new("name", "string", IsRequired: true), new("shopId", "uuid")])], ScopeField = "shopId" }.Write(),
            [plan.Recipes] = new RecipePlan(new("discover.json", "scenarios.md"), "endpoint-lifecycle", [.. names.Select(Recipe)]).Write(),
            [plan.ScenarioValidation] = new ScenarioValidation { IsOk = true, PreflightPassed = true, SmokeTestPassed = true, ValidatedScenarios = names, RecipePath = "scenario-recipes.json", EndpointUrl = new("http://localhost:5000/api/autonoma"), LoginProbe = new JsonObject { ["ok"] = true } }.Write(),
            [plan.SdkEndpoint] = new SdkEndpoint(new("http://localhost:5000/api/autonoma")).Write(),
            [plan.EndpointImplemented] = new EndpointImplemented { Handler = "src/Endpoint.cs", Factories = ["Shop"], ScopeField = "shopId", Notes = "All is well." }.Write(),
            [plan.EndpointValidated] = new EndpointValidated("Three scenarios were made and removed.").Write(),
            [Path.Combine(plan.Repository, "src", "Endpoint.cs")] = "// here",
            [Path.Combine(plan.Tests, "shop", "001-save.md")] = Test("Save the shop").Write(),
            [Path.Combine(plan.Tests, "shop", "002-save-again.md")] = Test("Save the shop: \"again\"").Write(),
            [Path.Combine(plan.Tests, "shop", "brief.md")] = new FolderBrief { Feature = "Shop", Flow = "Shop", Tier = 1, ScenarioEntities = ["Shop"], Navigation = "The first page." }.Write(),
            [plan.TestIndex] = new TestIndex { Folders = [new("shop", "The shop.", 0, 0, 2, 0)], RoutesOrFeatures = 1, ExpectedMinimum = 2, ExpectedMaximum = 5 }.Write(),
        };

        var found = new PlanValidator(FileSource.Of(files.ToDictionary(pair => pair.Key, pair => Encoding.UTF8.GetBytes(pair.Value)))).Validate(plan);

        string.Join('\n', found.SelectMany(file => file.Problems)).ShouldBeEmpty();
        found.Count.ShouldBe(14);
    }

    [Fact]
    public void PlannedTest_ReadByTheEngine_IsWhatWasPlanned()
    {
        var planned = new PlannedTest
        {
            Title = "Pay: \"by card\"", Description = "Yes", Flow = "Checkout", Scenario = "standard", Criticality = Criticality.Mid, Category = "Journey", Url = "/cart", Tags = ["smoke", "pay"],
            Setup = ["Open the cart."], Steps = ["Click the \"Pay\" button.", "Assert that these are visible:\n- Total\n- Thanks"], Expected = ["The order is stored."], MightCatch = "A double charge.",
        };

        var read = TestFileReader.ReadText(planned.Write());

        read.Diagnostics.ShouldBeEmpty();
        var test = read.TestCase!;
        (test.Title, test.Description, test.Flow, test.Scenario, test.Priority, test.Category, test.Url).ShouldBe((planned.Title, planned.Description, planned.Flow, planned.Scenario, "Medium", "Journey", "/cart"));
        test.Tags.ShouldBe(planned.Tags);
        test.Setup.Select(step => step.Text).ShouldBe(planned.Setup);
        test.Steps.Count.ShouldBe(2);
        test.Steps[1].Text.ShouldContain("Thanks");
        test.MightCatch.ShouldBe(planned.MightCatch);
    }
}

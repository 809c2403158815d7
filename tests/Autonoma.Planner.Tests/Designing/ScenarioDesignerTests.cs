using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Designing;
using Autonoma.Planner.Designing.Scoping;
using Autonoma.Planner.Designing.Writing;
using Autonoma.Planner.Validation;
using Autonoma.Scenarios.Client;

namespace Autonoma.Planner.Tests.Designing;

public sealed class ScenarioDesignerTests
{
    private static readonly ScopingAnalysis Scoping = ScopingAnalysis.Of(ExampleSchema.Schema, ExampleSchema.Audit);

    private static DesignedScenarios Design() => new ScenarioDesigner(ExampleSchema.Schema, ExampleSchema.Audit, Scoping).Design();

    private static ScenarioDesign Named(string name) => Design().Scenarios.Single(scenario => scenario.Name == name);

    private static string Text(JsonNode? value) => value!.GetValue<string>();

    [Fact]
    public void Scoping_OfASchemaThatHangsTogether_FindsRootUserAndWhatIsShared()
    {
        Scoping.Root.ShouldBe("Branch");
        Scoping.User.ShouldBe("Member");
        Scoping.IsIsolated.ShouldBeTrue();
        Scoping.Reach["Loan"].ShouldBe(ModelReach.Required);
        Scoping.Reach["Unit"].ShouldBe(ModelReach.Global);
    }

    [Fact]
    public void Scoping_WhereUsersBelongToNobody_IsNoIsolation()
    {
        var shared = ExampleSchema.Schema with { Links = [.. ExampleSchema.Schema.Links.Where(link => link.Child != "Member")] };

        var scoping = ScopingAnalysis.Of(shared, ExampleSchema.Audit);

        scoping.IsIsolated.ShouldBeFalse();
        var standard = new ScenarioDesigner(shared, ExampleSchema.Audit, scoping).Design().Scenarios[0];
        standard.Records.Where(record => record.Model is "Tool" or "Member").ShouldAllBe(record => record.Fields.Any(pair => pair.Value is JsonValue && pair.Value.ToJsonString().Contains("{{testRunId}}", StringComparison.Ordinal)));
    }

    [Fact]
    public void Standard_CoversEveryWordOfEveryEnum_AndEachStateTwice()
    {
        var records = Named("standard").Records;

        records.Where(record => record.Model == "Tool").Select(record => Text(record.Fields["condition"])).Distinct().Count().ShouldBe(4);
        records.Where(record => record.Model == "Loan").GroupBy(record => Text(record.Fields["status"])).ShouldAllBe(state => state.Count() >= 2);
        records.Where(record => record.Model == "Member").Select(record => Text(record.Fields["role"])).ShouldBe(["Clerk", "Borrower", "Auditor"]);
    }

    [Fact]
    public void Values_HonourLengthsRangesAndExpressions()
    {
        foreach (var tool in Design().Scenarios.SelectMany(scenario => scenario.Records).Where(record => record.Model == "Tool"))
        {
            Text(tool.Fields["name"]).Length.ShouldBeInRange(3, 20);
            Text(tool.Fields["sku"]).ShouldMatch(new Regex(@"^[A-Z]{3}-\d{4}$").ToString());
            tool.Fields["dailyPrice"]!.GetValue<decimal>().ShouldBeInRange(0.5m, 40);
            tool.Fields.ContainsKey("createdAt").ShouldBeFalse("the code sets it");
        }
    }

    [Fact]
    public void Values_OfUniqueSets_NeverComeTwice()
    {
        foreach (var scenario in Design().Scenarios)
        {
            scenario.Records.Select(record => record.Alias).ShouldBeUnique();
            scenario.Records.Where(record => record.Model == "Tool").Select(record => Text(record.Fields["sku"])).ShouldBeUnique(scenario.Name);
            scenario.Records.Where(record => record.Model == "Member").Select(record => Text(record.Fields["email"])).ShouldBeUnique(scenario.Name);
            scenario.Records.Where(record => record.Model == "Favourite").Select(record => record.Fields.ToJsonString()).ShouldBeUnique(scenario.Name);
        }
    }

    [Fact]
    public void Values_DifferFromRunToRun_ExactlyWhereIsolationIsMissing()
    {
        var standard = Named("standard");

        Text(standard.Records.First(record => record.Model == "Branch").Fields["name"]).ShouldContain("{{testRunId}}", Case.Sensitive, "its slug is unique in the whole system");
        standard.Records.Where(record => record.Model == "Unit").ShouldAllBe(record => Text(record.Fields["label"]).Contains("{{testRunId}}", StringComparison.Ordinal));
        standard.Records.Where(record => record.Model is "Member" or "Tool" or "Loan").ShouldAllBe(record => !record.Fields.ToJsonString(null).Contains("testRunId", StringComparison.Ordinal), "they are unique within their branch");
    }

    [Fact]
    public void Name_ThatASlugIsMadeOf_Differs_AlsoWhereAPartHoldsIt()
    {
        var parted = ExampleSchema.Schema with { Models = [.. ExampleSchema.Schema.Models.Select(model => model.Name == "Branch" ? model with { Fields = [.. model.Fields.Select(field => field.Name == "name" ? field with { Name = "settings.branchName" } : field)] } : model)] };

        var branch = new ScenarioDesigner(parted, ExampleSchema.Audit, Scoping).Design().Scenarios[0].Records.First(record => record.Model == "Branch");

        Text(branch.Fields["settings.branchName"]).ShouldContain("{{testRunId}}");
    }

    [Fact]
    public void Empty_IsTheScopeAndSomebodyWhoCanSignIn()
    {
        var empty = Named("empty");

        empty.Records.Select(record => record.Model).ShouldBe(["Branch", "Member"]);
        empty.Credentials!.Password.ShouldNotBeNull();
        empty.Records[1].Fields["password"].ShouldNotBeNull();
        empty.Records[1].Fields.ContainsKey("passwordHash").ShouldBeFalse();
    }

    [Fact]
    public void Large_HasMoreOfEveryListThanAPageShows()
    {
        var counts = Named("large").Records.GroupBy(record => record.Model).ToDictionary(group => group.Key, group => group.Count());

        counts["Tool"].ShouldBeGreaterThan(50);
        counts["Loan"].ShouldBeGreaterThan(50);
        counts["Branch"].ShouldBe(1);
    }

    [Fact]
    public void Records_ThatAnOwnerMakes_AreNotMadeAgain()
    {
        var standard = Named("standard");

        standard.Models.ShouldNotContain("Receipt");
        standard.ComesAlong.ShouldContain(sentence => sentence.Contains("Lending prints a receipt.", StringComparison.Ordinal));
    }

    [Fact]
    public void References_LeadToRecordsThatComeBefore()
    {
        foreach (var scenario in Design().Scenarios)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var record in scenario.Records)
            {
                foreach (var alias in record.Fields.Select(pair => DesignedRecord.Reference(pair.Value)).OfType<string>())
                    seen.ShouldContain(alias);
                seen.Add(record.Alias);
            }
        }
    }

    [Fact]
    public void Design_OfAFieldThatNoValueIsSureToFit_SaysSoAndInventsNothing()
    {
        var looksAround = ExampleSchema.Schema with { Models = [.. ExampleSchema.Schema.Models.Select(model => model.Name == "Tool" ? model with { Fields = [.. model.Fields.Select(field => field.Name == "sku" ? field with { Limits = new() { Pattern = "^(?=.*Z)[A-Z]{9}$" } } : field)] } : model)] };

        var design = new ScenarioDesigner(looksAround, ExampleSchema.Audit, Scoping).Design();

        design.Undecided.ShouldContain(sentence => sentence.StartsWith("Tool.sku", StringComparison.Ordinal));
        design.Scenarios[0].Records.Where(record => record.Model == "Tool").ShouldAllBe(record => !record.Fields.ContainsKey("sku"));
    }

    [Fact]
    public void Design_MadeTwice_IsTheSame() => Written().ShouldBe(Written());

    [Fact]
    public void File_IsValid_AndItsTablesAreReadBackAsTheyWere()
    {
        var design = Design();

        var read = ArtifactReader.Scenarios(Written());

        read.Problems.ShouldBeEmpty();
        var body = new ScenarioBody(read.Value!.Body);
        foreach (var scenario in design.Scenarios)
        {
            var problems = new List<string>();
            var records = body.Records(scenario.Name, problems);
            problems.ShouldBeEmpty();
            records.Select(Shown).ShouldBe(scenario.Records.Select(Shown));
        }
    }

    [Fact]
    public void Body_WithOtherRecords_ChangesTheirTableAndNothingElse()
    {
        var body = new ScenarioBody(ArtifactReader.Scenarios(Written()).Value!.Body);
        var before = body.Text;
        var records = body.Records("standard", []).Select(record => record.Model == "Unit" ? record with { Fields = new() { ["label"] = "a | b ` c" } } : record).ToList();

        body.Replace("standard", records);

        body.Records("standard", []).Select(Shown).ShouldBe(records.Select(Shown));
        body.Text.Split('\n').Except(before.Split('\n')).Count().ShouldBeLessThanOrEqualTo(records.Count(record => record.Model == "Unit"));
    }

    [Fact]
    public void Recipe_ForAnEndpointWithoutNesting_StandsSideBySide_AndDeclaresItsVariables()
    {
        var plan = ArtifactReader.Scenarios(Written()).Value!;

        var recipe = new RecipeMaker(new SchemaFacts([], [], "branchId"), plan.VariableFields).Make(Named("standard"));

        recipe.Create.Select(pair => pair.Key).ShouldBe(["Branch", "Member", "Unit", "Tool", "Favourite", "Loan"], ignoreOrder: true);
        recipe.Create["Branch"]![0]!["name"]!.GetValue<string>().ShouldBe("{{branch_name}}");
        recipe.Create["Unit"]![1]!["label"]!.GetValue<string>().ShouldContain("{{testRunShortId}}");
        recipe.Variables.Keys.ShouldBe(["branch_name", "unit_label"]);
    }

    [Fact]
    public void Recipe_ForAnEndpointThatKnowsNestedRecords_HangsThemBelowTheirNearestParent()
    {
        var facts = new SchemaFacts([], [], "branchId") { Nested = new Dictionary<string, IReadOnlyList<EnvironmentFactory.Protocol.DiscoveredNesting>> { ["Branch"] = [new("members", "Member", true), new("tools", "Tool", true)], ["Member"] = [new("loans", "Loan", true)] } };

        var create = new RecipeMaker(facts, []).Make(Named("standard")).Create;

        create.Select(pair => pair.Key).ShouldBe(["Branch", "Unit", "Favourite"], ignoreOrder: true);
        var member = create["Branch"]![0]!["members"]![0]!.AsObject();
        member.ContainsKey("branchId").ShouldBeFalse("its place says it");
        member["loans"]![0]!["toolId"]!["_ref"]!.GetValue<string>().ShouldStartWith("tool");
    }

    private static string Written()
    {
        var designer = new ScenarioDesigner(ExampleSchema.Schema, ExampleSchema.Audit, Scoping);
        return ScenarioWriter.Write(designer, designer.Design(), ExampleSchema.Schema, ExampleSchema.Audit, Scoping).Write();
    }

    private static string Shown(DesignedRecord record) => $"{record.Model} {record.Alias} {record.Fields.ToJsonString()}";
}

using Autonoma.Planner.CodeAnalysis.Artifacts;
using Autonoma.Planner.Designing;
using Autonoma.Planner.Designing.Scoping;
using Autonoma.Planner.Designing.Writing;
using Autonoma.Planner.Validation;

namespace Autonoma.Planner.CodeAnalysis.Tests.Artifacts;

/// <summary>Scenarios of whole codebases, valid without a hand.</summary>
public sealed class DesignedScenarioTests
{
    [Theory]
    [InlineData("samples/Shop", "ShopState", "StaffMember", true)]
    [InlineData("tests/assets/codebases/clinic", "Practice", "Practitioner", true)]
    [InlineData("tests/assets/codebases/agency", "Client", "Employee", false)]
    public async Task Scenarios_OfACodebase_AreValid_AndCoverEveryEnum(string path, string root, string user, bool isIsolated)
    {
        var report = await CodebaseAnalysis.AnalyzeAsync(Path.Combine(Codebases.Repository, path), cancellationToken: TestContext.Current.CancellationToken);
        var audit = EntityAuditWriter.Write(report);
        var schema = StoredData.Of(report);

        var scoping = ScopingAnalysis.Of(schema, audit);
        var designer = new ScenarioDesigner(schema, audit, scoping);
        var design = designer.Design();
        var text = ScenarioWriter.Write(designer, design, schema, audit, scoping).Write();

        (scoping.Root, scoping.User, scoping.IsIsolated).ShouldBe((root, user, isIsolated));
        ArtifactReader.Scenarios(text).Problems.ShouldBeEmpty();
        var standard = design.Scenarios.Single(scenario => scenario.Name == "standard");
        foreach (var model in schema.Models.Where(model => standard.Models.Contains(model.Name) && (model.Name != root || !isIsolated)))
        {
            foreach (var field in model.Fields.Where(field => field.Words.Count > 0))
                standard.Records.Where(record => record.Model == model.Name).Select(record => record.Fields[field.Name]?.GetValue<string>()).Distinct().Count().ShouldBe(field.Words.Count, $"{model.Name}.{field.Name}");
        }
    }
}

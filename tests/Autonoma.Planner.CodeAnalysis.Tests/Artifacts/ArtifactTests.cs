using Autonoma.Planner.CodeAnalysis.Artifacts;
using Autonoma.Planner.Validation;

namespace Autonoma.Planner.CodeAnalysis.Tests.Artifacts;

public sealed class ArtifactTests
{
    [Theory]
    [InlineData("shop")]
    [InlineData("clinic")]
    [InlineData("agency")]
    public async Task Artifacts_OfACodebase_AreValidByThePlansRules(string name)
    {
        var report = await CodebaseAnalysis.AnalyzeAsync(Codebases.Root(Codebases.Key(name)), cancellationToken: TestContext.Current.CancellationToken);

        var audit = ArtifactReader.EntityAudit(EntityAuditWriter.Write(report).Write());
        audit.Problems.ShouldBeEmpty();
        audit.Value!.Models.Count.ShouldBe(report.Models.Count);
        audit.Value.Body.ShouldContain("## Roots");
        ArtifactReader.Features(KnowledgeWriter.Features(report).Write()).Problems.ShouldBeEmpty();
        ArtifactReader.KnowledgeBase(KnowledgeWriter.Knowledge(report).Write()).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Audit_OfTheShop_TellsDependentsAndDualsApart()
    {
        var report = await CodebaseAnalysis.AnalyzeAsync(Codebases.Root(Codebases.Key("shop")), cancellationToken: TestContext.Current.CancellationToken);

        var audit = EntityAuditWriter.Write(report);

        audit.Find("ShopSettings")!.IndependentlyCreated.ShouldBeFalse();
        audit.Find("Coupon")!.NeedsExtraction.ShouldBeTrue();
        audit.Find("ActivityEntry")!.Reason!.ShouldContain("No code creates");
        audit.Body.ShouldContain("| ShopSettings | ShopState | `ShopKeeping.OpenAsync` |");
        audit.Body.ShouldContain("> **OrderLine**");
    }
}

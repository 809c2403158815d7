using Autonoma.Planner.Documents;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Validation.Rules;

namespace Autonoma.Planner.Validation.Reading;

/// <summary>All rules about one file: those about itself, then those that compare it.</summary>
internal static class ArtifactCheck
{
    public static Repair? Run(SourceText source, ArtifactKind kind, PlanContents plan, Report report)
    {
        switch (kind)
        {
            case ArtifactKind.KnowledgeBase:
                if (KnowledgeBaseReader.Read(source, report) is { } knowledge)
                    PlanComparison.Skills(knowledge, plan, report);
                return null;
            case ArtifactKind.Features:
                if (FeatureReader.Read(source, report) is { } features)
                    PlanComparison.Features(features, plan, report);
                return null;
            case ArtifactKind.EntityAudit:
                _ = EntityAuditReader.Read(source, report, out var repair);
                return repair;
            case ArtifactKind.Scenarios:
                if (ScenarioReader.Read(source, report) is { } scenarios)
                    PlanComparison.Scenarios(scenarios, plan, report);
                return null;
            case ArtifactKind.Discover:
                if (DiscoverReader.Read(source, report) is { } discover)
                    PlanComparison.Discover(discover, plan, report);
                return null;
            case ArtifactKind.Recipes:
                if (RecipeFileReader.Read(source, report, out var root) is { } recipes)
                    PlanComparison.Recipes(recipes, root!, plan, report);
                return null;
            case ArtifactKind.ScenarioValidation:
                if (ScenarioValidationReader.Read(source, report) is { } validation)
                    PlanComparison.Validation(validation, plan, report);
                return null;
            case ArtifactKind.SdkEndpoint:
                _ = SentinelReader.SdkEndpoint(source, report);
                return null;
            case ArtifactKind.EndpointImplemented:
                _ = SentinelReader.Handler(source, plan, report);
                return null;
            case ArtifactKind.EndpointValidated:
                PlanComparison.EndpointValidated(source, plan, report);
                return null;
            case ArtifactKind.Test:
                TestComparison.Run(TestReader.Read(source, report), plan, report);
                return null;
            case ArtifactKind.TestIndex:
                if (TestIndexReader.Read(source, report, out var folders) is { } index && folders.Count == index.Folders.Count)
                    new IndexComparison(index, folders, plan, report).Run();
                return null;
            case ArtifactKind.Skill:
                Skill(source, report);
                return null;
            case ArtifactKind.Brief:
                return null; // exempt: whoever writes the tests reads it, nothing else does
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of artifact.");
        }
    }

    private static void Skill(SourceText source, Report report)
    {
        if (FrontMatter.Read(source, report) is not { Root: { } root })
            return;
        var fields = new Fields(root, "", report);
        _ = fields.Text("name", SkillRules.Name);
        _ = fields.Text("description", SkillRules.Description);
    }
}

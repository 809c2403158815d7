using Autonoma.Planner.Gates;

namespace Autonoma.Planner.Validation.Rules;

/// <summary>Every rule that files of a plan must keep. The reference page is written from it.</summary>
public static class RuleCatalogue
{
    private static readonly IReadOnlyList<RuleGroup> Groups =
    [
        TextRules.Group, FrontMatterRules.Group, JsonRules.Group, KnowledgeBaseRules.Group, FeatureRules.Group, EntityAuditRules.Group, ScenarioRules.Group,
        DiscoverRules.Group, RecipeRules.Group, ScenarioValidationRules.Group, SdkEndpointRules.Group, EndpointImplementedRules.Group, EndpointValidatedRules.Group, TestRules.Group,
        IndexRules.Group, SkillRules.Group, PlanRules.Group,
    ];

    /// <summary>The rules in the order of their codes within their groups.</summary>
    public static IReadOnlyList<Rule> All { get; } = [.. Groups.SelectMany(group => group.Rules)];

    /// <summary>Rules about when a file may be written and which may be believed, in the order of their codes.</summary>
    public static IReadOnlyList<Rule> Gates => GateRules.Group.Rules;

    /// <summary>A rule by its code, those of the gates included; null when there is none.</summary>
    public static Rule? Find(string code) => All.Concat(Gates).FirstOrDefault(rule => rule.Code.Equals(code, StringComparison.OrdinalIgnoreCase));
}

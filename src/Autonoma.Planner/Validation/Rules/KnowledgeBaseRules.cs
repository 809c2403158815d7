namespace Autonoma.Planner.Validation.Rules;

internal static class KnowledgeBaseRules
{
    public static readonly RuleGroup Group = new("AUTONOMA.md", ExamplePlan.KnowledgeBase);

    public static readonly Rule Keys = Group.Error("KB001", "The keys are `app_name`, `app_description`, `core_flows`, `feature_count` and, in older plans, `skill_count`.", "app_name: Juniper Goods", "app_name: Juniper Goods\nversion: 1");

    public static readonly Rule AppName = Group.Error("KB002", "`app_name` is text.", "app_name: Juniper Goods", "app_name: 42");

    public static readonly Rule AppDescription = Group.Error("KB003", "`app_description` is text of at least 20 characters.", "app_description: A shop for tools and clothes, run by its staff.", "app_description: A shop.");

    public static readonly Rule CoreFlows = Group.Error("KB004", "`core_flows` is a list of at least one entry.", "core_flows:\n  - feature: Checkout\n    description: Paying what is in the cart.\n    core: true\n  - feature: Settings\n    description: Name and address of the shop.\n    core: false", "core_flows: []");

    public static readonly Rule Entry = Group.Error("KB005", "An entry of `core_flows` has the keys `feature`, `description` and `core`, and no others.", "    core: false", "    core: false\n    tier: 2");

    public static readonly Rule Feature = Group.Error("KB006", "`feature` is text.", "feature: Settings", "feature: 7");

    public static readonly Rule Description = Group.Error("KB007", "`description` of a flow is text.", "description: Name and address of the shop.", "description: \"\"");

    public static readonly Rule Core = Group.Error("KB008", "`core` is true or false.", "    core: false", "    core: \"false\"");

    public static readonly Rule AnyCore = Group.Error("KB009", "At least one flow is core.", new Edit(ExamplePlan.KnowledgeBase, "core: true", "core: false"), new Edit(ExamplePlan.Features, null, null));

    public static readonly Rule FeatureCount = Group.Error("KB010", "`feature_count` is a whole number from 1.", "feature_count: 2", "feature_count: 2.0");

    public static readonly Rule SkillCount = Group.Error("KB011", "`skill_count` may be left out; else it is a whole number from 1.",
        [new(ExamplePlan.KnowledgeBase, "feature_count: 2", "feature_count: 2\nskill_count: 0")], [new(ExamplePlan.KnowledgeBase, "feature_count: 2", "feature_count: 2\nskill_count: 1"), new(ExamplePlan.Skill, null, ExamplePlan.SkillText)]);

    public static readonly Rule Repeated = Group.Warning("KB012", "Flows have different names.", "feature: Settings", "feature: Checkout");
}

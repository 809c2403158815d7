namespace Autonoma.Planner.Validation.Rules;

/// <summary>What files of a plan must say alike. The later of two files is the one that is refused.</summary>
internal static class PlanRules
{
    public static readonly RuleGroup Group = new("Across files", ExamplePlan.KnowledgeBase);

    public static readonly Rule FeatureCount = Group.Error("CF001", "`feature_count` of AUTONOMA.md is `total_features` of features.json.", "feature_count: 2", "feature_count: 12");

    public static readonly Rule CoreAgrees = Group.Error("CF002", "A feature that has the name of a core flow is core exactly if the flow is.", new Edit(ExamplePlan.Features, "\"core\": false", "\"core\": true"));

    public static readonly Rule SkillCount = Group.Error("CF003", "`skill_count` of AUTONOMA.md is the number of files under skills/.", new Edit(ExamplePlan.KnowledgeBase, "feature_count: 2", "feature_count: 2\nskill_count: 2"), new Edit(ExamplePlan.Skill, null, ExamplePlan.SkillText));

    public static readonly Rule TypesAudited = Group.Error("CF004", "The `entity_types` of scenarios.md are models of the audit.", new Edit(ExamplePlan.Scenarios, "entity_types:\n  - name: Shop\n", "entity_types:\n  - name: Coupon\n  - name: Shop\n"));

    public static readonly Rule VariableModel = Group.Error("CF005", "The model of a variable of scenarios.md is a model of the audit.", new Edit(ExamplePlan.Scenarios, "entity: Shop.name", "entity: Shops.name"));

    public static readonly Rule AuditedAreDiscovered = Group.Error("CF006", "Every model of the audit is in discover.json.", new Edit(ExamplePlan.EntityAudit, "model_count: 3", "model_count: 4"), new Edit(ExamplePlan.EntityAudit, "factory_count: 2", "factory_count: 3"), new Edit(ExamplePlan.EntityAudit, "models:\n", "models:\n  - name: Coupon\n    independently_created: true\n    creation_file: src/Coupons/CouponService.cs\n    creation_function: CouponService.Add\n    side_effects: []\n    created_by: []\n"));

    public static readonly Rule DiscoveredAreAudited = Group.Warning("CF007", "Every model of discover.json is in the audit.", new Edit(ExamplePlan.Discover, "    \"models\": [\n", "    \"models\": [\n      { \"name\": \"Coupon\", \"fields\": [] },\n"));

    public static readonly Rule ScenariosHaveResults = Group.Error("CF008", "`validatedScenarios` and `failedScenarios` of .scenario-validation.json are the scenarios of the recipes, each once.", new Edit(ExamplePlan.ScenarioValidation, "\"standard\", \"empty\", \"large\"", "\"standard\", \"empty\""));

    public static readonly Rule RecipesAreThere = Group.Error("CF009", "The file that `recipePath` of .scenario-validation.json names is there.", new Edit(ExamplePlan.ScenarioValidation, "autonoma/scenario-recipes.json", "autonoma/recipes.json"));

    public static readonly Rule SameEndpoint = Group.Warning("CF010", "`endpointUrl` of .scenario-validation.json is the address of .sdk-endpoint, where there is one.", new Edit(ExamplePlan.SdkEndpoint, null, "http://localhost:5001/api/autonoma\n"));

    public static readonly Rule VariablesInRecipes = Group.Warning("CF011", "A variable of scenarios.md is declared by the recipes of its scenarios.", new Edit(ExamplePlan.Scenarios, "    scenarios: [standard, large]", "    scenarios: [standard, empty, large]"));

    public static readonly Rule StepBefore = Group.Warning("CF012", "A file comes after those it is made from: features.json after AUTONOMA.md, scenarios.md after entity-audit.md, recipes after scenarios.md.", new Edit(ExamplePlan.EntityAudit, null, null));
}

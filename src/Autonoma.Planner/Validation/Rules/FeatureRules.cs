namespace Autonoma.Planner.Validation.Rules;

internal static class FeatureRules
{
    public static readonly RuleGroup Group = new("features.json", ExamplePlan.Features);

    public static readonly Rule Keys = Group.Error("FE001", "The keys are `features`, `total_features`, `total_routes` and `total_api_routes`.", "\"total_routes\": 2,", "\"total_routes\": 2, \"total_pages\": 2,");

    public static readonly Rule Features = Group.Error("FE002", "`features` is a list of at least one entry.", "\"features\": [\n    { \"name\": \"Checkout\", \"type\": \"flow\", \"path\": \"/checkout\", \"core\": true },\n    { \"name\": \"Settings\", \"type\": \"settings\", \"path\": \"/settings\", \"core\": false }\n  ]", "\"features\": []");

    public static readonly Rule Entry = Group.Error("FE003", "A feature has the keys `name`, `type`, `path` and `core`, and no others.", "\"path\": \"/settings\",", "\"path\": \"/settings\", \"tier\": 2,");

    public static readonly Rule Name = Group.Error("FE004", "`name` is text.", "\"name\": \"Settings\"", "\"name\": \" \"");

    public static readonly Rule Type = Group.Error("FE005", "`type` is page, api, flow, component, modal or settings, in lower case.", "\"type\": \"settings\"", "\"type\": \"Settings\"");

    public static readonly Rule Path = Group.Error("FE006", "`path` is text.", "\"path\": \"/settings\"", "\"path\": null");

    public static readonly Rule Core = Group.Error("FE007", "`core` is true or false.", "\"core\": false", "\"core\": 0");

    public static readonly Rule Total = Group.Error("FE008", "`total_features` is a whole number from 1.", "\"total_features\": 2", "\"total_features\": \"2\"");

    public static readonly Rule Counted = Group.Error("FE009", "`total_features` is the number of entries.", new Edit(ExamplePlan.Features, "\"total_features\": 2", "\"total_features\": 3"));

    public static readonly Rule Routes = Group.Error("FE010", "`total_routes` is a whole number from 0.", "\"total_routes\": 2", "\"total_routes\": -1");

    public static readonly Rule ApiRoutes = Group.Error("FE011", "`total_api_routes` is a whole number from 0.", "\"total_api_routes\": 0", "\"total_api_routes\": true");

    public static readonly Rule AnyCore = Group.Error("FE012", "At least one feature is core.", new Edit(ExamplePlan.Features, "\"core\": true", "\"core\": false"), new Edit(ExamplePlan.KnowledgeBase, null, null));

    public static readonly Rule Repeated = Group.Warning("FE013", "No two entries have the same name, type and path.", "{ \"name\": \"Settings\", \"type\": \"settings\", \"path\": \"/settings\", \"core\": false }", "{ \"name\": \"Checkout\", \"type\": \"flow\", \"path\": \"/checkout\", \"core\": true }");
}

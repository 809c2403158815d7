namespace Autonoma.Planner.Validation.Rules;

internal static class ScenarioRules
{
    private const string Variables = "variable_fields:\n  - token: \"{{shop_name}}\"\n    entity: Shop.name\n    scenarios: [standard, large]\n    generator: name with the short id of the run\n    reason: The name of a shop is unique in the whole system.\n    test_reference: \"({{shop_name}} variable)\"";

    public static readonly RuleGroup Group = new("scenarios.md", ExamplePlan.Scenarios);

    public static readonly Rule Keys = Group.Error("SC001", "The keys are `scenario_count`, `scenarios`, `entity_types`, `variable_fields` and `planning_sections`.", "scenario_count: 3", "scenario_count: 3\nversion: 1");

    public static readonly Rule Count = Group.Error("SC002", "`scenario_count` is a whole number from 3.", "scenario_count: 3", "scenario_count: \"3\"");

    public static readonly Rule Scenarios = Group.Error("SC003", "`scenarios` is a list.", new Edit(ExamplePlan.Scenarios, null, "---\nscenario_count: 3\nscenarios: {}\nentity_types:\n  - name: Shop\nvariable_fields: []\nplanning_sections: [schema_summary, relationship_map, variable_data_strategy]\n---\n"));

    public static readonly Rule Counted = Group.Error("SC004", "`scenario_count` is the number of scenarios.", "scenario_count: 3", "scenario_count: 4");

    public static readonly Rule Entry = Group.Error("SC005", "A scenario has the keys `name`, `description`, `entity_types` and `total_entities`, and no others.", "    total_entities: 4", "    total_entities: 4\n    owner: nobody");

    public static readonly Rule Name = Group.Error("SC006", "`name` of a scenario is text.", new Edit(ExamplePlan.Scenarios, "scenario_count: 3", "scenario_count: 4"), new Edit(ExamplePlan.Scenarios, "entity_types:\n  - name: Shop\n", "  - name: \"\"\n    description: A shop on its last day.\n    entity_types: 1\n    total_entities: 1\nentity_types:\n  - name: Shop\n"));

    public static readonly Rule Description = Group.Error("SC007", "`description` of a scenario is text.", "    description: A shop that was opened a moment ago.\n", "");

    public static readonly Rule EntityTypes = Group.Error("SC008", "`entity_types` of a scenario is the number of models in it, or the list of their names.", "    entity_types: [Shop, Order, OrderLine]", "    entity_types: all");

    public static readonly Rule TotalEntities = Group.Error("SC009", "`total_entities` is a whole number from 0.", "    total_entities: 4", "    total_entities: 4.5");

    public static readonly Rule Types = Group.Error("SC010", "`entity_types` is a list of at least one entry.", "entity_types:\n  - name: Shop\n  - name: Order\n  - name: OrderLine\n", "entity_types: []\n");

    public static readonly Rule Type = Group.Error("SC011", "An entry of `entity_types` is a group of keys with a `name`.", "  - name: OrderLine\n", "  - OrderLine\n");

    public static readonly Rule VariableFields = Group.Error("SC012", "`variable_fields` is a list; it may be empty but must be there.", Variables, "# no variables");

    public static readonly Rule Variable = Group.Error("SC013", "A variable has the keys `token`, `entity`, `scenarios`, `reason`, `test_reference` and perhaps `generator`, and no others.", "    entity: Shop.name", "    entity: Shop.name\n    field: name");

    public static readonly Rule Token = Group.Error("SC014", "`token` is a name of letters, digits and `_` in two pairs of braces.", "  - token: \"{{shop_name}}\"", "  - token: \"{{shop-name}}\"");

    public static readonly Rule Entity = Group.Error("SC015", "`entity` is text.", "    entity: Shop.name\n", "    entity:\n");

    public static readonly Rule VariableScenarios = Group.Error("SC016", "`scenarios` of a variable is a list of at least one name.", "    scenarios: [standard, large]", "    scenarios: []");

    public static readonly Rule KnownScenario = Group.Error("SC017", "The scenarios of a variable are scenarios of this file.", "    scenarios: [standard, large]", "    scenarios: [standard, huge]");

    public static readonly Rule Generator = Group.Error("SC018", "`generator` may be left out; else it is text.", "    generator: name with the short id of the run", "    generator: \"\"");

    public static readonly Rule Reason = Group.Error("SC019", "`reason` is text.", "    reason: The name of a shop is unique in the whole system.", "    reason: 1");

    public static readonly Rule TestReference = Group.Error("SC020", "`test_reference` is text.", "    test_reference: \"({{shop_name}} variable)\"", "    test_reference: [\"({{shop_name}} variable)\"]");

    public static readonly Rule Sections = Group.Error("SC021", "`planning_sections` is a list of at least one text.", "planning_sections:\n  - schema_summary\n  - relationship_map\n  - variable_data_strategy", "planning_sections: none");

    public static readonly Rule RequiredSections = Group.Error("SC022", "`planning_sections` names schema_summary, relationship_map and variable_data_strategy.", "  - relationship_map", "  - relationships");

    public static readonly Rule RequiredScenarios = Group.Error("SC023", "There are the scenarios standard, empty and large.", new Edit(ExamplePlan.Scenarios, "  - name: empty", "  - name: nothing"), new Edit(ExamplePlan.Scenarios, "## Scenario: empty", "## Scenario: nothing"), new Edit(ExamplePlan.Recipes, null, null), new Edit(ExamplePlan.ScenarioValidation, null, null));

    public static readonly Rule RepeatedScenario = Group.Error("SC024", "Scenarios have different names.", new Edit(ExamplePlan.Scenarios, "scenario_count: 3", "scenario_count: 4"), new Edit(ExamplePlan.Scenarios, "entity_types:\n  - name: Shop\n", "  - name: large\n    description: A shop on its last day.\n    entity_types: 1\n    total_entities: 1\nentity_types:\n  - name: Shop\n"));

    public static readonly Rule RepeatedToken = Group.Error("SC025", "A token is declared once.", "    test_reference: \"({{shop_name}} variable)\"", "    test_reference: \"({{shop_name}} variable)\"\n  - token: \"{{shop_name}}\"\n    entity: Shop.name\n    scenarios: [standard]\n    reason: It is unique.\n    test_reference: \"({{shop_name}} variable)\"");

    public static readonly Rule EntityForm = Group.Warning("SC026", "`entity` is a model and a field: `Project.title`.", "    entity: Shop.name", "    entity: name of the shop");

    public static readonly Rule ReferenceNamesToken = Group.Warning("SC027", "`test_reference` names the token.", "    test_reference: \"({{shop_name}} variable)\"", "    test_reference: the name of the shop");

    public static readonly Rule TypeOfPlan = Group.Warning("SC028", "The models of a scenario are entries of `entity_types`, and there are not more of them.", "    entity_types: 1\n", "    entity_types: 7\n");

    public static readonly Rule Body = Group.Warning("SC029", "The body has a section for each of the three planning sections, and one for each scenario.", "## Relationship Map", "## Other things");
}

namespace Autonoma.Planner.Validation.Rules;

internal static class RecipeRules
{
    private const string File = ExamplePlan.Recipes;
    private const string EmptyCreate = "\"create\": { \"Shop\": [{ \"_alias\": \"shop\", \"name\": \"Juniper Goods, empty\" }] },\n      \"validation\"";
    private const string Definition = "\"shop_name\": { \"strategy\": \"derived\", \"source\": \"testRunId\", \"format\": \"Juniper Goods {shortId}\" }";

    public static readonly RuleGroup Group = new("scenario-recipes.json", File);

    public static readonly Rule Keys = Group.Error("RC001", "Objects have the keys of the contract and no others; `source` and `create` may hold more.", "\"version\": 1,", "\"version\": 1, \"generator\": \"us\",");

    public static readonly Rule Version = Group.Error("RC002", "`version` is the integer 1.", "\"version\": 1,", "\"version\": \"1\",");

    public static readonly Rule Source = Group.Error("RC003", "`source` is an object with `discoverPath` and `scenariosPath`, both text.", "\"discoverPath\": \"autonoma/discover.json\", ", "");

    public static readonly Rule Mode = Group.Error("RC004", "`validationMode` is sdk-check or endpoint-lifecycle.", "\"validationMode\": \"endpoint-lifecycle\"", "\"validationMode\": \"endpoint\"");

    public static readonly Rule Recipes = Group.Error("RC005", "`recipes` is a list of at least one object.", new Edit(File, null, "{ \"version\": 1, \"source\": { \"discoverPath\": \"autonoma/discover.json\", \"scenariosPath\": \"autonoma/scenarios.md\" }, \"validationMode\": \"sdk-check\", \"recipes\": [] }"));

    public static readonly Rule Name = Group.Error("RC006", "`name` and `description` of a recipe are text.", "\"description\": \"A shop that was opened a moment ago.\"", "\"description\": 0");

    public static readonly Rule Create = Group.Error("RC007", "`create` is an object with at least one model.", EmptyCreate, "\"create\": [],\n      \"validation\"");

    public static readonly Rule Records = Group.Error("RC008", "The records of a model are a list of objects.", EmptyCreate, "\"create\": { \"Shop\": [\"Juniper Goods, empty\"] },\n      \"validation\"");

    public static readonly Rule SingleRecord = Group.Warning("RC009", "A single record has a list around it, too.", EmptyCreate, "\"create\": { \"Shop\": { \"_alias\": \"shop\", \"name\": \"Juniper Goods, empty\" } },\n      \"validation\"");

    public static readonly Rule Definitions = Group.Error("RC010", "`variables` may be left out; else it is an object of definitions, each with a `strategy`: literal with a scalar `value`, derived with `source` testRunId and a `format`, or faker with a `generator`.", Definition, "\"shop_name\": { \"strategy\": \"derived\", \"format\": \"Juniper Goods {shortId}\" }");

    public static readonly Rule Validation = Group.Error("RC011", "`validation` has `status` validated, `method` checkScenario, checkAllScenarios or endpoint-up-down, `phase` ok, and perhaps `up_ms` and `down_ms`, whole numbers from 0.", "\"phase\": \"ok\", \"up_ms\": 12", "\"phase\": \"up\", \"up_ms\": 12");

    public static readonly Rule RequiredRecipes = Group.Error("RC012", "There are recipes for standard, empty and large, and for every scenario of scenarios.md.", new Edit(ExamplePlan.Scenarios, "scenario_count: 3", "scenario_count: 4"), new Edit(ExamplePlan.Scenarios, "entity_types:\n  - name: Shop\n", "  - name: closed\n    description: A shop on its last day.\n    entity_types: 1\n    total_entities: 1\nentity_types:\n  - name: Shop\n"), new Edit(ExamplePlan.Scenarios, "## Scenario: empty", "## Scenario: closed\n\nNothing is sold.\n\n## Scenario: empty"));

    public static readonly Rule Repeated = Group.Error("RC013", "A scenario has one recipe.", "\"recipes\": [\n", "\"recipes\": [\n    { \"name\": \"empty\", \"description\": \"Again.\", \"create\": { \"Shop\": [{ \"name\": \"Again\" }] }, \"validation\": { \"status\": \"validated\", \"method\": \"endpoint-up-down\", \"phase\": \"ok\" } },\n");

    public static readonly Rule UnknownScenario = Group.Warning("RC014", "A recipe is for a scenario of scenarios.md.", new Edit(ExamplePlan.ScenarioValidation, "\"large\"]", "\"large\", \"vast\"]"), new Edit(File, "\"recipes\": [\n", "\"recipes\": [\n    { \"name\": \"vast\", \"description\": \"More.\", \"create\": { \"Shop\": [{ \"name\": \"More\" }] }, \"validation\": { \"status\": \"validated\", \"method\": \"endpoint-up-down\", \"phase\": \"ok\" } },\n"));

    public static readonly Rule Declared = Group.Error("RC015", "Every token in `create` is declared under `variables`, or is testRunId, testRunShortId, index or cycle(a,b).", "\"name\": \"Juniper Goods, empty\"", "\"name\": \"Juniper Goods {{suffix}}\"");

    public static readonly Rule TokenForm = Group.Error("RC016", "A token is a name of letters, digits and `_`.", "\"name\": \"Juniper Goods, empty\"", "\"name\": \"Juniper Goods {{the-suffix}}\"");

    public static readonly Rule Used = Group.Error("RC017", "Every variable is used in `create`.", "\"name\": \"{{shop_name}}\"", "\"name\": \"Juniper Goods\"");

    public static readonly Rule Concrete = Group.Error("RC018", "A literal is the value itself, no placeholder and no token.", Definition, "\"shop_name\": { \"strategy\": \"literal\", \"value\": \"TODO\" }");

    public static readonly Rule Placeholder = Group.Error("RC019", "A format knows `{shortId}` and `{testRunId}`.", "Juniper Goods {shortId}", "Juniper Goods {shortID} of {testRunId}");

    public static readonly Rule Varying = Group.Warning("RC020", "A format holds `{shortId}` or `{testRunId}`: else every run gets the same value.", "Juniper Goods {shortId}", "Juniper Goods");

    public static readonly Rule KnownGenerator = Group.Error("RC021", "A generator is one that is known here.", Definition, "\"shop_name\": { \"strategy\": \"faker\", \"generator\": \"company.nmae\" }");

    public static readonly Rule PortableGenerator = Group.Warning("RC022", "Preflights elsewhere know only person.firstName, person.lastName, internet.email, company.name and lorem.words.", Definition, "\"shop_name\": { \"strategy\": \"faker\", \"generator\": \"commerce.productName\" }");

    public static readonly Rule KnownAlias = Group.Error("RC023", "A reference names the alias of a record.", "\"repeatOf\": { \"_ref\": \"first\" }", "\"repeatOf\": { \"_ref\": \"frist\" }");

    public static readonly Rule RepeatedAlias = Group.Error("RC024", "An alias is given once.", "{ \"number\": 2,", "{ \"_alias\": \"first\", \"number\": 2,");

    public static readonly Rule KnownModel = Group.Error("RC025", "Models are those of discover.json.", new Edit(File, EmptyCreate, EmptyCreate.Replace("empty\" }]", "empty\" }], \"Cart\": []", StringComparison.Ordinal)));

    public static readonly Rule KnownField = Group.Error("RC026", "Fields are those of the model in discover.json, or lists of its children.", "\"name\": \"Juniper Goods, empty\"", "\"name\": \"Juniper Goods, empty\", \"colour\": \"green\"");

    public static readonly Rule Children = Group.Warning("RC027", "Records are nested only where the endpoint says what may be nested.", new Edit(ExamplePlan.Discover, ExamplePlan.RelationLines, "[]"));

    public static readonly Rule FieldValue = Group.Error("RC028", "A value fits the type of its field: lists for lists, words of an enum for an enum.", "\"status\": \"new\"", "\"status\": \"lost\"");

    public static readonly Rule Root = Group.Error("RC029", "The tree begins at the model of the scope field; where relations are known, models nest under their parents.", new Edit(File, EmptyCreate, EmptyCreate.Replace("empty\" }]", "empty\" }], \"Order\": [{ \"number\": 9, \"status\": \"new\" }]", StringComparison.Ordinal)));

    public static readonly Rule FlatReference = Group.Error("RC030", "A child does not stand beside its parent and refer to it: the order of keys may change on the way, so it nests.", new Edit(File, EmptyCreate, EmptyCreate.Replace("empty\" }]", "empty\" }], \"Order\": [{ \"number\": 9, \"status\": \"new\", \"shopId\": { \"_ref\": \"shop\" } }]", StringComparison.Ordinal)));

    public static readonly Rule Discover = Group.Error("RC031", "The file that `discoverPath` names is there (looked for beside the recipes, then upwards) and is valid.", "\"discoverPath\": \"autonoma/discover.json\"", "\"discoverPath\": \"autonoma/discovered.json\"");

    public static readonly Rule UnknownScope = Group.Warning("RC032", "Which model the scope field belongs to can be told.", new Edit(ExamplePlan.Discover, "\"scopeField\": \"shopId\"", "\"scopeField\": \"number\""));
}

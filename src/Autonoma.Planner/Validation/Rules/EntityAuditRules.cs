namespace Autonoma.Planner.Validation.Rules;

internal static class EntityAuditRules
{
    private const string Line = "  - name: OrderLine\n    independently_created: false\n";

    public static readonly RuleGroup Group = new("entity-audit.md", ExamplePlan.EntityAudit);

    public static readonly Rule Keys = Group.Error("EA001", "The keys are `model_count`, `factory_count` and `models`.", "model_count: 3", "model_count: 3\ndate: today");

    public static readonly Rule ModelCount = Group.Error("EA002", "`model_count` is a whole number from 1.", "model_count: 3", "model_count: three");

    public static readonly Rule FactoryCount = Group.Error("EA003", "`factory_count` is a whole number from 0.", "factory_count: 2", "factory_count: -2");

    public static readonly Rule Models = Group.Error("EA004", "`models` is a list of at least one entry.", new Edit(ExamplePlan.EntityAudit, null, "---\nmodel_count: 1\nfactory_count: 0\nmodels: {}\n---\n"));

    public static readonly Rule Entry = Group.Error("EA005", "An entry of `models` is a group of keys.", new Edit(ExamplePlan.EntityAudit, Line, "  - OrderLine\n" + Line), new Edit(ExamplePlan.EntityAudit, "model_count: 3", "model_count: 4"));

    public static readonly Rule Name = Group.Error("EA006", "`name` of a model is text.", "  - name: OrderLine\n", "  - name: 1\n");

    public static readonly Rule Independent = Group.Error("EA007", "`independently_created` is true or false; older audits say `has_creation_code` instead.", Line, "  - name: OrderLine\n    independently_created: \"false\"\n");

    public static readonly Rule CreationFile = Group.Error("EA008", "`creation_file` is text, and there for every model that is independently created.", "    creation_file: src/Orders/OrderService.cs\n", "");

    public static readonly Rule CreationFunction = Group.Error("EA009", "`creation_function` is text, and there for every model that is independently created.", "    creation_function: OrderService.PlaceAsync\n", "    creation_function: \"\"\n");

    public static readonly Rule SideEffects = Group.Error("EA010", "`side_effects` is a list of texts.", "    side_effects:\n      - sends a mail", "    side_effects: sends a mail");

    public static readonly Rule CreatedBy = Group.Error("EA011", "`created_by` is a list; it may be empty but must be there (not in audits of the older form).", "    created_by: []\n", "");

    public static readonly Rule OwnerEntry = Group.Error("EA012", "An entry of `created_by` has the keys `owner`, `via` and `why`, and no others.", "      - owner: Order\n", "      - owner: Order\n        file: src/Orders/OrderService.cs\n");

    public static readonly Rule Owner = Group.Error("EA013", "`owner` is text.", "      - owner: Order\n", "      - owner: \"\"\n");

    public static readonly Rule Via = Group.Error("EA014", "`via` is text.", "        via: OrderService.PlaceAsync\n", "");

    public static readonly Rule Why = Group.Error("EA015", "`why` is text.", "        why: Every order has the lines that were in the cart, written in its transaction.", "        why:");

    public static readonly Rule Counted = Group.Error("EA016", "`model_count` is the number of entries.", "model_count: 3", "model_count: 4");

    public static readonly Rule Orphan = Group.Error("EA017", "A model that is not independently created has an owner: somebody must create it.", "    created_by:\n      - owner: Order\n        via: OrderService.PlaceAsync\n        why: Every order has the lines that were in the cart, written in its transaction.", "    created_by: []");

    public static readonly Rule KnownOwner = Group.Error("EA018", "An owner is a model of the same audit.", "      - owner: Order\n", "      - owner: Cart\n");

    public static readonly Rule SelfOwner = Group.Error("EA019", "A model does not own itself.", "      - owner: Order\n", "      - owner: OrderLine\n");

    public static readonly Rule FactoriesCounted = Group.Error("EA020", "`factory_count` is the number of independently created models. A wrong number is put right in the file, which is reported and keeps the file valid.", "factory_count: 2", "factory_count: 3");

    public static readonly Rule Repeated = Group.Error("EA021", "A model is listed once.", new Edit(ExamplePlan.EntityAudit, Line, "  - name: Shop\n    independently_created: false\n"), new Edit(ExamplePlan.Discover, null, null), new Edit(ExamplePlan.Scenarios, null, null));

    public static readonly Rule NeedsExtraction = Group.Error("EA022", "`needs_extraction` is true or false.", "needs_extraction: true", "needs_extraction: \"true\"");

    public static readonly Rule ExtractedTo = Group.Error("EA023", "`extracted_to` is text.", "extracted_to: src/Shops/ShopOpening.cs", "extracted_to: []");

    public static readonly Rule Reason = Group.Warning("EA024", "An audit of the older form gives a `reason` for each model, as text.", "    independently_created: false\n    created_by:\n      - owner: Order\n        via: OrderService.PlaceAsync\n        why: Every order has the lines that were in the cart, written in its transaction.", "    has_creation_code: false");

    public static readonly Rule Unreachable = Group.Error("EA025", "Owners of owners end at a model that is independently created: models that only create each other are created by nobody.", new Edit(ExamplePlan.EntityAudit, "      - owner: Order\n        via: OrderService.PlaceAsync\n        why: Every order has the lines that were in the cart, written in its transaction.", "      - owner: LineNote\n        via: NoteService.AddAsync\n        why: A note opens the line that it is about when there is none.\n  - name: LineNote\n    independently_created: false\n    created_by:\n      - owner: OrderLine\n        via: LineService.AddAsync\n        why: Every line begins with an empty note."), new Edit(ExamplePlan.Discover, "    \"models\": [\n", "    \"models\": [\n      { \"name\": \"LineNote\", \"fields\": [] },\n"), new Edit(ExamplePlan.EntityAudit, "model_count: 3", "model_count: 4"));

    public static readonly Rule VagueWhy = Group.Warning("EA026", "`why` says what makes the owner create it, in a sentence that a planner of scenarios can use.", "        why: Every order has the lines that were in the cart, written in its transaction.", "        why: Creates a child.");
}

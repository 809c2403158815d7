namespace Autonoma.Planner.Validation.Rules;

internal static class DiscoverRules
{
    private const string File = ExamplePlan.Discover;
    private const string Edge = "{ \"from\": \"OrderLine\", \"to\": \"Order\", \"localField\": \"orderId\", \"foreignField\": \"id\", \"nullable\": false }";
    private const string Relation = "{ \"parentModel\": \"Order\", \"childModel\": \"OrderLine\", \"parentField\": \"lines\", \"childField\": \"orderId\" }";

    public static readonly RuleGroup Group = new("discover.json", File);

    public static readonly Rule Keys = Group.Error("DI001", "The document has the key `schema`; `version`, `sdk`, `nested` and `instanceMemory`, which a whole answer has, are tolerated; no others.", "{\n  \"schema\"", "{\n  \"answer\": 1,\n  \"schema\"");

    public static readonly Rule Schema = Group.Error("DI002", "`schema` is an object with the keys `models`, `edges`, `relations` and `scopeField`, and no others.", "\"scopeField\": \"shopId\"", "\"scopeField\": \"shopId\", \"tables\": []");

    public static readonly Rule Models = Group.Error("DI003", "`models` is a list of at least one object.", "    \"models\": [\n", "    \"models\": [\n      \"Cart\",\n");

    public static readonly Rule ModelName = Group.Error("DI004", "`name` of a model is text.", "    \"models\": [\n", "    \"models\": [\n      { \"fields\": [] },\n");

    public static readonly Rule Fields = Group.Error("DI005", "`fields` is a list of objects; it may be empty.", "    \"models\": [\n", "    \"models\": [\n      { \"name\": \"Shop2\", \"fields\": [\"id\"] },\n");

    public static readonly Rule FieldName = Group.Error("DI006", "`name` of a field is text.", "{ \"name\": \"number\", ", "{ ");

    public static readonly Rule FieldType = Group.Error("DI007", "`type` of a field is a word (a letter, then letters, digits and `_`) or `enum(a,b)`, perhaps with `[]` behind it.", "\"name\": \"number\", \"type\": \"integer\"", "\"name\": \"number\", \"type\": \"decimal(10)\"");

    public static readonly Rule FieldFlags = Group.Error("DI008", "`isRequired`, `isId` and `hasDefault` of a field are there, each true or false.", "\"name\": \"number\", \"type\": \"integer\", \"isRequired\": true", "\"name\": \"number\", \"type\": \"integer\", \"isRequired\": 1");

    public static readonly Rule Edges = Group.Error("DI009", "`edges` is a list of objects, each with exactly `from`, `to`, `localField`, `foreignField` and `nullable`; it may be empty.", Edge, Edge.Replace(", \"nullable\"", ", \"onDelete\": \"cascade\", \"nullable\"", StringComparison.Ordinal));

    public static readonly Rule EdgeTexts = Group.Error("DI010", "`from`, `to`, `localField` and `foreignField` of an edge are text.", Edge, Edge.Replace("\"foreignField\": \"id\"", "\"foreignField\": \"\"", StringComparison.Ordinal));

    public static readonly Rule EdgeNullable = Group.Error("DI011", "`nullable` of an edge is true or false.", Edge, Edge.Replace("\"nullable\": false", "\"nullable\": \"no\"", StringComparison.Ordinal));

    public static readonly Rule Relations = Group.Error("DI012", "`relations` is a list of objects, each with exactly `parentModel`, `childModel`, `parentField` and `childField`; it may be empty.", Relation, Relation.Replace("{ ", "{ \"many\": true, ", StringComparison.Ordinal));

    public static readonly Rule RelationTexts = Group.Error("DI013", "`parentModel`, `childModel`, `parentField` and `childField` of a relation are text.", Relation, Relation.Replace("\"childField\": \"orderId\"", "\"childField\": null", StringComparison.Ordinal));

    public static readonly Rule ScopeField = Group.Error("DI014", "`scopeField` is text.", "\"scopeField\": \"shopId\"", "\"scopeField\": \"\"");

    public static readonly Rule RepeatedModel = Group.Error("DI015", "A model is listed once.", "    \"models\": [\n", "    \"models\": [\n      { \"name\": \"Shop\", \"fields\": [] },\n");

    public static readonly Rule RepeatedField = Group.Error("DI016", "A field is listed once in its model.", "{ \"name\": \"number\", \"type\": \"integer\", \"isRequired\": true, \"isId\": false, \"hasDefault\": false }", "{ \"name\": \"number\", \"type\": \"integer\", \"isRequired\": true, \"isId\": false, \"hasDefault\": false }, { \"name\": \"number\", \"type\": \"string\", \"isRequired\": true, \"isId\": false, \"hasDefault\": false }");

    public static readonly Rule KnownModels = Group.Warning("DI017", "Edges and relations name models that are listed.", Edge, Edge.Replace("\"to\": \"Order\"", "\"to\": \"Cart\"", StringComparison.Ordinal));

    public static readonly Rule KnownScope = Group.Warning("DI018", "Some model has the scope field, or is what it points at.", "\"scopeField\": \"shopId\"", "\"scopeField\": \"tenantId\"");
}

namespace Autonoma.Planner.Validation.Rules;

/// <summary>What front matter must be, whichever file it stands in.</summary>
internal static class FrontMatterRules
{
    private const string File = ExamplePlan.KnowledgeBase;

    public static readonly RuleGroup Group = new("Front matter", File);

    public static readonly Rule Opening = Group.Error("FM001", "The first line is three hyphens and nothing else.", "---\napp_name", "\n---\napp_name");

    public static readonly Rule Closing = Group.Error("FM002", "A line of three hyphens and nothing else ends the front matter.", "---\n\n# Juniper", "--- end\n\n# Juniper");

    public static readonly Rule Syntax = Group.Error("FM003", "The front matter is YAML.", "app_name: Juniper Goods", "app_name: Juniper: Goods");

    public static readonly Rule Mapping = Group.Error("FM004", "The front matter is a group of keys.", new Edit(File, null, "---\n- app_name\n---\n"));

    public static readonly Rule DuplicateKey = Group.Error("FM005", "A key stands once in its group.", "app_name: Juniper Goods", "app_name: Juniper Goods\napp_name: Juniper");

    public static readonly Rule Alias = Group.Error("FM006", "Values are written out, not repeated with `*name`.", "app_name: Juniper Goods", "app_name: *name");

    public static readonly Rule Tag = Group.Error("FM007", "Values have no type tags (`!!str`).", "app_name: Juniper Goods", "app_name: !!str Juniper Goods");

    public static readonly Rule Key = Group.Error("FM008", "Keys are words; a value that begins with a brace is in quotes.", "app_name: Juniper Goods", "app_name: {{name}}");

    public static readonly Rule OneDocument = Group.Error("FM009", "There is one YAML document between the delimiters.", "app_name: Juniper Goods", "app_name: Juniper Goods\n--- # more");

    public static readonly Rule Depth = Group.Error("FM010", "Values are nested at most 64 levels deep.", "app_name: Juniper Goods", $"app_name: {new string('[', 70)}{new string(']', 70)}");

    public static readonly Rule Truth = Group.Error("FM011", "`yes`, `no`, `on` and `off` are in quotes or written `true` and `false`: YAML 1.1 reads them as booleans, YAML 1.2 as text.", "core: true", "core: yes");

    public static readonly Rule Octal = Group.Error("FM012", "Numbers have no leading zero: YAML 1.1 reads `010` as 8.", "feature_count: 2", "feature_count: 02");

    public static readonly Rule Grouped = Group.Error("FM013", "Numbers have no underscores: YAML 1.1 reads `1_000` as 1000, YAML 1.2 as text.", "feature_count: 2", "feature_count: 2_0");

    public static readonly Rule OtherBase = Group.Error("FM014", "Numbers are in base 10: `0x1F` is 31 for YAML, and text for people.", "feature_count: 2", "feature_count: 0x2");

    public static readonly Rule Date = Group.Error("FM015", "A text that looks like a date is in quotes: YAML 1.1 reads a date, which is no text.", "app_name: Juniper Goods", "app_name: 2026-11-21");

    public static readonly Rule Sexagesimal = Group.Error("FM016", "A text such as 12:30 is in quotes: YAML 1.1 reads a number in base 60.", "app_name: Juniper Goods", "app_name: 12:30");

    public static readonly Rule Exponent = Group.Error("FM017", "Numbers have no exponent: `1e3` is text for YAML 1.1 and a number for YAML 1.2.", "feature_count: 2", "feature_count: 2e0");

    public static readonly Rule Tab = Group.Error("FM018", "Blanks between keys and values are spaces, never tabs.", "app_name: Juniper Goods", "app_name:\tJuniper Goods");

    public static readonly Rule Merge = Group.Error("FM019", "Keys are written out, not merged in with `<<`.", "app_name: Juniper Goods", "app_name: Juniper Goods\n<<: {}");
}

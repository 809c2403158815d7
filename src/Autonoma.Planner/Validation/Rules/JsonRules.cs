namespace Autonoma.Planner.Validation.Rules;

/// <summary>What JSON must be, whichever file it is.</summary>
internal static class JsonRules
{
    private const string File = ExamplePlan.Features;

    public static readonly RuleGroup Group = new("JSON", File);

    public static readonly Rule Syntax = Group.Error("JS001", "The file is JSON (RFC 8259).", "\"total_routes\": 2,", "\"total_routes\": 02,");

    public static readonly Rule DuplicateKey = Group.Error("JS002", "A key stands once in its object.", "\"total_routes\": 2,", "\"total_routes\": 2, \"total_routes\": 2,");

    public static readonly Rule Root = Group.Error("JS003", "The document is an object.", new Edit(File, null, "[]"));

    public static readonly Rule NotANumber = Group.Error("JS004", "Numbers are numbers, not `NaN` or `Infinity`.", "\"total_routes\": 2,", "\"total_routes\": NaN,");

    public static readonly Rule Decoration = Group.Error("JS005", "There are no comments, and no comma before a closing bracket.", "\"total_routes\": 2,", "\"total_routes\": 2, // pages");

    public static readonly Rule Depth = Group.Error("JS006", "Values are nested at most 64 levels deep.", "\"total_routes\": 2,", $"\"total_routes\": {new string('[', 70)}{new string(']', 70)},");

    public static readonly Rule HalfCharacter = Group.Error("JS007", "Texts hold whole characters: no escape of one half of a surrogate pair.", "\"name\": \"Checkout\"", "\"name\": \"Checkout \\ud83d\"");
}

using System.Text;
using System.Text.Json.Nodes;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Scenarios.Tests.Recipes;

/// <summary>Recipe files to start from.</summary>
internal static class RecipeTexts
{
    public const string Whole = """
        {
          "version": 1,
          "source": { "discoverPath": "autonoma/discover.json", "scenariosPath": "autonoma/scenarios.md", "commit": "abc" },
          "validationMode": "sdk-check",
          "recipes": [
            {
              "name": "standard",
              "description": "A workspace with its owner.",
              "create": {
                "Workspace": [{ "_alias": "home", "name": "Nordlicht {{suffix}}", "seats": "{{seats}}" }],
                "User": [{ "email": "{{ownerEmail}}", "workspaceId": { "_ref": "home" } }]
              },
              "variables": {
                "suffix": { "strategy": "derived", "source": "testRunId", "format": "{shortId}" },
                "seats": { "strategy": "literal", "value": 12 },
                "ownerEmail": { "strategy": "faker", "generator": "internet.email" }
              },
              "validation": { "status": "validated", "method": "checkScenario", "phase": "ok", "up_ms": 142, "down_ms": 61 },
              "owner": "team-data"
            }
          ],
          "note": "kept"
        }
        """;

    public static RecipeFile Read(string json, RecipeStage stage = RecipeStage.Validated) => RecipeReader.Read(Encoding.UTF8.GetBytes(json), "recipes.json", stage);

    public static IReadOnlyList<Problem> Problems(string json, RecipeStage stage = RecipeStage.Validated)
        => Should.Throw<RecipeFileException>(() => Read(json, stage)).Problems;

    /// <summary>The whole file with one value replaced: a path of keys and indices, and JSON; null removes the key.</summary>
    public static string With(string path, string? json)
    {
        var root = JsonNode.Parse(Whole)!;
        var keys = path.Split('/');
        var parent = keys[..^1].Aggregate(root, (node, key) => int.TryParse(key, out var index) ? node[index]! : node[key]!);
        if (parent is JsonArray list)
            list[int.Parse(keys[^1], System.Globalization.CultureInfo.InvariantCulture)] = JsonNode.Parse(json!);
        else if (json is null)
            ((JsonObject)parent).Remove(keys[^1]);
        else
            parent[keys[^1]] = JsonNode.Parse(json);
        return root.ToJsonString(new() { WriteIndented = true });
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Autonoma.Scenarios.Recipes;

/// <summary>Writes recipes back into the document they came from: keys that nobody knows, and the order of all keys, stay.</summary>
public static class RecipeWriter
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document with the proofs put in, as text that ends in a line end.</summary>
    /// <param name="file">The recipes.</param>
    /// <param name="mode">The new <c>validationMode</c>.</param>
    /// <param name="validations">Proofs by scenario; recipes that are not named keep theirs.</param>
    public static string Write(RecipeFile file, string mode, IReadOnlyDictionary<string, RecipeValidation> validations)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(validations);
        var document = (JsonObject)file.Document.DeepClone();
        document["validationMode"] = mode;
        foreach (var recipe in ((JsonArray)document["recipes"]!).OfType<JsonObject>())
        {
            if (!validations.TryGetValue(recipe["name"]!.GetValue<string>(), out var validation))
                continue;
            // What an earlier proof said beyond the contract stays.
            var block = recipe["validation"] as JsonObject ?? [];
            block["status"] = "validated";
            block["method"] = validation.Method;
            block["phase"] = "ok";
            Set(block, "up_ms", validation.UpMilliseconds);
            Set(block, "down_ms", validation.DownMilliseconds);
            if (block.Parent is null)
                recipe["validation"] = block;
        }

        return document.ToJsonString(Options) + "\n";
    }

    private static void Set(JsonObject block, string key, long? value)
    {
        if (value is null)
            block.Remove(key);
        else
            block[key] = value;
    }
}

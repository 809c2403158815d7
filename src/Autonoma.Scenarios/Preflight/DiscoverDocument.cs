using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Scenarios.Preflight;

/// <summary>The answer to <c>discover</c> as a file: an object with the key <c>schema</c>, and what may be nested, where that is known.</summary>
public static class DiscoverDocument
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a file; of what stands beside <c>schema</c> (a whole answer) only <c>nested</c> is looked at.</summary>
    /// <exception cref="RecipeFileException">It is not there, or holds no schema.</exception>
    public static SchemaFacts Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!File.Exists(path))
            throw Wrong(path, "no-file", "There is no such file.", "'autonoma env discover --write FILE' makes it; 'source.discoverPath' of the recipes names it.");
        var (root, _) = RecipeReader.Parse(File.ReadAllBytes(path), path);
        if (root is not JsonObject document || document["schema"] is not JsonObject)
            throw Wrong(path, "no-schema", "The file must be an object with the key 'schema'.", "'autonoma env discover --write FILE' makes it.");
        try
        {
            using var parsed = JsonDocument.Parse(document.ToJsonString());
            return new AnswerReader("discover").Schema(parsed.RootElement.GetProperty("schema"), "schema") with { Nested = AnswerReader.Nested(parsed.RootElement) };
        }
        catch (EnvironmentException e)
        {
            throw Wrong(path, "bad-schema", e.Message, null);
        }
    }

    /// <summary>The text of the file for an answer.</summary>
    public static string Write(Discovery discovery)
    {
        ArgumentNullException.ThrowIfNull(discovery);
        var key = discovery.IsVersion2 ? "scenarios" : "schema";
        var document = new JsonObject { [key] = JsonNode.Parse(discovery.Raw.GetProperty(key).GetRawText()) };
        if (discovery.Schema?.Nested is not null)
            document["nested"] = JsonNode.Parse(discovery.Raw.GetProperty("nested").GetRawText());
        return document.ToJsonString(Options) + "\n";
    }

    private static RecipeFileException Wrong(string path, string code, string message, string? fix) => new([new(code, ProblemSeverity.Error, "", message, fix) { File = path }]);
}

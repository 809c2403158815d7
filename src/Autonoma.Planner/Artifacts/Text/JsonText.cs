using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Autonoma.Planner.Artifacts.Text;

/// <summary>JSON as all artifacts are written: indented, readable letters, line feeds, one at the end.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(JsonNode node) => node.ToJsonString(Options) + "\n";

    public static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    public static JsonArray List(IEnumerable<JsonObject> nodes) => new([.. nodes]);
}

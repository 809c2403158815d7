using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Autonoma.Scenarios.Lifecycle;

/// <summary>What <c>.scenario-validation.json</c> says: whether the recipes may be used.</summary>
/// <param name="PreflightPassed">Whether the recipes could work, by themselves.</param>
/// <param name="Checks">What came of each scenario; empty when the preflight did not pass.</param>
/// <param name="BlockingIssues">Everything that stands in the way, in words.</param>
/// <param name="RecipePath">The recipes.</param>
/// <param name="EndpointUrl">The endpoint.</param>
public sealed record ValidationReport(bool PreflightPassed, IReadOnlyList<ScenarioCheck> Checks, IReadOnlyList<string> BlockingIssues, string RecipePath, Uri EndpointUrl)
{
    /// <summary>Name of the file, beside the recipes.</summary>
    public const string FileName = ".scenario-validation.json";

    /// <summary>The mode of recipes that went through here.</summary>
    public const string Mode = "endpoint-lifecycle";

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What a look at the app in a browser found, signed in as a scenario says; null when nobody looked.</summary>
    public JsonObject? LoginProbe { get; init; }

    /// <summary>Whether everything is as it should be.</summary>
    public bool Passed => PreflightPassed && Checks.Count > 0 && Checks.All(check => check.Passed) && BlockingIssues.Count == 0;

    /// <summary>The text of the file: exactly the keys that readers of it expect.</summary>
    public string Write()
    {
        var node = new JsonObject
        {
            ["status"] = Passed ? "ok" : "failed",
            ["preflightPassed"] = PreflightPassed,
            ["smokeTestPassed"] = Checks.Count > 0 && Checks.All(check => check.Passed),
            ["validatedScenarios"] = Names(passed: true),
            ["failedScenarios"] = Names(passed: false),
            ["blockingIssues"] = new JsonArray([.. BlockingIssues.Select(issue => (JsonNode)issue)]),
            ["recipePath"] = RecipePath,
            ["validationMode"] = Mode,
            ["endpointUrl"] = EndpointUrl.ToString(),
        };
        if (LoginProbe is not null)
            node["loginProbe"] = LoginProbe.DeepClone();
        return node.ToJsonString(Options) + "\n";
    }

    private JsonArray Names(bool passed) => new([.. Checks.Where(check => check.Passed == passed).Select(check => (JsonNode)check.Scenario)]);
}

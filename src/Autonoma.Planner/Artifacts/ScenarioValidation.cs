using System.Text.Json.Nodes;
using Autonoma.Planner.Artifacts.Text;

namespace Autonoma.Planner.Artifacts;

/// <summary>What <c>.scenario-validation.json</c> says: whether the scenarios were proven. Written by step 5.</summary>
public sealed record ScenarioValidation
{
    /// <summary>Whether everything is as it should be: <c>ok</c>, else <c>failed</c>.</summary>
    public required bool IsOk { get; init; }

    /// <summary>Whether the recipes could work, by themselves.</summary>
    public required bool PreflightPassed { get; init; }

    /// <summary>Whether every scenario was made and removed.</summary>
    public required bool SmokeTestPassed { get; init; }

    /// <summary>Scenarios that passed.</summary>
    public IReadOnlyList<string> ValidatedScenarios { get; init; } = [];

    /// <summary>Scenarios that did not.</summary>
    public IReadOnlyList<string> FailedScenarios { get; init; } = [];

    /// <summary>What stands in the way, in words.</summary>
    public IReadOnlyList<string> BlockingIssues { get; init; } = [];

    /// <summary>The recipes.</summary>
    public required string RecipePath { get; init; }

    /// <summary><c>sdk-check</c> or <c>endpoint-lifecycle</c>.</summary>
    public string ValidationMode { get; init; } = "endpoint-lifecycle";

    /// <summary>The endpoint.</summary>
    public required Uri EndpointUrl { get; init; }

    /// <summary>What the login probe found; null when there was none.</summary>
    public JsonObject? LoginProbe { get; init; }

    /// <summary>The text of the file.</summary>
    public string Write()
    {
        var node = new JsonObject
        {
            ["status"] = IsOk ? "ok" : "failed",
            ["preflightPassed"] = PreflightPassed,
            ["smokeTestPassed"] = SmokeTestPassed,
            ["validatedScenarios"] = JsonText.List(ValidatedScenarios),
            ["failedScenarios"] = JsonText.List(FailedScenarios),
            ["blockingIssues"] = JsonText.List(BlockingIssues),
            ["recipePath"] = RecipePath,
            ["validationMode"] = ValidationMode,
            ["endpointUrl"] = EndpointUrl.OriginalString,
        };
        if (LoginProbe is not null)
            node["loginProbe"] = LoginProbe.DeepClone();
        return JsonText.Write(node);
    }
}

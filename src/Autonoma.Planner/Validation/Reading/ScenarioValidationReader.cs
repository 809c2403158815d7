using System.Text.Json.Nodes;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Documents;
using R = Autonoma.Planner.Validation.Rules.ScenarioValidationRules;

namespace Autonoma.Planner.Validation.Reading;

internal static class ScenarioValidationReader
{
    public static ScenarioValidation? Read(SourceText source, Report report)
    {
        if (JsonSource.Read(source.Text, report) is not { } root)
            return null;
        var before = report.Count;
        var fields = new Fields(root, "", report);
        var status = fields.OneOf("status", R.Status, "ok", "failed");
        var preflight = fields.Truth("preflightPassed", R.Preflight);
        var smoke = fields.Truth("smokeTestPassed", R.SmokeTest);
        var validated = Texts(fields, "validatedScenarios");
        var failed = Texts(fields, "failedScenarios");
        var issues = Texts(fields, "blockingIssues");
        var recipes = fields.Text("recipePath", R.RecipePath);
        var mode = fields.OneOf("validationMode", R.Mode, "sdk-check", "endpoint-lifecycle");
        var url = fields.Text("endpointUrl", R.EndpointUrl);
        if (url is not null && EndpointAddress.WhyWrong(url) is { } why)
            report.Add(R.EndpointUrl, root.Find("endpointUrl")!.Value, "endpointUrl", why, "Example: http://localhost:3000/api/autonoma.");
        var probe = fields.Group("loginProbe", R.LoginProbe, optional: true);
        fields.NoOthers(R.Keys);
        if (status == "ok")
            Consistent(preflight, smoke, validated, failed, issues, root, report);
        return report.Count > before ? null : new()
        {
            IsOk = status == "ok",
            PreflightPassed = preflight!.Value,
            SmokeTestPassed = smoke!.Value,
            ValidatedScenarios = validated!,
            FailedScenarios = failed!,
            BlockingIssues = issues!,
            RecipePath = recipes!,
            ValidationMode = mode!,
            EndpointUrl = new(url!),
            LoginProbe = probe is null ? null : JsonNode.Parse(source.Text)?["loginProbe"]?.DeepClone() as JsonObject,
        };
    }

    private static List<string>? Texts(Fields fields, string key) => fields.Texts(key, R.Lists, mayBeEmpty: true)?.Select(text => text.Text).ToList();

    private static void Consistent(bool? preflight, bool? smoke, List<string>? validated, List<string>? failed, List<string>? issues, MapNode root, Report report)
    {
        string?[] against =
        [
            preflight == false ? "preflightPassed is false" : null,
            smoke == false ? "smokeTestPassed is false" : null,
            validated is { Count: 0 } ? "no scenario was validated" : null,
            failed is { Count: > 0 } ? $"{DocumentNode.Short(string.Join(", ", failed))} failed" : null,
            issues is { Count: > 0 } ? $"{issues.Count} {(issues.Count == 1 ? "issue stands" : "issues stand")} in the way" : null,
        ];
        if (against.Any(reason => reason is not null))
            report.Add(R.Consistent, root.Find("status")!.Value, "status", $"says ok, but {string.Join(", and ", against.OfType<string>())}.", "Write failed, or mend what failed and validate again.");
    }
}

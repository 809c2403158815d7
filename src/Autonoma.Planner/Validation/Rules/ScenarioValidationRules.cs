namespace Autonoma.Planner.Validation.Rules;

internal static class ScenarioValidationRules
{
    public static readonly RuleGroup Group = new(".scenario-validation.json", ExamplePlan.ScenarioValidation);

    public static readonly Rule Keys = Group.Error("SV001", "The keys are `status`, `preflightPassed`, `smokeTestPassed`, `validatedScenarios`, `failedScenarios`, `blockingIssues`, `recipePath`, `validationMode`, `endpointUrl` and perhaps `loginProbe`.", "\"status\": \"ok\",", "\"status\": \"ok\", \"iterations\": 2,");

    public static readonly Rule Status = Group.Error("SV002", "`status` is ok or failed.", "\"status\": \"ok\"", "\"status\": \"passed\"");

    public static readonly Rule Preflight = Group.Error("SV003", "`preflightPassed` is true or false.", "\"preflightPassed\": true", "\"preflightPassed\": \"true\"");

    public static readonly Rule SmokeTest = Group.Error("SV004", "`smokeTestPassed` is true or false.", "\"smokeTestPassed\": true,\n", "");

    public static readonly Rule Lists = Group.Error("SV005", "`validatedScenarios`, `failedScenarios` and `blockingIssues` are lists of texts; they may be empty.", "\"blockingIssues\": []", "\"blockingIssues\": null");

    public static readonly Rule RecipePath = Group.Error("SV006", "`recipePath` is text.", "\"recipePath\": \"autonoma/scenario-recipes.json\"", "\"recipePath\": \"\"");

    public static readonly Rule Mode = Group.Error("SV007", "`validationMode` is sdk-check or endpoint-lifecycle.", "\"validationMode\": \"endpoint-lifecycle\"", "\"validationMode\": \"lifecycle\"");

    public static readonly Rule EndpointUrl = Group.Error("SV008", "`endpointUrl` is an absolute http or https address.", "\"endpointUrl\": \"http://localhost:5000/api/autonoma\"", "\"endpointUrl\": \"localhost:5000/api/autonoma\"");

    public static readonly Rule LoginProbe = Group.Error("SV009", "`loginProbe` may be left out; else it is an object.", "\"loginProbe\": { \"ok\": true, \"mode\": \"cookies\" }", "\"loginProbe\": true");

    public static readonly Rule Consistent = Group.Error("SV010", "`status` is ok only when preflight and smoke test passed, something was validated, nothing failed and nothing stands in the way.", "\"failedScenarios\": []", "\"failedScenarios\": [\"vast\"]");
}

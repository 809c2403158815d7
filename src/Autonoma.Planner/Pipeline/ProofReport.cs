using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Autonoma.Planner.Designing.Writing;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Pipeline.Proving;
using Autonoma.Planner.Validation;

namespace Autonoma.Planner.Pipeline;

/// <summary>What the pipeline writes into <c>.endpoint-validated</c>.</summary>
internal static class ProofReport
{
    public static string Of(PlanFolder folder)
    {
        var proof = JsonNode.Parse(File.ReadAllText(folder.ScenarioValidation))!.AsObject();
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"endpoint: {proof["endpointUrl"]}\n");
        foreach (var scenario in proof["validatedScenarios"]!.AsArray())
            text.Append(CultureInfo.InvariantCulture, $"{scenario}: made and removed\n");
        if (proof["loginProbe"] is JsonObject login)
            text.Append(CultureInfo.InvariantCulture, $"login: {(login["ok"]?.GetValue<bool>() == true ? $"signed in by {login["mode"]}" : $"could not be told: {login["reason"]}")}\n");
        if (File.Exists(folder.Scenarios) && ArtifactReader.Scenarios(File.ReadAllText(folder.Scenarios)).Value is { } plan)
        {
            foreach (var edit in new ScenarioBody(plan.Body).ListOf(LifecycleStep.EditsSection))
                text.Append(CultureInfo.InvariantCulture, $"edit: {edit}\n");
        }

        return text.ToString();
    }
}

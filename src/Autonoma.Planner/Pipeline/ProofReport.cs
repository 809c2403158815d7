using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Autonoma.Planner.Folders;

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
        return text.ToString();
    }
}

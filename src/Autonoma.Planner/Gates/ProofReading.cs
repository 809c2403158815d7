using System.Text.Json;

namespace Autonoma.Planner.Gates;

/// <summary>Whether <c>.scenario-validation.json</c> says that everything passed. That it is well formed is the business of its own rules.</summary>
internal static class ProofReading
{
    private static readonly string[] Needed = ["standard", "empty", "large"];

    /// <summary>What it does not say, in words; empty when it says all of it.</summary>
    public static IReadOnlyList<string> WhatIsMissing(byte[] content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return ["'.scenario-validation.json' is no object."];
            var missing = new List<string>();
            if (Property(root, "status") is not { ValueKind: JsonValueKind.String } status || status.GetString() != "ok")
                missing.Add("'status' is not 'ok'.");
            foreach (var flag in (string[])["preflightPassed", "smokeTestPassed"])
            {
                if (Property(root, flag)?.ValueKind != JsonValueKind.True)
                    missing.Add($"'{flag}' is not true.");
            }

            if (Names(root, "failedScenarios") is { Count: > 0 } failed)
                missing.Add($"Scenarios failed: {string.Join(", ", failed)}.");
            if (Names(root, "blockingIssues") is { Count: > 0 } issues)
                missing.Add($"Something stands in the way: {string.Join("; ", issues)}");
            if (Needed.Except(Names(root, "validatedScenarios"), StringComparer.Ordinal).ToList() is { Count: > 0 } unproven)
                missing.Add($"Scenarios were not made: {string.Join(", ", unproven)}.");
            return missing;
        }
        catch (JsonException e)
        {
            return [$"'.scenario-validation.json' cannot be read: {e.Message}"];
        }
    }

    private static JsonElement? Property(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value : null;

    private static List<string> Names(JsonElement root, string name)
        => Property(root, name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(item => item.ToString())] : [];
}

using System.Text.Json.Nodes;

namespace Autonoma.Platform.Runs;

/// <summary>Steps as the API shows them, made from a <c>result.json</c>: the same while a run goes on and afterwards.</summary>
public static class StepViews
{
    /// <summary>A step.</summary>
    /// <param name="step">As the engine writes it.</param>
    public static JsonObject Step(JsonNode step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return new()
        {
            ["number"] = Copy(step, "number"),
            ["section"] = Copy(step, "section"),
            ["text"] = Copy(step, "text"),
            ["line"] = Copy(step, "line"),
            ["status"] = Copy(step, "status"),
            ["durationMs"] = Copy(step, "duration"),
            ["message"] = Copy(step, "message"),
            ["failure"] = Copy(step, "failure"),
            ["decidedBy"] = Copy(step, "decidedBy"),
            ["attempts"] = new JsonArray([.. (step["attempts"]?.AsArray() ?? []).OfType<JsonNode>().Select(Attempt)]),
        };
    }

    /// <summary>An attempt: pictures are named as they are among the run's artifacts.</summary>
    /// <param name="attempt">As the engine writes it.</param>
    public static JsonNode Attempt(JsonNode attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var parameters = attempt["arguments"]?.DeepClone().AsObject() ?? [];
        var command = parameters["command"]?.DeepClone();
        parameters.Remove("command");
        return new JsonObject
        {
            ["command"] = command,
            ["params"] = parameters,
            ["status"] = Copy(attempt, "status"),
            ["outcome"] = Copy(attempt, "outcome"),
            ["failure"] = Copy(attempt, "failure"),
            ["output"] = Copy(attempt, "output"),
            ["startedAtMs"] = Copy(attempt, "startedAt"),
            ["durationMs"] = Copy(attempt, "duration"),
            ["target"] = Copy(attempt, "target"),
            ["bounds"] = Copy(attempt, "targetBounds"),
            ["confidence"] = Copy(attempt, "confidence"),
            ["evidence"] = new JsonObject { ["considered"] = Copy(attempt, "considered"), ["claims"] = Copy(attempt, "claims"), ["isAmbiguous"] = Copy(attempt, "isAmbiguous") },
            ["urlBefore"] = Copy(attempt, "urlBefore"),
            ["urlAfter"] = Copy(attempt, "urlAfter"),
            ["before"] = Picture(attempt, "screenshotBefore"),
            ["after"] = Picture(attempt, "screenshotAfter"),
        };
    }

    /// <summary>Name of a picture among the run's artifacts; null when there is none.</summary>
    public static JsonNode? Picture(JsonNode of, string member) => of[member]?.GetValue<string>() is { } name ? JsonValue.Create($"screenshots/{name}") : null;

    private static JsonNode? Copy(JsonNode from, string member) => from[member]?.DeepClone();
}

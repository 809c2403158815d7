using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Gates;
using Autonoma.Planner.Pipeline;
using Autonoma.Planner.Pipeline.State;

namespace Autonoma.Planner.Reporting;

/// <summary>
/// Reports a plan to a platform: a setup, its steps, its files, its recipes. All but the recipes is best effort within a time limit. What was taken is noted after it
/// was taken, with the hash of what it held: a call that failed is made again by the next run, and one that did not is not.
/// </summary>
/// <param name="client">The platform.</param>
/// <param name="folder">The plan.</param>
/// <param name="disk">Writes.</param>
/// <param name="say">Is told what did not work, for people.</param>
public sealed class PlatformReporter(PlatformClient client, PlanFolder folder, DurableFiles disk, Action<string> say) : IPlanReporter
{
    private readonly ReportedState _state = new(folder, disk);
    private bool _isOut;

    /// <summary>Topic of a run for one topic only, which has a setup of its own; null for the whole plan.</summary>
    public string? Topic { get; init; }

    /// <inheritdoc/>
    public Task StartedAsync(StepDefinition step, CancellationToken cancellationToken) => EventAsync("step.started", step, cancellationToken);

    /// <inheritdoc/>
    public async Task CompletedAsync(StepDefinition step, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(step);
        await EventAsync("step.completed", step, cancellationToken).ConfigureAwait(false);
        if (step.Number == 1 && Directory.Exists(folder.Skills))
            await ArtifactsAsync("skills", [.. Directory.EnumerateFiles(folder.Skills, "*.md").Order(StringComparer.Ordinal)], folder.Skills, cancellationToken).ConfigureAwait(false);
        if (step.Number == PlanFolder.Steps)
            await ArtifactsAsync("testCases", [.. FileSource.Disk.List(folder.Tests).Where(file => PlanEntry.Of(folder, file).Artifact == ArtifactKind.Test)], folder.Tests, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> UploadRecipesAsync(string recipes, CancellationToken cancellationToken)
    {
        var content = Encoding.UTF8.GetBytes(recipes);
        _isOut = false; // what is required is tried whatever failed before
        if (await SetupAsync(cancellationToken).ConfigureAwait(false) is not { } setup)
            return ["There is no setup to upload them to: the platform could not be reached, or refused the key."];
        if (_state.IsTaken(setup, "recipes", content))
            return [];
        var answer = await client.PostAsync($"v1/setup/setups/{Uri.EscapeDataString(setup)}/scenario-recipe-versions", content, PlatformClient.UploadTime, cancellationToken).ConfigureAwait(false);
        if (answer.Status is not (200 or 201))
            return Reasons(answer);
        _state.Take(setup, "recipes", content);
        return [];
    }

    /// <summary>Sends what a coding agent's session has come to since it was last sent. Only where somebody has asked for it; best effort.</summary>
    /// <param name="file">The session.</param>
    /// <param name="secrets">Values that must not leave.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task StreamAsync(string file, IReadOnlyList<string> secrets, CancellationToken cancellationToken)
    {
        if (!File.Exists(file) || await SetupAsync(cancellationToken).ConfigureAwait(false) is not { } setup)
            return;
        var (entries, next) = TranscriptReader.Read(file, _state.Position(setup, file), secrets);
        foreach (var entry in entries)
        {
            var answer = await client.PostAsync($"v1/setup/setups/{Uri.EscapeDataString(setup)}/events", new JsonObject { ["type"] = "transcript", ["data"] = entry }, PlatformClient.EventTime, cancellationToken).ConfigureAwait(false);
            if (!answer.IsTaken)
            {
                Fail("the transcript", answer);
                return;
            }
        }

        _state.Move(setup, file, next);
    }

    private async Task EventAsync(string type, StepDefinition step, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["type"] = type, ["data"] = new JsonObject { ["step"] = step.Index, ["name"] = step.Name } };
        await OnceAsync($"{type} {step.Index}", "events", body, PlatformClient.EventTime, cancellationToken).ConfigureAwait(false);
    }

    private async Task ArtifactsAsync(string name, IReadOnlyList<string> files, string root, CancellationToken cancellationToken)
    {
        var list = new JsonArray();
        foreach (var file in files)
        {
            var entry = new JsonObject { ["name"] = Path.GetFileName(file), ["content"] = await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false) };
            if (Path.GetDirectoryName(Path.GetRelativePath(root, file)) is { Length: > 0 } inner)
                entry["folder"] = inner.Replace('\\', '/');
            list.Add((JsonNode)entry);
        }

        if (list.Count > 0)
            await OnceAsync(name, "artifacts", new() { [name] = list }, PlatformClient.UploadTime, cancellationToken).ConfigureAwait(false);
    }

    private async Task OnceAsync(string name, string path, JsonObject body, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (_isOut || await SetupAsync(cancellationToken).ConfigureAwait(false) is not { } setup)
            return;
        var content = Encoding.UTF8.GetBytes(body.ToJsonString());
        if (_state.IsTaken(setup, name, content))
            return;
        var answer = await client.PostAsync($"v1/setup/setups/{Uri.EscapeDataString(setup)}/{path}", body, limit, cancellationToken).ConfigureAwait(false);
        if (answer.IsTaken)
            _state.Take(setup, name, content);
        else
            Fail($"'{name}'", answer);
    }

    private async Task<string?> SetupAsync(CancellationToken cancellationToken)
    {
        var file = folder.GenerationId(Topic);
        if (File.Exists(file) && (await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false)).Trim() is { Length: > 0 } known)
            return known;
        if (_isOut)
            return null;
        var answer = await client.PostAsync("v1/setup/setups", new JsonObject { ["applicationId"] = client.ApplicationId, ["repoName"] = Path.GetFileName(folder.Repository) }, PlatformClient.EventTime, cancellationToken).ConfigureAwait(false);
        var id = answer.IsTaken ? Id(answer.Body) : null;
        if (id is null)
        {
            Fail("a setup", answer);
            return null;
        }

        disk.Write(file, Encoding.UTF8.GetBytes(id + "\n"));
        return id;
    }

    // One line for one outage; the next run tries again.
    private void Fail(string what, PlatformAnswer answer)
    {
        _isOut = answer.Status is 0 or 401 or 403;
        say($"The platform did not take {what} ({(answer.Status == 0 ? answer.Body : $"status {answer.Status}")}); the plan goes on, and the next run reports it.");
    }

    private static string? Id(string body)
    {
        try
        {
            return JsonNode.Parse(body) is JsonObject answer && answer["id"] is JsonValue id && id.ToString().Trim() is { Length: > 0 } text ? text : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Platforms say it in different shapes; every text that may be a reason is shown.
    private static IReadOnlyList<string> Reasons(PlatformAnswer answer)
    {
        var first = answer.Status == 0 ? $"no answer: {answer.Body}" : $"status {answer.Status}";
        try
        {
            var reasons = new List<string>();
            Collect(JsonNode.Parse(answer.Body), "", reasons);
            return reasons.Count == 0 ? [first] : [first, .. reasons];
        }
        catch (JsonException)
        {
            return answer.Status == 0 || answer.Body.Length == 0 ? [first] : [$"{first}: {(answer.Body.Length > 500 ? answer.Body[..500] + " ..." : answer.Body)}"];
        }
    }

    private static void Collect(JsonNode? node, string path, List<string> reasons)
    {
        switch (node)
        {
            case JsonObject group:
                foreach (var (key, value) in group)
                    Collect(value, path.Length == 0 ? key : $"{path}.{key}", reasons);
                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                    Collect(list[i], $"{path}[{i}]", reasons);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                reasons.Add($"{path}: {value}");
                break;
            default:
                break;
        }
    }
}

using System.Text.Json.Nodes;
using Autonoma.Platform.Artifacts;
using Autonoma.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Platform.Runs;

/// <summary>Reads what is known of a run: from its result once it has one, from its events until then.</summary>
/// <param name="db">For one organization.</param>
public sealed class RunReader(PlatformDbContext db)
{
    /// <summary>The attempt that decided, a <c>result.json</c>; null while there is none.</summary>
    public async Task<JsonObject?> ResultAsync(Guid run, CancellationToken cancellationToken)
    {
        var tries = await db.Set<RunResultDocument>().Where(one => one.RunId == run).Select(one => one.Tries).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return tries is null ? null : JsonNode.Parse(tries)!.AsArray()[^1]!.AsObject();
    }

    /// <summary>How far a run without a result is: what its newest attempt has told so far.</summary>
    public async Task<RunSoFar> SoFarAsync(Guid run, CancellationToken cancellationToken)
    {
        var events = await db.Set<RunEvent>().AsNoTracking().Where(one => one.RunId == run && (one.Kind == "step" || one.Kind == "state")).OrderBy(one => one.Sequence).ToListAsync(cancellationToken).ConfigureAwait(false);
        var steps = new SortedDictionary<int, JsonObject>();
        string? phase = null, startUrl = null;
        foreach (var happened in events)
        {
            var data = JsonNode.Parse(happened.Data)!.AsObject();
            if (happened.Kind == "state")
            {
                // Another attempt begins from its first step.
                if (data["status"]?.GetValue<string>() is "running" or "queued")
                {
                    steps.Clear();
                    (phase, startUrl) = (null, null);
                }
                else if (data["phase"]?.GetValue<string>() is { } reached)
                    (phase, startUrl) = (reached, data["startUrl"]?.GetValue<string>());
                continue;
            }

            if (data["number"]?.GetValue<int>() is not { } number)
                continue;
            steps[number] = data["phase"]?.GetValue<string>() == "ended" && data["step"] is JsonObject ended
                ? ended.DeepClone().AsObject()
                : new() { ["number"] = number, ["section"] = data["section"]?.DeepClone(), ["text"] = data["text"]?.DeepClone(), ["line"] = data["line"]?.DeepClone(), ["status"] = "running", ["attempts"] = new JsonArray() };
        }

        return new([.. steps.Values], phase, startUrl);
    }

    /// <summary>The question that a run waits with; null when it waits for nobody.</summary>
    public async Task<JsonObject?> OpenQuestionAsync(Guid run, CancellationToken cancellationToken)
    {
        var events = await db.Set<RunEvent>().AsNoTracking().Where(one => one.RunId == run && one.Kind == "question").OrderBy(one => one.Sequence).Select(one => one.Data).ToListAsync(cancellationToken).ConfigureAwait(false);
        var last = events.Count > 0 ? JsonNode.Parse(events[^1])!.AsObject() : null;
        return last?.ContainsKey("answer") == false ? last : null;
    }

    /// <summary>The run before this one in which the test passed, on the same branch; null when there is none.</summary>
    public async Task<Guid?> PreviousPassedAsync(Run run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.TestId is not { } test)
            return null;
        var earlier = await db.Set<Run>().Where(one => one.TestId == test && one.Status == RunStatus.Passed && one.Id < run.Id && one.BranchId == run.BranchId)
            .OrderByDescending(one => one.EndedAt).Select(one => (Guid?)one.Id).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return earlier;
    }

    /// <summary>What a run left, newest attempt first, then by name.</summary>
    public async Task<IReadOnlyList<Artifact>> ArtifactsAsync(Guid run, CancellationToken cancellationToken)
        => await db.Set<Artifact>().AsNoTracking().Where(one => one.RunId == run).OrderByDescending(one => one.Attempt).ThenBy(one => one.Name).ToListAsync(cancellationToken).ConfigureAwait(false);
}

/// <summary>How far a run is.</summary>
/// <param name="Steps">Those that have begun, each as it was last told.</param>
/// <param name="Phase"><c>planned</c>, <c>environment</c>, <c>browser</c> or <c>steps</c>; null before a worker has read the test.</param>
/// <param name="StartUrl">Where its first page lies; null before that is known.</param>
public sealed record RunSoFar(JsonArray Steps, string? Phase, string? StartUrl);

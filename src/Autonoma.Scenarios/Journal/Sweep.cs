using Autonoma.Scenarios.Client;

namespace Autonoma.Scenarios.Journal;

/// <summary>What a sweep did with an instance.</summary>
public enum SweepOutcome
{
    /// <summary>Torn down now.</summary>
    Removed,
    /// <summary>It stands because somebody wanted it to, and was left.</summary>
    Kept,
    /// <summary>A process that is alive looks after it.</summary>
    InUse,
    /// <summary>It would be torn down; only a list was asked for.</summary>
    Open,
    /// <summary>The endpoint did not tear it down; the next sweep tries again.</summary>
    Stayed,
    /// <summary>It may or may not exist, and this endpoint has no way to remove it without the token that was lost.</summary>
    Lost,
    /// <summary>Taken off the list without tearing it down.</summary>
    Forgotten,
    /// <summary>A journal that cannot be read.</summary>
    Damaged,
}

/// <summary>An instance that a sweep came across.</summary>
/// <param name="RunId">Its run; empty for a journal that is in use.</param>
/// <param name="Scenario">Its scenario.</param>
/// <param name="Endpoint">Where it was asked for.</param>
/// <param name="At">When it was asked for.</param>
/// <param name="Outcome">What was done.</param>
/// <param name="Message">Why, and what to do.</param>
public sealed record Swept(string RunId, string Scenario, Uri? Endpoint, DateTimeOffset? At, SweepOutcome Outcome, string Message);

/// <summary>Tears down what processes that are gone have left.</summary>
/// <param name="folder">Folder of the journals.</param>
/// <param name="clientFor">The client for an endpoint.</param>
/// <param name="time">The clock.</param>
public sealed class Sweep(string folder, Func<Uri, EnvironmentClient> clientFor, TimeProvider time)
{
    /// <summary>Lists only.</summary>
    public bool DryRun { get; init; }

    /// <summary>Tears down kept instances, too.</summary>
    public bool IncludeKept { get; init; }

    /// <summary>Only these runs; empty for all.</summary>
    public IReadOnlyList<string> Runs { get; init; } = [];

    /// <summary>Takes the runs off the list without asking any endpoint.</summary>
    public bool Forget { get; init; }

    /// <summary>Goes through all journals, the oldest first; one instance that stays stops nothing.</summary>
    public async Task<IReadOnlyList<Swept>> RunAsync(CancellationToken cancellationToken)
    {
        var found = new List<Swept>();
        if (!Directory.Exists(folder))
            return found;
        foreach (var path in Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal))
        {
            using var file = TryOpen(path, found);
            if (file is null)
                continue;

            foreach (var entry in file.Entries.Where(entry => entry.IsOpen && (Runs.Count == 0 || Runs.Contains(entry.RunId, StringComparer.Ordinal))))
            {
                cancellationToken.ThrowIfCancellationRequested();
                found.Add(await OneAsync(file, entry, cancellationToken).ConfigureAwait(false));
            }
        }

        return found;
    }

    private JournalFile? TryOpen(string path, List<Swept> found)
    {
        try
        {
            var file = JournalFile.TryOpen(path);
            if (file is null && File.Exists(path) && Runs.Count == 0)
                found.Add(new("", "", null, null, SweepOutcome.InUse, $"{Path.GetFileName(path)} belongs to a process that is running."));
            return file;
        }
        catch (InvalidDataException e)
        {
            // Somebody changed it. The others are swept all the same.
            found.Add(new("", "", null, null, SweepOutcome.Damaged, $"{e.Message} Read it by hand, then delete it."));
            return null;
        }
    }

    private async Task<Swept> OneAsync(JournalFile file, JournalEntry entry, CancellationToken cancellationToken)
    {
        Swept Result(SweepOutcome outcome, string message) => new(entry.RunId, entry.Scenario, entry.Endpoint, entry.At, outcome, message);
        if (Forget)
        {
            file.Add(new() { Event = "removed", Run = entry.RunId, At = time.GetUtcNow(), Problem = "forgotten" });
            return Result(SweepOutcome.Forgotten, "Taken off the list; nothing was torn down.");
        }

        if (entry.State == InstanceState.Kept && !IncludeKept && Runs.Count == 0)
            return Result(SweepOutcome.Kept, $"Made by 'autonoma env up': 'autonoma env down {entry.RunId}' removes it.");
        if (DryRun)
            return Result(SweepOutcome.Open, entry.Token is null ? "No answer to 'up' is known." : "Stands.");
        var removal = await new InstanceRemoval(clientFor).RemoveAsync(
            entry, name => file.Add(new() { Event = "undone", Run = entry.RunId, At = time.GetUtcNow(), Instance = name }), cancellationToken).ConfigureAwait(false);
        file.Add(new() { Event = removal.IsGone ? "removed" : "stayed", Run = entry.RunId, At = time.GetUtcNow(), Problem = removal.Problem });
        return (removal.IsGone, removal.IsLost) switch
        {
            (true, _) => Result(SweepOutcome.Removed, "Torn down."),
            (_, true) => Result(SweepOutcome.Lost, $"{removal.WhyLost} Look for records of run {entry.RunId} and remove them by hand; 'autonoma env sweep --forget {entry.RunId}' takes it off the list."),
            _ => Result(SweepOutcome.Stayed, removal.Problem ?? ""),
        };
    }
}

using Autonoma.EnvironmentFactory.Protocol;
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
        try
        {
            await UndoEarlierAsync(file, entry, cancellationToken).ConfigureAwait(false);
            if (entry.State is not (InstanceState.Removed or InstanceState.Refused))
                await RemoveAsync(entry, cancellationToken).ConfigureAwait(false);
            file.Add(new() { Event = "removed", Run = entry.RunId, At = time.GetUtcNow() });
            return Result(SweepOutcome.Removed, "Torn down.");
        }
        catch (EnvironmentException e)
        {
            file.Add(new() { Event = "stayed", Run = entry.RunId, At = time.GetUtcNow(), Problem = e.Message });
            return IsLost(entry, e)
                ? Result(SweepOutcome.Lost, $"{WhyLost(entry, e)} Look for records of run {entry.RunId} and remove them by hand; 'autonoma env sweep --forget {entry.RunId}' takes it off the list.")
                : Result(SweepOutcome.Stayed, e.Message);
        }
    }

    private async Task UndoEarlierAsync(JournalFile file, JournalEntry entry, CancellationToken cancellationToken)
    {
        foreach (var name in entry.Earlier)
        {
            await clientFor(entry.Endpoint).DownAsync(null, entry.RunId, entry.Protocol == ProtocolVersions.V2, cancellationToken, NameOf(name)).ConfigureAwait(false);
            file.Add(new() { Event = "undone", Run = entry.RunId, At = time.GetUtcNow(), Instance = name });
        }
    }

    // A removal that failed is tried again; what an endpoint cannot know, it will not know the next time either.
    private static bool IsLost(JournalEntry entry, EnvironmentException e)
        => e.Code is not null && (entry.Token is null || entry.Earlier.Count > 0) && (entry.Instance is null || e.Code is ErrorCodes.UnknownInstance or ErrorCodes.InvalidRefsToken or ErrorCodes.InvalidTeardownToken);

    private static string WhyLost(JournalEntry entry, EnvironmentException e) => entry.Instance is null
        ? $"The answer to 'up' was lost with the process, and this endpoint removes nothing without it ({e.Code})."
        : $"The answer to 'up' was lost with the process, and the app does not remember it any more ({e.Message}).";

    private static InstanceId? NameOf(string? name) => InstanceId.TryParse(name, out var id) ? id : null;

    private async Task RemoveAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        var client = clientFor(entry.Endpoint);
        var isVersion2 = entry.Protocol == ProtocolVersions.V2;
        var token = entry.Token;
        // A scenario of protocol 2.0 gets its run id from the token, and nothing that must be known besides: with the secret, it can be made again.
        if (token is null && entry.Instance is null && isVersion2 && client.Endpoint.SigningSecret is { } secret)
            token = RefsToken.Sign(new() { TestRunId = entry.RunId, Environment = entry.Scenario }, secret);
        await client.DownAsync(token, entry.RunId, isVersion2, cancellationToken, NameOf(entry.Instance)).ConfigureAwait(false);
    }
}

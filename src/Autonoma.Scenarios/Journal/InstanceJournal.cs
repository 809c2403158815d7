using System.Globalization;

namespace Autonoma.Scenarios.Journal;

/// <summary>
/// What this process asked endpoints to create, on the disk before it is asked for. What a crash leaves behind is in there, and the sweep finds
/// it. Safe for concurrent use.
/// </summary>
/// <param name="folder">Folder of all journals of this user.</param>
/// <param name="time">The clock.</param>
public sealed class InstanceJournal(string folder, TimeProvider time) : IInstanceJournal, IDisposable
{
    private readonly Lock _gate = new();
    private JournalFile? _file;

    /// <summary>Where journals are when nobody says otherwise: <c>autonoma/environments</c> in the user's own folder for states.</summary>
    /// <param name="variable">Environment variables.</param>
    public static string DefaultFolder(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (OperatingSystem.IsWindows())
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "autonoma", "environments");
        var state = variable("XDG_STATE_HOME") is { Length: > 0 } named ? named : Path.Combine(variable("HOME") is { Length: > 0 } home ? home : Path.GetTempPath(), ".local", "state");
        return Path.Combine(state, "autonoma", "environments");
    }

    /// <inheritdoc/>
    public void Sending(string runId, string scenario, Uri endpoint, string protocol, string? instance = null)
        => Add(new() { Event = "sending", Run = runId, At = time.GetUtcNow(), Scenario = scenario, Endpoint = endpoint, Protocol = protocol, Instance = instance });

    /// <inheritdoc/>
    public void Undone(string runId, string instance) => Add(new() { Event = "undone", Run = runId, At = time.GetUtcNow(), Instance = instance });

    /// <inheritdoc/>
    public void Answered(string runId, string token) => Add(new() { Event = "answered", Run = runId, At = time.GetUtcNow(), Token = token });

    /// <inheritdoc/>
    public void Kept(string runId) => Add(new() { Event = "kept", Run = runId, At = time.GetUtcNow() });

    /// <inheritdoc/>
    public void Refused(string runId, string problem) => Add(new() { Event = "refused", Run = runId, At = time.GetUtcNow(), Problem = problem });

    /// <inheritdoc/>
    public void Removed(string runId) => Add(new() { Event = "removed", Run = runId, At = time.GetUtcNow() });

    /// <inheritdoc/>
    public void Stayed(string runId, string problem) => Add(new() { Event = "stayed", Run = runId, At = time.GetUtcNow(), Problem = problem });

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _file?.Dispose();
            _file = null;
        }
    }

    private void Add(JournalLine line)
    {
        lock (_gate)
        {
            _file ??= Create();
            _file.Add(line);
        }
    }

    private JournalFile Create()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var stamp = time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        return JournalFile.Create(Path.Combine(folder, $"{stamp}-{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..8]}.jsonl"));
    }
}

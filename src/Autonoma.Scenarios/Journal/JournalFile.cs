using System.Text.Json;

namespace Autonoma.Scenarios.Journal;

/// <summary>
/// One journal: lines that are only ever added, each on the disk before the next thing happens. Whoever has it open holds a lock that ends with
/// the process, however it ends: a file that can be opened belongs to nobody that is alive.
/// </summary>
internal sealed class JournalFile : IDisposable
{
    private readonly FileStream _stream;
    private readonly Dictionary<string, JournalEntry> _entries = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    private JournalFile(FileStream stream) => _stream = stream;

    public string Path => _stream.Name;

    public IReadOnlyList<JournalEntry> Entries
    {
        get
        {
            lock (_gate)
                return [.. _entries.Values];
        }
    }

    public static JournalFile Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite; // tokens are readable by whoever reads them
        return new(new FileStream(path, options));
    }

    /// <summary>Opens a file and takes its lock; null when a living process has it, or it is gone.</summary>
    /// <exception cref="InvalidDataException">A whole line is no line of a journal.</exception>
    public static JournalFile? TryOpen(string path)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 });
        }
        catch (IOException)
        {
            return null;
        }

        var file = new JournalFile(stream);
        try
        {
            file.Load();
            return file;
        }
        catch (JsonException e)
        {
            stream.Dispose();
            throw new InvalidDataException($"The journal {path} is damaged: {e.Message}", e);
        }
    }

    /// <summary>Adds a line and waits until the disk has it.</summary>
    public void Add(JournalLine line)
    {
        lock (_gate)
        {
            _stream.Write([.. JsonSerializer.SerializeToUtf8Bytes(line, JournalJson.Default.JournalLine), (byte)'\n']);
            _stream.Flush(flushToDisk: true);
            Apply(line);
        }
    }

    /// <summary>Gives the lock back; a file in which nothing is open any more is deleted.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            var isDone = _entries.Values.All(entry => !entry.IsOpen);
            // Deleted while the lock is held: nobody can have opened it in between. Windows lets nobody delete what is open.
            if (isDone && !OperatingSystem.IsWindows())
                File.Delete(_stream.Name);
            _stream.Dispose();
            if (isDone && OperatingSystem.IsWindows())
                File.Delete(_stream.Name);
        }
    }

    private void Load()
    {
        var bytes = new byte[_stream.Length];
        _stream.ReadExactly(bytes);
        var whole = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        foreach (var range in bytes.AsSpan(0, whole).Split((byte)'\n'))
        {
            var line = bytes.AsSpan(0, whole)[range];
            if (line.Length > 0)
                Apply(JsonSerializer.Deserialize(line, JournalJson.Default.JournalLine)!);
        }

        // Half a line was never promised to anybody: what was to follow it did not happen.
        _stream.SetLength(whole);
        _stream.Position = whole;
    }

    private void Apply(JournalLine line)
    {
        if (line.Event == "sending")
        {
            var before = _entries.GetValueOrDefault(line.Run);
            IReadOnlyList<string> earlier = before is { State: InstanceState.Sent, Instance: { } asked } ? [.. before.Earlier, asked] : before?.Earlier ?? [];
            _entries[line.Run] = new() { RunId = line.Run, Scenario = line.Scenario ?? "", Endpoint = line.Endpoint!, Protocol = line.Protocol ?? "", At = line.At, Instance = line.Instance, Earlier = earlier };
            return;
        }

        if (!_entries.TryGetValue(line.Run, out var entry))
            return;
        _entries[line.Run] = line.Event switch
        {
            "answered" => entry with { State = InstanceState.Standing, Token = line.Token },
            "kept" => entry with { State = InstanceState.Kept },
            "refused" => entry with { State = InstanceState.Refused, Problem = line.Problem },
            "undone" => entry with { Earlier = [.. entry.Earlier.Where(name => name != line.Instance)], State = line.Instance == entry.Instance ? InstanceState.Removed : entry.State },
            "removed" => entry with { State = InstanceState.Removed },
            "stayed" => entry with { Problem = line.Problem },
            _ => entry,
        };
    }
}

using System.Threading.Channels;

namespace Autonoma.Platform.Executing;

/// <summary>Keeps the files of one attempt as they become whole, beside the run: looking and copying cost it nothing.</summary>
internal sealed class ArtifactUploads : IAsyncDisposable
{
    // One look is enough for any number of steps that ended meanwhile.
    private readonly Channel<bool> _looks = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private readonly string _folder;
    private readonly int _attempt;
    private readonly IRunProgress _progress;
    private readonly Task _work;

    public ArtifactUploads(string folder, int attempt, IRunProgress progress)
    {
        _folder = folder;
        _attempt = attempt;
        _progress = progress;
        _work = Task.Run(WorkAsync);
    }

    /// <summary>What could not be kept, in words; null when everything was.</summary>
    public string? Problem { get; private set; }

    /// <summary>Something may be new. Returns at once.</summary>
    public void Look() => _looks.Writer.TryWrite(true);

    /// <summary>Keeps everything that is there, the video too, and answers when it is kept.</summary>
    public async Task CompleteAsync()
    {
        _looks.Writer.TryComplete();
        await _work.ConfigureAwait(false);
        await KeepAsync(isComplete: true).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        _looks.Writer.TryComplete();
        await _work.ConfigureAwait(false);
    }

    private async Task WorkAsync()
    {
        await foreach (var _ in _looks.Reader.ReadAllAsync().ConfigureAwait(false))
            await KeepAsync(isComplete: false).ConfigureAwait(false);
    }

    private async Task KeepAsync(bool isComplete)
    {
        if (!Directory.Exists(_folder))
            return;
        foreach (var path in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(_folder, path).Replace('\\', '/');
            // Files are whole once they have their name; only the encoder of videos writes into its own until the end.
            if (name.EndsWith(".part", StringComparison.Ordinal) || _kept.Contains(name) || (!isComplete && !name.EndsWith(".jpeg", StringComparison.Ordinal)))
                continue;
            try
            {
                await _progress.KeepAsync(_attempt, name, path, CancellationToken.None).ConfigureAwait(false);
                _kept.Add(name);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // The run has its verdict with or without its pictures; the next look tries again.
                Problem = $"{name} could not be kept: {e.Message}";
            }
        }
    }
}

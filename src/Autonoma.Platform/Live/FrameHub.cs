using System.Collections.Concurrent;
using System.Threading.Channels;
using Autonoma.Engine.Driving;

namespace Autonoma.Platform.Live;

/// <summary>
/// Pictures of runs for whoever watches. Only the newest counts: each viewer has room for one, which the next replaces, so that neither a slow viewer nor two
/// hundred of them make a run wait.
/// </summary>
public sealed class FrameHub
{
    // What the pictures of a crowd may cost this process, which may be carrying out the run that they look at: each has a share.
    private const double PicturesPerSecond = 120;

    private readonly ConcurrentDictionary<Guid, Run> _runs = new();
    private int _viewers;

    /// <summary>How long a viewer waits after a picture before it takes the newest one again, so that all of them together take no more than this process can give.</summary>
    public TimeSpan Pause => TimeSpan.FromSeconds(Volatile.Read(ref _viewers) / PicturesPerSecond);

    /// <summary>A picture came. Returns at once.</summary>
    /// <param name="run">Of which run.</param>
    /// <param name="frame">The picture.</param>
    /// <param name="isRelayed">Whether the run is carried out in another process.</param>
    public void Publish(Guid run, Frame frame, bool isRelayed = false)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var known = _runs.GetOrAdd(run, _ => new());
        known.IsRelayed = isRelayed;
        known.Latest = frame;
        foreach (var viewer in known.Viewers.Values)
            viewer.Writer.TryWrite(frame);
    }

    /// <summary>No picture will come any more.</summary>
    public void End(Guid run)
    {
        if (!_runs.TryRemove(run, out var known))
            return;
        foreach (var viewer in known.Viewers.Values)
            viewer.Writer.TryComplete();
    }

    /// <summary>Whether pictures of a run are made in this process.</summary>
    public bool Has(Guid run) => _runs.TryGetValue(run, out var known) && known is { Latest: not null, IsRelayed: false };

    /// <summary>The newest picture of a run of this process; null before the first.</summary>
    public Frame? Latest(Guid run) => _runs.TryGetValue(run, out var known) ? known.Latest : null;

    /// <summary>Pictures from now on, the newest first; disposing ends it.</summary>
    public FrameView Watch(Guid run)
    {
        var channel = Channel.CreateBounded<Frame>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        var id = Guid.NewGuid();
        var known = _runs.GetOrAdd(run, _ => new());
        known.Viewers[id] = channel;
        Interlocked.Increment(ref _viewers);
        if (known.Latest is { } latest)
            channel.Writer.TryWrite(latest);
        return new(channel.Reader, () =>
        {
            if (known.Viewers.TryRemove(id, out _))
                Interlocked.Decrement(ref _viewers);
            channel.Writer.TryComplete();
            // A run that is elsewhere, and that nobody watches any more, leaves nothing here.
            if (known.Viewers.IsEmpty && known.Latest is null)
                _runs.TryRemove(new(run, known));
        });
    }

    private sealed class Run
    {
        private Frame? _latest;

        public ConcurrentDictionary<Guid, Channel<Frame>> Viewers { get; } = new();

        public bool IsRelayed { get; set; }

        public Frame? Latest
        {
            get => Volatile.Read(ref _latest);
            set => Volatile.Write(ref _latest, value);
        }
    }
}

/// <summary>One viewer's pictures.</summary>
/// <param name="frames">At most one waits.</param>
/// <param name="end">Ends it.</param>
public sealed class FrameView(ChannelReader<Frame> frames, Action end) : IDisposable
{
    /// <summary>At most one waits.</summary>
    public ChannelReader<Frame> Frames { get; } = frames;

    /// <inheritdoc/>
    public void Dispose() => end();
}

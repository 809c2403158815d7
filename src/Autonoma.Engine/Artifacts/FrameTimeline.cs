using Autonoma.Engine.Driving;

namespace Autonoma.Engine.Artifacts;

/// <summary>
/// Answers "what was on the screen at this moment" from the live stream, without asking the browser: a picture for a moment is the newest
/// frame painted before it. It is known as soon as a later frame comes, or once none came for a moment (a screen at rest paints nothing).
/// </summary>
internal sealed class FrameTimeline(TimeProvider time)
{
    // A frame travels for some ten milliseconds from its painting to here.
    private static readonly TimeSpan Travel = TimeSpan.FromMilliseconds(150);

    // A browser on another machine has another clock; then the time of arrival is the better guess.
    private static readonly TimeSpan MaximumSkew = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    // A page that never stops moving must not fill the memory: then every other frame is let go.
    private const int LongestHistory = 64;

    private readonly Queue<Moment> _open = new();
    private readonly List<Frame> _history = [];
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _closed;

    /// <summary>A frame came.</summary>
    public void Add(Frame frame)
    {
        var now = time.GetUtcNow();
        if ((now - frame.At).Duration() > MaximumSkew)
            frame = frame with { At = now };
        lock (_gate)
        {
            if (_history.Count > 0 && frame.At < _history[^1].At)
                return;
            if (_history.Count == 0)
            {
                _history.Add(frame);
                _begun.TrySetResult();
            }

            while (_open.TryPeek(out var moment) && moment.At < frame.At)
                Answer(_open.Dequeue());
            if (_history[^1] != frame)
                _history.Add(frame);
            if (_history.Count > LongestHistory)
            {
                for (var i = _history.Count - 2; i > 0; i -= 2)
                    _history.RemoveAt(i);
            }
        }
    }

    /// <summary>
    /// The picture at a moment, which must not lie before one that was asked for earlier. A stream that starts slowly is waited for, and its
    /// first frame then is the picture; null when none ever came.
    /// </summary>
    public Task<Frame?> AtAsync(DateTimeOffset at)
    {
        lock (_gate)
        {
            if (_closed || (_history.Count > 0 && _history[^1].At > at))
                return Task.FromResult(Find(at));
            var moment = new Moment(at);
            _open.Enqueue(moment);
            _ = AnswerLaterAsync(moment);
            return moment.Source.Task;
        }
    }

    /// <summary>No frame will come any more: what is still open is answered with what there is.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            while (_open.TryDequeue(out var moment))
                Answer(moment);
        }
    }

    private void Answer(Moment moment) => moment.Source.TrySetResult(Find(moment.At));

    private Frame? Find(DateTimeOffset at)
    {
        var index = _history.FindLastIndex(frame => frame.At <= at);
        // Moments grow, so what was painted before this one is never asked for again.
        if (index > 0)
            _history.RemoveRange(0, index);
        return _history.Count > 0 ? _history[0] : null;
    }

    private async Task AnswerLaterAsync(Moment moment)
    {
        // Before the first frame the screen is not at rest, the stream has not begun.
        await Task.WhenAny(moment.Source.Task, _begun.Task).ConfigureAwait(false);
        await Task.WhenAny(moment.Source.Task, Task.Delay(Travel, time)).ConfigureAwait(false);
        lock (_gate)
        {
            // Those asked for before have waited longer: they are answered first, so the queue stays in order.
            while (!moment.Source.Task.IsCompleted && _open.TryDequeue(out var first))
                Answer(first);
        }
    }

    private sealed record Moment(DateTimeOffset At)
    {
        public TaskCompletionSource<Frame?> Source { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

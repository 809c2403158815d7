using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Artifacts;

/// <summary>
/// Keeps what a run leaves: pictures before and after each command, a video, the logs, and the documents of <see cref="RunDocuments"/>.
/// Pictures come from the live frame stream and are written on another thread: the run does not wait for them. Only a failure, and the end
/// of a run, cost one capture.
/// </summary>
/// <remarks>
/// One for each run. Give it to the runner as an observer, then call <see cref="CompleteAsync"/> with the result; dispose it in any
/// case. The driver may be closed before <see cref="CompleteAsync"/>, but not before the run has ended.
/// </remarks>
public sealed class ArtifactWriter(ArtifactOptions options, TimeProvider time) : IRunObserver, IAsyncDisposable
{
    private static readonly TimeSpan Painting = TimeSpan.FromMilliseconds(150);

    private readonly string _folder = Path.Combine(options.ReportFolder, options.RunFolder.Replace('/', Path.DirectorySeparatorChar));
    private readonly FrameTimeline _timeline = new(time);
    private readonly ConcurrentQueue<Task> _writes = new();
    private readonly ConcurrentDictionary<string, Lazy<string>> _kept = new(StringComparer.Ordinal);
    private readonly List<string> _notes = [];
    private readonly Dictionary<(int Step, int Index), DateTimeOffset> _began = [];
    private RunStarted? _started;
    private IFrameStream? _frames;
    private VideoRecorder? _video;
    private DateTimeOffset _startedAt;
    private string? _finalPicture;
    private (string Name, DateTimeOffset At)? _lastAfter;
    private IReadOnlyList<AppLogEntry> _log = [];

    /// <inheritdoc/>
    public async ValueTask StartedAsync(RunStarted started, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(started);
        _started = started;
        _startedAt = time.GetUtcNow();
        Directory.CreateDirectory(Path.Combine(_folder, "screenshots"));
        if (started.Driver.Frames is not { } frames || (!options.Pictures && !options.Video))
            return;

        if (options.Video)
        {
            _video = VideoRecorder.TryStart(options.Ffmpeg, Path.Combine(_folder, VideoRecorder.FileName), _startedAt, out var problem);
            if (_video is null)
                _notes.Add($"No video: {problem}");
        }

        _frames = frames;
        frames.FrameArrived += OnFrame;
        await frames.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask BeforeAttemptAsync(AttemptStarted started, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(started);
        _began[(started.Step, started.Index)] = time.GetUtcNow();
        return default;
    }

    /// <inheritdoc/>
    public async ValueTask<Attempt> AfterAttemptAsync(AttemptEnded ended, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ended);
        var attempt = ended.Attempt;
        if (!options.Pictures || _started is null)
            return attempt;
        var now = time.GetUtcNow();
        var name = string.Create(CultureInfo.InvariantCulture, $"step-{ended.Step}{(ended.Index == 0 ? "" : $"-{ended.Index + 1}")}");
        // The element was where its outline is drawn when it was measured: right before the action, and after it was brought into view.
        var began = _began.GetValueOrDefault((ended.Step, ended.Index), now);
        var before = (ended.MeasuredAt ?? ended.Before?.At) is { } measured && measured > began && measured < now ? measured : began;
        // A run that was stopped waits for no picture.
        var ownPicture = (attempt.Status == StepStatus.Failed && !cancellationToken.IsCancellationRequested) || _frames is null;
        // What was judged may be seen as late as now, nothing was done to the app meanwhile; what was acted on only until it was looked at.
        var beforePicture = Resolve(until: attempt.Claims.Count > 0 ? now : before, before);
        var afterName = $"{name}-after.jpeg";
        if (ownPicture)
            Keep(afterName, Task.FromResult(await CaptureAsync(cancellationToken).ConfigureAwait(false)));
        else
        {
            _lastAfter = (afterName, now);
            // The stream may drop the last frame of a change, and then nothing comes until the next one.
            if (Commands.Execution.CommandCatalog.For(attempt.Arguments).Acts && !(_frames!.Latest?.At > began))
                _ = RefreshAsync(_frames);
        }

        return attempt with { ScreenshotBefore = Keep($"{name}-before.jpeg", beforePicture), ScreenshotAfter = afterName };
    }

    /// <inheritdoc/>
    public async ValueTask FinishedAsync(RunResult result, CancellationToken cancellationToken)
    {
        if (_started is null)
            return;
        _ = Resolve(until: DateTimeOffset.MaxValue, time.GetUtcNow());
        _log = [.. _started.Driver.Application.Log];
        if (options.Pictures && await CaptureAsync(cancellationToken).ConfigureAwait(false) is { } last)
            _finalPicture = Keep("final.jpeg", Task.FromResult<Frame?>(last));
        await StopFramesAsync().ConfigureAwait(false);
    }

    /// <summary>
    /// Waits for what is still being written and writes the documents. Returns the result with the names of the folder, the last picture and
    /// the video, and with pictures that could not be had taken out.
    /// </summary>
    /// <param name="result">What the run answered.</param>
    /// <param name="cancellationToken">Cancels the waiting for the video only.</param>
    public async Task<RunResult> CompleteAsync(RunResult result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(result);
        _ = Resolve(until: DateTimeOffset.MaxValue, time.GetUtcNow());
        await StopFramesAsync().ConfigureAwait(false);
        while (_writes.TryDequeue(out var write))
            await write.ConfigureAwait(false);
        string? video = null;
        if (_video is { } recorder)
        {
            _video = null;
            var problem = await recorder.FinishAsync(time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
            if (problem is null)
                video = VideoRecorder.FileName;
            else
                _notes.Add($"No video: {problem}");
        }

        result = result with
        {
            ArtifactsFolder = options.RunFolder,
            FinalScreenshot = Existing(_finalPicture),
            Video = video,
            Notes = [.. result.Notes, .. _notes],
            Steps = [.. result.Steps.Select(step => step with
            {
                Attempts = [.. step.Attempts.Select(attempt => attempt with { ScreenshotBefore = Existing(attempt.ScreenshotBefore), ScreenshotAfter = Existing(attempt.ScreenshotAfter) })],
            })],
        };
        AtomicFile.Write(Path.Combine(_folder, "result.json"), RunDocuments.Result(result));
        AtomicFile.Write(Path.Combine(_folder, "steps.json"), RunDocuments.Steps(result));
        AtomicFile.Write(Path.Combine(_folder, "conversation.json"), RunDocuments.Conversation(result));
        var masker = _started?.Mask ?? (text => text);
        // Written last like all texts: only now every secret is known.
        if (_started is not null)
            AtomicFile.Write(Path.Combine(_folder, "instruction.txt"), masker(InstructionText.Of(_started.Test)));
        AtomicFile.Write(Path.Combine(_folder, "network.jsonl"), RunDocuments.Log(_log.Where(RunDocuments.IsNetwork), _startedAt, masker));
        AtomicFile.Write(Path.Combine(_folder, "console.jsonl"), RunDocuments.Log(_log.Where(entry => !RunDocuments.IsNetwork(entry)), _startedAt, masker));
        return result;
    }

    /// <summary>Lets go of the stream and of the encoder, also when the run was never completed.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopFramesAsync().ConfigureAwait(false);
        if (_video is { } recorder)
            await recorder.DisposeAsync().ConfigureAwait(false);
    }

    private void OnFrame(Frame frame)
    {
        _timeline.Add(frame);
        _video?.Add(frame);
    }

    // The elements of a page are there before they are painted. So the picture after a command is what was painted shortly after it, as long
    // as nothing else was done to the app. Moments are asked for in their order.
    private Task<Frame?> Resolve(DateTimeOffset until, DateTimeOffset before)
    {
        if (_lastAfter is not { } last)
            return _timeline.AtAsync(before);
        _lastAfter = null;
        var after = last.At + Painting < until ? last.At + Painting : until > last.At ? until : last.At;
        if (after <= before)
        {
            Keep(last.Name, _timeline.AtAsync(after));
            return _timeline.AtAsync(before);
        }

        var picture = _timeline.AtAsync(before);
        Keep(last.Name, _timeline.AtAsync(after));
        return picture;
    }

    private string Keep(string name, Task<Frame?> frame)
    {
        _writes.Enqueue(WriteAsync());
        return name;

        async Task WriteAsync()
        {
            if (await frame.ConfigureAwait(false) is { } picture)
                await Task.Run(() => Save(Path.Combine(_folder, "screenshots", name), picture.Bytes)).ConfigureAwait(false);
        }
    }

    // What two moments have alike is on the disk once, under both names.
    private void Save(string path, ReadOnlyMemory<byte> bytes)
    {
        var first = _kept.GetOrAdd(Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), _ => new(() =>
        {
            AtomicFile.Write(path, bytes.Span);
            return path;
        })).Value;
        if (first != path && !HardLink.TryCreate(path, first))
            AtomicFile.Write(path, bytes.Span);
    }

    private string? Existing(string? name) => name is not null && File.Exists(Path.Combine(_folder, "screenshots", name)) ? name : null;

    // A failure is looked at closely, so its picture is not left to the timing of the stream. A lost browser has only the stream's.
    private async Task<Frame?> CaptureAsync(CancellationToken cancellationToken)
    {
        if (_started!.Driver.Application.Loss is null)
        {
            try
            {
                var picture = await _started.Driver.Screen.CaptureAsync(cancellationToken).ConfigureAwait(false);
                if (picture.MediaType == "image/jpeg")
                    return new Frame(picture.Bytes, time.GetUtcNow());
            }
            catch (DriverLostException)
            {
                // The newest frame of the stream is then the last that was seen.
            }
        }

        return _frames?.Latest;
    }

    private static async Task RefreshAsync(IFrameStream frames)
    {
        try
        {
            await frames.RefreshAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is DriverLostException or CommandFailedException or ObjectDisposedException)
        {
            // The picture before is then the last one there is.
        }
    }

    private async Task StopFramesAsync()
    {
        // Also where there never was a stream: no moment is waited for any more.
        _timeline.Close();
        if (_frames is not { } frames)
            return;
        _frames = null;
        frames.FrameArrived -= OnFrame;
        try
        {
            if (_started?.Driver.Application.Loss is null)
                await frames.StopAsync().ConfigureAwait(false);
        }
        catch (DriverLostException)
        {
            // Nothing to stop any more.
        }
    }
}

using System.ComponentModel;
using System.Diagnostics;
using System.Threading.Channels;
using Autonoma.Engine.Driving;

namespace Autonoma.Engine.Artifacts;

/// <summary>
/// Makes <c>video.webm</c> of the frame stream: the frames go to ffmpeg as they are, each with the time at which it was painted, and only
/// once. Encoding runs beside the test, at low priority, and drops frames rather than holding anything up.
/// </summary>
internal sealed class VideoRecorder : IAsyncDisposable
{
    public const string FileName = "video.webm";

    private static readonly TimeSpan ShortestFrame = TimeSpan.FromMilliseconds(80);
    private static readonly TimeSpan FinishTime = TimeSpan.FromSeconds(20);

    private readonly Process _ffmpeg;
    private readonly string _path;
    private readonly DateTimeOffset _startedAt;
    private readonly Task _pump;
    private readonly Task<string> _errors;
    private readonly Channel<Frame> _frames = Channel.CreateBounded<Frame>(new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    private DateTimeOffset _end;

    private VideoRecorder(Process ffmpeg, string path, DateTimeOffset startedAt)
    {
        _ffmpeg = ffmpeg;
        _path = path;
        _startedAt = startedAt;
        _errors = ffmpeg.StandardError.ReadToEndAsync();
        _pump = Task.Run(PumpAsync);
    }

    /// <summary>Starts the encoder; null, with the reason and what to do, when it cannot be started.</summary>
    public static VideoRecorder? TryStart(string program, string path, DateTimeOffset startedAt, out string problem)
    {
        // Even sizes are asked for by the encoder; all pictures get the size of the first, whatever a later tab has.
        string[] arguments =
        [
            "-hide_banner", "-loglevel", "error", "-y", "-f", "matroska", "-i", "pipe:0", "-an",
            "-vf", "scale=trunc(iw/2)*2:trunc(ih/2)*2", "-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8", "-threads", "1",
            "-b:v", "800k", "-crf", "20", "-g", "50", "-pix_fmt", "yuv420p", "-fps_mode", "vfr", "-f", "webm", path,
        ];
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardError = true, UseShellExecute = false, CreateNoWindow = true };
        try
        {
            var process = Process.Start(start);
            if (process is null)
            {
                problem = $"{program} did not start.";
                return null;
            }

            try
            {
                process.PriorityClass = ProcessPriorityClass.BelowNormal;
            }
            catch (Exception e) when (e is Win32Exception or InvalidOperationException or UnauthorizedAccessException)
            {
                // It then competes with the test; the video is as good.
            }

            problem = "";
            return new VideoRecorder(process, path, startedAt);
        }
        catch (Win32Exception e)
        {
            problem = $"{program} could not be started ({e.Message}). Install ffmpeg, or run without --video.";
            return null;
        }
    }

    /// <summary>A frame was painted. Returns at once.</summary>
    public void Add(Frame frame) => _frames.Writer.TryWrite(frame);

    /// <summary>Ends the video at the given time and waits until it is written. Null when it is there; else what went wrong.</summary>
    public async Task<string?> FinishAsync(DateTimeOffset end, CancellationToken cancellationToken)
    {
        _end = end;
        _frames.Writer.TryComplete();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(FinishTime);
        try
        {
            await _pump.WaitAsync(limit.Token).ConfigureAwait(false);
            await _ffmpeg.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            var errors = (await _errors.WaitAsync(limit.Token).ConfigureAwait(false)).Trim();
            if (_ffmpeg.ExitCode == 0 && new FileInfo(_path) is { Exists: true, Length: > 0 })
                return null;
            File.Delete(_path);
            return errors.Length > 0 ? $"ffmpeg: {errors.Split('\n')[0]}" : "no picture was painted.";
        }
        catch (OperationCanceledException)
        {
            return "ffmpeg did not finish in time.";
        }
        finally
        {
            await DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Ends the encoder, whatever it is doing.</summary>
    public async ValueTask DisposeAsync()
    {
        _frames.Writer.TryComplete();
        try
        {
            if (!_ffmpeg.HasExited)
                _ffmpeg.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself meanwhile.
        }

        await _pump.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ffmpeg.Dispose();
    }

    private async Task PumpAsync()
    {
        try
        {
            var output = _ffmpeg.StandardInput.BaseStream;
            Frame? last = null;
            MatroskaFrames? file = null;
            var lastAt = TimeSpan.MinValue;
            await foreach (var frame in _frames.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                last = frame;
                if (file is null)
                {
                    if (PictureStore.SizeOf(frame.Bytes.Span) is not { } size)
                        continue;
                    file = new MatroskaFrames(output, size.Width, size.Height);
                    // What was first seen is shown from the start of the run, so that times of steps are times of the video.
                    await file.WriteAsync(TimeSpan.Zero, frame.Bytes).ConfigureAwait(false);
                    lastAt = TimeSpan.Zero;
                    continue;
                }

                var at = frame.At - _startedAt;
                if (at - lastAt < ShortestFrame)
                    continue;
                await file.WriteAsync(at, frame.Bytes).ConfigureAwait(false);
                lastAt = at;
            }

            if (file is not null && last is not null)
            {
                var end = _end - _startedAt;
                await file.WriteAsync(end > lastAt ? end : lastAt + ShortestFrame, last.Bytes).ConfigureAwait(false);
            }
        }
        catch (IOException)
        {
            // ffmpeg ended early; its own words say why.
        }
        finally
        {
            try
            {
                _ffmpeg.StandardInput.Close();
            }
            catch (IOException)
            {
                // Ditto.
            }
        }
    }
}

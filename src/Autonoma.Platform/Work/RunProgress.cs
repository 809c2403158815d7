using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Autonoma.Engine.Driving;
using Autonoma.Platform.Artifacts;
using Autonoma.Platform.Executing;
using Autonoma.Platform.Live;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Autonoma.Platform.Work;

/// <summary>Stores what happens in a run while it goes on, in its order, several at a time. The run never waits for the database.</summary>
internal sealed partial class RunProgress : IRunProgress, IAsyncDisposable
{
    private const int Most = 200;

    private readonly Channel<NewRunEvent> _events = Channel.CreateUnbounded<NewRunEvent>(new() { SingleReader = true });
    private readonly RunClaim _claim;
    private readonly RunQueue _queue;
    private readonly ArtifactKeeper _artifacts;
    private readonly RunQuestions _questions;
    private readonly FrameHub _frames;
    private readonly SignalListener _signals;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationToken _lost;
    private readonly Task _work;
    private int? _total;
    private int? _attempt;
    private int _done;

    /// <param name="services">What it stores with.</param>
    /// <param name="claim">The run.</param>
    /// <param name="lost">The run is not this worker's any more: what is left is let go.</param>
    public RunProgress(RunProgressServices services, RunClaim claim, CancellationToken lost)
    {
        (_queue, _artifacts, _questions, _frames, _signals, _time, _logger) = (services.Queue, services.Artifacts, services.Questions, services.Frames, services.Signals, services.Time, services.Logger);
        _claim = claim;
        _lost = lost;
        _work = Task.Run(WorkAsync, CancellationToken.None);
    }

    public void Event(string kind, string json)
    {
        if (kind == "step" && json.StartsWith("{\"phase\":\"ended\"", StringComparison.Ordinal))
            Interlocked.Increment(ref _done);
        _events.Writer.TryWrite(new(kind, RunVerdicts.Storable(json), _time.GetUtcNow()));
    }

    public void Frame(Frame frame) => _frames.Publish(_claim.RunId, frame);

    public void Planned(int steps)
    {
        _total = steps;
        Event("state", new JsonObject { ["phase"] = "planned", ["steps"] = steps }.ToJsonString());
    }

    public void Attempt(int number)
    {
        Interlocked.Exchange(ref _done, 0);
        _attempt = number;
        if (number != _claim.Attempt)
            Event("state", new JsonObject { ["status"] = "running", ["attempt"] = number, ["reason"] = "tried again" }.ToJsonString());
    }

    public async Task<string?> AskAsync(RunQuestion question, CancellationToken cancellationToken)
    {
        Event("question", JsonSerializer.Serialize(new { questionId = question.Id, step = question.Step, text = question.Text, message = question.Message, until = _time.GetUtcNow() + _questions.AnswerTime }, JsonSerializerOptions.Web));
        return await _questions.WaitAsync(_claim.RunId, question.Id, cancellationToken).ConfigureAwait(false);
    }

    public async Task KeepAsync(int attempt, string name, string path, CancellationToken cancellationToken)
    {
        if (await _artifacts.KeepAsync(_claim, attempt, name, path, cancellationToken).ConfigureAwait(false) is { } artifact)
            Event("artifact", JsonSerializer.Serialize(new { id = artifact.Id, attempt, name = artifact.Name, kind = artifact.Kind, size = artifact.Size }, JsonSerializerOptions.Web));
    }

    /// <summary>Everything that was told is stored when this returns, unless the run was lost.</summary>
    public async Task CompleteAsync()
    {
        _events.Writer.TryComplete();
        await _work.ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await CompleteAsync().ConfigureAwait(false);
        _frames.End(_claim.RunId);
    }

    private async Task WorkAsync()
    {
        var batch = new List<NewRunEvent>(Most);
        while (await _events.Reader.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false))
        {
            while (batch.Count < Most && _events.Reader.TryRead(out var happened))
                batch.Add(happened);
            while (!_lost.IsCancellationRequested)
            {
                try
                {
                    await _queue.AppendAsync(_claim, batch, _total, _done, _attempt, _lost).ConfigureAwait(false);
                    break;
                }
                catch (PostgresException e) when (!e.IsTransient)
                {
                    Refused(_logger, _claim.RunId, e.MessageText);
                    break;
                }
                catch (Exception e) when (e is NpgsqlException or IOException or System.Net.Sockets.SocketException or TimeoutException or OperationCanceledException)
                {
                    await _signals.BackAsync(_lost).ConfigureAwait(false);
                }
            }

            batch.Clear();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Events of run {Run} were refused by the database: {Reason}")]
    private static partial void Refused(ILogger logger, Guid run, string reason);
}

/// <summary>What progress is stored with.</summary>
internal sealed record RunProgressServices(RunQueue Queue, ArtifactKeeper Artifacts, RunQuestions Questions, FrameHub Frames, SignalListener Signals, TimeProvider Time, ILogger Logger);

using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.Engine.Artifacts;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Running;
using Autonoma.Platform.Runs;

namespace Autonoma.Platform.Executing;

/// <summary>Passes on what happens in a run while it happens. Comes after the writer of artifacts, so that attempts carry the names of their pictures.</summary>
internal sealed class LiveObserver(IRunProgress progress, ArtifactUploads uploads) : IRunObserver
{
    private readonly List<AppLogEntry> _told = [];
    private RunStarted? _started;

    public ValueTask StartedAsync(RunStarted started, CancellationToken cancellationToken)
    {
        _started = started;
        if (started.Driver.Frames is { } frames)
        {
            frames.FrameArrived += progress.Frame;
            if (frames.Latest is { } latest)
                progress.Frame(latest);
        }

        progress.Event("state", new JsonObject { ["phase"] = "steps", ["startUrl"] = started.Mask(started.StartUrl) }.ToJsonString());
        return default;
    }

    public ValueTask BeforeStepAsync(StepStarted started, CancellationToken cancellationToken)
    {
        progress.Event("step", Masked(new JsonObject
        {
            ["phase"] = "started",
            ["number"] = started.Number,
            ["section"] = started.Section,
            ["text"] = started.Step.Text,
            ["line"] = started.Step.Line,
        }.ToJsonString()));
        return default;
    }

    public ValueTask BeforeAttemptAsync(AttemptStarted started, CancellationToken cancellationToken)
    {
        progress.Event("attempt", new JsonObject { ["phase"] = "started", ["step"] = started.Step, ["index"] = started.Index, ["command"] = started.Arguments.Command }.ToJsonString());
        return default;
    }

    public ValueTask<Attempt> AfterAttemptAsync(AttemptEnded ended, CancellationToken cancellationToken)
    {
        var attempt = StepViews.Attempt(JsonNode.Parse(RunDocuments.Attempt(ended.Attempt))!);
        progress.Event("attempt", Masked(new JsonObject { ["phase"] = "ended", ["step"] = ended.Step, ["index"] = ended.Index, ["attempt"] = attempt }.ToJsonString()));
        TellLog();
        return ValueTask.FromResult(ended.Attempt);
    }

    public ValueTask AfterStepAsync(StepResult step, CancellationToken cancellationToken)
    {
        progress.Event("step", Masked(new JsonObject { ["phase"] = "ended", ["number"] = step.Number, ["step"] = StepViews.Step(JsonNode.Parse(RunDocuments.Step(step))!) }.ToJsonString()));
        TellLog();
        uploads.Look();
        return default;
    }

    public ValueTask FinishedAsync(RunResult result, CancellationToken cancellationToken)
    {
        TellLog();
        if (_started?.Driver.Frames is { } frames)
            frames.FrameArrived -= progress.Frame;
        return default;
    }

    // The log is bounded at its old end, so what is new is what follows the last entry that was told.
    private void TellLog()
    {
        if (_started is null)
            return;
        var log = _started.Driver.Application.Log;
        var from = _told.Count == 0 ? 0 : 1 + Enumerable.Range(0, log.Count).LastOrDefault(i => ReferenceEquals(log[i], _told[0]), -1);
        var fresh = log.Skip(from).Where(entry => !RunDocuments.IsNetwork(entry) || entry.Level != "info").Take(50).ToList();
        if (log.Count > 0)
        {
            _told.Clear();
            _told.Add(log[^1]);
        }

        foreach (var entry in fresh)
            progress.Event("console", Masked(JsonSerializer.Serialize(new { at = entry.At, source = entry.Source, level = entry.Level, text = entry.Text }, JsonSerializerOptions.Web)));
    }

    // The masker knows how a value looks inside JSON.
    private string Masked(string json) => _started?.Mask(json) ?? json;
}

using Autonoma.Cli.Configuration;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Recording;
using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Recording.Healing;
using Autonoma.Engine.Reporting;
using Autonoma.Engine.Running;

namespace Autonoma.Cli.Recordings;

/// <summary>The recordings beside the tests of one invocation: read before a test, written after it passed.</summary>
internal sealed class RecordingStore(SettingValues values)
{
    private readonly RecordingMode _mode = Enum.Parse<RecordingMode>(values.Text("mode") ?? nameof(RecordingMode.Resolve), ignoreCase: true);
    private readonly bool _keeps = !values.Flag("noRecord");
    private readonly bool _healsPass = values.Flag("healsPass");
    private int _written;
    private int _proposed;

    /// <summary>Recordings that were written.</summary>
    public int Written => _written;

    /// <summary>Proposals that were written.</summary>
    public int Proposed => _proposed;

    /// <summary>What a run of a test has to do with its recording; null when that is nothing.</summary>
    /// <exception cref="UserInputException">The recording cannot be read.</exception>
    public RecordingSession? Open(SuiteTest test)
    {
        var file = test.Case.File;
        var recording = file.Length == 0 || _mode == RecordingMode.Record ? null : RecordingFile.Load(file);
        var keeps = _keeps && file.Length > 0 && test.Repetition == 1;
        if (recording is null && !keeps && _mode != RecordingMode.Replay)
            return null;
        return new RecordingSession(_mode, recording) { Keeps = keeps, HealsPass = _healsPass };
    }

    /// <summary>Keeps what a run left: the recording, or the proposal with its pictures.</summary>
    /// <param name="test">The test.</param>
    /// <param name="session">Its session.</param>
    /// <param name="result">The result of the run.</param>
    /// <param name="artifacts">Folder of the run's artifacts.</param>
    /// <returns>The result, with a note when something could not be written: that is no verdict on the app.</returns>
    public RunResult Keep(SuiteTest test, RecordingSession? session, RunResult result, string artifacts)
    {
        if (session?.Outcome is not { } outcome)
            return result;
        try
        {
            if (session.Heals.Count > 0)
            {
                HealFolder.Write(test.Case.File, outcome, session.Heals, result, Path.Combine(artifacts, "screenshots"));
                Interlocked.Increment(ref _proposed);
            }
            else if (RecordingFile.Save(test.Case.File, outcome))
                Interlocked.Increment(ref _written);
            return result;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return result with { Notes = [.. result.Notes, $"The recording could not be written: {e.Message}"] };
        }
    }
}

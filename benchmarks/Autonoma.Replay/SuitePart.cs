using System.Diagnostics;
using Autonoma.Engine.Recording;
using Autonoma.Engine.Recording.Format;

namespace Autonoma.Replay;

/// <summary>The sample suite, recorded and replayed.</summary>
public static class SuitePart
{
    public static async Task<int> RunAsync(ReplayRun runs, Uri shop, int most)
    {
        var tests = ReplayRun.Suite.Take(most).ToList();
        int passed = 0, decisions = 0, bytes = 0, steps = 0;
        var failed = new List<string>();
        var recording = Stopwatch.StartNew();
        var recorded = new List<TestRecording>();
        foreach (var test in tests)
            recorded.Add(await runs.RecordAsync(test, shop));
        recording.Stop();
        var replaying = Stopwatch.StartNew();
        foreach (var (test, i) in tests.Select((test, i) => (test, i)))
        {
            var text = RecordingFile.Write(recorded[i]);
            bytes += text.Length;
            steps += recorded[i].Steps.Count;
            var (run, _) = await runs.RunAsync(test, shop, RecordingMode.Replay, RecordingFile.Read(text, test.RelativePath));
            decisions += run.Decisions;
            if (run.Success)
                passed++;
            else
                failed.Add($"  {test.RelativePath}: {run.Reasoning}");
        }

        Console.WriteLine($"suite: {passed} of {tests.Count} replayed tests passed with {decisions} decisions; recorded in {recording.Elapsed.TotalSeconds:0.0} s, replayed in {replaying.Elapsed.TotalSeconds:0.0} s; {steps} steps, {(double)bytes / Math.Max(1, steps):0} bytes a step");
        failed.ForEach(Console.WriteLine);
        return failed.Count + decisions;
    }
}

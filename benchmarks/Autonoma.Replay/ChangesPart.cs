using Autonoma.Engine.Recording;
using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Running;
using Autonoma.Engine.Suites;

namespace Autonoma.Replay;

/// <summary>Tests recorded on the shop as it is, replayed on shops whose pages changed.</summary>
public static class ChangesPart
{
    // The harmful changes need these; more of the suite comes with --tests.
    private static readonly string[] First = ["login/sign-in.md", "cart/removing-and-emptying.md", "catalogue/search-narrows-the-catalogue.md", "orders/filter-by-status.md"];

    public static async Task<int> RunAsync(ReplayRun runs, Uri shop, int most)
    {
        await using var changed = await ChangedShop.StartAsync(shop);
        var tests = First.Concat(ReplayRun.Suite.Select(test => test.RelativePath).Except(First)).Take(Math.Max(most, First.Length)).Select(ReplayRun.Test).ToList();
        var recordings = new Dictionary<string, TestRecording>(StringComparer.Ordinal);
        foreach (var test in tests)
            recordings[test.RelativePath] = await runs.RecordAsync(test, changed.Url);

        int passed = 0, all = 0, decisions = 0;
        var wrong = new List<string>();
        foreach (var change in PageChange.Harmless)
        {
            changed.Change = change.Rewrite;
            foreach (var test in tests)
            {
                var (run, _) = await runs.RunAsync(test, changed.Url, RecordingMode.Replay, recordings[test.RelativePath]);
                all++;
                decisions += run.Decisions;
                if (run.Success)
                    passed++;
                else
                    wrong.Add($"  {change.Name}: {run.Reasoning}");
            }
        }

        Console.WriteLine($"harmless: {PageChange.Harmless.Count} changes, {passed} of {all} replayed tests passed with {decisions} decisions");
        var red = 0;
        var short_ = new RunOptions { StepTimeout = TimeSpan.FromSeconds(3), AssertionTimeout = TimeSpan.FromSeconds(2) };
        foreach (var change in PageChange.Harmful)
        {
            changed.Change = change.Rewrite;
            var test = ReplayRun.Test(change.Test!);
            foreach (var mode in (RecordingMode[])[RecordingMode.Replay, RecordingMode.Heal])
            {
                var (run, _) = await runs.RunAsync(test, changed.Url, mode, recordings[test.RelativePath], short_);
                if (!run.Success && (mode == RecordingMode.Replay || run.Heals.Count == 0 || !run.Reasoning.Contains("passed with", StringComparison.Ordinal)))
                    red++;
                else
                    wrong.Add($"  {change.Name} ({mode}): {run.Reasoning}");
                if (mode == RecordingMode.Replay)
                    Console.WriteLine($"  {change.Name}: {run.Failure}, step {run.Steps.FirstOrDefault(step => step.Status == StepStatus.Failed)?.Number}");
            }
        }

        Console.WriteLine($"harmful: {PageChange.Harmful.Count} changes, {red} of {2 * PageChange.Harmful.Count} runs (replay and heal) red");
        wrong.ForEach(Console.WriteLine);
        return wrong.Count + decisions;
    }
}

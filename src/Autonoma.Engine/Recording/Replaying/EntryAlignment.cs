using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Recording.Replaying;

/// <summary>Which entry belongs to which step: the longest run of entries and steps in the same order with the same sentences.</summary>
internal static class EntryAlignment
{
    public static IReadOnlyDictionary<TestStep, RecordedStep> Of(TestRecording? recording, IReadOnlyList<(TestStep Step, string Section)> steps)
    {
        var found = new Dictionary<TestStep, RecordedStep>(ReferenceEqualityComparer.Instance);
        if (recording is null)
            return found;
        var entries = recording.Steps;
        var same = new bool[steps.Count, entries.Count];
        var length = new int[steps.Count + 1, entries.Count + 1];
        for (var i = steps.Count - 1; i >= 0; i--)
        {
            var id = StepId.Of(steps[i].Step.Text);
            for (var j = entries.Count - 1; j >= 0; j--)
            {
                same[i, j] = entries[j].Section == steps[i].Section && entries[j].Id == id;
                length[i, j] = same[i, j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        for (int i = 0, j = 0; i < steps.Count && j < entries.Count;)
        {
            if (same[i, j])
                found[steps[i++].Step] = entries[j++];
            else if (length[i + 1, j] >= length[i, j + 1])
                i++;
            else
                j++;
        }

        return found;
    }
}

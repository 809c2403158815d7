using Autonoma.Engine.Commands;
using Autonoma.Engine.Deciding;
using Autonoma.Engine.Recording.Capture;
using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Recording.Replaying;

namespace Autonoma.Engine.Recording;

internal sealed partial class RunRecording
{
    // Of one run: a page that changes all the time would raise the question at every step.
    private const int MostQuestions = 5;

    // By the very object that the recording holds.
    private readonly Dictionary<RecordedWait, WaitQuestion> _openWaits = new(ReferenceEqualityComparer.Instance);

    /// <summary>
    /// Lets somebody choose what is waited for where more was observed than a condition holds. Called once, after a run that passed and was to be decided anew; whatever comes
    /// of it, only what was observed is waited for, and how long stays as it was.
    /// </summary>
    public async Task ChooseWaitsAsync(IWaitAdvisor advisor, CancellationToken cancellationToken)
    {
        var asked = 0;
        for (var i = 0; i < _steps.Count; i++)
        {
            var (step, isNew) = _steps[i];
            if (!isNew || !step.Commands.Any(command => command.Before is { } before && _openWaits.ContainsKey(before)))
                continue;
            var commands = new List<RecordedCommand>();
            foreach (var command in step.Commands)
            {
                commands.Add(command.Before is { } before && _openWaits.TryGetValue(before, out var question) && ++asked <= MostQuestions && await advisor.ChooseAsync(question, cancellationToken).ConfigureAwait(false) is { } advice
                    ? command with { Before = Chosen(before, question, advice) }
                    : command);
            }

            _steps[i] = (step with { Commands = commands }, isNew);
        }
    }

    // Numbers that no text has are no choice.
    private static RecordedWait Chosen(RecordedWait wait, WaitQuestion question, WaitAdvice advice)
    {
        static List<string> Of(IReadOnlyList<int> numbers, IReadOnlyList<string> texts) => [.. numbers.Where(number => number >= 0 && number < texts.Count).Distinct().Take(2).Select(number => texts[number])];
        var (appears, vanishes) = (Of(advice.Appears, question.Appeared), Of(advice.Vanishes, question.Vanished));
        return appears.Count + vanishes.Count == 0 ? wait : wait with { Appears = appears.Count == 0 ? null : appears, Vanishes = vanishes.Count == 0 ? null : vanishes };
    }

    private RecordedWait? PlanWait(CommandCapture capture, CommandArguments arguments)
    {
        var wait = RecordedTexts.Map(WaitPlanner.Plan(_readyFrom, capture.Ready), _templates.Store);
        if (wait is not null && Mode is RecordingMode.Record or RecordingMode.Heal && WaitPlanner.Candidates(_readyFrom!, capture.Ready!) is var (appeared, vanished))
            _openWaits[wait] = new(memory.Masker.Apply(_step?.Text ?? ""), arguments.Command, Stored(appeared), Stored(vanished));
        return wait;
    }

    // Values of variables and secrets are no more told to a model than they are stored.
    private List<string> Stored(IReadOnlyList<string> texts) => [.. texts.Select(_templates.Store).OfType<string>()];
}

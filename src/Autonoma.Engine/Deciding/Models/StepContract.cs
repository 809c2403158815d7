using Autonoma.Engine.Commands;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Language;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Deciding.Models;

/// <summary>
/// What must have happened before a step counts as done, whatever a model says of it: what the sentence orders must have been carried out, by commands of that kind and
/// with the texts that it names, and after that its claims must have held and what it waits for must have come, as they are written.
/// </summary>
/// <param name="Commands">What the interpreter reads in the sentence, in its order.</param>
/// <param name="AsksForCheck">Whether the sentence asks for a check at all, readable or not.</param>
internal sealed record StepContract(IReadOnlyList<CommandArguments> Commands, bool AsksForCheck)
{
    private static readonly string[] CheckWords =
        ["verify", "assert", "check that", "check if", "check whether", "ensure", "make sure", "confirm that", "expect", "validate", "should", "must be", "must not", "is displayed", "is shown", "is visible", "looks", "appears", "you see", "see that"];

    // An order begins with its verb; what begins like this states something.
    private static readonly HashSet<string> StatementWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "a", "an", "there", "it", "its", "this", "that", "these", "those", "all", "every", "each", "no", "none", "nothing", "both", "neither", "only", "he", "she", "they", "we", "our", "my", "your", "one", "two", "three", "some", "any",
    };

    /// <summary>Whether the sentence makes claims that can be read.</summary>
    public bool HasClaims => Commands.Any(IsClaim);

    /// <summary>The contract of a sentence.</summary>
    public static StepContract Of(string sentence, StepReading reading)
        => new(reading.Commands, reading.Commands.Any(command => command is AssertArguments) || (!reading.IsResolved && (IsStatement(sentence) || CheckWords.Any(word => sentence.Contains(word, StringComparison.OrdinalIgnoreCase)))));

    /// <summary>
    /// The first part of the sentence that has not happened yet: actions that stand together, or claims that do; null when all of it has. A claim that held before what the
    /// sentence orders first does not count, and one command does not count for two.
    /// </summary>
    /// <param name="done">What was carried out for the step.</param>
    /// <param name="words">A text with its variables put in; what may not be shown stays as it is.</param>
    public OpenPart? Open(IReadOnlyList<Attempt> done, Func<string, string> words)
    {
        var from = 0;
        for (var first = 0; first < Commands.Count;)
        {
            var claims = IsClaim(Commands[first]);
            var end = first;
            while (end < Commands.Count && IsClaim(Commands[end]) == claims)
                end++;
            var used = new HashSet<int>();
            var missing = new List<CommandArguments>();
            foreach (var command in Commands.Skip(first).Take(end - first))
            {
                var at = Enumerable.Range(from, done.Count - from).FirstOrDefault(i => !used.Contains(i) && (claims ? Held(command, done, i) : done[i].Status == StepStatus.Passed && Stands(done[i].Arguments, command, words)), -1);
                if (at < 0)
                    missing.Add(command);
                else
                    used.Add(at);
            }

            if (missing.Count > 0)
                return new(claims, missing, end == Commands.Count);
            from = used.Max() + 1;
            first = end;
        }

        return null;
    }

    /// <summary>Whether any claim held in this step.</summary>
    public static bool HasHeld(IReadOnlyList<Attempt> done) => done.Any(attempt => attempt is { Status: StepStatus.Passed, Arguments: AssertArguments });

    /// <summary>Commands in words, for a model and for people.</summary>
    public static string Describe(IEnumerable<CommandArguments> commands) => string.Join(", ", commands.Select(command => command switch
    {
        ClickArguments click => $"{(click.Count == 2 ? "double click" : "click")} {click.Target}",
        TypeArguments type => $"type \"{type.Text}\"{(type.Target is null ? "" : $" into {type.Target}")}",
        SelectArguments select => $"select \"{select.Option}\"{(select.Target is null ? "" : $" in {select.Target}")}",
        CheckArguments check => $"{(check.On ? "check" : "uncheck")} {check.Target}",
        PressArguments press => $"press {press.Key}",
        NavigateArguments navigate => $"navigate to {navigate.Url}",
        ReadArguments read => $"read {read.Target} into {read.Variable}",
        _ => command.Command,
    }));

    private static bool IsClaim(CommandArguments command) => command is AssertArguments or WaitArguments;

    // A claim that the rules could not judge as written was said in other words right after.
    private static bool Held(CommandArguments claim, IReadOnlyList<Attempt> done, int at)
        => done[at].Status == StepStatus.Passed && (done[at].Arguments == claim
            || (done[at].Arguments is AssertArguments && at > 0 && done[at - 1] is { Failure: FailureKind.Undecidable } before && before.Arguments == claim));

    // Which element it is, is the model's to say; what is done to it is the test's.
    private static bool Stands(CommandArguments done, CommandArguments read, Func<string, string> words)
    {
        bool Same(string a, string b) => TextFold.Fold(a) == TextFold.Fold(b) || TextFold.Fold(words(a)) == TextFold.Fold(words(b));
        return (done, read) switch
        {
            (ClickArguments a, ClickArguments b) => a.Button == b.Button && a.Count == b.Count,
            // A click that opens, chooses or ticks may be done by the command that is made for it.
            (CheckArguments or SelectArguments or TabArguments, ClickArguments { Count: 1 }) => true,
            (TypeArguments a, TypeArguments b) => a.Text.Trim() == b.Text.Trim() || words(a.Text).Trim() == words(b.Text).Trim(),
            (SelectArguments a, SelectArguments b) => Same(a.Option, b.Option),
            (CheckArguments a, CheckArguments b) => a.On == b.On,
            (PressArguments a, PressArguments b) => Same(a.Key, b.Key),
            // To a place by its link is as good as by its address.
            (ClickArguments, NavigateArguments) => true,
            (HistoryArguments a, HistoryArguments b) => a.Forward == b.Forward,
            (DialogArguments a, DialogArguments b) => a.Accept == b.Accept && Same(a.Text ?? "", b.Text ?? ""),
            (ReadArguments a, ReadArguments b) => a.Variable == b.Variable,
            (SaveClipboardArguments a, SaveClipboardArguments b) => a.Variable == b.Variable,
            (UploadArguments a, UploadArguments b) => a.Files.SequenceEqual(b.Files, StringComparer.Ordinal),
            (TabArguments a, TabArguments b) => a.Action == b.Action,
            _ => done.Command == read.Command,
        };
    }

    private static bool IsStatement(string sentence)
    {
        var first = new string([.. sentence.TrimStart().SkipWhile(c => !char.IsLetterOrDigit(c)).TakeWhile(char.IsLetterOrDigit)]);
        return first.Length == 0 || char.IsDigit(first[0]) || StatementWords.Contains(first);
    }
}

/// <summary>A part of a sentence that has not happened.</summary>
/// <param name="IsClaims">Claims to be judged; otherwise actions to be carried out.</param>
/// <param name="Missing">Those of it that have not.</param>
/// <param name="IsLast">Whether nothing comes after it.</param>
internal sealed record OpenPart(bool IsClaims, IReadOnlyList<CommandArguments> Missing, bool IsLast);

using System.Text.RegularExpressions;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Instructions;
using Autonoma.TestKit.Models;
using Microsoft.Extensions.AI;

namespace Autonoma.EndToEnd.Tests.ModelDriven;

/// <summary>
/// A scripted stand-in for a model that does its work: it reads the step in the prompt, looks for what it names among the lines of the screen, and calls the tools, one after
/// the other. It sees nothing but the request.
/// </summary>
internal sealed partial class DiligentModel
{
    private readonly StepReader _reader = new();

    public ChatResponse Answer(ModelRequest request)
    {
        var lines = request.Text.Split('\n');
        var step = string.Join('\n', lines.SkipWhile(line => line != "The step to carry out:").Skip(1).TakeWhile(line => line.Length > 0));
        var done = lines.Count(line => line.StartsWith("ok ", StringComparison.Ordinal));
        // The answer to a native dialog is said before the action that opens it.
        var commands = _reader.Read(step).Commands.OrderBy(command => command is DialogArguments ? 0 : 1).ToList();
        if (done == 0 && commands.Count > 0 && commands[0] is DialogArguments && request.Text.Contains("The dialog that the next action opens will be", StringComparison.Ordinal))
            done = 1;
        if (done >= commands.Count)
            return ScriptedChatClient.Call("execution-finished", new { success = true, reasoning = "everything was carried out" });
        string Find(string? words, bool field = false) => Reference(field ? [.. lines.Where(line => Field().IsMatch(line))] : lines, words ?? throw new InvalidOperationException($"'{step}' names no target."));
        const string reason = "the step says so";
        return commands[done] switch
        {
            ClickArguments click => Call("click", new { target = Find(click.Target), reason, count = click.Count }),
            TypeArguments type => Call("type", new { target = Find(type.Target, field: true), text = type.Text, reason, overwrite = type.Overwrite }),
            SelectArguments select => Call("select", new { target = Find(select.Target), option = select.Option, reason }),
            CheckArguments check => Call("check", new { target = Find(check.Target), on = check.On, reason }),
            HoverArguments hover => Call("hover", new { target = Find(hover.Target), reason }),
            ScrollArguments { Direction: { } direction } => Call("scroll", new { direction = direction.ToString(), reason }),
            PressArguments press => Call("press", new { key = press.Key, reason, target = press.Target is null ? null : Find(press.Target) }),
            NavigateArguments navigate => Call("navigate", new { url = navigate.Url, reason }),
            HistoryArguments history => Call("history", new { forward = history.Forward, reason }),
            RefreshArguments => Call("refresh", new { reason }),
            DialogArguments dialog => Call("dialog", new { accept = dialog.Accept, reason, text = dialog.Text }),
            AssertArguments assert => Call("assert", new { claim = assert.Claim, reason }),
            WaitArguments => Call("execution-finished", new { success = true, reasoning = "the wait is the step's own" }),
            var other => throw new InvalidOperationException($"'{other.Command}' is not in the script."),
        };
    }

    private static ChatResponse Call(string tool, object arguments) => ScriptedChatClient.Call(tool, arguments);

    /// <summary>The line that shares most words with the description, longer words counting more; the first of several.</summary>
    private static string Reference(string[] lines, string description)
    {
        var words = Words().Matches(description.ToLowerInvariant()).Select(match => match.Value).Where(word => word is not ("the" or "of" or "in" or "on" or "a" or "at" or "with" or "for")).ToList();
        var quoted = Quoted().Matches(description).Select(match => match.Groups["text"].Value).ToList();
        var best = lines.Where(line => Line().IsMatch(line)).Select(line => (Line: line, Score: Score(line))).MaxBy(candidate => candidate.Score);
        return best.Score > 0 ? best.Line.Split(' ')[0] : throw new InvalidOperationException($"Nothing on the screen answers to '{description}'.");

        double Score(string line)
        {
            var folded = line.ToLowerInvariant();
            var kind = words.Contains("field") || words.Contains("box") ? "box" : "";
            return words.Sum(word => folded.Contains(word, StringComparison.Ordinal) ? word.Length : 0) + quoted.Sum(text => line.Contains($"\"{text}\"", StringComparison.Ordinal) ? 40 : 0)
                + (kind.Length > 0 && folded.Contains(kind, StringComparison.Ordinal) ? 8 : 0) + (Usable().IsMatch(folded) ? 3 : 0) - (line.Length / 200.0);
        }
    }

    [GeneratedRegex(@"^e[0-9]+ ")]
    private static partial Regex Line();

    [GeneratedRegex("^e[0-9]+ +(textbox|searchbox|spinbutton|combobox)")]
    private static partial Regex Field();

    [GeneratedRegex("[\\p{L}\\p{N}]+")]
    private static partial Regex Words();

    [GeneratedRegex("\"(?<text>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    [GeneratedRegex(" (button|link|textbox|searchbox|combobox|checkbox|spinbutton|radio|tab|menuitem) ")]
    private static partial Regex Usable();
}

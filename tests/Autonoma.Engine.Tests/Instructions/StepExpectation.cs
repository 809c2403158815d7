using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Tests.Instructions;

/// <summary>Compares commands with what a list expects: data exactly, descriptions without articles, quotes and words for kinds.</summary>
internal static class StepExpectation
{
    /// <summary>What differs from one list of commands; null when nothing does.</summary>
    public static string? Compare(StepReading reading, JsonArray expected)
    {
        if ((string)expected[0]!["command"]! == "unresolved")
            return reading.Commands.Count == 0 && !string.IsNullOrWhiteSpace(reading.Unresolved?.Message) ? null : "it was acted on";
        if (reading.Unresolved is { } reason)
            return $"unresolved: {reason.Message}";
        if (!reading.Commands.Select(command => command.Command).SequenceEqual(expected.Select(item => (string)item!["command"]!)))
            return string.Join(", ", reading.Commands.Select(command => command.Command));
        return reading.Commands.Zip(expected, (command, item) => Compare(command, item!.AsObject())).FirstOrDefault(difference => difference is not null);
    }

    private static string? Compare(CommandArguments command, JsonObject expected)
    {
        var actual = Fields(command);
        foreach (var (key, value) in expected)
        {
            if (key == "command")
                continue;
            var wanted = (string)value!;
            if (!actual.TryGetValue(key, out var got) || got is null)
                return $"no {key}";
            var same = key is "target" or "instruction" or "condition" or "start" or "end" ? Loose(wanted) == Loose(got) || WithoutKinds(wanted) == WithoutKinds(got) : wanted == got;
            if (!same)
                return $"{key} is \"{got}\" instead of \"{wanted}\"";
        }

        return actual.GetValueOrDefault("target") is { } extra && !expected.ContainsKey("target") ? $"unexpected target \"{extra}\"" : null;
    }

    private static Dictionary<string, string?> Fields(CommandArguments command) => command switch
    {
        ClickArguments x => new() { ["target"] = x.Target, ["variant"] = x.Count == 2 ? "double" : x.Button == MouseButton.Right ? "right" : null },
        TypeArguments x => new() { ["target"] = x.Target, ["text"] = x.Text },
        SelectArguments x => new() { ["target"] = x.Target, ["option"] = x.Option },
        CheckArguments x => new() { ["target"] = x.Target },
        HoverArguments x => new() { ["target"] = x.Target },
        DragArguments x => new() { ["start"] = x.Start, ["end"] = x.End },
        ScrollArguments x => new() { ["target"] = x.Target, ["direction"] = x.Direction?.ToString().ToLowerInvariant() },
        PressArguments x => new() { ["target"] = x.Target, ["key"] = x.Key },
        NavigateArguments x => new() { ["url"] = x.Url },
        WaitArguments x => new() { ["condition"] = x.Condition },
        UploadArguments x => new() { ["target"] = x.Target, ["text"] = string.Join(", ", x.Files) },
        ReadArguments x => new() { ["target"] = x.Target, ["variable"] = x.Variable },
        SaveClipboardArguments x => new() { ["variable"] = x.Variable },
        AssertArguments x => new() { ["instruction"] = x.Claim },
        TabArguments x => new() { ["which"] = x.Which },
        DialogArguments x => new() { ["answer"] = x.Accept ? "accept" : "dismiss" },
        _ => [],
    };

    private static string WithoutKinds(string text) => string.Join(' ', Loose(text).Split(' ').Where(word => !KindWords.TryKind(word, out _)));

    private static string Loose(string text)
    {
        var plain = Regex.Replace(TextFold.Fold(text), "[\"'`«»]", "");
        plain = Regex.Replace(plain, @"\b(should|must) be\b|\bare\b", "is");
        plain = Regex.Replace(plain, @"\b(the|a|an|of|in|on|row|box|button|link|checkbox|file|item)\b", " ");
        return Regex.Replace(plain, @"\s+", " ").Trim(' ', '.', ',', ':');
    }
}

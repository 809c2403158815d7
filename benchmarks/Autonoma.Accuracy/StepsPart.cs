using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Language;

namespace Autonoma.Accuracy;

/// <summary>What does a sentence ask for.</summary>
public static partial class StepsPart
{
    private static readonly string[] Exact = ["text", "option", "key", "url", "variable", "direction", "variant"];
    private static readonly string[] Loose = ["target", "instruction", "condition", "start", "end"];

    public static Score Run(string corpus, string? only)
    {
        var score = new Score("steps");
        IStepReader reader = new StepReader();
        foreach (var entry in CorpusCases.Load(corpus, "steps.json"))
        {
            var id = entry.GetProperty("id").GetString()!;
            if (only is not null && !id.Contains(only, StringComparison.Ordinal))
                continue;
            var sentence = entry.GetProperty("sentence").GetString()!;
            var start = Stopwatch.GetTimestamp();
            var reading = reader.Read(sentence);
            score.Milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            var got = reading.IsResolved ? reading.Commands.Select(Describe).ToList() : [];
            var expectations = new List<JsonElement> { entry.GetProperty("expect") };
            if (entry.TryGetProperty("alsoAccept", out var also))
                expectations.AddRange(also.EnumerateArray());
            var unresolvedExpected = expectations[0][0].GetProperty("command").GetString() == "unresolved";
            var right = expectations.Any(expected => Fits(expected, reading, got));
            var mark = right ? Mark.Right : reading.IsResolved ? Mark.Wrong : Mark.Refused;
            if (right && unresolvedExpected)
                score.RightByRefusal++;
            score.Add(mark, unresolvedExpected && reading.IsResolved && !right,
                new(id, sentence + "  =>  " + entry.GetProperty("expect").GetRawText(), reading.IsResolved ? string.Join(" ; ", got.Select(Text)) : "unresolved: " + reading.Unresolved!.Code + " " + reading.Unresolved.Message),
                CorpusCases.Tags(entry));
        }

        return score;
    }

    private static bool Fits(JsonElement expected, StepReading reading, List<Dictionary<string, string>> got)
    {
        if (expected.GetArrayLength() == 1 && expected[0].GetProperty("command").GetString() == "unresolved")
            return !reading.IsResolved;
        if (!reading.IsResolved || expected.GetArrayLength() != got.Count)
            return false;
        var i = 0;
        return expected.EnumerateArray().All(command => FitsOne(command, got[i++]));
    }

    private static bool FitsOne(JsonElement expected, Dictionary<string, string> got)
    {
        if (Value(expected, "command") != got["command"])
            return false;
        foreach (var name in Exact)
        {
            var want = Value(expected, name);
            // A corpus may leave the variant of a click out: then any will do.
            if (want is null && name == "variant")
                continue;
            if (want != got.GetValueOrDefault(name))
                return false;
        }

        foreach (var name in Loose)
        {
            // "only if": a corpus may put a condition on any command; ours refuses conditions, so a given one never fits.
            var want = Value(expected, name);
            var have = got.GetValueOrDefault(name);
            if (want is null != have is null || (want is not null && !SameLoosely(want, have!)))
                return false;
        }

        return true;
    }

    private static string? Value(JsonElement element, string name)
        => element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText() : null;

    /// <summary>Lower case, without quotes, articles and outer punctuation; extra kind words do no harm; "should be" is "is".</summary>
    public static bool SameLoosely(string left, string right)
    {
        var a = Normalize(left);
        var b = Normalize(right);
        return a == b || WithoutKinds(a) == WithoutKinds(b);
    }

    private static string Normalize(string text)
    {
        var folded = TextFold.Fold(text).Replace("should be", "is", StringComparison.Ordinal).Replace("should not be", "is not", StringComparison.Ordinal);
        folded = QuoteMarks().Replace(folded, " ");
        folded = Articles().Replace(folded, " ");
        folded = Regex.Replace(folded, @"\s+", " ").Trim();
        return folded.Trim('.', ',', ';', ':', '!', '?', ' ', '\'');
    }

    private static string WithoutKinds(string text) => string.Join(' ', text.Split(' ').Where(word => !KindWords.TryKind(word, out _) && word is not ("down" or "drop" or "area" or "text")));

    private static Dictionary<string, string> Describe(CommandArguments command)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal) { ["command"] = command.Command };
        void Put(string name, string? value)
        {
            if (value is not null)
                result[name] = value;
        }

        switch (command)
        {
            case ClickArguments click:
                Put("target", click.Target);
                Put("variant", click.Button == MouseButton.Right ? "right" : click.Count == 2 ? "double" : null);
                break;
            case TypeArguments type:
                Put("target", type.Target);
                Put("text", type.Text);
                break;
            case SelectArguments select:
                Put("target", select.Target);
                Put("option", select.Option);
                break;
            case CheckArguments check:
                Put("target", check.Target);
                break;
            case HoverArguments hover:
                Put("target", hover.Target);
                break;
            case DragArguments drag:
                Put("start", drag.Start);
                Put("end", drag.End);
                break;
            case ScrollArguments scroll:
                Put("target", scroll.Target);
                Put("direction", scroll.Direction?.ToString().ToLowerInvariant());
                break;
            case PressArguments press:
                Put("key", press.Key);
                Put("target", press.Target);
                break;
            case NavigateArguments navigate:
                Put("url", navigate.Url);
                break;
            case WaitArguments wait:
                Put("condition", wait.Condition);
                break;
            case UploadArguments upload:
                Put("target", upload.Target);
                Put("text", string.Join(", ", upload.Files));
                break;
            case ReadArguments read:
                Put("target", read.Target);
                Put("variable", read.Variable);
                break;
            case AssertArguments assert:
                Put("instruction", assert.Claim);
                break;
            default:
                break;
        }

        return result;
    }

    private static string Text(Dictionary<string, string> command) => string.Create(CultureInfo.InvariantCulture, $"{{{string.Join(", ", command.Select(pair => pair.Key + "=" + pair.Value))}}}");

    [GeneratedRegex("[\"'`“”‘’„«»]+")]
    private static partial Regex QuoteMarks();

    [GeneratedRegex(@"\b(the|a|an)\b")]
    private static partial Regex Articles();
}

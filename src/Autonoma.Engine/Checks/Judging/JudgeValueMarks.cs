using System.Text.RegularExpressions;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>A figure is the claimed one only with the marks that it stands with: -€20 is not €20, "≤ 5" is not "≥ 5", 3 % is not 3 ‰, 90 km/h is not 90 km, "2 of 9" is not 9.</summary>
internal sealed partial class Judge
{
    /// <summary>A figure in a text with what stands at it.</summary>
    /// <param name="Number">Its amount, without a sign.</param>
    /// <param name="Sign">A minus or a plus; brackets around an amount of money are a minus.</param>
    /// <param name="Bound">Whether it is a bound or about so much.</param>
    /// <param name="Way">An arrow up or down.</param>
    /// <param name="Unit">What stands right behind it.</param>
    /// <param name="IsPer">Whether its unit goes on: "km/h", "m²".</param>
    /// <param name="IsWhole">The second of "2 of 9".</param>
    /// <param name="IsLeft">An arrow leads from it to another figure.</param>
    private sealed record MarkedFigure(decimal Number, char Sign, char Bound, char Way, string Unit, bool IsPer, bool IsWhole, bool IsLeft);

    [GeneratedRegex(@"(?<![\p{L}\d.,:/-])\d+(?:[.,]\d+)*|(?<=(?<![\p{L}\d])-)\d+(?:[.,]\d+)*")]
    private static partial Regex Figures();

    [GeneratedRegex(@"(\d+)\s*(?:of|out of|/)\s*(\d+)")]
    private static partial Regex Shares();

    [GeneratedRegex(@"\d+(?:[.,]\d+)?\s?[×x]\s?\d+(?:[.,]\d+)?")]
    private static partial Regex Dimensions();

    [GeneratedRegex(@"[★☆●○✩✭⭐]+")]
    private static partial Regex Rows();

    private const string Currencies = "€$£¥";

    // What is taken off is written with a minus and told without.
    private static readonly HashSet<string> Reducing = new(StringComparer.Ordinal)
    {
        "discount", "discounts", "rebate", "deduction", "reduction", "voucher", "coupon", "savings", "saving", "saved", "credit", "off", "negative", "minus", "down", "below", "less", "lower", "loss", "losses", "lost", "debit", "debited", "decrease", "decreased", "dropped", "drop", "fell", "withdrawn", "withdrawal", "deducted", "reduced",
    };

    private static readonly HashSet<string> Bounding = new(StringComparer.Ordinal)
    {
        "least", "most", "over", "under", "more", "less", "than", "up", "about", "approximately", "around", "roughly", "circa", "minimum", "maximum", "min", "max", "above", "below", "almost", "nearly", "within", "beyond", "exceeds", "fewer",
    };

    private static readonly HashSet<string> OfTheWhole = new(StringComparer.Ordinal) { "of", "total", "all", "overall", "maximum", "max", "altogether", "out", "limit", "goal", "target", "capacity", "entire", "whole", "available" };

    /// <summary>Why the figures of what bears a claim out are not those of the claim; null when they are, or it has none.</summary>
    private string? OfAnotherMark(Clause clause, Ruling ruling)
    {
        var claim = TextFold.Fold(clause.Text);
        var texts = ruling.Evidence.Where(n => _scene.Length(n) is > 0 and <= 24).Select(n => TextFold.Fold(_scene.ShownText(n))).Distinct().ToList();
        if (texts.Count is 0 or > 6)
            return null;
        var words = Phrase.Tokens(claim).ToHashSet(StringComparer.Ordinal);
        var shown = texts.SelectMany(MarkedFigures).ToList();
        foreach (var figure in MarkedFigures(claim))
        {
            var same = shown.Where(s => s.Number == figure.Number).ToList();
            if (same.Count > 0 && !same.Exists(s => Agrees(figure, s, words, texts, claim)))
                return $"the screen says '{Short(texts.Find(t => MarkedFigures(t).Contains(same[0])) ?? texts[0])}'";
        }

        return Differs(Shares(), m => m.Groups[1].Value + "/" + m.Groups[2].Value, claim, texts) ?? Differs(Dimensions(), m => m.Value.Replace(" ", "", StringComparison.Ordinal).Replace('x', '×'), claim, texts) ?? Differs(Rows(), m => m.Value, claim, texts);
    }

    private static string? Differs(Regex shape, Func<System.Text.RegularExpressions.Match, string> form, string claim, List<string> texts)
    {
        var said = shape.Matches(claim).Select(form).ToList();
        if (said.Count == 0)
            return null;
        var shown = texts.SelectMany(t => shape.Matches(t)).Select(form).ToHashSet(StringComparer.Ordinal);
        return shown.Count > 0 && said.Find(s => !shown.Contains(s)) is { } other ? $"the screen says '{shown.First()}' and not '{other}'" : null;
    }

    private static bool Agrees(MarkedFigure claimed, MarkedFigure shown, HashSet<string> words, List<string> texts, string claim)
    {
        if (claimed.Sign == '-' ? shown.Sign != '-' : shown.Sign == '-' && (claimed.Sign == '+' || !words.Overlaps(Reducing)))
            return false;
        if (claimed.Bound != shown.Bound && !(claimed.Bound == '\0' ? words.Overlaps(Bounding) : shown.Bound == '\0' && texts.SelectMany(Phrase.Tokens).Any(Bounding.Contains)))
            return false;
        if (claimed.Way != '\0' && shown.Way != '\0' && claimed.Way != shown.Way)
            return false;
        if (claimed.Unit is "%" or "‰" ? shown.Unit is "%" or "‰" && claimed.Unit != shown.Unit : shown.Unit == "‰" && claimed.Unit.Length > 0)
            return false;
        if (claimed.Unit.Length > 0 && claimed.Unit == shown.Unit && shown.IsPer && !claimed.IsPer && !words.Contains("/") && !words.Overlaps(["per", "a", "an", "each", "every"]))
            return false;
        if (shown.IsWhole && !claimed.IsWhole && !words.Contains("/") && !words.Overlaps(OfTheWhole))
            return false;
        return !shown.IsLeft || claimed.IsLeft || claim.Contains("from ", StringComparison.Ordinal) || words.Overlaps(["was", "were", "before", "previously", "to"]);
    }

    private static IEnumerable<MarkedFigure> MarkedFigures(string text)
    {
        foreach (System.Text.RegularExpressions.Match match in Figures().Matches(text))
        {
            if (!ValueText.TryNumber(match.Value.TrimEnd('.', ','), out var number))
                continue;
            var at = match.Index - 1;
            var end = match.Index + match.Length;
            var sign = '\0';
            // "$-20" as well as "-$20", "- $ 20" at the beginning only.
            if (IsSignAt(text, at) && at > 0 && Currencies.Contains(text[at - 1], StringComparison.Ordinal))
                sign = text[at--];
            var isMoney = false;
            if (at >= 0 && Currencies.Contains(text[at], StringComparison.Ordinal))
                (isMoney, at) = (true, at - 1);
            else if (at > 0 && text[at] == ' ' && Currencies.Contains(text[at - 1], StringComparison.Ordinal))
                (isMoney, at) = (true, at - 2);
            if (isMoney && at == 1 && text[1] == ' ' && IsSignAt(text, 0))
                at = 0;
            if (IsSignAt(text, at) && (at == 0 || !char.IsLetterOrDigit(text[at - 1])))
                sign = text[at--];
            var behind = end;
            while (behind < text.Length && text[behind] == ' ')
                behind++;
            if (behind < text.Length && Currencies.Contains(text[behind], StringComparison.Ordinal))
                (isMoney, behind) = (true, behind + 1);
            // Brackets around an amount, and nothing before them but its label.
            if (sign == '\0' && at >= 0 && text[at] == '(' && behind < text.Length && text[behind] == ')' && (isMoney || match.Value.Contains('.', StringComparison.Ordinal)) && text[..at].TrimEnd() is var led && (led.Length == 0 || led.EndsWith(':')))
                sign = '-';
            while (at >= 0 && text[at] == ' ')
                at--;
            var mark = at >= 0 ? text[at] : '\0';
            var bound = mark switch
            {
                '≤' or '≥' or '±' => mark,
                '~' or '≈' => '~',
                '<' or '>' when text[..at].TrimEnd() is var before && (before.Length == 0 || before[^1] is ':' or '(') => mark,
                _ => '\0',
            };
            var way = mark switch { '▲' or '△' or '↑' or '⬆' or '⇧' => '↑', '▼' or '▽' or '↓' or '⬇' or '⇩' => '↓', _ => '\0' };
            var rest = text[Math.Min(behind, text.Length)..];
            var unit = rest.Length == 0 ? "" : rest[0] is '%' or '‰' ? rest[..1] : new string([.. rest.TakeWhile(c => char.IsLetter(c) || c == '°')]);
            var further = rest[unit.Length..];
            var isWhole = at > 0 && (mark == '/' || text[..(at + 1)].EndsWith(" of", StringComparison.Ordinal)) && text[..(at + 1)].TrimEnd('/', 'f', 'o', ' ') is { Length: > 0 } first && char.IsDigit(first[^1]);
            var isLeft = further.TrimStart() is ['→' or '⇒' or '➔' or '➜', ..] && further.Any(char.IsDigit);
            yield return new(number, sign, bound, way, unit, further is ['/' or '²' or '³', ..] || further.StartsWith(" /", StringComparison.Ordinal), isWhole, isLeft);
        }
    }

    private static bool IsSignAt(string text, int at) => at >= 0 && (text[at] is '-' or '+');
}

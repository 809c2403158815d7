using System.Text.RegularExpressions;
using Autonoma.Engine.Checks;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.TestKit.Interpreting;

/// <summary>Judges <c>"text" is visible</c>, <c>"text" is not visible</c>, <c>"text" appeared</c> and <c>#id holds "value"</c>: for tests that must not depend on how claims are read.</summary>
public sealed partial class TextChecker : IClaimChecker
{
    /// <inheritdoc/>
    public CheckResult Check(string claim, Observation observation, CheckContext context)
    {
        ArgumentNullException.ThrowIfNull(observation);
        var text = TextFold.Fold(observation.Tree.Root.InnerText);
        if (Visible().Match(claim) is { Success: true } visible)
        {
            var absent = visible.Groups["not"].Success;
            var there = text.Contains(TextFold.Fold(visible.Groups["text"].Value), StringComparison.Ordinal);
            return Result(claim, there != absent, absent, there ? "it is shown" : "it is not shown");
        }

        if (Appeared().Match(claim) is { Success: true } appeared)
        {
            var wanted = TextFold.Fold(appeared.Groups["text"].Value);
            var came = observation.Changes.Any(change => change.Kind == UiChangeKind.Appeared && TextFold.Fold(change.Text).Contains(wanted, StringComparison.Ordinal));
            return Result(claim, came, false, came ? "it came" : "it did not come");
        }

        if (Holds().Match(claim) is { Success: true } holds)
        {
            var value = observation.Tree.Nodes.FirstOrDefault(node => node.ElementId == holds.Groups["id"].Value)?.Value;
            return Result(claim, value == holds.Groups["text"].Value, false, $"\"{value}\"");
        }

        return new() { Verdict = CheckVerdict.Undecidable, Parts = [], Explanation = $"\"{claim}\" cannot be judged." };
    }

    /// <inheritdoc/>
    public string? WhyUnreadable(string claim)
        => Visible().IsMatch(claim) || Appeared().IsMatch(claim) || Holds().IsMatch(claim) || claim == "it is beautiful" ? null : "It is not one of the claims known here.";

    private static CheckResult Result(string claim, bool held, bool absence, string found)
    {
        var verdict = held ? CheckVerdict.Held : CheckVerdict.Failed;
        return new() { Verdict = verdict, Parts = [new(claim, verdict, claim, found, [], absence)], Explanation = $"{claim}: {found}" };
    }

    [GeneratedRegex(@"^""(?<text>[^""]*)"" is (?<not>not )?visible$")]
    private static partial Regex Visible();

    [GeneratedRegex(@"^""(?<text>[^""]*)"" appeared$")]
    private static partial Regex Appeared();

    [GeneratedRegex(@"^#(?<id>\S+) holds ""(?<text>[^""]*)""$")]
    private static partial Regex Holds();
}

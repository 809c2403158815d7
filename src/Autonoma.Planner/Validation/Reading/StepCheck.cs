using System.Text.RegularExpressions;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Suites;
using Autonoma.Planner.Documents;
using Autonoma.Scenarios.Recipes;
using R = Autonoma.Planner.Validation.Rules.TestRules;

namespace Autonoma.Planner.Validation.Reading;

/// <summary>Whether the steps of a test can prove anything: they act, they assert, each assertion names one outcome, and there is one path through them.</summary>
internal sealed partial class StepCheck(TestCase test, Report report)
{
    private const int LongestSentence = 1000;

    private static readonly StepReader Reader = new();

    private readonly List<(TestStep Step, bool Acts, bool Asserts)> _steps = [];

    public void Run()
    {
        var before = report.Problems.Count(problem => problem.Severity == ProblemSeverity.Error);
        foreach (var step in test.Setup.Concat(test.Steps))
            Step(step);
        var own = _steps.Skip(test.Setup.Count).ToList();
        if (!own.Any(step => step.Acts))
            report.Add(R.Action, own[0].Step.Line, own[0].Step.Column, "", "No step acts; the test only looks.", "Begin with what a person does: '1. Click the Save button'.");
        if (!own.Any(step => step.Asserts))
            report.Add(R.Asserts, own[^1].Step.Line, own[^1].Step.Column, "", "The test asserts nothing, so it proves nothing.", "End with what must be seen: '3. Assert that the text \"Saved\" is visible'.");
        if (report.Problems.Count(problem => problem.Severity == ProblemSeverity.Error) > before)
            return;
        var said = report.Problems.Select(problem => problem.Line).ToHashSet();
        foreach (var sentence in test.Setup.Concat(test.Steps).Where(step => step.Text.Length <= LongestSentence && !said.Contains(step.Line)))
        {
            if (Reader.Read(sentence.Text).Unresolved is { } reason)
                report.Add(R.Understood, sentence.Line, sentence.Column, "", $"'{DocumentNode.Short(sentence.Text, 100)}' needs a model: {reason.Message}", reason.Suggestion is { } suggestion ? $"Write instead: {DocumentNode.Short(suggestion, 200)}" : null);
        }
    }

    private void Step(TestStep step)
    {
        var sentence = step.Text.Length <= LongestSentence ? step.Text : step.Text[..LongestSentence];
        var commands = step.Text.Length <= LongestSentence && Reader.Read(sentence) is { IsResolved: true } reading ? reading.Commands : null;
        // An unread sentence is what its first word says.
        var asserts = AssertionStart().IsMatch(sentence) || commands?.Any(command => command is AssertArguments) == true;
        var acts = commands?.Any(command => command is not (AssertArguments or WaitArguments)) ?? (!asserts && ActionStart().IsMatch(sentence));
        var plain = Quoted().Replace(sentence, match => new string('_', match.Length));
        var condition = Condition(plain, asserts);
        _steps.Add((step, acts || condition, asserts));
        if (asserts && Alternative().Match(plain) is { Success: true } or)
            report.Add(R.NoAlternative, step.Line, step.Column, "", $"'{DocumentNode.Short(sentence, 100)}' would hold for either of two outcomes ('{or.Value}').", "Assert the one that this test leads to; put words of the page in quotes.");
        if (condition)
            report.Add(R.OnePath, step.Line, step.Column, "", $"'{DocumentNode.Short(sentence, 100)}' depends on a condition.", "Let the setup make sure of it, or write a test for each case.");
        if (asserts && Vague().Match(plain) is { Success: true } vague)
            report.Add(R.Specific, step.Line, step.Column, "", $"'{vague.Value}' does not say what is seen.", "Name the text, the address or the element that shows it.");
    }

    private static bool Condition(string plain, bool asserts)
        => LeadingCondition().IsMatch(plain) || (!asserts && InnerCondition().IsMatch(plain));

    [GeneratedRegex(@"^\W*(?:then\s+|and\s+)?(?:assert|verify|validate|ensure|expect|make\s+sure|check\s+(?:that|whether|if)|confirm\s+(?:that|whether))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AssertionStart();

    [GeneratedRegex(@"^\W*(?:double-?\s?|right-?\s?)?(?:click|tap|press|type|enter|fill|scroll|hover|drag|read|refresh|reload|clear|select|choose|pick|toggle|open|close|check|uncheck|go\s+to|navigate|upload|sign|log)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ActionStart();

    // A quote in single marks begins after a blank and ends before one, so that "doesn't ... or ... won't" hides nothing.
    [GeneratedRegex("\"[^\"\\n]*\"|“[^”\\n]*”|‘[^’\\n]*’|`[^`\\n]*`|(?<![\\p{L}\\p{N}])'[^'\\n]*'(?![\\p{L}\\p{N}])|\\{\\{[^{}\\n]*\\}\\}", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\bor\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Alternative();

    [GeneratedRegex(@"^\W*(?:then,?\s+)?(?:if|in\s+case|unless|optionally|whenever)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeadingCondition();

    [GeneratedRegex(@"\b(?:if|unless|in\s+case)\s+(?:it|they|there|this|that|the|a|an|any|one|you|not|present|visible|shown|available|needed|necessary|required|prompted|asked|possible|applicable)\b|\botherwise\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InnerCondition();

    [GeneratedRegex(@"\b(?:works?(?:\s+(?:fine|well))?|(?:as|like)\s+(?:expected|intended|it\s+should)|properly|correctly|successfully|is\s+(?:ok|okay|fine|correct|right|successful))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Vague();
}

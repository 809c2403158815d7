using System.Text.RegularExpressions;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Suites;

/// <summary>Which tests of a suite are wanted. Within one property any value will do; of several properties every one must fit.</summary>
public sealed class SuiteFilter
{
    private static readonly TimeSpan PatternTime = TimeSpan.FromSeconds(1);

    /// <summary>Texts or regular expressions that the title or the path holds, whatever the case.</summary>
    public IReadOnlyList<string> Grep { get; init; } = [];
    /// <summary>Tags; one that begins with <c>!</c> must not be there.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
    /// <summary>Flows.</summary>
    public IReadOnlyList<string> Flows { get; init; } = [];
    /// <summary>Categories.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];
    /// <summary>Priorities.</summary>
    public IReadOnlyList<string> Priorities { get; init; } = [];

    /// <summary>Whether anything is asked for.</summary>
    public bool IsEmpty => Grep.Count + Tags.Count + Flows.Count + Categories.Count + Priorities.Count == 0;

    /// <summary>Whether a test is wanted.</summary>
    public bool Matches(TestCase test)
    {
        ArgumentNullException.ThrowIfNull(test);
        return (Grep.Count == 0 || Grep.Any(pattern => Holds(test.Title, pattern) || Holds(test.RelativePath, pattern)))
            && HasTags(test)
            && Fits(Flows, test.Flow) && Fits(Categories, test.Category) && Fits(Priorities, test.Priority);
    }

    /// <summary>The tests that are wanted, in their order.</summary>
    /// <exception cref="UserInputException">A pattern is no regular expression and no test holds it as plain text; or a tag, flow, category or priority is one that no test has.</exception>
    public IReadOnlyList<TestCase> Apply(IReadOnlyList<TestCase> tests)
    {
        ArgumentNullException.ThrowIfNull(tests);
        foreach (var pattern in Grep)
            CheckPattern(pattern, tests);
        Check("tag", Tags.Select(tag => tag.TrimStart('!', '@')), tests.SelectMany(test => test.Tags));
        Check("flow", Flows, tests.Select(test => test.Flow));
        Check("category", Categories, tests.Select(test => test.Category));
        Check("priority", Priorities, tests.Select(test => test.Priority));
        return [.. tests.Where(Matches)];
    }

    private bool HasTags(TestCase test)
    {
        var wanted = Tags.Where(tag => !tag.StartsWith('!')).Select(tag => tag.TrimStart('@')).ToList();
        var unwanted = Tags.Where(tag => tag.StartsWith('!')).Select(tag => tag[1..].TrimStart('@'));
        return (wanted.Count == 0 || wanted.Any(tag => test.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase)))
            && !unwanted.Any(tag => test.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase));
    }

    private static bool Fits(IReadOnlyList<string> wanted, string? value) => wanted.Count == 0 || (value is not null && wanted.Contains(value, StringComparer.OrdinalIgnoreCase));

    // "Pay (again)" should find the title that says so, although it is also an expression that does not.
    private static bool Holds(string text, string pattern) => text.Contains(pattern, StringComparison.OrdinalIgnoreCase) || Expression(pattern)?.IsMatch(text) == true;

    private static Regex? Expression(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTime);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static void CheckPattern(string pattern, IReadOnlyList<TestCase> tests)
    {
        if (Expression(pattern) is null && !tests.Any(test => Holds(test.Title, pattern) || Holds(test.RelativePath, pattern)))
            throw new UserInputException($"No title and no path holds '{pattern}', and it is no regular expression either.");
    }

    private static void Check(string what, IEnumerable<string> wanted, IEnumerable<string?> existing)
    {
        var known = existing.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var value in wanted.Where(value => !known.Contains(value, StringComparer.OrdinalIgnoreCase)))
        {
            var hint = known.Count == 0 ? $"No test of this suite has a {what}."
                : Spelling.Nearest(value, known) is { } near ? $"Did you mean '{near}'?"
                : $"There are: {string.Join(", ", known.Take(12))}{(known.Count > 12 ? " ..." : "")}.";
            throw new UserInputException($"No test has the {what} '{value}'. {hint}");
        }
    }
}

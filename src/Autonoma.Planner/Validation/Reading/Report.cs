using Autonoma.Planner.Documents;
using Autonoma.Planner.Validation.Rules;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Planner.Validation.Reading;

/// <summary>Collects what is wrong with one file.</summary>
internal sealed class Report(string file)
{
    private readonly List<Problem> _problems = [];

    public string File => file;

    /// <summary>In the order of the lines; what has no line comes first.</summary>
    public IReadOnlyList<Problem> Problems => [.. _problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)];

    public int Count => _problems.Count;

    public void Add(Rule rule, DocumentNode at, string path, string message, string? fix = null) => Add(rule, at.Line, at.Column, path, message, fix);

    public void Add(Rule rule, int line, int column, string path, string message, string? fix = null)
        => _problems.Add(new(rule.Code, rule.Severity, path, message, fix) { File = file, Line = line, Column = column });
}

using Autonoma.Scenarios.Recipes;

namespace Autonoma.Planner.Validation.Rules;

/// <summary>Rules about one kind of file. Whoever defines a rule adds it here, so that none can be left out of the catalogue.</summary>
/// <param name="name">Heading.</param>
/// <param name="file">File of the example plan that its examples change.</param>
internal sealed class RuleGroup(string name, string file)
{
    private readonly List<Rule> _rules = [];

    public string Name => name;

    public IReadOnlyList<Rule> Rules => _rules;

    /// <summary>A rule that one replacement in the file breaks.</summary>
    public Rule Error(string code, string demand, string right, string wrong) => Add(code, ProblemSeverity.Error, demand, [new(file, right, wrong)], []);

    public Rule Error(string code, string demand, params Edit[] wrong) => Add(code, ProblemSeverity.Error, demand, wrong, []);

    /// <summary>A rule whose kept case the example plan does not show.</summary>
    public Rule Error(string code, string demand, Edit[] wrong, Edit[] right) => Add(code, ProblemSeverity.Error, demand, wrong, right);

    public Rule Warning(string code, string demand, string right, string wrong) => Add(code, ProblemSeverity.Warning, demand, [new(file, right, wrong)], []);

    public Rule Warning(string code, string demand, params Edit[] wrong) => Add(code, ProblemSeverity.Warning, demand, wrong, []);

    private Rule Add(string code, ProblemSeverity severity, string demand, IReadOnlyList<Edit> wrong, IReadOnlyList<Edit> right)
    {
        var rule = new Rule(code, name, severity, demand, wrong, right);
        _rules.Add(rule);
        return rule;
    }
}

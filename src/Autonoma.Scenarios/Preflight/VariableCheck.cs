using System.Text.Json;
using System.Text.RegularExpressions;
using Autonoma.Scenarios.Language;
using Autonoma.Scenarios.Recipes;
using Autonoma.Scenarios.Variables;
using Autonoma.Scenarios.Variables.Faking;

namespace Autonoma.Scenarios.Preflight;

/// <summary>Tokens that are used are declared, declared ones are used, and every value is one.</summary>
internal sealed partial class VariableCheck(Recipe recipe, List<Problem> problems)
{
    private static readonly string[] Placeholders = ["", "todo", "tbd", "fixme", "xxx", "...", "…", "placeholder", "changeme", "change-me", "replace_me", "replace-me", "replaceme", "your-value", "value", "n/a"];
    private static readonly string[] FormatNames = ["shortId", "testRunId"];

    public void Run()
    {
        var used = Tokens.In(recipe.Create, $"{recipe.Path}.create").ToList();
        foreach (var (token, path) in used.Where(use => !recipe.Variables.ContainsKey(use.Token) && !Tokens.IsBuiltIn(use.Token)))
        {
            problems.Add(Word().IsMatch(token)
                ? new("undeclared-token", ProblemSeverity.Error, path, $"{{{{{token}}}}} is not declared under 'variables'.", NearMatches.Hint(token, recipe.Variables.Keys.Append(Tokens.RunIdToken).Append(Tokens.ShortIdToken)))
                : new("bad-token", ProblemSeverity.Error, path, $"{{{{{token}}}}} is no token: letters, digits and _ make one, or index and cycle(a,b), which the endpoint replaces."));
        }

        foreach (var name in recipe.Variables.Keys.Where(name => used.All(use => use.Token != name)))
        {
            var single = Tokens.Texts(recipe.Create, $"{recipe.Path}.create").FirstOrDefault(text => SingleBraces(text.Text, name));
            problems.Add(new("unused-variable", ProblemSeverity.Error, Path(name), $"No value uses {{{{{name}}}}}.", single.Path is null ? "Remove it, or use it." : $"{single.Path} says {{{name}}}: a token has two braces on each side."));
        }

        foreach (var (name, definition) in recipe.Variables)
            CheckDefinition(name, definition);
    }

    private void CheckDefinition(string name, VariableDefinition definition)
    {
        switch (definition)
        {
            case LiteralVariable { Value: { } value } when value.GetValueKind() == JsonValueKind.String:
                var text = value.GetValue<string>();
                if (Token().IsMatch(text))
                    problems.Add(new("not-concrete", ProblemSeverity.Error, $"{Path(name)}.value", $"A literal is taken as it is, and this one holds a token: {JsonSerializer.Serialize(text)}.", "Use strategy derived for what depends on the run."));
                else if (Placeholders.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase) || Bracketed().IsMatch(text.Trim()))
                    problems.Add(new("not-concrete", ProblemSeverity.Error, $"{Path(name)}.value", $"{JsonSerializer.Serialize(text)} stands in for a value and is none.", "Write the value that tests will look for."));
                break;
            case DerivedVariable derived:
                var names = Placeholder().Matches(derived.Format).Select(match => match.Groups[1].Value).ToList();
                foreach (var unknown in names.Except(FormatNames))
                    problems.Add(new("unknown-placeholder", NearMatches.Nearest(unknown, FormatNames) is null ? ProblemSeverity.Warning : ProblemSeverity.Error, $"{Path(name)}.format", $"{{{unknown}}} is not replaced: a format knows {{shortId}} and {{testRunId}}.", NearMatches.Hint(unknown, FormatNames)));
                if (!names.Intersect(FormatNames).Any())
                    problems.Add(new("not-varying", ProblemSeverity.Warning, $"{Path(name)}.format", "Holds neither {shortId} nor {testRunId}: every run gets the same value.", "Use strategy literal if that is meant."));
                break;
            case FakerVariable faker when !FakerCatalogue.Knows(faker.Generator):
                problems.Add(VariableResolver.UnknownGenerator(faker, Path(name)));
                break;
        }
    }

    private string Path(string name) => JsonPlaces.Member($"{recipe.Path}.variables", name);

    private static bool SingleBraces(string text, string name) => text.Contains($"{{{name}}}", StringComparison.Ordinal);

    [GeneratedRegex(@"^\w+$")]
    private static partial Regex Word();

    [GeneratedRegex(@"\{\{[^{}]+\}\}")]
    private static partial Regex Token();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^(<[^<>]+>|\[[^\[\]]+\])$")]
    private static partial Regex Bracketed();
}

using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Models;

/// <summary>
/// The texts that code knows for a column that is an enum in all but type: <c>Role</c>, <c>Tier</c>, <c>Status</c>. They are found where code compares with them, gives
/// them to a parameter or a property of that name, or lists them under its plural.
/// </summary>
internal sealed class KnownTexts
{
    private const int MostTexts = 12;

    private static readonly string[] Closed = ["role", "tier", "status", "state", "kind", "type", "level", "plan", "stage", "phase", "delivery", "priority", "severity", "gender", "sex", "grade", "channel", "method", "mode", "segment", "membership", "visibility", "frequency"];

    private readonly LoadedCode _code;
    private readonly HashSet<string> _names;
    private readonly Dictionary<string, List<string>> _listed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _used = new(StringComparer.Ordinal);

    private KnownTexts(LoadedCode code, HashSet<string> names) => (_code, _names) = (code, names);

    /// <summary>The models with what is known of their columns.</summary>
    public static List<DataModel> Into(LoadedCode code, IReadOnlyList<DataModel> models)
    {
        var names = models.SelectMany(model => model.Fields).Where(IsCandidate).Select(field => Plain(field.Name)).ToHashSet(StringComparer.Ordinal);
        if (names.Count == 0)
            return [.. models];
        var reader = new KnownTexts(code, names);
        foreach (var tree in code.Trees)
            reader.Read(tree.GetRoot());
        return [.. models.Select(model => model with { Fields = [.. model.Fields.Select(field => IsCandidate(field) && reader.Of(Plain(field.Name)) is { Count: > 0 } texts ? field with { KnownTexts = texts } : field)] })];
    }

    private static bool IsCandidate(ModelField field) => field.Type == "string" && Names.Words(field.Name) is { Count: > 0 } words && Closed.Contains(words[^1], StringComparer.Ordinal) && !field.Name.Contains('.', StringComparison.Ordinal) && words is not [.., "content", "type"] and not [.., "mime", "type"];

    // A list of them says all; else what is used, if it looks like a closed set.
    private List<string> Of(string name)
    {
        if (_listed.TryGetValue(name, out var listed) && listed.Count is > 1 and <= MostTexts)
            return listed;
        return _used.TryGetValue(name, out var used) && used.Count is > 1 and <= MostTexts ? used : [];
    }

    private void Read(SyntaxNode root)
    {
        foreach (var node in root.DescendantNodes())
        {
            switch (node)
            {
                case BinaryExpressionSyntax { OperatorToken.Text: "==" or "!=" } compared:
                    Use(Called(compared.Left), compared.Right);
                    Use(Called(compared.Right), compared.Left);
                    break;
                case IsPatternExpressionSyntax asked:
                    foreach (var constant in asked.Pattern.DescendantNodesAndSelf().OfType<ConstantPatternSyntax>())
                        Use(Called(asked.Expression), constant.Expression);
                    break;
                case SwitchExpressionSyntax choice:
                    foreach (var constant in choice.Arms.SelectMany(arm => arm.Pattern.DescendantNodesAndSelf().OfType<ConstantPatternSyntax>()))
                        Use(Called(choice.GoverningExpression), constant.Expression);
                    break;
                case AssignmentExpressionSyntax assigned:
                    Use(Called(assigned.Left), assigned.Right);
                    break;
                case ArgumentSyntax { Expression: LiteralExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax } argument when Text(argument.Expression) is not null:
                    Use(Parameter(argument), argument.Expression);
                    break;
                case PropertyDeclarationSyntax { Initializer.Value: var value } property:
                    Use(property.Identifier.ValueText, value);
                    List(property.Identifier.ValueText, value);
                    break;
                case VariableDeclaratorSyntax { Initializer.Value: var value } variable:
                    List(variable.Identifier.ValueText, value);
                    break;
                case ParameterSyntax { Default.Value: var value } parameter:
                    Use(parameter.Identifier.ValueText, value);
                    break;
            }
        }
    }

    private void List(string name, SyntaxNode value)
    {
        if (Names.Singular(name) is var one && one != name && _names.Contains(Plain(one)))
        {
            var texts = value.DescendantNodes().OfType<LiteralExpressionSyntax>().Select(literal => Text(literal)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            if (value is CollectionExpressionSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or InitializerExpressionSyntax && texts.Count > 1)
                _listed.TryAdd(Plain(one), texts);
        }
    }

    private void Use(string? name, SyntaxNode value)
    {
        if (name is null || !_names.Contains(Plain(name)) || value is not ExpressionSyntax expression || Text(expression) is not { } text || text.Length is 0 or > 30)
            return;
        var texts = _used.TryGetValue(Plain(name), out var known) ? known : _used[Plain(name)] = [];
        if (!texts.Contains(text, StringComparer.Ordinal))
            texts.Add(text);
    }

    private static string? Called(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        IdentifierNameSyntax name => name.Identifier.ValueText,
        ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax binding } => binding.Name.Identifier.ValueText,
        _ => null,
    };

    private string? Parameter(ArgumentSyntax argument)
    {
        if (argument.NameColon is { Name.Identifier.ValueText: var named })
            return named;
        if (argument.Parent is not BaseArgumentListSyntax { Parent: { } call } list || (_code.Model(call).GetSymbolInfo(call) is var found && (found.Symbol ?? found.CandidateSymbols.FirstOrDefault()) is not IMethodSymbol))
            return null;
        var symbol = _code.Model(call).GetSymbolInfo(call);
        var method = (IMethodSymbol)(symbol.Symbol ?? symbol.CandidateSymbols[0]);
        var index = list.Arguments.IndexOf(argument);
        return index < method.Parameters.Length ? method.Parameters[index].Name : null;
    }

    private string? Text(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => literal.Token.Value as string,
        IdentifierNameSyntax or MemberAccessExpressionSyntax => _code.Model(expression).GetConstantValue(expression) is { HasValue: true, Value: string text } ? text : null,
        _ => null,
    };

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}

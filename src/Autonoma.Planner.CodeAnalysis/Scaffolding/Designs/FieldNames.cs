using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Scaffolding.Inputs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Scaffolding.Designs;

/// <summary>What parameters of a creation function are called as fields: as the column they end up in, else as the record they refer to, else as they are.</summary>
internal static class FieldNames
{
    public static Dictionary<string, string> Of(AppCode app, KnownModel model, IMethodSymbol function, SyntaxNode? body)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in function.Parameters)
        {
            var own = Names.Capital(parameter.Name);
            if (model.Field(own) is not null)
                continue;
            if (body is not null && Column(app, model, parameter, body) is { } column)
                found[parameter.Name] = column;
            else if (Referred(app, parameter.Name) is { } other && TypeNames.IsScalar(parameter.Type))
                found[parameter.Name] = other.Name + "Id";
        }

        return found;
    }

    // entry.Property("ParentId").CurrentValue = department; new Line { OrderId = orderKey }
    private static string? Column(AppCode app, KnownModel model, IParameterSymbol parameter, SyntaxNode body)
    {
        foreach (var assignment in body.DescendantNodes().OfType<AssignmentExpressionSyntax>())
        {
            if (assignment.Right is not IdentifierNameSyntax right || !Means(app, right, parameter, body))
                continue;
            switch (assignment.Left)
            {
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CurrentValue", Expression: InvocationExpressionSyntax { ArgumentList.Arguments: [var named, ..], Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Property" } } }:
                    if (app.Code.Model(named).GetConstantValue(named.Expression) is { HasValue: true, Value: string shadow } && model.Field(shadow) is not null)
                        return shadow;
                    break;
                default:
                    if (app.Code.Model(assignment).GetSymbolInfo(assignment.Left).Symbol is IPropertySymbol property && app.Catalogue.Of(property.ContainingType) == model && model.Field(property.Name) is not null && Fits(parameter.Type, property.Type))
                        return property.Name;
                    break;
            }
        }

        return null;
    }

    // The parameter itself, or a variable that a pattern took it into: department is { } parent.
    private static bool Means(AppCode app, IdentifierNameSyntax name, IParameterSymbol parameter, SyntaxNode body)
    {
        if (name.Identifier.ValueText == parameter.Name)
            return true;
        return app.Code.Model(name).GetSymbolInfo(name).Symbol is ILocalSymbol local && body.DescendantNodes().OfType<IsPatternExpressionSyntax>()
            .Any(p => p.Expression is IdentifierNameSyntax { Identifier.ValueText: var tested } && tested == parameter.Name && p.Pattern.DescendantNodes().OfType<SingleVariableDesignationSyntax>().Any(d => d.Identifier.ValueText == local.Name));
    }

    private static bool Fits(ITypeSymbol parameter, ITypeSymbol property) => SymbolEqualityComparer.Default.Equals(TypeNames.NotNull(parameter), TypeNames.NotNull(property));

    // customerKey, customerId, customer_id
    private static KnownModel? Referred(AppCode app, string parameter)
    {
        var words = Names.Words(parameter);
        if (words.Count < 2 || words[^1] is not ("key" or "id"))
            return null;
        return app.Catalogue.Models.FirstOrDefault(m => Names.Words(m.Name).SequenceEqual(words.Take(words.Count - 1)));
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Creation;

/// <summary>Code that is no part of the application's own doing: seeds and set-up.</summary>
internal static class ExcludedPlaces
{
    public static bool Contains(SyntaxNode node) => node.Ancestors().Any(a => a switch
    {
        MethodDeclarationSyntax method => UnitRoles.IsSeed(method.Identifier.ValueText),
        BaseTypeDeclarationSyntax type => UnitRoles.IsSeed(type.Identifier.ValueText),
        _ => false,
    });
}

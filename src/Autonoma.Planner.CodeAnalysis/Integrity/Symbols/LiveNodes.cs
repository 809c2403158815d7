using Autonoma.Planner.CodeAnalysis.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Integrity.Symbols;

/// <summary>The parts of a body that are carried out: not what the compiler knows to be unreachable, not lambdas and local functions that nobody calls.</summary>
internal sealed class LiveNodes(LoadedCode code)
{
    public IEnumerable<SyntaxNode> Of(SyntaxNode body)
    {
        var dead = Dead(body);
        return body.DescendantNodesAndSelf(n => n == body || !dead.Contains(n)).Where(n => n == body || !dead.Contains(n));
    }

    private HashSet<SyntaxNode> Dead(SyntaxNode body)
    {
        var dead = new HashSet<SyntaxNode>();
        foreach (var node in body.DescendantNodes())
        {
            switch (node)
            {
                // A local function lives where it is called; it is followed from there.
                case LocalFunctionStatementSyntax: dead.Add(node); break;
                case AnonymousFunctionExpressionSyntax lambda when !IsUsed(lambda, body): dead.Add(node); break;
                case StatementSyntax statement when statement is not BlockSyntax && IsUnreachable(statement): dead.Add(node); break;
                case ConditionalExpressionSyntax conditional when code.Model(conditional).GetConstantValue(conditional.Condition) is { HasValue: true, Value: bool truth }:
                    dead.Add(truth ? conditional.WhenFalse : conditional.WhenTrue);
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both when code.Model(both).GetConstantValue(both.Left) is { HasValue: true, Value: false }: dead.Add(both.Right); break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } either when code.Model(either).GetConstantValue(either.Left) is { HasValue: true, Value: true }: dead.Add(either.Right); break;
                // The name of something is not its use.
                case InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } naming when code.Model(naming).GetConstantValue(naming).HasValue: dead.Add(node); break;
            }
        }

        return dead;
    }

    private bool IsUnreachable(StatementSyntax statement)
    {
        if (statement.Parent is not (BlockSyntax or SwitchSectionSyntax or IfStatementSyntax or ElseClauseSyntax or WhileStatementSyntax or ForStatementSyntax or GlobalStatementSyntax or DoStatementSyntax or ForEachStatementSyntax or UsingStatementSyntax or LockStatementSyntax or LabeledStatementSyntax))
            return false;
        try
        {
            return code.Model(statement).AnalyzeControlFlow(statement) is { Succeeded: true, StartPointIsReachable: false };
        }
        catch (ArgumentException)
        {
            // A statement that stands nowhere it could be analysed is taken to be carried out.
            return false;
        }
    }

    // A lambda that a variable holds is carried out when the variable is used.
    private bool IsUsed(AnonymousFunctionExpressionSyntax lambda, SyntaxNode body)
    {
        SyntaxNode at = lambda;
        while (at.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax)
            at = at.Parent;
        if (at.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } })
            return false;
        if (at.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } || code.Model(variable).GetDeclaredSymbol(variable) is not ILocalSymbol local)
            return true;
        var scope = body.AncestorsAndSelf().Last(a => a is BlockSyntax or BaseMethodDeclarationSyntax or CompilationUnitSyntax || a == body);
        return scope.DescendantNodes().OfType<IdentifierNameSyntax>().Any(n => n.Identifier.ValueText == local.Name && n.Parent is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } } && SymbolEqualityComparer.Default.Equals(code.Model(n).GetSymbolInfo(n).Symbol, local));
    }
}

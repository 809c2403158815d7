using Autonoma.Planner.CodeAnalysis.Creation;
using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Planner.CodeAnalysis.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Scaffolding.Extracting;

/// <summary>The statements of a route that make a record: from where its object is put together to where it is stored and what happens beside is done.</summary>
internal sealed class Region
{
    private Region(BlockSyntax block, int first, int last, SyntaxNode creation) => (Block, First, Last, Creation) = (block, first, last, creation);

    public BlockSyntax Block { get; }

    public int First { get; private set; }

    public int Last { get; private set; }

    /// <summary>The call or assignment that stores the record.</summary>
    public SyntaxNode Creation { get; }

    public IEnumerable<StatementSyntax> Statements => Block.Statements.Skip(First).Take(Last - First + 1);

    public bool Contains(SyntaxNode node) => node.SpanStart >= Block.Statements[First].SpanStart && node.Span.End <= Block.Statements[Last].Span.End;

    /// <summary>Finds it; null when nothing of this unit stores the model in a block of its own.</summary>
    public static Region? Find(AnalyzedCode analyzed, CodeUnit unit, KnownModel model)
    {
        var nodes = unit.Stores.Where(s => s.What.Model == model).Select(s => s.Node).Concat(unit.Attaches.Where(a => a.Child == model).Select(a => a.Node))
            .Concat(unit.Calls.Where(c => analyzed.Dispatching.Bodies(c.Target).Select(b => analyzed.Flows.Unit(b)).OfType<CodeUnit>().Any(u => analyzed.Flows.Of(u).Models().ContainsKey(model))).Select(c => c.Node))
            .OrderBy(n => n.SpanStart).ToList();
        var creation = nodes.Find(n => Statement(n) is not null);
        if (creation is null || Statement(creation) is not { Parent: BlockSyntax block } at)
            return null;
        var index = block.Statements.IndexOf(at);
        var region = new Region(block, index, index, creation);
        foreach (var other in nodes.Select(Statement).OfType<StatementSyntax>().Where(s => s.Parent == block))
            region.Last = Math.Max(region.Last, block.Statements.IndexOf(other));
        region.GrowUp(analyzed.Code);
        region.GrowDown(unit);
        return region;
    }

    /// <summary>Gives up the statements from one on; false when the record would not be made any more.</summary>
    public bool CutBefore(SyntaxNode node)
    {
        var at = Block.Statements.ToList().FindIndex(s => s.Span.Contains(node.Span));
        var creation = Block.Statements.ToList().FindIndex(s => s.Span.Contains(Creation.Span));
        if (at <= creation)
            return false;
        Last = at - 1;
        return true;
    }

    public static bool Leaves(StatementSyntax statement)
        => statement.DescendantNodesAndSelf(n => n is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax).Any(n => n is ReturnStatementSyntax or YieldStatementSyntax or GotoStatementSyntax
            || (n is BreakStatementSyntax or ContinueStatementSyntax && !n.Ancestors().TakeWhile(a => a != statement.Parent).Any(a => a is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or ForEachStatementSyntax or SwitchStatementSyntax)));

    private static StatementSyntax? Statement(SyntaxNode node) => node.AncestorsAndSelf().OfType<StatementSyntax>().FirstOrDefault(s => s.Parent is BlockSyntax);

    // What is put together before belongs to it, as long as nothing is decided between.
    private void GrowUp(LoadedCode code)
    {
        for (var i = First - 1; i >= 0 && !Leaves(Block.Statements[i]) && Block.Statements[i] is LocalDeclarationStatementSyntax or ExpressionStatementSyntax or IfStatementSyntax or ForEachStatementSyntax or UsingStatementSyntax; i--)
        {
            var statement = Block.Statements[i];
            var used = Statements.SelectMany(s => s.DescendantNodes().OfType<IdentifierNameSyntax>()).Select(n => code.Model(n).GetSymbolInfo(n).Symbol).OfType<ILocalSymbol>().ToHashSet<ISymbol>(SymbolEqualityComparer.Default);
            var makes = statement.DescendantNodesAndSelf().OfType<VariableDeclaratorSyntax>().Any(v => code.Model(v).GetDeclaredSymbol(v) is { } local && used.Contains(local));
            var changes = statement is not LocalDeclarationStatementSyntax && statement.DescendantNodes().OfType<IdentifierNameSyntax>().Any(n => code.Model(n).GetSymbolInfo(n).Symbol is ILocalSymbol local && used.Contains(local));
            if (makes || changes)
                First = i;
        }
    }

    // Saving, and what else is done about the new record.
    private void GrowDown(CodeUnit unit)
    {
        for (var i = Last + 1; i < Block.Statements.Count && !Leaves(Block.Statements[i]); i++)
        {
            var statement = Block.Statements[i];
            var isRelevant = unit.Effects.Any(e => statement.Span.Contains(e.Node.Span)) || unit.Stores.Any(s => statement.Span.Contains(s.Node.Span)) || unit.Calls.Any(c => statement.Span.Contains(c.Node.Span) && !c.Target.IsStatic)
                || statement.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(c => c.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } && (name.StartsWith("SaveChanges", StringComparison.Ordinal) || name.StartsWith("Commit", StringComparison.Ordinal)));
            if (isRelevant)
                Last = i;
        }
    }
}

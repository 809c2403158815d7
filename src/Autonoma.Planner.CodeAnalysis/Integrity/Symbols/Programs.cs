using Autonoma.Planner.CodeAnalysis.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Integrity.Symbols;

/// <summary>A program of the codebase: where it starts, and everything that its start carries out.</summary>
internal sealed class StartedProgram(ProjectFile project, IReadOnlyList<SyntaxTree> starts, IReadOnlyList<SyntaxNode> live)
{
    public ProjectFile Project { get; } = project;

    public IReadOnlyList<SyntaxTree> Starts { get; } = starts;

    public IReadOnlyList<SyntaxNode> Live { get; } = live;

    public bool Maps { get; set; }
}

/// <summary>Finds the programs and follows their starts.</summary>
internal sealed class Programs(AnalyzedCode analyzed, CallGraph graph)
{
    private const int MostBodies = 20_000;

    public IReadOnlyList<StartedProgram> Find()
    {
        var found = new List<StartedProgram>();
        foreach (var (project, compilation) in analyzed.Code.Compilations.OrderBy(c => c.Key.Path, StringComparer.Ordinal))
        {
            var bodies = new List<SyntaxNode>();
            var starts = new List<SyntaxTree>();
            foreach (var tree in compilation.SyntaxTrees.Where(analyzed.Code.Knows))
            {
                var root = tree.GetRoot();
                var top = (root as CompilationUnitSyntax)?.Members.OfType<GlobalStatementSyntax>().Select(g => (SyntaxNode)g.Statement).ToList() ?? [];
                var mains = root.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(m => m.Identifier.ValueText == "Main" && m.Modifiers.Any(x => x.ValueText == "static")).SelectMany(m => new SyntaxNode?[] { m.Body, m.ExpressionBody }.OfType<SyntaxNode>()).ToList();
                if (top.Count + mains.Count == 0)
                    continue;
                starts.Add(tree);
                bodies.AddRange(top);
                bodies.AddRange(mains);
            }

            if (bodies.Count > 0)
                found.Add(new(project, starts, Follow(bodies)));
        }

        return found;
    }

    private List<SyntaxNode> Follow(IEnumerable<SyntaxNode> start)
    {
        var live = new List<SyntaxNode>();
        var open = new Queue<SyntaxNode>(start);
        var seen = new HashSet<SyntaxNode>(open);
        var symbols = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        while (open.TryDequeue(out var body) && seen.Count < MostBodies)
        {
            var nodes = graph.Live(body).ToList();
            live.AddRange(nodes);
            foreach (var target in graph.Targets(body).Concat(Startups(nodes)).Where(symbols.Add))
            {
                foreach (var next in graph.Bodies(target).Where(seen.Add))
                    open.Enqueue(next);
            }
        }

        return live;
    }

    // UseStartup<Startup>(): the host calls its functions by their names.
    private IEnumerable<ISymbol> Startups(IEnumerable<SyntaxNode> nodes)
        => nodes.OfType<GenericNameSyntax>().Where(n => n.Identifier.ValueText == "UseStartup").SelectMany(n => n.TypeArgumentList.Arguments).Select(a => analyzed.Code.Model(a).GetTypeInfo(a).Type).OfType<INamedTypeSymbol>()
            .SelectMany(t => Models.TypeNames.WithBases(t)).SelectMany(t => t.GetMembers().OfType<IMethodSymbol>()).Where(m => m.Name.StartsWith("Configure", StringComparison.Ordinal) || m.MethodKind == MethodKind.Constructor);
}

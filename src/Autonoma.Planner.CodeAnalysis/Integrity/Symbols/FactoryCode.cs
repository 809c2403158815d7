using Autonoma.Planner.CodeAnalysis.Creation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Integrity.Symbols;

/// <summary>Which code belongs to the factories: what they are made of, what lies in their folder, and what nobody else uses.</summary>
internal sealed class FactoryCode
{
    private readonly AnalyzedCode _analyzed;
    private readonly string? _folder;
    private readonly HashSet<SyntaxNode> _own = [];
    private readonly HashSet<INamedTypeSymbol> _types = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, bool> _known = new(SymbolEqualityComparer.Default);
    private readonly Lazy<ILookup<string, SimpleNameSyntax>> _names;

    /// <param name="analyzed">The code.</param>
    /// <param name="folder">The folder that is the factories' own; null where they share it with the app.</param>
    /// <param name="factories">The factories.</param>
    /// <param name="trusted">Functions that are the app's, whoever calls them.</param>
    public FactoryCode(AnalyzedCode analyzed, string? folder, IEnumerable<RegisteredFactory> factories, IEnumerable<ISymbol> trusted)
    {
        _analyzed = analyzed;
        foreach (var symbol in trusted)
            _known[symbol] = false;
        _folder = folder;
        foreach (var factory in factories)
        {
            _own.UnionWith(factory.Roots);
            _types.UnionWith(factory.Types);
        }

        _names = new(() => analyzed.Code.Trees.SelectMany(t => t.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()).ToLookup(n => n.Identifier.ValueText, StringComparer.Ordinal));
    }

    public bool Contains(SyntaxNode node)
        => InFolder(node.SyntaxTree.FilePath) || node.AncestorsAndSelf().Any(_own.Contains) || node.Ancestors().OfType<TypeDeclarationSyntax>().Any(t => _analyzed.Code.Model(t).GetDeclaredSymbol(t) is { } type && _types.Any(known => SymbolEqualityComparer.Default.Equals(known, type)));

    /// <summary>Whether nobody but factories uses a function: then it was made for them.</summary>
    public bool IsTheirs(ISymbol symbol)
    {
        if (_known.TryGetValue(symbol, out var known))
            return known;
        // Those that only call each other are nobody else's.
        _known[symbol] = true;
        var declared = symbol.DeclaringSyntaxReferences.Where(r => _analyzed.Code.Knows(r.SyntaxTree)).Select(r => r.GetSyntax()).ToList();
        if (declared.Count == 0)
            return _known[symbol] = false;
        if (declared.Any(Contains))
            return true;
        var isAsked = _analyzed.Units.Any(u => SymbolEqualityComparer.Default.Equals(u.Symbol, symbol) && u.Role is UnitRole.Route or UnitRole.Job or UnitRole.Hook or UnitRole.Reaction);
        return _known[symbol] = !isAsked && !Users(symbol).Any(user => user is null || !IsTheirs(user));
    }

    // Who names it, by the function it is named in; null for the start of a program.
    private IEnumerable<ISymbol?> Users(ISymbol symbol)
    {
        var names = symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor ? constructor.ContainingType.Name : symbol is IMethodSymbol { AssociatedSymbol: { } associated } ? associated.Name : symbol.Name.Split('.')[^1];
        foreach (var name in _names.Value[names])
        {
            if (Contains(name) || !Means(name, symbol))
                continue;
            var member = name.Ancestors().FirstOrDefault(a => a is BaseMethodDeclarationSyntax or PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } or GlobalStatementSyntax);
            if (member is null)
                continue;
            var user = member is GlobalStatementSyntax ? null : _analyzed.Code.Model(member).GetDeclaredSymbol(member);
            if (!SymbolEqualityComparer.Default.Equals(user, symbol))
                yield return user;
        }
    }

    private bool Means(SimpleNameSyntax name, ISymbol symbol)
    {
        var info = _analyzed.Code.Model(name).GetSymbolInfo(name);
        foreach (var found in info.Symbol is { } bound ? [bound] : info.CandidateSymbols.AsEnumerable())
        {
            if (found is INamedTypeSymbol type && symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, constructor.ContainingType.OriginalDefinition) && name.Parent is ObjectCreationExpressionSyntax)
                return true;
            var definition = (found as IMethodSymbol)?.ReducedFrom?.OriginalDefinition ?? found.OriginalDefinition;
            if (SymbolEqualityComparer.Default.Equals(definition, symbol.OriginalDefinition) || (symbol is IMethodSymbol { AssociatedSymbol: { } associated } && SymbolEqualityComparer.Default.Equals(definition, associated.OriginalDefinition)))
                return true;
            if (found is IMethodSymbol method && _analyzed.Dispatching.Bodies(method).Contains(symbol.OriginalDefinition, SymbolEqualityComparer.Default))
                return true;
        }

        return false;
    }

    private bool InFolder(string file) => _folder is not null && file.StartsWith(_folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}

using Autonoma.Planner.CodeAnalysis.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Creation;

/// <summary>A model that a flow creates.</summary>
/// <param name="Node">The statement that makes the row.</param>
/// <param name="Depth">How many calls away.</param>
/// <param name="IsReaction">Whether an event stands between.</param>
internal sealed record Created(SyntaxNode Node, int Depth, bool IsReaction);

/// <summary>All that a function does, with everything it calls.</summary>
internal sealed class Flow
{
    public Dictionary<ModelRef, Created> Stores { get; } = [];
    public Dictionary<(KnownModel Parent, KnownModel Child, bool IsFresh, int? Parameter), Created> Attaches { get; } = [];
    public Dictionary<(string Kind, string Text), SyntaxNode> Effects { get; } = [];

    /// <summary>The models that are created: those stored, and those that hang on one that is stored.</summary>
    public Dictionary<KnownModel, Created> Models()
    {
        var found = new Dictionary<KnownModel, Created>();
        foreach (var (what, created) in Stores.Where(s => s.Key.Model is not null))
            found[what.Model!] = created;
        for (var more = true; more;)
        {
            more = false;
            foreach (var (attached, created) in Attaches.Where(a => a.Key.Parameter is null && (!a.Key.IsFresh || found.ContainsKey(a.Key.Parent))))
                more |= found.TryAdd(attached.Child, created);
        }

        return found;
    }
}

/// <summary>Adds up what functions do over their calls.</summary>
internal sealed class Flows(IReadOnlyList<CodeUnit> units, ModelCatalogue catalogue, Dispatching dispatching, ValueOrigins origins)
{
    private const int Deepest = 14;

    private readonly Dictionary<ISymbol, CodeUnit> _bySymbol = units.Where(u => u.Symbol is not null).GroupBy(u => u.Symbol!, SymbolEqualityComparer.Default).ToDictionary(g => g.Key!, g => g.First(), SymbolEqualityComparer.Default);
    private readonly Dictionary<CodeUnit, Flow> _flows = [];
    private readonly HashSet<CodeUnit> _open = [];

    public CodeUnit? Unit(ISymbol symbol) => _bySymbol.GetValueOrDefault(symbol);

    public Flow Of(CodeUnit unit, int depth = 0)
    {
        if (_flows.TryGetValue(unit, out var known))
            return known;
        var flow = new Flow();
        if (depth > Deepest || !_open.Add(unit))
            return flow;
        foreach (var stored in unit.Stores)
            flow.Stores.TryAdd(stored.What, new Created(stored.Node, 0, false));
        foreach (var attached in unit.Attaches)
            flow.Attaches.TryAdd((attached.Parent, attached.Child, attached.IsFresh, attached.Parameter), new Created(attached.Node, 0, false));
        foreach (var effect in unit.Effects)
            flow.Effects.TryAdd((effect.Kind, effect.Text), effect.Node);
        foreach (var call in unit.Calls)
        {
            foreach (var body in dispatching.Bodies(call.Target))
            {
                if (Unit(body) is { Role: not UnitRole.Excluded } called && called != unit)
                    Take(flow, unit, call, body, Of(called, depth + 1));
            }
        }

        _open.Remove(unit);
        return _flows[unit] = flow;
    }

    /// <summary>The flow of an inherited function for a class that fills in its base's type parameters.</summary>
    public Flow Inherited(CodeUnit unit, INamedTypeSymbol constructedBase)
    {
        var flow = new Flow();
        var map = new Dictionary<ITypeParameterSymbol, ITypeSymbol>(SymbolEqualityComparer.Default);
        TypeBinding.Unify(constructedBase.OriginalDefinition, constructedBase, map);
        var open = Of(unit);
        foreach (var (what, created) in open.Stores)
        {
            foreach (var filled in Fill(what, map))
                flow.Stores.TryAdd(filled, created);
        }

        foreach (var (attached, created) in open.Attaches)
            flow.Attaches.TryAdd(attached, created);
        foreach (var (effect, node) in open.Effects)
            flow.Effects.TryAdd(effect, node);
        return flow;
    }

    private void Take(Flow flow, CodeUnit unit, Called call, IMethodSymbol body, Flow inner)
    {
        var map = TypeBinding.Of(call.Target, body);
        foreach (var (what, created) in inner.Stores)
        {
            foreach (var filled in Exact(Fill(what, map).ToList(), call))
                flow.Stores.TryAdd(filled, Step(created, call));
        }

        foreach (var (attached, created) in inner.Attaches)
        {
            // A method of a parent that was made here: the parent is new, whoever's method it is.
            var fresh = attached.IsFresh || (call.IsOnFresh && SymbolEqualityComparer.Default.Equals(attached.Parent.Type, body.ContainingType));
            if (attached.Parameter is not { } index)
            {
                flow.Attaches.TryAdd(attached with { IsFresh = fresh }, Step(created, call));
                continue;
            }

            if (!call.Arguments.TryGetValue(index, out var argument))
                continue;
            foreach (var origin in origins.Of(argument).Where(o => o.IsNew || o.Parameter is not null))
            {
                // The parameter may be a base class; what is handed in tells the child exactly.
                var exact = TypeNames.Inner(origin.Type).SelectMany(catalogue.AllOf).Distinct().ToList();
                foreach (var child in origin.IsNew && exact.Count == 1 ? exact : [attached.Child])
                    flow.Attaches.TryAdd((attached.Parent, child, fresh, origin.IsNew ? null : origin.Parameter), origin.IsNew ? new Created(call.Node, 0, call.IsReaction) : Step(created, call));
            }
        }

        foreach (var (effect, node) in inner.Effects)
            flow.Effects.TryAdd(effect, node);
    }

    private static Created Step(Created created, Called call) => new(created.Node, created.Depth + 1, created.IsReaction || call.IsReaction);

    private IEnumerable<ModelRef> Fill(ModelRef what, Dictionary<ITypeParameterSymbol, ITypeSymbol> map)
    {
        if (what.Parameter is null)
            return [what];
        if (!map.TryGetValue(what.Parameter, out var actual))
            return [];
        return actual is ITypeParameterSymbol outer ? [new ModelRef(null, outer)] : TypeNames.Inner(actual).SelectMany(catalogue.AllOf).Select(m => new ModelRef(m, null));
    }

    // A base class stands for all that inherit from it, unless what is handed over says which.
    private IReadOnlyList<ModelRef> Exact(List<ModelRef> filled, Called call)
    {
        if (filled.Count < 2)
            return filled;
        var given = call.Arguments.Values.SelectMany(a => origins.Of(a)).Where(o => o.IsNew).SelectMany(o => TypeNames.Inner(o.Type)).Select(catalogue.Of).OfType<KnownModel>().ToHashSet();
        return filled.Any(f => f.Model is not null && given.Contains(f.Model)) ? [.. filled.Where(f => f.Model is not null && given.Contains(f.Model))] : filled;
    }
}

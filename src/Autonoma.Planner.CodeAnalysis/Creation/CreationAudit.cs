using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Results;
using Microsoft.CodeAnalysis;

namespace Autonoma.Planner.CodeAnalysis.Creation;

/// <summary>A function that creates models, with the one it is about.</summary>
internal sealed record Creator(CodeUnit Unit, string Function, SyntaxNode Node, Flow Flow, IReadOnlyDictionary<KnownModel, Created> Models, Subject Subject);

/// <summary>Who creates each model, with whom it comes, and what else happens.</summary>
internal sealed class CreationAudit(LoadedCode code, ModelCatalogue catalogue, IReadOnlyList<CodeUnit> units, Flows flows, IReadOnlyList<INamedTypeSymbol> types)
{
    private readonly List<Creator> _creators = [];
    private readonly Subjects _subjects = new(code, catalogue);

    public List<ModelCreation> Read()
    {
        foreach (var unit in units.Where(u => u.Role is UnitRole.Service or UnitRole.Handler or UnitRole.Repository or UnitRole.Route or UnitRole.Inline or UnitRole.Job && (u.IsAccessible || u.Role == UnitRole.Job)))
            Consider(unit, unit.Function, unit.Node, flows.Of(unit));
        Inherited();
        Unraised();
        return [.. catalogue.Models.Select(Of)];
    }

    private void Consider(CodeUnit unit, string function, SyntaxNode node, Flow flow)
    {
        var models = flow.Models();
        if (models.Count > 0)
            _creators.Add(new Creator(unit, function, node, flow, models, _subjects.Of(unit, function, models)));
    }

    // A class that fills in a generic base has its functions as well.
    private void Inherited()
    {
        foreach (var type in types.Where(t => t is { TypeKind: TypeKind.Class, IsAbstract: false, IsGenericType: false }).OrderBy(t => t.ToDisplayString(), StringComparer.Ordinal))
        {
            var role = UnitRoles.OfType(type, catalogue);
            if (role is UnitRole.Model or UnitRole.Excluded or UnitRole.Hook or UnitRole.Reaction || type.DeclaringSyntaxReferences.FirstOrDefault(r => code.Knows(r.SyntaxTree))?.GetSyntax() is not { } node)
                continue;
            foreach (var constructed in TypeNames.WithBases(type).Skip(1).Where(b => b.IsGenericType))
            {
                foreach (var method in constructed.OriginalDefinition.GetMembers().OfType<IMethodSymbol>().Where(m => m is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public }))
                {
                    if (flows.Unit(method) is not { Role: not UnitRole.Excluded } unit || TypeNames.WithBases(type).TakeWhile(t => !SymbolEqualityComparer.Default.Equals(t, constructed)).Any(t => t.GetMembers(method.Name).Any(m => m.IsOverride)))
                        continue;
                    var own = new CodeUnit(method, type, unit.Node, role, $"{UnitFinder.Outer(type)}.{method.Name}") { IsAccessible = true };
                    Consider(own, own.Function, node, flows.Inherited(unit, constructed));
                }
            }
        }
    }

    // What listens creates in the flow of whoever raises; where nobody here does, it is a path of its own.
    private void Unraised()
    {
        var raised = units.SelectMany(u => u.Calls).Where(c => c.IsReaction).Select(c => c.Target.OriginalDefinition).ToHashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var unit in units.Where(u => u is { Role: UnitRole.Reaction, IsAccessible: true } && !raised.Contains(u.Symbol!)))
            Consider(unit, unit.Function, unit.Node, flows.Of(unit));
    }

    private ModelCreation Of(KnownModel model)
    {
        var own = Sorted(_creators.Where(c => c.Subject.Models.Contains(model)), model).ToList();
        var owners = _creators.SelectMany(c => Owners(c, model).Select(o => (Owner: o, Creator: c))).GroupBy(x => x.Owner).OrderBy(g => g.Key.Name, StringComparer.Ordinal)
            .Select(g => Link(model, g.Key, Sorted(g.Select(x => x.Creator), g.Key).First())).ToList();

        // What is only left behind by functions that are about something else is no way to make a row by itself, where an owner makes it.
        var creator = own.FirstOrDefault(c => !c.Subject.IsIncidental || owners.Count == 0);
        return new ModelCreation(model.Name, creator is null ? null : Path(creator), [.. own.Where(c => c != creator).Select(Path)], owners, creator is null ? [] : Effects(model, creator));
    }

    private IEnumerable<Creator> Sorted(IEnumerable<Creator> creators, KnownModel about)
        => creators.OrderBy(c => c.Subject.IsIncidental).ThenBy(c => Rank(c.Unit)).ThenByDescending(c => Subjects.Score(c.Function, c.Unit, about)).ThenBy(c => c.Models[about].Depth)
            .ThenBy(c => code.Place(c.Node).File, StringComparer.Ordinal).ThenBy(c => code.Place(c.Node).Line).ThenBy(c => c.Function, StringComparer.Ordinal);

    // Of several models that a function is about, a row belongs to those it refers to; to all where it refers to none.
    private List<KnownModel> Owners(Creator creator, KnownModel model)
    {
        if (!creator.Models.ContainsKey(model) || creator.Subject.Models.Contains(model))
            return [];
        var related = creator.Subject.Models.Where(s => _subjects.Hangs(model, s, creator.Models.Keys)).ToList();
        return related.Count > 0 || creator.Subject.IsIncidental ? related : [.. creator.Subject.Models];
    }

    private OwnerLink Link(KnownModel model, KnownModel owner, Creator creator)
    {
        var created = creator.Models[model];
        var place = code.Place(created.Node);
        var how = created.IsReaction ? $"Creating {Article(owner.Name)} raises an event, and its handler creates {Article(model.Name)}"
            : catalogue.Relations.Any(r => r.Child == model.Name && r.Parent == owner.Name) ? $"{Names.Capital(Article(model.Name))} belongs to its {owner.Name} and is made together with it"
            : $"Creating {Article(owner.Name)} also writes {Article(model.Name)}";
        return new OwnerLink(owner.Name, creator.Function, $"{how} in {creator.Function} ({place}).", place);
    }

    private List<SideEffect> Effects(KnownModel model, Creator creator)
    {
        var found = creator.Models.Where(m => Owners(creator, m.Key).Contains(model)).OrderBy(m => m.Key.Name, StringComparer.Ordinal)
            .Select(m => new SideEffect("sibling", $"also creates {Article(m.Key.Name)}", code.Place(m.Value.Node))).ToList();
        found.AddRange(creator.Flow.Effects.Select(e => new SideEffect(e.Key.Kind, e.Key.Text, code.Place(e.Value)))
            .OrderBy(e => e.Kind, StringComparer.Ordinal).ThenBy(e => e.Source.File, StringComparer.Ordinal).ThenBy(e => e.Source.Line).ThenBy(e => e.Text, StringComparer.Ordinal).DistinctBy(e => e.Kind + e.Text));
        return found;
    }

    private CreationPath Path(Creator creator)
    {
        var place = code.Place(creator.Node);
        var layer = Layer(creator.Unit);
        return new CreationPath(place.File, place.Line, creator.Function, layer, layer is CreationLayer.Route or CreationLayer.Inline or CreationLayer.Job);
    }

    private static CreationLayer Layer(CodeUnit unit) => unit.Role switch
    {
        UnitRole.Handler => CreationLayer.Handler,
        UnitRole.Repository => CreationLayer.Repository,
        UnitRole.Route => CreationLayer.Route,
        UnitRole.Inline => CreationLayer.Inline,
        UnitRole.Job or UnitRole.Reaction => CreationLayer.Job,
        _ => CreationLayer.Service,
    };

    // Whether a route's code is a lambda or a method makes no difference: neither can be called from elsewhere.
    private static int Rank(CodeUnit unit) => Layer(unit) is CreationLayer.Inline ? (int)CreationLayer.Route : (int)Layer(unit);

    internal static string Article(string name) => ("AEIO".Contains(name[0], StringComparison.Ordinal) ? "an " : "a ") + name;
}

using Autonoma.Planner.Artifacts;
using Autonoma.Planner.CodeAnalysis.Audited;
using Autonoma.Planner.CodeAnalysis.Creation;
using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Planner.Gates;
using Autonoma.Planner.Validation.Rules;
using Autonoma.Scenarios.Recipes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Integrity.Symbols;

/// <summary>Judges the factories of a .NET backend by what their names are bound to.</summary>
internal sealed class SymbolIntegrity
{
    private readonly AnalyzedCode _analyzed;
    private readonly EntityAudit _audit;
    private readonly EntityAudit? _snapshot;
    private readonly string _handler;
    private readonly List<Problem> _problems = [];
    private readonly List<JudgedModel> _judged = [];
    private readonly CallGraph _graph;
    private readonly AuditedFunctions _functions;
    private readonly RawWrites _raw;
    private readonly UnitReader _reader;

    public SymbolIntegrity(AnalyzedCode analyzed, EntityAudit audit, EntityAudit? snapshot, string handler)
    {
        (_analyzed, _audit, _snapshot, _handler) = (analyzed, audit, snapshot, handler);
        _graph = new CallGraph(analyzed);
        _functions = new AuditedFunctions(analyzed);
        _raw = new RawWrites(analyzed.Code, analyzed.Catalogue);
        _reader = new UnitReader(analyzed.Code, analyzed.Catalogue, analyzed.Finder, analyzed.Origins, analyzed.Dispatching);
    }

    /// <summary>What was found out about each independently created model, once it was checked.</summary>
    public IReadOnlyList<JudgedModel> Judged => _judged;

    public IReadOnlyList<Problem> Check()
    {
        var programs = new Programs(_analyzed, _graph).Find();
        var mounting = new Mounting(_analyzed, _handler);
        _problems.AddRange(mounting.Check(programs));
        var serving = programs.Where(p => p.Maps).ToList();
        var registrations = new RegisteredFactories(_analyzed, _graph);
        // What is registered in code that is never carried out is no factory; with nothing mapped, everything written is judged all the same.
        var live = (serving.Count > 0 ? serving : programs).SelectMany(p => p.Live).Distinct().ToList();
        var factories = registrations.Find(live);
        if (serving.Count == 0 && factories.Count == 0)
            factories = registrations.Find(_analyzed.Code.Trees.SelectMany(t => t.GetRoot().DescendantNodes()));
        var theirs = new FactoryCode(_analyzed, mounting.OwnFolder(programs), factories, Trusted());
        var walk = new FactoryWalk(_analyzed, _graph, theirs);

        foreach (var factory in factories.Where(f => f.Model is null))
            Add(ImplementationRules.NotFollowed, factory.Call, "The model of this factory is not a constant, so it cannot be told what it makes.", "Name the model in the registration.");
        foreach (var audited in _audit.Models.Where(m => m.IndependentlyCreated).OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            var before = _problems.Count;
            var judged = Judge(audited, factories, walk);
            _judged.Add(judged with { Problems = [.. _problems.Skip(before)] });
        }

        Dependents(factories, walk);
        Hooks(registrations.HooksOf(live), walk);
        Conditions(factories);
        return [.. _problems.DistinctBy(p => (p.Code, p.File, p.Line, p.Message)).OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Code, StringComparer.Ordinal)];
    }

    private JudgedModel Judge(AuditedModel audited, IReadOnlyList<RegisteredFactory> factories, FactoryWalk walk)
    {
        var own = factories.Where(f => f.Model == audited.Name).ToList();
        // What was acknowledged counts, also where the audit was changed since.
        var before = _snapshot?.Find(audited.Name) is { IndependentlyCreated: true } snapshot ? snapshot : audited;
        var judged = new JudgedModel(before, audited, own);
        if (own.Count == 0)
        {
            _problems.Add(ImplementationRules.Problem(ImplementationRules.NoFactory, _handler, 0, $"{audited.Name} has no factory that the app registers.", audited.CreationFunction == audited.Name ? $"Register one: factory.AddEntityFactory<{audited.Name}, ...>(\"{audited.Name}\")." : $"Register one that calls {audited.CreationFunction} ({audited.CreationFile})."));
            return judged;
        }

        var model = _analyzed.Catalogue.Models.FirstOrDefault(m => m.Name == audited.Name);
        if (before.CreationFunction == audited.Name)
            return judged;
        var functions = _functions.Find(before.CreationFile, before.CreationFunction, model);
        var targets = functions.Select(f => f.Method?.OriginalDefinition).OfType<ISymbol>().ToList();
        var lifted = before.NeedsExtraction || audited.NeedsExtraction ? Lifted(audited, model, own, functions) : [];
        targets.AddRange(lifted);
        judged = judged with { Model = model, Origins = functions, Lifted = lifted };
        if (functions.Count == 0 && lifted.Count == 0)
        {
            _problems.Add(ImplementationRules.Problem(ImplementationRules.AuditedGone, Path.Combine(_analyzed.Folder.Root, before.CreationFile ?? ""), 0, $"{audited.Name}: '{before.CreationFunction}' is not in '{before.CreationFile}'.", "Put the function back, or do step 2 again."));
            return judged;
        }

        return judged with { Own = [.. own.SelectMany(factory => Judge(audited, before, model, factory, targets, walk))] };
    }

    // What the factory carries out that is its own.
    private IReadOnlyList<SyntaxNode> Judge(AuditedModel audited, AuditedModel before, KnownModel? model, RegisteredFactory factory, List<ISymbol> targets, FactoryWalk walk)
    {
        if (factory.IsEntity)
        {
            Add(ImplementationRules.RawEntity, factory.Call, $"{audited.Name}: AddEntityFactory writes the row as it is, and the app makes one in {before.CreationFunction}.", $"Register a factory that calls {before.CreationFunction}.");
            return [];
        }

        var result = walk.Follow(factory.Roots, targets, model);
        foreach (var write in _raw.In(result.Own.SelectMany(_graph.Live)))
            Add(write.Rule, write.Node, $"{audited.Name}: {write.What}.", Cure(write.Rule, audited, before));
        foreach (var hung in Hung(result.Own))
            Add(ImplementationRules.RawEntity, hung.Node, $"{audited.Name}: '{RawWrites.Short(hung.Node)}' hangs a new {hung.Child.Name} on a stored {hung.Parent.Name}, which writes the row.", $"Call {before.CreationFunction} instead.");
        if (!result.Reached)
            Add(ImplementationRules.NotReached, factory.Call, result.OtherModel ? $"{audited.Name}: the factory calls {before.CreationFunction} for another model only." : $"{audited.Name}: what the factory carries out does not lead to {audited.ExtractedTo ?? before.CreationFunction}.", $"Call {(audited.NeedsExtraction ? audited.ExtractedTo ?? before.CreationFunction : before.CreationFunction)} in what makes the record.");
        return result.Own;
    }

    // What was audited is the app's, also where nobody but factories calls it so far.
    private IEnumerable<ISymbol> Trusted()
        => (_snapshot?.Models ?? []).Concat(_audit.Models).Where(m => m is { IndependentlyCreated: true } && m.CreationFunction != m.Name && (_snapshot is null || _snapshot.Find(m.Name) is not { } before || before.CreationFile == m.CreationFile))
            .SelectMany(m => _functions.Find(m.CreationFile, m.CreationFunction, null)).Select(f => f.Method?.OriginalDefinition).OfType<ISymbol>();

    // Where the code was lifted to: it is there, it makes the model, and whoever made it before calls it.
    private List<ISymbol> Lifted(AuditedModel audited, KnownModel? model, IReadOnlyList<RegisteredFactory> factories, IReadOnlyList<AuditedFunction> origins)
    {
        if (audited.ExtractedTo is not { } to)
        {
            // A route that a factory can call as it is needs no lifting.
            if (!origins.Any(o => o.Method is not null))
                _problems.Add(ImplementationRules.Problem(ImplementationRules.NotExtracted, _handler, 0, $"{audited.Name}: {audited.CreationFunction} is inline, and 'extracted_to' names no function that it was lifted to.", "Lift the code into a named function, let the original call it, and write 'extracted_to' in the audit."));
            return [];
        }

        var parts = to.Split('#', 2);
        var found = parts.Length == 2 ? _functions.Find(parts[0], parts[1], model).Select(f => f.Method?.OriginalDefinition).OfType<IMethodSymbol>().ToList()
            : [.. _analyzed.Units.Where(u => u.Symbol is IMethodSymbol && _analyzed.Folder.Relative(u.Node.SyntaxTree.FilePath).EndsWith(to.Replace('\\', '/').TrimStart('.', '/'), StringComparison.Ordinal) && (model is null || _analyzed.Flows.Of(u).Models().ContainsKey(model))).Select(u => (IMethodSymbol)u.Symbol!)];
        if (found.Count == 0)
        {
            _problems.Add(ImplementationRules.Problem(ImplementationRules.NotExtracted, _handler, 0, $"{audited.Name}: 'extracted_to' says '{to}', and there is no such function that makes one.", "Write where the code was lifted to: 'path/File.cs#Class.Method'."));
            return [];
        }

        var theirs = new FactoryCode(_analyzed, null, factories, []);
        var used = found.Where(f => !theirs.IsTheirs(f)).ToList();
        if (used.Count == 0)
            _problems.Add(ImplementationRules.Problem(ImplementationRules.NotExtracted, _handler, 0, $"{audited.Name}: {to} is called by factories only; {audited.CreationFunction} does not call it.", "Let the place that the code was taken from call it, so that both do the same."));
        return [.. used];
    }

    // Factories of dependents may write their own rows, but not those that the app makes.
    private void Dependents(IReadOnlyList<RegisteredFactory> factories, FactoryWalk walk)
    {
        foreach (var factory in factories.Where(f => f is { Model: not null, IsEntity: false }))
        {
            // Nobody makes those whose audit names the model itself.
            if (_audit.Find(factory.Model!) is not { IndependentlyCreated: true } audited || audited.CreationFunction == audited.Name)
                Foreign(walk.Follow(factory.Roots, [], null).Own, factory.Model!);
        }
    }

    private void Hooks(IEnumerable<SyntaxNode> hooks, FactoryWalk walk)
    {
        if (hooks.ToList() is { Count: > 0 } roots)
            Foreign(walk.Follow(roots, [], null).Own, "A hook");
    }

    private void Foreign(IReadOnlyList<SyntaxNode> own, string who)
    {
        foreach (var write in _raw.In(own.SelectMany(_graph.Live)).Where(w => w.Rule != ImplementationRules.NotFollowed))
        {
            var row = write.Written is not null && _analyzed.Catalogue.AllOf(write.Written) is [var written, ..] ? written : null;
            if (row is not null && row.Name != who && _audit.Find(row.Name) is { IndependentlyCreated: true } audited && audited.CreationFunction != audited.Name)
                Add(write.Rule, write.Node, $"{who}: {write.What}, and {row.Name} is made by {audited.CreationFunction}.", $"Leave it to the factory of {row.Name}.");
        }
    }

    private IEnumerable<Attached> Hung(IReadOnlyList<SyntaxNode> bodies)
    {
        var unit = new CodeUnit(null, null, bodies.Count > 0 ? bodies[0] : null!, UnitRole.Excluded, "");
        unit.Bodies.AddRange(bodies);
        _reader.Read(unit);
        var live = bodies.SelectMany(_graph.Live).ToHashSet();
        return unit.Attaches.Where(a => a is { IsFresh: false, Parameter: null } && live.Contains(a.Node) && a.Node is not EqualsValueClauseSyntax);
    }

    private void Conditions(IReadOnlyList<RegisteredFactory> factories)
    {
        var trees = factories.SelectMany(f => f.Roots.Append(f.Call)).Select(n => n.SyntaxTree).ToHashSet();
        foreach (var tree in trees)
        {
            var spans = factories.SelectMany(f => f.Roots.Append(f.Call)).Where(n => n.SyntaxTree == tree).Select(n => (n.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault() as SyntaxNode ?? n.Ancestors().OfType<StatementSyntax>().LastOrDefault() ?? n).FullSpan).ToList();
            foreach (var directive in tree.GetRoot().DescendantNodes(descendIntoTrivia: true).OfType<IfDirectiveTriviaSyntax>().Where(d => spans.Exists(s => s.Contains(d.Span))))
                Add(ImplementationRules.Conditional, directive, $"'{directive.ToString().Trim()}' makes a factory of one build another than that of the next.", "Write what holds for every build.");
        }
    }

    private static string Cure(Rule rule, AuditedModel audited, AuditedModel before)
        => rule == ImplementationRules.NotFollowed ? "Call what is meant by its name." : $"Let {(audited.NeedsExtraction ? audited.ExtractedTo ?? before.CreationFunction : before.CreationFunction)} write it, with everything it does beside.";

    private void Add(Rule rule, SyntaxNode node, string message, string? fix)
        => _problems.Add(ImplementationRules.Problem(rule, node.SyntaxTree.FilePath, node.SyntaxTree.GetLineSpan(node.Span).StartLinePosition.Line + 1, message, fix));
}

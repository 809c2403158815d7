using Autonoma.Planner.CodeAnalysis.Creation;
using Autonoma.Planner.CodeAnalysis.Frontend;
using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Planner.CodeAnalysis.Pages;
using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Results;
using Autonoma.Planner.CodeAnalysis.Schemas;

namespace Autonoma.Planner.CodeAnalysis;

/// <summary>A codebase with everything that was read of it, for work that needs symbols and not only the report.</summary>
internal sealed record AnalyzedCode(
    SourceFolder Folder, LoadedCode Code, ModelCatalogue Catalogue, EntityModels Entities, IReadOnlyList<Endpoint> Endpoints, UnitFinder Finder, IReadOnlyList<CodeUnit> Units,
    ValueOrigins Origins, Dispatching Dispatching, Flows Flows, CodebaseReport Report)
{
    /// <summary>Reads a folder.</summary>
    /// <param name="folder">Its files.</param>
    /// <param name="loading">What the code is bound with beside the known libraries; null for nothing else.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static AnalyzedCode Read(SourceFolder folder, LoadOptions? loading, CancellationToken cancellationToken)
    {
        var code = LoadedCode.Load(folder, loading ?? LoadOptions.Default, cancellationToken);
        var catalogue = new ModelCatalogue();
        var entities = new EntityModels(code, catalogue);
        entities.Read();
        cancellationToken.ThrowIfCancellationRequested();
        var endpoints = EndpointReader.Read(code);
        new OtherStores(code, catalogue, entities.Types, ExcludedPlaces.Contains).Read();
        catalogue.Models.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));

        var finder = new UnitFinder(code, catalogue, endpoints);
        var units = finder.Find();
        var origins = new ValueOrigins(code);
        var dispatching = new Dispatching(entities.Types);
        var reader = new UnitReader(code, catalogue, finder, origins, dispatching);
        foreach (var unit in units)
        {
            cancellationToken.ThrowIfCancellationRequested();
            reader.Read(unit);
        }

        var flows = new Flows(units, catalogue, dispatching, origins);
        var creations = new CreationAudit(code, catalogue, units, flows, entities.Types).Read();
        var schemas = new SchemaReader(folder).Read().Where(s => catalogue.Models.All(m => m.Name != s.Name)).ToList();
        var models = catalogue.Models.Select(m => m.ToResult()).Concat(schemas.Select(s => s.ToResult())).OrderBy(m => m.Name, StringComparer.Ordinal).ToList();
        models = KnownTexts.Into(code, models);
        var relations = catalogue.Relations.Concat(schemas.SelectMany(s => s.Relations).Where(r => models.Any(m => m.Name == r.Child) && models.Any(m => m.Name == r.Parent)))
            .Distinct().OrderBy(r => r.Child, StringComparer.Ordinal).ThenBy(r => r.Parent, StringComparer.Ordinal).ThenBy(r => r.Field, StringComparer.Ordinal).ThenBy(r => r.Source.File, StringComparer.Ordinal).ToList();
        creations = [.. creations.Concat(schemas.Select(s => new ModelCreation(s.Name, null, [], [], []))).OrderBy(c => c.Model, StringComparer.Ordinal)];
        var pages = new PageReader(code, entities.Types, endpoints).Read().Concat(new FrontendRoutes(folder).Read())
            .OrderBy(p => p.Route, StringComparer.Ordinal).ThenBy(p => p.Kind, StringComparer.Ordinal).ThenBy(p => p.Source.File, StringComparer.Ordinal).ThenBy(p => p.Source.Line)
            .GroupBy(p => (p.Route, p.Kind, p.Framework)).Select(Merged).ToList();
        var report = new CodebaseReport(OpenQuestions.Name(folder, code), BackendFinder.Find(folder, code), models, relations, ScopeFinder.Find(models, relations), creations, pages,
            OpenQuestions.Of(code, models, creations, schemas.Select(s => s.Name).ToHashSet(StringComparer.Ordinal), pages));
        return new(folder, code, catalogue, entities, endpoints, finder, units, origins, dispatching, flows, report);
    }

    // One address is one page, however many methods it answers.
    private static AppPage Merged(IEnumerable<AppPage> same)
    {
        var pages = same.ToList();
        return pages[0] with { Methods = [.. pages.SelectMany(p => p.Methods).Distinct().Order(StringComparer.Ordinal)], Handlers = [.. pages.SelectMany(p => p.Handlers).Distinct().Order(StringComparer.Ordinal)] };
    }
}

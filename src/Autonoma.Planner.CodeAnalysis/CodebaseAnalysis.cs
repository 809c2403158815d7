using Autonoma.Planner.CodeAnalysis.Creation;
using Autonoma.Planner.CodeAnalysis.Frontend;
using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Planner.CodeAnalysis.Pages;
using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Results;
using Autonoma.Planner.CodeAnalysis.Schemas;

namespace Autonoma.Planner.CodeAnalysis;

/// <summary>Reads a codebase: what it stores, who creates it, what it shows. Nothing is built, restored, run or asked of a model.</summary>
public static class CodebaseAnalysis
{
    /// <summary>Analyses a folder.</summary>
    /// <param name="path">The folder that holds the whole application; projects outside it are not read.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the analysis.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static Task<CodebaseReport> AnalyzeAsync(string path, AnalysisOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!Directory.Exists(path))
            throw new DirectoryNotFoundException($"There is no folder {path}.");
        return Task.Run(() => Analyze(new SourceFolder(path, options?.FileOrder), cancellationToken), cancellationToken);
    }

    private static CodebaseReport Analyze(SourceFolder folder, CancellationToken cancellationToken)
    {
        var code = LoadedCode.Load(folder, cancellationToken);
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

        var creations = new CreationAudit(code, catalogue, units, new Flows(units, catalogue, dispatching, origins), entities.Types).Read();
        var schemas = new SchemaReader(folder).Read().Where(s => catalogue.Models.All(m => m.Name != s.Name)).ToList();
        var models = catalogue.Models.Select(m => m.ToResult()).Concat(schemas.Select(s => s.ToResult())).OrderBy(m => m.Name, StringComparer.Ordinal).ToList();
        var relations = catalogue.Relations.Concat(schemas.SelectMany(s => s.Relations).Where(r => models.Any(m => m.Name == r.Child) && models.Any(m => m.Name == r.Parent)))
            .Distinct().OrderBy(r => r.Child, StringComparer.Ordinal).ThenBy(r => r.Parent, StringComparer.Ordinal).ThenBy(r => r.Field, StringComparer.Ordinal).ThenBy(r => r.Source.File, StringComparer.Ordinal).ToList();
        creations = [.. creations.Concat(schemas.Select(s => new ModelCreation(s.Name, null, [], [], []))).OrderBy(c => c.Model, StringComparer.Ordinal)];
        var pages = new PageReader(code, entities.Types, endpoints).Read().Concat(new FrontendRoutes(folder).Read())
            .OrderBy(p => p.Route, StringComparer.Ordinal).ThenBy(p => p.Kind, StringComparer.Ordinal).ThenBy(p => p.Source.File, StringComparer.Ordinal).ThenBy(p => p.Source.Line)
            .GroupBy(p => (p.Route, p.Kind, p.Framework)).Select(Merged).ToList();
        return new CodebaseReport(OpenQuestions.Name(folder, code), BackendFinder.Find(folder, code), models, relations, ScopeFinder.Find(models, relations), creations, pages,
            OpenQuestions.Of(code, models, creations, schemas.Select(s => s.Name).ToHashSet(StringComparer.Ordinal), pages));
    }

    // One address is one page, however many methods it answers.
    private static AppPage Merged(IEnumerable<AppPage> same)
    {
        var pages = same.ToList();
        return pages[0] with { Methods = [.. pages.SelectMany(p => p.Methods).Distinct().Order(StringComparer.Ordinal)], Handlers = [.. pages.SelectMany(p => p.Handlers).Distinct().Order(StringComparer.Ordinal)] };
    }
}

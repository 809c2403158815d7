using Autonoma.Planner.CodeAnalysis.Pages;
using Autonoma.Planner.Gates;
using Autonoma.Scenarios.Recipes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Integrity.Symbols;

/// <summary>Whether the app itself answers for the factories, and nothing beside it.</summary>
internal sealed class Mounting(AnalyzedCode analyzed, string handler)
{
    private static readonly string[] Hosts = ["WebApplication", "WebHost", "Host"];
    private static readonly string[] Servers = ["WebHostBuilder", "HostBuilder", "HttpListener", "TcpListener", "KestrelServer", "WebApplicationBuilder"];

    public IEnumerable<Problem> Check(IReadOnlyList<StartedProgram> programs)
    {
        foreach (var program in programs)
            program.Maps = IsMapped(program);
        var mapping = programs.Where(p => p.Maps).ToList();
        var app = programs.Where(p => HasPages(p)).ToList();
        if (mapping.Count == 0)
        {
            yield return ImplementationRules.Problem(ImplementationRules.NotMapped, handler, 0, $"The start of {(app.Count > 0 ? string.Join(" and ", app.Select(p => p.Project.Name)) : "the app")} does not lead to AddEnvironmentFactory and MapEnvironmentFactory.", "Call both where the app is built: builder.Services.AddEnvironmentFactory(...) and app.MapEnvironmentFactory(...).");
        }
        else if (mapping.All(p => !HasPages(p) || !MapsMore(p)) && app.Except(mapping).Any())
        {
            foreach (var beside in mapping)
                yield return ImplementationRules.Problem(ImplementationRules.OwnServer, beside.Starts[0].FilePath, 0, $"{beside.Project.Name} serves the factories and is not the app: {string.Join(", ", app.Except(mapping).Select(p => p.Project.Name))} is.", "Map the handler in the app itself.");
        }
        else if (!IsHandler(mapping))
            yield return ImplementationRules.Problem(ImplementationRules.NotMapped, handler, 0, "The app registers and maps its factories, and nothing of that is in this file.", "Name the file that registers or maps them as the handler.");

        foreach (var problem in OwnServers(programs))
            yield return problem;
    }

    /// <summary>The folder of the handler, where it is not also the folder of a program's start.</summary>
    public string? OwnFolder(IReadOnlyList<StartedProgram> programs)
    {
        var folder = Path.GetDirectoryName(handler)!;
        var isShared = programs.Any(p => p.Starts.Any(t => Path.GetDirectoryName(t.FilePath) == folder) || p.Project.Folder == folder) || analyzed.Report.Pages.Any(p => Path.Combine(analyzed.Folder.Root, p.Source.File).StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            || analyzed.Catalogue.Models.Any(m => Path.Combine(analyzed.Folder.Root, m.Source.File).StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)) || folder == analyzed.Folder.Root;
        return isShared ? null : folder;
    }

    private bool IsMapped(StartedProgram program)
    {
        var calls = program.Live.OfType<InvocationExpressionSyntax>().Select(Name).ToHashSet(StringComparer.Ordinal);
        if (!calls.Contains("AddEnvironmentFactory"))
            return false;
        return calls.Contains("MapEnvironmentFactory") || IsAdapted(program);
    }

    // An endpoint of the app's own that hands the request to the SDK.
    private bool IsAdapted(StartedProgram program)
        => analyzed.Code.Compilations[program.Project].SyntaxTrees.Where(analyzed.Code.Knows).SelectMany(t => t.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
            .Any(c => Name(c) == "HandleAsync" && c.Expression is MemberAccessExpressionSyntax member && analyzed.Code.Model(c).GetTypeInfo(member.Expression).Type?.Name == "EnvironmentFactoryHandler");

    private bool IsHandler(IReadOnlyList<StartedProgram> mapping)
        => mapping.SelectMany(p => p.Live).Any(n => n.SyntaxTree.FilePath == handler && n is InvocationExpressionSyntax call && Name(call) is "AddEnvironmentFactory" or "MapEnvironmentFactory" or "AddFactory" or "DefineFactory" or "AddEntityFactory" or "AddModel" or "UseAuth")
            || analyzed.Code.Trees.Any(t => t.FilePath == handler && t.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>().Any(d => analyzed.Code.Model(d).GetDeclaredSymbol(d) is INamedTypeSymbol type && Creation.UnitRoles.IsFactoryOfTests(type)));

    // Pages in the program's own files, but for those of the factories.
    private bool HasPages(StartedProgram program)
        => analyzed.Report.Pages.Any(p => Path.Combine(analyzed.Folder.Root, p.Source.File) is var file && file.StartsWith(program.Project.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && Nearest(file) == program.Project.Path && !file.StartsWith(Path.GetDirectoryName(handler)! + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            || analyzed.Endpoints.Any(e => analyzed.Code.Compilations[program.Project].SyntaxTrees.Contains(e.Call.SyntaxTree) && e.Call.SyntaxTree.FilePath != handler);

    private static bool MapsMore(StartedProgram program) => program.Live.OfType<InvocationExpressionSyntax>().Select(Name).Any(n => n is not null && n != "MapEnvironmentFactory" && n != "MapTestEnvironments" && n.StartsWith("Map", StringComparison.Ordinal));

    private string? Nearest(string file) => analyzed.Code.Projects.Where(p => file.StartsWith(p.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)).OrderByDescending(p => p.Folder.Length).FirstOrDefault()?.Path;

    private IEnumerable<Problem> OwnServers(IReadOnlyList<StartedProgram> programs)
    {
        var folder = Path.GetDirectoryName(handler)!;
        // The app's own start may lie in the same folder.
        var starts = programs.Where(p => HasPages(p)).SelectMany(p => p.Starts).ToHashSet();
        foreach (var tree in analyzed.Code.Trees.Where(t => t.FilePath.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && !starts.Contains(t)))
        {
            foreach (var node in tree.GetRoot().DescendantNodes())
            {
                var model = analyzed.Code.Model(node);
                var starting = node switch
                {
                    InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var on, Name.Identifier.ValueText: var name } } when name.StartsWith("Create", StringComparison.Ordinal) || name.StartsWith("Start", StringComparison.Ordinal)
                        => (model.GetSymbolInfo(on).Symbol as INamedTypeSymbol)?.Name is { } type && Hosts.Contains(type) ? type : null,
                    BaseObjectCreationExpressionSyntax made => model.GetTypeInfo(made).Type?.Name is { } type && Servers.Contains(type) ? type : null,
                    _ => null,
                };
                if (starting is not null)
                    yield return ImplementationRules.Problem(ImplementationRules.OwnServer, tree.FilePath, tree.GetLineSpan(node.Span).StartLinePosition.Line + 1, $"'{RawWrites.Short(node)}' starts a server of its own beside the app.", "Map the handler in the app's own start.");
            }
        }
    }

    private static string? Name(InvocationExpressionSyntax call) => call.Expression switch { MemberAccessExpressionSyntax m => m.Name.Identifier.ValueText, SimpleNameSyntax s => s.Identifier.ValueText, MemberBindingExpressionSyntax b => b.Name.Identifier.ValueText, _ => null };
}

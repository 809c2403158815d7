using System.Collections.Concurrent;
using Autonoma.Planner.CodeAnalysis.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Projects;

/// <summary>The C# code of a folder, parsed and bound, without its tests and migrations.</summary>
internal sealed class LoadedCode
{
    private static readonly string[] CommonUsings = ["System", "System.IO", "System.Linq", "System.Collections.Generic", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    private static readonly string[] WebUsings =
    [
        "System.Net.Http.Json", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing",
        "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ];

    private readonly Dictionary<SyntaxTree, Compilation> _compilations = [];
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly SourceFolder _folder;
    private readonly LoadOptions _options;

    private LoadedCode(SourceFolder folder, LoadOptions options) => (_folder, _options) = (folder, options);

    /// <summary>The projects as they were compiled.</summary>
    public IReadOnlyDictionary<ProjectFile, CSharpCompilation> Compilations { get; private set; } = new Dictionary<ProjectFile, CSharpCompilation>();

    /// <summary>The application's files, by path.</summary>
    public IReadOnlyList<SyntaxTree> Trees { get; private set; } = [];

    public IReadOnlyList<ProjectFile> Projects { get; private set; } = [];

    /// <summary>Projects outside the folder that the code refers to and that were not read.</summary>
    public IReadOnlyList<string> Outside { get; private set; } = [];

    public SourceFolder Folder => _folder;

    public SemanticModel Model(SyntaxNode node) => _models.GetOrAdd(node.SyntaxTree, t => _compilations[t].GetSemanticModel(t));

    public bool Knows(SyntaxTree tree) => _compilations.ContainsKey(tree);

    public SourcePlace Place(SyntaxNode node) => new(_folder.Relative(node.SyntaxTree.FilePath), node.SyntaxTree.GetLineSpan(node.Span).StartLinePosition.Line + 1);

    public SourcePlace? Place(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Where(r => Knows(r.SyntaxTree)).OrderBy(r => r.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(r => r.Span.Start)
        .Select(r => Place(r.GetSyntax())).FirstOrDefault();

    public static LoadedCode Load(SourceFolder folder, LoadOptions options, CancellationToken cancellationToken)
    {
        var code = new LoadedCode(folder, options);
        var projects = folder.Files(".csproj").Order(StringComparer.Ordinal).Select(ProjectFile.Read).OfType<ProjectFile>().ToList();
        code.Projects = projects;
        code.Outside = [.. projects.Where(p => !p.IsTest).SelectMany(p => p.References).Where(r => projects.All(p => p.Path != r)).Distinct().Order(StringComparer.Ordinal)];

        // A file belongs to the nearest project above it; what has none makes up one of its own.
        var byFolder = projects.GroupBy(p => p.Folder).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var files = folder.Files(".cs").Concat(options.Texts.Keys.Where(f => f.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Where(f => !IsGenerated(f))
            .Select(f => (File: f, Project: Owner(f, byFolder, folder.Root))).Where(f => f.Project is not { IsTest: true } && !IsRemoved(f.File, f.Project)).ToList();

        var parsing = options.Symbols.Count == 0 ? KnownReferences.ParseOptions : KnownReferences.ParseOptions.WithPreprocessorSymbols(KnownReferences.ParseOptions.PreprocessorSymbolNames.Concat(options.Symbols));
        var trees = new SyntaxTree[files.Count];
        Parallel.For(0, files.Count, new ParallelOptions { CancellationToken = cancellationToken },
            i => trees[i] = CSharpSyntaxTree.ParseText(options.Texts.TryGetValue(files[i].File, out var text) ? text : File.ReadAllText(files[i].File), parsing, files[i].File, cancellationToken: cancellationToken));

        var kept = Enumerable.Range(0, trees.Length).Where(i => !IsTestFile(trees[i])).ToList();
        code.Trees = [.. kept.Select(i => trees[i])];
        var made = new Dictionary<ProjectFile, CSharpCompilation>();
        var groups = kept.GroupBy(i => files[i].Project).ToDictionary(g => g.Key ?? Nobody, g => g.Select(i => trees[i]).ToList());
        foreach (var project in groups.Keys.OrderBy(p => p.Path, StringComparer.Ordinal))
            code.Compile(project, projects, groups, made, []);
        code.Compilations = made;
        return code;
    }

    private static readonly ProjectFile Nobody = new("", "Code", true, false, true, true, [], [], [], []);

    private CSharpCompilation Compile(ProjectFile project, List<ProjectFile> projects, Dictionary<ProjectFile, List<SyntaxTree>> groups, Dictionary<ProjectFile, CSharpCompilation> made, HashSet<ProjectFile> above)
    {
        if (made.TryGetValue(project, out var done))
            return done;
        above.Add(project);
        var references = new List<MetadataReference>(KnownReferences.All);
        if (_options.WithSdk)
            references.Add(KnownReferences.Sdk);
        foreach (var other in Reachable(project, projects, above))
            references.Add(Compile(other, projects, groups, made, above).ToMetadataReference());
        above.Remove(project);

        var trees = groups.GetValueOrDefault(project, []);
        var usings = (project.ImplicitUsings ? project.IsWeb ? CommonUsings.Concat(WebUsings) : CommonUsings : []).Concat(project.Usings).Distinct();
        var parsed = trees.Count > 0 ? (CSharpParseOptions)trees[0].Options : KnownReferences.ParseOptions;
        var implied = CSharpSyntaxTree.ParseText(string.Concat(usings.Select(u => $"global using {u};\n")), parsed, "ImplicitUsings");
        var compilation = CSharpCompilation.Create(project.Name, trees.Append(implied), references, new(OutputKind.ConsoleApplication, allowUnsafe: true,
            nullableContextOptions: project.Nullable ? NullableContextOptions.Enable : NullableContextOptions.Disable));
        foreach (var tree in trees)
            _compilations[tree] = compilation;
        return made[project] = compilation;
    }

    private static IEnumerable<ProjectFile> Reachable(ProjectFile project, List<ProjectFile> projects, HashSet<ProjectFile> above)
    {
        var seen = new HashSet<ProjectFile>();
        var open = new Queue<ProjectFile>([project]);
        while (open.TryDequeue(out var next))
        {
            foreach (var reference in next.References)
            {
                // Two projects that refer to each other do not build; they must not hang the analysis either.
                if (projects.FirstOrDefault(p => p.Path == reference) is { } other && !above.Contains(other) && seen.Add(other))
                    open.Enqueue(other);
            }
        }

        return seen.OrderBy(p => p.Path, StringComparer.Ordinal);
    }

    private static ProjectFile? Owner(string file, Dictionary<string, ProjectFile> byFolder, string root)
    {
        for (var folder = Path.GetDirectoryName(file); folder is not null && folder.Length >= root.Length; folder = Path.GetDirectoryName(folder))
        {
            if (byFolder.TryGetValue(folder, out var project))
                return project;
        }

        return null;
    }

    private static bool IsGenerated(string file)
    {
        var name = Path.GetFileName(file);
        return name.EndsWith(".Designer.cs", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".generated.cs", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("ModelSnapshot.cs", StringComparison.Ordinal);
    }

    private static bool IsRemoved(string file, ProjectFile? project)
    {
        if (project is null || project.Removed.Count == 0)
            return false;
        var path = Path.GetRelativePath(project.Folder, file).Replace('\\', '/');
        return project.Removed.Any(r => r.EndsWith("/**", StringComparison.Ordinal) ? path.StartsWith(r[..^2], StringComparison.Ordinal)
            : r.EndsWith("/**/*.cs", StringComparison.Ordinal) ? path.StartsWith(r[..^7], StringComparison.Ordinal) : path == r);
    }

    private static bool IsTestFile(SyntaxTree tree)
        => tree.GetRoot() is CompilationUnitSyntax unit
            && (unit.Usings.Any(u => u.Name?.ToString() is "Xunit" or "NUnit.Framework" or "Microsoft.VisualStudio.TestTools.UnitTesting" or "TUnit.Core")
                || unit.Usings.Any(u => u.Name?.ToString() is "Microsoft.EntityFrameworkCore.Migrations" or "FluentMigrator"));
}

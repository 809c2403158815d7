using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Autonoma.Planner.CodeAnalysis.Projects;

/// <summary>
/// What code is bound against: the shared frameworks this process runs on, and outlines of the libraries whose calls matter. Restored
/// packages are not read, so that code which does not restore gives the same report as code which does.
/// </summary>
internal static class KnownReferences
{
    private static readonly Lazy<IReadOnlyList<MetadataReference>> Loaded = new(Load);

    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview, DocumentationMode.None,
        preprocessorSymbols: ["NET", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0", "NET10_0_OR_GREATER", "NETCOREAPP"]);

    private static readonly Lazy<MetadataReference> SdkOutline = new(() => Outlines("SdkOutlines", Loaded.Value).ToMetadataReference());

    public static IReadOnlyList<MetadataReference> All => Loaded.Value;

    /// <summary>An outline of the Environment Factory SDK.</summary>
    public static MetadataReference Sdk => SdkOutline.Value;

    private static List<MetadataReference> Load()
    {
        var references = new List<MetadataReference>();
        foreach (var folder in FrameworkFolders())
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*.dll").Order(StringComparer.Ordinal))
            {
                if (IsManaged(Path.GetFileName(file)))
                    references.Add(MetadataReference.CreateFromFile(file));
            }
        }

        references.Add(Outlines("KnownLibraries", references).ToMetadataReference());
        return references;
    }

    private static CSharpCompilation Outlines(string folder, IReadOnlyList<MetadataReference> framework)
    {
        var assembly = typeof(KnownReferences).Assembly;
        var trees = assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return CSharpSyntaxTree.ParseText(reader.ReadToEnd(), ParseOptions, name);
        });
        return CSharpCompilation.Create(folder, trees, framework, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Disable));
    }

    private static IEnumerable<string> FrameworkFolders()
    {
        // A tool that is one file has no assemblies on disk; then names in the code are all there is.
        var core = Path.GetDirectoryName(typeof(object).Assembly.Location);
        if (string.IsNullOrEmpty(core))
            yield break;
        yield return core;
        var shared = Path.GetDirectoryName(Path.GetDirectoryName(core));
        var web = shared is null ? null : Path.Combine(shared, "Microsoft.AspNetCore.App");
        if (web is null || !Directory.Exists(web))
            yield break;
        var same = Path.Combine(web, Path.GetFileName(core));
        var newest = Directory.Exists(same) ? same : Directory.EnumerateDirectories(web).Order(StringComparer.Ordinal).LastOrDefault();
        if (newest is not null)
            yield return newest;
    }

    private static bool IsManaged(string name)
        => (name.StartsWith("System.", StringComparison.Ordinal) && !name.Contains(".Native", StringComparison.Ordinal))
            || name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
            || name is "mscorlib.dll" or "netstandard.dll" or "Microsoft.CSharp.dll" or "Microsoft.Net.Http.Headers.dll" or "Microsoft.JSInterop.dll";
}

using System.Xml;
using System.Xml.Linq;

namespace Autonoma.Planner.CodeAnalysis.Projects;

/// <summary>What a project file says, as far as the analysis needs it. Nothing is evaluated: conditions are taken as true.</summary>
internal sealed record ProjectFile(
    string Path, string Name, bool IsWeb, bool IsTest, bool ImplicitUsings, bool Nullable,
    IReadOnlyList<string> Usings, IReadOnlyList<string> References, IReadOnlyList<string> Packages, IReadOnlyList<string> Removed)
{
    private static readonly System.Buffers.SearchValues<char> Evaluated = System.Buffers.SearchValues.Create("$*?@%;");
    private static readonly string[] TestPackages = ["Microsoft.NET.Test.Sdk", "xunit", "xunit.v3", "NUnit", "MSTest", "MSTest.TestFramework", "TUnit"];

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>Reads a project; null when it is not XML.</summary>
    public static ProjectFile? Read(string path)
    {
        if (Load(path) is not { } xml)
            return null;
        var inherited = Inherited(path, xml);
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        var sdk = xml.Root?.Attribute("Sdk")?.Value ?? "";
        var packages = Items(xml, "PackageReference").Order(StringComparer.Ordinal).ToList();
        var isTest = packages.Any(p => TestPackages.Contains(p, StringComparer.OrdinalIgnoreCase)) || Property(xml, inherited, "IsTestProject") == "true"
            || name.EndsWith("Tests", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".Test", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".Specs", StringComparison.OrdinalIgnoreCase);
        var folder = System.IO.Path.GetDirectoryName(path)!;
        return new ProjectFile(
            path, name, sdk.Contains("Web", StringComparison.OrdinalIgnoreCase) || sdk.Contains("Razor", StringComparison.OrdinalIgnoreCase), isTest,
            Property(xml, inherited, "ImplicitUsings") is "enable" or "true", Property(xml, inherited, "Nullable") is "enable" or "annotations",
            [.. inherited.Append(xml).SelectMany(x => Items(x, "Using"))],
            [.. Items(xml, "ProjectReference").Select(r => System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, r.Replace('\\', '/'))))],
            packages,
            [.. xml.Descendants().Where(e => e.Name.LocalName == "Compile").Select(e => e.Attribute("Remove")?.Value).OfType<string>().Select(r => r.Replace('\\', '/'))]);
    }

    private static IEnumerable<string> Items(XDocument xml, string kind)
        => xml.Descendants().Where(e => e.Name.LocalName == kind && e.Attribute("Static") is null && e.Attribute("Alias") is null).Select(e => e.Attribute("Include")?.Value).OfType<string>();

    private static string? Property(XDocument xml, IReadOnlyList<XDocument> inherited, string name)
        => inherited.Prepend(xml).Select(x => x.Descendants().LastOrDefault(e => e.Name.LocalName == name)?.Value.Trim()).FirstOrDefault(v => v is not null);

    // As the build does, up and out of the analysed folder; an import of the one above is common, so all count, the nearest first, each before what it imports.
    private static List<XDocument> Inherited(string path, XDocument project)
    {
        var found = new List<XDocument>();
        var known = new HashSet<string>(StringComparer.Ordinal) { path };
        Follow(path, project);
        for (var folder = System.IO.Path.GetDirectoryName(path); folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
            Add(System.IO.Path.Combine(folder, "Directory.Build.props"));
        return found;

        void Add(string file)
        {
            // A broken file tells nothing; the build will complain about it.
            if (!File.Exists(file) || !known.Add(file) || Load(file) is not { } xml)
                return;
            found.Add(xml);
            Follow(file, xml);
        }

        void Follow(string file, XDocument xml)
        {
            foreach (var import in xml.Descendants().Where(e => e.Name.LocalName == "Import").Select(e => e.Attribute("Project")?.Value).OfType<string>())
            {
                if (Imported(file, import) is { } target)
                    Add(target);
            }
        }
    }

    // A path that says itself where it leads: anything else would have to be evaluated.
    private static string? Imported(string file, string import)
    {
        const string Here = "$(MSBuildThisFileDirectory)";
        var path = import.Trim().Replace('\\', '/');
        if (path.StartsWith(Here, StringComparison.OrdinalIgnoreCase))
            path = "./" + path[Here.Length..].TrimStart('/');
        return path.Length == 0 || path.AsSpan().ContainsAny(Evaluated) ? null : System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(file)!, path));
    }

    private static XDocument? Load(string path)
    {
        try
        {
            return XDocument.Load(path);
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

using System.Xml;
using System.Xml.Linq;

namespace Autonoma.Planner.CodeAnalysis.Projects;

/// <summary>What a project file says, as far as the analysis needs it. Nothing is evaluated: conditions are taken as true.</summary>
internal sealed record ProjectFile(
    string Path, string Name, bool IsWeb, bool IsTest, bool ImplicitUsings, bool Nullable,
    IReadOnlyList<string> Usings, IReadOnlyList<string> References, IReadOnlyList<string> Packages, IReadOnlyList<string> Removed)
{
    private static readonly string[] TestPackages = ["Microsoft.NET.Test.Sdk", "xunit", "xunit.v3", "NUnit", "MSTest", "MSTest.TestFramework", "TUnit"];

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>Reads a project; null when it is not XML.</summary>
    public static ProjectFile? Read(string path)
    {
        XDocument xml;
        try
        {
            xml = XDocument.Load(path);
        }
        catch (Exception e) when (e is XmlException or IOException)
        {
            return null;
        }

        var inherited = Inherited(path);
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

    // As the build does, up and out of the analysed folder; an import of the one above is common, so all count, the nearest first.
    private static List<XDocument> Inherited(string path)
    {
        var found = new List<XDocument>();
        for (var folder = System.IO.Path.GetDirectoryName(path); folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            var props = System.IO.Path.Combine(folder, "Directory.Build.props");
            if (!File.Exists(props))
                continue;
            try
            {
                found.Add(XDocument.Load(props));
            }
            catch (XmlException)
            {
                // A broken file tells nothing; the build will complain about it.
            }
        }

        return found;
    }
}

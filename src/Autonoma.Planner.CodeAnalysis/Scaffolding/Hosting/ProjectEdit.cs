using System.Text;
using System.Xml.Linq;
using Autonoma.Planner.CodeAnalysis.Projects;

namespace Autonoma.Planner.CodeAnalysis.Scaffolding.Hosting;

/// <summary>Adds what the factories need to the project file: the packages of the SDK, or its projects where its source is at hand.</summary>
internal static class ProjectEdit
{
    private const string Web = "Autonoma.EnvironmentFactory.AspNetCore";
    private const string Entities = "Autonoma.EnvironmentFactory.EntityFrameworkCore";

    public static IEnumerable<FileChange> Edit(ProjectFile project, string root, bool needsEntities, string version, string? source)
    {
        var text = File.ReadAllText(project.Path);
        var wanted = (needsEntities ? new[] { Web, Entities } : [Web]).Where(name => !project.Packages.Contains(name, StringComparer.OrdinalIgnoreCase) && !project.References.Any(r => Path.GetFileNameWithoutExtension(r).Equals(name, StringComparison.OrdinalIgnoreCase))).ToList();
        if (wanted.Count == 0)
            yield break;
        var central = source is null ? Central(project.Folder, root) : null;
        var lines = wanted.Select(name => source is not null ? $"<ProjectReference Include=\"{Path.GetRelativePath(project.Folder, Path.Combine(source, name, name + ".csproj")).Replace('\\', '/')}\" />"
            : central is not null ? $"<PackageReference Include=\"{name}\" />" : $"<PackageReference Include=\"{name}\" Version=\"{version}\" />");
        yield return new(project.Path, text, WithItems(text, lines), "the Environment Factory SDK");
        if (central is not null)
        {
            var versions = File.ReadAllText(central);
            var missing = wanted.Where(name => !versions.Contains($"\"{name}\"", StringComparison.OrdinalIgnoreCase)).Select(name => $"<PackageVersion Include=\"{name}\" Version=\"{version}\" />").ToList();
            if (missing.Count > 0)
                yield return new(central, versions, WithItems(versions, missing), "versions of the Environment Factory SDK");
        }
    }

    // As text, so that everything else of the file stays byte for byte.
    private static string WithItems(string text, IEnumerable<string> items)
    {
        var end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var at = text.LastIndexOf("</Project>", StringComparison.Ordinal);
        if (at < 0)
            return text;
        var group = new StringBuilder().Append("  <ItemGroup>").Append(end);
        foreach (var item in items)
            group.Append("    ").Append(item).Append(end);
        return text.Insert(at, group.Append("  </ItemGroup>").Append(end).ToString());
    }

    private static string? Central(string folder, string root)
    {
        for (var at = folder; at is not null && at.StartsWith(root.TrimEnd(Path.DirectorySeparatorChar), StringComparison.Ordinal); at = Path.GetDirectoryName(at))
        {
            var file = Path.Combine(at, "Directory.Packages.props");
            if (File.Exists(file) && XDocument.Load(file).Descendants().Any(e => e.Name.LocalName == "ManagePackageVersionsCentrally" && e.Value.Trim() == "true"))
                return file;
        }

        return null;
    }
}

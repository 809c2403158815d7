using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Autonoma.Conventions.Tests;

public sealed partial class LayoutTests
{
    private const int LongestFile = 500;

    private static readonly string[] DumpingGrounds = ["Common", "Shared", "Utils", "Utilities", "Helpers", "Extensions", "Misc", "Core", "Stuff"];

    [Fact]
    public void Folders_TellWhatLivesThere()
        => Repository.Folders("src", "tests", "benchmarks", "samples").Where(folder => DumpingGrounds.Contains(Path.GetFileName(folder), StringComparer.OrdinalIgnoreCase)).ShouldBeEmpty();

    [Fact]
    public void Files_AreShortEnoughToRead()
        => Repository.Files("*.cs", "src", "tests", "benchmarks", "samples")
            .Select(path => (path, lines: File.ReadLines(Repository.PathOf(path)).Count())).Where(file => file.lines > LongestFile)
            .Select(file => $"{file.path}: {file.lines} lines").ShouldBeEmpty();

    [Fact]
    public void Files_LieWhereTheirNamespaceSays()
    {
        var wrong = new List<string>();
        foreach (var path in Repository.Files("*.cs", "src"))
        {
            var match = Namespace().Match(File.ReadAllText(Repository.PathOf(path)));
            if (!match.Success)
                continue;
            var folder = Path.GetDirectoryName(path)!.Replace('\\', '/');
            var expected = folder["src/".Length..].Replace('/', '.');
            // One folder for each command, one namespace for all of them: a decider takes them together.
            var isCommand = match.Groups[1].Value == "Autonoma.Engine.Commands" && expected.StartsWith("Autonoma.Engine.Commands.", StringComparison.Ordinal);
            // Extension methods lie where people look for them: AddX and MapX need no using in an app.
            var isEntry = match.Groups[1].Value is "Microsoft.Extensions.DependencyInjection" or "Microsoft.AspNetCore.Builder" && path.EndsWith("Extensions.cs", StringComparison.Ordinal);
            if (match.Groups[1].Value != expected && !isCommand && !isEntry)
                wrong.Add($"{path}: {match.Groups[1].Value}, expected {expected}");
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Solution_ListsEveryProject()
    {
        var listed = XDocument.Load(Repository.PathOf("Autonoma.slnx")).Descendants("Project").Select(project => project.Attribute("Path")!.Value).Order(StringComparer.Ordinal);

        listed.ShouldBe(Repository.Files("*.csproj"));
    }

    [Fact]
    public void Source_IsDocumented()
    {
        var props = File.ReadAllText(Repository.PathOf("src", "Directory.Build.props"));
        props.ShouldContain("<GenerateDocumentationFile>true</GenerateDocumentationFile>");
        var silenced = Repository.Files("*.csproj", "src").Append("src/Directory.Build.props").Append("Directory.Build.props").Append(".editorconfig")
            .Where(path => File.ReadAllText(Repository.PathOf(path)).Contains("CS1591", StringComparison.Ordinal));

        silenced.ShouldBeEmpty("public members without a comment are errors everywhere under src");
        File.ReadAllText(Repository.PathOf("Directory.Build.props")).ShouldContain("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
    }

    [Fact]
    public void Commands_EachHaveTheirFolderWithArguments()
    {
        var folders = Directory.EnumerateDirectories(Repository.PathOf("src", "Autonoma.Engine", "Commands")).Where(folder => Directory.EnumerateFiles(folder, "*Arguments.cs").Any()).ToList();

        folders.ShouldNotBeEmpty();
        foreach (var folder in folders)
        {
            var name = Path.GetFileName(folder);
            File.Exists(Path.Combine(folder, $"{name}Arguments.cs")).ShouldBeTrue($"Commands/{name} has no {name}Arguments.cs");
            File.Exists(Path.Combine(folder, $"{name}Command.cs")).ShouldBeTrue($"Commands/{name} has no {name}Command.cs");
        }
    }

    [Fact]
    public void Scripts_AreExecutableAndStrict()
    {
        foreach (var script in (string[])["build.sh", ".ci/run"])
        {
            var path = Repository.PathOf(script.Split('/'));
            File.ReadAllText(path).ShouldContain("set -euo pipefail");
            if (!OperatingSystem.IsWindows())
                File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute).ShouldBeTrue(script);
        }
    }

    [GeneratedRegex(@"^namespace\s+([\w.]+)\s*;", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}

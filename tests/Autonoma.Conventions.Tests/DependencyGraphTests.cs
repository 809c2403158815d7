using System.Xml.Linq;

namespace Autonoma.Conventions.Tests;

public sealed class DependencyGraphTests
{
    // A project may know those on its right, and nothing else of ours.
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Autonoma.EnvironmentFactory"] = [],
        ["Autonoma.EnvironmentFactory.AspNetCore"] = ["Autonoma.EnvironmentFactory"],
        ["Autonoma.EnvironmentFactory.EntityFrameworkCore"] = ["Autonoma.EnvironmentFactory"],
        ["Autonoma.AI"] = [],
        ["Autonoma.AI.Providers"] = ["Autonoma.AI"],
        ["Autonoma.Engine"] = ["Autonoma.AI"],
        ["Autonoma.Engine.Web"] = ["Autonoma.Engine"],
        ["Autonoma.Scenarios"] = ["Autonoma.EnvironmentFactory"],
        ["Autonoma.Planner"] = ["Autonoma.Scenarios", "Autonoma.AI", "Autonoma.Engine"],
        ["Autonoma.Planner.CodeAnalysis"] = ["Autonoma.Planner"],
        ["Autonoma.Platform"] = ["Autonoma.Engine", "Autonoma.Planner", "Autonoma.Scenarios"],
        ["Autonoma.Server"] = ["Autonoma.Platform", "Autonoma.Engine.Web", "Autonoma.AI.Providers"],
        ["Autonoma.Cli"] = ["Autonoma.Engine", "Autonoma.Engine.Web", "Autonoma.Scenarios", "Autonoma.Planner.CodeAnalysis", "Autonoma.AI", "Autonoma.AI.Providers", "Autonoma.Planner"],
        ["Shop"] = ["Autonoma.EnvironmentFactory.AspNetCore", "Autonoma.EnvironmentFactory.EntityFrameworkCore"],
    };

    // The engine knows no browser, no phone, no database and no web server; the tool has no business with a database either.
    private static readonly Dictionary<string, string[]> ForbiddenPackages = new(StringComparer.Ordinal)
    {
        ["Autonoma.EnvironmentFactory"] = ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Npgsql", "Microsoft.Playwright"],
        ["Autonoma.EnvironmentFactory.AspNetCore"] = ["Microsoft.EntityFrameworkCore", "Npgsql", "Microsoft.Playwright"],
        ["Autonoma.EnvironmentFactory.EntityFrameworkCore"] = ["Microsoft.AspNetCore", "Npgsql", "Microsoft.Playwright"],
        ["Autonoma.AI"] = ["OpenAI", "Anthropic", "Google", "Azure", "Microsoft.Playwright", "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "System.CommandLine", "Spectre"],
        ["Autonoma.AI.Providers"] = ["Microsoft.Playwright", "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "System.CommandLine", "Spectre"],
        ["Autonoma.Engine"] = ["OpenAI", "Anthropic", "Google", "Azure", "Microsoft.Playwright", "Selenium", "Appium", "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "System.CommandLine", "Spectre"],
        ["Autonoma.Engine.Web"] = ["Selenium", "Appium", "Microsoft.EntityFrameworkCore", "System.CommandLine", "Spectre"],
        ["Autonoma.Scenarios"] = ["Microsoft.Playwright", "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "System.CommandLine", "Spectre"],
        ["Autonoma.Planner"] = ["Microsoft.Playwright", "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "Microsoft.CodeAnalysis", "System.CommandLine", "Spectre"],
        ["Autonoma.Planner.CodeAnalysis"] = ["Microsoft.Playwright", "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "Microsoft.Build", "System.CommandLine", "Spectre"],
        // The framework is there for hosting and identity; what speaks HTTP is the server's.
        ["Autonoma.Platform"] = ["Microsoft.Playwright", "Selenium", "Appium", "Microsoft.AspNetCore.OpenApi", "Microsoft.CodeAnalysis", "System.CommandLine", "Spectre"],
        ["Autonoma.Server"] = ["Microsoft.EntityFrameworkCore", "Npgsql", "Microsoft.CodeAnalysis", "System.CommandLine", "Spectre"],
        ["Autonoma.Cli"] = ["Microsoft.EntityFrameworkCore", "Npgsql"],
    };

    public static TheoryData<string> Projects => [.. Repository.Files("*.csproj", "src", "samples")];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_References_OnlyWhatTheGraphAllows(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        Allowed.ShouldContainKey(name, $"{path} is not in the dependency graph: add it, with what it may know.");
        References(path, "ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Replace('\\', '/'))).Except(Allowed[name]).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_Packages_AreNotOfAnotherLayer(string path)
    {
        var forbidden = ForbiddenPackages.GetValueOrDefault(Path.GetFileNameWithoutExtension(path), []);
        References(path, "PackageReference").Concat(References(path, "FrameworkReference"))
            .Where(package => forbidden.Any(prefix => package.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
    }

    [Fact]
    public void Projects_NameNoVersions_TheyAreInOnePlace()
        => Repository.Files("*.csproj").Where(path => XDocument.Load(Repository.PathOf(path)).Descendants("PackageReference").Any(reference => reference.Attribute("Version") is not null)).ShouldBeEmpty();

    [Fact]
    public void Packages_AreAllUsed_AndPinned()
    {
        var versions = XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("PackageVersion").ToList();
        var used = Repository.Files("*.csproj").SelectMany(path => References(path, "PackageReference")).Concat(XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value)).ToHashSet();

        versions.Select(version => version.Attribute("Include")!.Value).Where(package => !used.Contains(package)).ShouldBeEmpty("a version that nobody uses");
        versions.Select(version => version.Attribute("Version")!.Value).Where(version => version.Contains('*', StringComparison.Ordinal) || version.Contains('[', StringComparison.Ordinal)).ShouldBeEmpty("a version that floats");
    }

    private static IEnumerable<string> References(string path, string kind)
        => XDocument.Load(Repository.PathOf(path)).Descendants(kind).Select(reference => reference.Attribute("Include")?.Value).OfType<string>();
}

using System.Text.RegularExpressions;
using Autonoma.Speed;

namespace Autonoma.Planning;

/// <summary>A copy of the sample shop as it would be if nobody had ever tested it: no tests, no scenarios, no Environment Factory and no package for one.</summary>
internal static partial class BareShop
{
    private static readonly string[] LeftOut = ["bin", "obj", "tests", "environment", "autonoma.yaml", "bugs.md", "README.md", "TestEnvironments.cs", "Inputs.cs"];

    /// <summary>Makes the copy.</summary>
    /// <param name="target">Its folder, which is not there yet; the one above it gets what builds it with the repository's versions of packages.</param>
    public static void Copy(string target)
    {
        CopyFolder(Path.Combine(Repository.Root, "samples", "Shop"), target);
        // Built beside itself: its output must not take the place of the sample's.
        File.WriteAllText(Path.Combine(target, "..", "Directory.Build.props"), $"""
            <Project>
              <Import Project="{Path.Combine(Repository.Root, "Directory.Build.props")}" />
              <PropertyGroup>
                <DirectoryPackagesPropsPath>{Path.Combine(Repository.Root, "Directory.Packages.props")}</DirectoryPackagesPropsPath>
                <ArtifactsPath>$(MSBuildThisFileDirectory)artifacts</ArtifactsPath>
                <TreatWarningsAsErrors>false</TreatWarningsAsErrors>
              </PropertyGroup>
            </Project>
            """);
        Edit(target, "Program.cs", text => Otherwise().Replace(text, "\n    app.MapGet(\"/ready\", () => \"ready\");\n}")
            .Replace("    builder.Services.AddEnvironmentFactory(TestEnvironments.Define);\n", "", StringComparison.Ordinal)
            .Replace(", EnvironmentName = \"Production\"", "", StringComparison.Ordinal));
        Edit(target, "Sessions/SessionMiddleware.cs", text => Preparing().Replace(text, ""));
        Edit(target, "Tenants/ShopDb.cs", text => text.Replace("        model.HasEnvironmentInstances();\n", "", StringComparison.Ordinal).Replace("using Autonoma.EnvironmentFactory.EntityFrameworkCore;\n", "", StringComparison.Ordinal));
        Edit(target, "Shop.csproj", text => SdkReference().Replace(text, ""));
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var entry in Directory.EnumerateFileSystemEntries(from).Where(entry => !LeftOut.Contains(Path.GetFileName(entry), StringComparer.Ordinal)))
        {
            var target = Path.Combine(to, Path.GetFileName(entry));
            if (Directory.Exists(entry))
                CopyFolder(entry, target);
            else
                File.Copy(entry, target);
        }
    }

    private static void Edit(string folder, string file, Func<string, string> edit)
    {
        var path = Path.Combine(folder, file);
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var edited = edit(text);
        if (edited == text)
            throw new InvalidOperationException($"{file} of the sample is not as it was: nothing of it was taken out.");
        File.WriteAllText(path, edited);
    }

    [GeneratedRegex(@"\n    app\.MapEnvironmentFactory\(TestEnvironments\.Path\);\n\}\nelse\n\{.*?\n\}", RegexOptions.Singleline)]
    private static partial Regex Otherwise();

    [GeneratedRegex(@"        // Whoever prepares tests.*?\n        \}\n", RegexOptions.Singleline)]
    private static partial Regex Preparing();

    [GeneratedRegex(@"\s*<ProjectReference Include=""[^""]*Autonoma\.EnvironmentFactory[^""]*"" />")]
    private static partial Regex SdkReference();
}

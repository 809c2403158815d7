using System.Text.RegularExpressions;

namespace Autonoma.Planner.CodeAnalysis.Tests.Scaffolding;

/// <summary>The sample shop as it would be without its endpoint for tests.</summary>
internal static partial class ShopCopy
{
    public static void Write(string folder)
    {
        var shop = Path.Combine(Codebases.Repository, "samples", "Shop");
        string[] left = ["bin", "obj", "tests", "environment"];
        foreach (var file in Directory.EnumerateFiles(shop, "*", SearchOption.AllDirectories).Where(f => !left.Contains(Path.GetRelativePath(shop, f).Split(Path.DirectorySeparatorChar)[0])))
        {
            var name = Path.GetFileName(file);
            if (name is "TestEnvironments.cs" or "Inputs.cs" or "README.md")
                continue;
            var target = Path.Combine(folder, Path.GetRelativePath(shop, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        Edit("Program.cs", text => Endpoint().Replace(text, "").Replace("    builder.Services.AddEnvironmentFactory(TestEnvironments.Define);\n", "", StringComparison.Ordinal).Replace("    app.MapEnvironmentFactory(TestEnvironments.Path);\n", "", StringComparison.Ordinal));
        Edit("Sessions/SessionMiddleware.cs", text => Visitor().Replace(text, "").Replace("using Shop.Tenants;\n\n", "", StringComparison.Ordinal));
        Edit("Tenants/ShopDb.cs", text => text.Replace("using Autonoma.EnvironmentFactory.EntityFrameworkCore;\n", "", StringComparison.Ordinal).Replace("        model.HasEnvironmentInstances();\n", "", StringComparison.Ordinal));
        Edit("Shop.csproj", text => Reference().Replace(text, "").Replace("<RootNamespace>", "<TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings>\n    <RootNamespace>", StringComparison.Ordinal)
            .Replace("<PackageReference Include=\"Npgsql.EntityFrameworkCore.PostgreSQL\" />", "<PackageReference Include=\"Npgsql.EntityFrameworkCore.PostgreSQL\" Version=\"10.0.0\" />", StringComparison.Ordinal));

        void Edit(string path, Func<string, string> change)
        {
            var full = Path.Combine(folder, path);
            File.WriteAllText(full, change(File.ReadAllText(full).ReplaceLineEndings("\n")));
        }
    }

    [GeneratedRegex(@"else\n\{\n    // Each browser has its own[\s\S]*?\n\}\n")]
    private static partial Regex Endpoint();

    [GeneratedRegex(@"        // Whoever prepares tests is no visitor\.[\s\S]*?        \}\n")]
    private static partial Regex Visitor();

    [GeneratedRegex(@"    <ProjectReference [^\n]*\n")]
    private static partial Regex Reference();
}

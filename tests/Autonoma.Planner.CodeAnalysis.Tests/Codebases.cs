using System.Text.Json;

namespace Autonoma.Planner.CodeAnalysis.Tests;

/// <summary>The codebases under <c>tests/assets/codebases</c> and the keys that people made for them by reading.</summary>
internal static class Codebases
{
    public static string Repository { get; } = FindRepository();

    public static string Assets => Path.Combine(Repository, "tests", "assets", "codebases");

    public static CodebaseKey Key(string name)
        => JsonSerializer.Deserialize<CodebaseKey>(File.ReadAllText(Path.Combine(Assets, $"{name}.key.json")), JsonSerializerOptions.Web) ?? throw new InvalidOperationException($"{name}.key.json is empty.");

    public static string Root(CodebaseKey key) => Path.Combine(Repository, key.Root);

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Autonoma.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException("Autonoma.slnx lies in no folder above the tests.");
    }
}

/// <summary>What is true of a codebase.</summary>
internal sealed record CodebaseKey(string Root, SortedDictionary<string, ModelKey> Models, IReadOnlyList<string> Relations, string Scope);

/// <summary>What is true of a model: who creates it, in whose flow it comes, what its creator does beside.</summary>
internal sealed record ModelKey(string? File, string? Function, bool Extract, IReadOnlyList<string>? Owners, IReadOnlyList<string>? Effects);

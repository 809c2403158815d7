using System.Globalization;
using Autonoma.Planner.CodeAnalysis.Projects;
using Microsoft.CodeAnalysis;

namespace Autonoma.Planner.CodeAnalysis.Scaffolding;

/// <summary>
/// Compiles code as it will be, in memory. Code is bound against outlines of libraries, so what does not bind today says nothing about the change: only
/// what breaks by it counts.
/// </summary>
internal static class CompileCheck
{
    public static IReadOnlyList<string> NewErrors(LoadedCode before, LoadedCode after)
    {
        var known = Errors(before).GroupBy(Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var found = new List<string>();
        foreach (var error in Errors(after))
        {
            var key = Key(error);
            if (known.TryGetValue(key, out var left) && left > 0)
                known[key] = left - 1;
            else
                found.Add(string.Create(CultureInfo.InvariantCulture, $"{after.Folder.Relative(error.Location.SourceTree?.FilePath ?? "")}:{error.Location.GetLineSpan().StartLinePosition.Line + 1}: {error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}"));
        }

        return [.. found.Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<Diagnostic> Errors(LoadedCode code) => code.Compilations.Values.SelectMany(c => c.GetDiagnostics()).Where(d => d.Severity == DiagnosticSeverity.Error && d.Location.IsInSource);

    private static string Key(Diagnostic error) => $"{error.Id}|{error.Location.SourceTree?.FilePath}|{error.GetMessage(CultureInfo.InvariantCulture)}";
}

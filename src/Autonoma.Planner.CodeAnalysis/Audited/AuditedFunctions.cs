using Autonoma.Planner.CodeAnalysis.Creation;
using Autonoma.Planner.CodeAnalysis.Models;
using Microsoft.CodeAnalysis;

namespace Autonoma.Planner.CodeAnalysis.Audited;

/// <summary>Finds the functions that audits name by file and name.</summary>
internal sealed class AuditedFunctions(AnalyzedCode analyzed)
{
    private static readonly string[] Separators = ["::", "#", "->", "."];

    /// <summary>The functions of this name in this file: several where a name is overloaded; none where there is no such file or name.</summary>
    /// <param name="file">As the audit has it: relative to the repository, in whatever slashes.</param>
    /// <param name="function"><c>Class.Method</c>, <c>Method</c>, or what the analysis calls a lambda.</param>
    /// <param name="model">The model that it makes; of several those come first that do.</param>
    public IReadOnlyList<AuditedFunction> Find(string? file, string? function, KnownModel? model)
        => model is null ? Find(file, function) : [.. Find(file, function).OrderByDescending(f => f.Unit is { } unit && analyzed.Flows.Of(unit).Models().ContainsKey(model))];

    private IReadOnlyList<AuditedFunction> Find(string? file, string? function)
    {
        if (string.IsNullOrWhiteSpace(file) || string.IsNullOrWhiteSpace(function))
            return [];
        var path = file.Trim().Replace('\\', '/').TrimStart('.', '/');
        var name = function.Trim();
        var inFile = analyzed.Units.Where(u => IsIn(u.Node, path)).ToList();
        var exact = inFile.Where(u => u.Function == name).ToList();
        if (exact.Count == 0 && !name.Contains(" (", StringComparison.Ordinal))
        {
            var (type, method) = Split(name);
            exact = [.. inFile.Where(u => u.Symbol is IMethodSymbol m && (m.Name == method || (m.Name == ".ctor" && method == m.ContainingType.Name)) && (type is null || m.ContainingType.Name == type))];
            if (exact.Count == 0)
                return [.. Inherited(path, type, method)];
        }

        return [.. exact.Select(u => new AuditedFunction(u.Symbol as IMethodSymbol, u.Node, u.Type, u))];
    }

    private bool IsIn(SyntaxNode node, string path)
    {
        var own = analyzed.Folder.Relative(node.SyntaxTree.FilePath);
        return own == path || own.EndsWith("/" + path, StringComparison.Ordinal) || path.EndsWith("/" + own, StringComparison.Ordinal);
    }

    // A class may have the function from its base, in another file or none of its own.
    private IEnumerable<AuditedFunction> Inherited(string path, string? type, string method)
    {
        foreach (var found in analyzed.Entities.Types.Where(t => (type is null || t.Name == type) && t.TypeKind == TypeKind.Class && t.DeclaringSyntaxReferences.Any(r => IsIn(r.GetSyntax(), path))))
        {
            foreach (var inherited in TypeNames.WithBases(found).Skip(1).SelectMany(b => b.GetMembers(method)).OfType<IMethodSymbol>().Take(1))
            {
                if (inherited.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault(r => analyzed.Code.Knows(r.SyntaxTree))?.GetSyntax() is { } node)
                    yield return new AuditedFunction(inherited, node, found, analyzed.Flows.Unit(inherited.OriginalDefinition));
            }
        }
    }

    private static (string? Type, string Method) Split(string name)
    {
        var plain = name.EndsWith("()", StringComparison.Ordinal) ? name[..^2] : name;
        var parts = plain.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length > 1 ? (parts[^2], parts[^1]) : (null, parts.FirstOrDefault() ?? plain);
    }
}

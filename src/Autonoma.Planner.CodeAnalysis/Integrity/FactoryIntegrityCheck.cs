using Autonoma.Planner.Artifacts;
using Autonoma.Planner.CodeAnalysis.Integrity.Symbols;
using Autonoma.Planner.CodeAnalysis.Integrity.Texts;
using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Gates;
using Autonoma.Planner.Validation;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Planner.CodeAnalysis.Integrity;

/// <summary>
/// Whether each factory really calls what was audited: before <c>.endpoint-implemented</c> is believed. C# is judged by symbols, so that no name, alias or
/// detour hides a raw write; other languages by their text, over the files that the handler imports.
/// </summary>
public sealed class FactoryIntegrityCheck : IImplementationCheck
{
    /// <inheritdoc/>
    public IReadOnlyList<Problem> Check(PlanFolder folder, string handler)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentException.ThrowIfNullOrEmpty(handler);
        // Without an audit there is nothing to hold the code against; that it is missing is said elsewhere.
        if (Read(folder.EntityAudit) is not { } audit)
            return [];
        var snapshot = Read(folder.EntityAuditSnapshot);
        if (!handler.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))
            return new TextIntegrity(folder.Repository, audit, handler).Check();
        var analyzed = AnalyzedCode.Read(new SourceFolder(folder.Repository), LoadOptions.Sdk with { Symbols = ["DEBUG"] }, CancellationToken.None);
        return new SymbolIntegrity(analyzed, audit, snapshot, handler).Check();
    }

    private static EntityAudit? Read(string path) => File.Exists(path) ? ArtifactReader.EntityAudit(File.ReadAllText(path)).Value : null;
}

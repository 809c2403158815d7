using System.Text;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Documents;
using Autonoma.Planner.Validation.Reading;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Planner.Validation;

/// <summary>An artifact that was read.</summary>
/// <param name="Value">The artifact; null when too much is wrong to make one.</param>
/// <param name="Problems">Everything that is wrong with the file by itself.</param>
public sealed record ArtifactRead<T>(T? Value, IReadOnlyList<Problem> Problems)
    where T : class;

/// <summary>Reads the files of a plan into their types. Nothing that is not valid by itself is hidden: look at the problems.</summary>
public static class ArtifactReader
{
    /// <summary>Reads AUTONOMA.md.</summary>
    public static ArtifactRead<KnowledgeBase> KnowledgeBase(string text, string file = "") => Read(text, file, KnowledgeBaseReader.Read);

    /// <summary>Reads features.json.</summary>
    public static ArtifactRead<FeatureInventory> Features(string text, string file = "") => Read(text, file, FeatureReader.Read);

    /// <summary>Reads entity-audit.md; a wrong <c>factory_count</c> is overlooked.</summary>
    public static ArtifactRead<EntityAudit> EntityAudit(string text, string file = "") => Read(text, file, (source, report) => EntityAuditReader.Read(source, report, out _));

    /// <summary>Reads scenarios.md.</summary>
    public static ArtifactRead<ScenarioPlan> Scenarios(string text, string file = "") => Read(text, file, ScenarioReader.Read);

    private static ArtifactRead<T> Read<T>(string text, string file, Func<SourceText, Report, T?> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(text);
        var report = new Report(file);
        var value = SourceText.Read(Encoding.UTF8.GetBytes(text), report) is { } source ? read(source, report) : null;
        return new(value, report.Problems);
    }
}

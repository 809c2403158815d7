using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Documents;
using Autonoma.Planner.Folders;

namespace Autonoma.Planner.Validation.Reading;

/// <summary>What the files of a plan say, each read when somebody asks and once only. Null stands for a file that is not there or cannot be read: that is said where the file itself is checked.</summary>
internal sealed class PlanContents(FileSource files, PlanFolder folder)
{
    private readonly Dictionary<string, object?> _read = new(StringComparer.Ordinal);

    public FileSource Files => files;

    public PlanFolder Folder => folder;

    public KnowledgeBase? KnowledgeBase => Read(folder.KnowledgeBase, KnowledgeBaseReader.Read);

    public FeatureInventory? Features => Read(folder.Features, FeatureReader.Read);

    public EntityAudit? EntityAudit => Read(folder.EntityAudit, (source, report) => EntityAuditReader.Read(source, report, out _));

    public ScenarioPlan? Scenarios => Read(folder.Scenarios, ScenarioReader.Read);

    public T? Read<T>(string path, Func<SourceText, Report, T?> read)
        where T : class
    {
        if (_read.TryGetValue(path, out var known))
            return (T?)known;
        T? value = null;
        if (files.Read(path, SourceText.MostBytes + 1) is { } bytes)
        {
            var report = new Report(path);
            value = SourceText.Read(bytes, report) is { } source ? read(source, report) : null;
        }

        _read[path] = value;
        return value;
    }
}

using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Documents;
using Autonoma.Planner.Folders;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Planner.Validation.Reading;

/// <summary>What the files of a plan say, each read when somebody asks and once only. Null stands for a file that is not there or cannot be read: that is said where the file itself is checked.</summary>
/// <param name="files">Where they are read.</param>
/// <param name="folder">Where they lie.</param>
/// <param name="isWhole">Whether the whole plan is looked at, not one file of it.</param>
internal sealed class PlanContents(FileSource files, PlanFolder folder, bool isWhole)
{
    private readonly Dictionary<string, object?> _read = new(StringComparer.Ordinal);
    private List<(string Title, string Path)>? _titles;

    public FileSource Files => files;

    public PlanFolder Folder => folder;

    public bool IsWhole => isWhole;

    public KnowledgeBase? KnowledgeBase => Read(folder.KnowledgeBase, KnowledgeBaseReader.Read);

    public FeatureInventory? Features => Read(folder.Features, FeatureReader.Read);

    public EntityAudit? EntityAudit => Read(folder.EntityAudit, (source, report) => EntityAuditReader.Read(source, report, out _));

    public ScenarioPlan? Scenarios => Read(folder.Scenarios, ScenarioReader.Read);

    public RecipeFile? Recipes => Read(folder.Recipes, RecipeFileReader.Read);

    public PlannedTestFile? Test(string path) => Read(path, TestReader.Read);

    /// <summary>The titles of all tests; of one file by itself only when it lies in a plan.</summary>
    public IReadOnlyList<(string Title, string Path)> TitlesOfTests()
        => _titles ??= [.. ArtifactPath.FilesOf(folder, files).Where(file => file.Kind == ArtifactKind.Test).Select(file => (Test(file.Path)?.Title, file.Path)).Where(pair => pair.Title is not null).Select(pair => (pair.Title!, pair.Path))];

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

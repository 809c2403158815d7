using Autonoma.Planner.Documents;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Validation.Reading;

namespace Autonoma.Planner.Validation;

/// <summary>
/// Checks the files of a plan by all rules of <see cref="Rules.RuleCatalogue"/>, everything at once. A file is checked by itself and against the files of the
/// plan that come before it, so that of two that disagree the later one is refused. Changes nothing: what was repaired is in the answer.
/// </summary>
/// <param name="files">Where files are read; <see cref="FileSource.With"/> checks what is not written yet.</param>
public sealed class PlanValidator(FileSource files)
{
    /// <summary>Checks one file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kind">What it is; see <see cref="ArtifactPath"/>.</param>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    public ArtifactValidation Validate(string path, ArtifactKind kind)
    {
        ArgumentNullException.ThrowIfNull(path);
        var full = Path.GetFullPath(path);
        return Validate(full, kind, new PlanContents(files, ArtifactPath.PlanOf(full, kind), isWhole: false));
    }

    /// <summary>Checks every file of a plan, in the order of the pipeline; empty when there is none.</summary>
    /// <param name="folder">The plan.</param>
    public IReadOnlyList<ArtifactValidation> Validate(PlanFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var plan = new PlanContents(files, folder, isWhole: true);
        return [.. ArtifactPath.FilesOf(folder, files).Select(file => Validate(file.Path, file.Kind, plan))];
    }

    private ArtifactValidation Validate(string path, ArtifactKind kind, PlanContents plan)
    {
        var bytes = files.Read(path, SourceText.MostBytes + 1) ?? throw new FileNotFoundException($"There is no file '{path}'.", path);
        var report = new Report(path);
        Repair? repair = null;
        if (SourceText.Read(bytes, report) is { } source)
            repair = ArtifactCheck.Run(source, kind, plan, report);
        return new(path, kind, report.Problems, repair);
    }
}

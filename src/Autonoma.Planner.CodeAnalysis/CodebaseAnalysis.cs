using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Results;

namespace Autonoma.Planner.CodeAnalysis;

/// <summary>Reads a codebase: what it stores, who creates it, what it shows. Nothing is built, restored, run or asked of a model.</summary>
public static class CodebaseAnalysis
{
    /// <summary>Analyses a folder.</summary>
    /// <param name="path">The folder that holds the whole application; projects outside it are not read.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the analysis.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static Task<CodebaseReport> AnalyzeAsync(string path, AnalysisOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!Directory.Exists(path))
            throw new DirectoryNotFoundException($"There is no folder {path}.");
        return Task.Run(() => AnalyzedCode.Read(new SourceFolder(path, options?.FileOrder), null, cancellationToken).Report, cancellationToken);
    }
}

using Autonoma.Planner.CodeAnalysis;
using Autonoma.Planner.CodeAnalysis.Artifacts;
using Autonoma.Planner.CodeAnalysis.Results;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Pipeline;

namespace Autonoma.Cli.Planning;

/// <summary>Steps 1 and 2 without a model: what reading the code decides. Files that somebody has written already are left as they are.</summary>
internal sealed class AnalysisStep(int number, AnalysisStep.Codebase codebase) : IPlanStep
{
    public int Number => number;

    public string Means => "analysis of the code, without a model";

    public async Task RunAsync(PlanStepContext context, CancellationToken cancellationToken)
    {
        var owed = context.Step.Owes.Select(kind => context.Folder.PathOf(kind)!).ToList();
        if (context.Request.From != Number && owed.All(File.Exists))
        {
            context.Say("The files are there already and are taken as they are.");
            return;
        }

        var report = await codebase.ReadAsync(context.Folder.Repository, cancellationToken);
        foreach (var open in report.Undecided.Take(20))
            context.Say($"Not decided: {open.About}: {open.Reason}");
        if (Number == 1)
        {
            if (report.Pages.Count == 0)
                throw Nothing(context, "no pages", owed);
            context.Write(ArtifactKind.KnowledgeBase, KnowledgeWriter.Knowledge(report).Write());
            context.Write(ArtifactKind.Features, KnowledgeWriter.Features(report).Write());
            return;
        }

        if (report.Models.Count == 0)
            throw Nothing(context, "no models", owed);
        context.Write(ArtifactKind.EntityAudit, EntityAuditWriter.Write(report).Write());
    }

    private static StepUnavailableException Nothing(PlanStepContext context, string what, IEnumerable<string> owed)
        => new($"Step {context.Step.Number} ({context.Step.Name}): the analysis finds {what} in '{context.Folder.Repository}'. A model (--model), a coding agent or a person must write its files ({string.Join(", ", owed.Select(path => Path.GetRelativePath(context.Folder.Repository, path).Replace('\\', '/')))}); 'autonoma plan --resume' then goes on.");

    /// <summary>The code, read once for both steps.</summary>
    internal sealed class Codebase
    {
        private CodebaseReport? _report;

        public async Task<CodebaseReport> ReadAsync(string folder, CancellationToken cancellationToken) => _report ??= await CodebaseAnalysis.AnalyzeAsync(folder, cancellationToken: cancellationToken);
    }
}

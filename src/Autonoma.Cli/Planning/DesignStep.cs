using Autonoma.Planner;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.CodeAnalysis.Artifacts;
using Autonoma.Planner.Designing;
using Autonoma.Planner.Designing.Scoping;
using Autonoma.Planner.Designing.Writing;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Pipeline;
using Autonoma.Planner.Validation;

namespace Autonoma.Cli.Planning;

/// <summary>Step 3 without a model: scenarios from the audit and the code. A file that somebody has written already is left as it is.</summary>
internal sealed class DesignStep(AnalysisStep.Codebase codebase) : IPlanStep
{
    public int Number => 3;

    public string Means => "design from audit and code, without a model";

    public async Task RunAsync(PlanStepContext context, CancellationToken cancellationToken)
    {
        if (context.Request.From != Number && File.Exists(context.Folder.Scenarios))
        {
            context.Say("The file is there already and is taken as it is.");
            return;
        }

        var audit = ArtifactReader.EntityAudit(context.Read(ArtifactKind.EntityAudit) ?? "").Value
            ?? throw new StepUnavailableException("Step 3 (Scenarios): 'autonoma/entity-audit.md' cannot be read, and scenarios are designed from it. Mend it: 'autonoma validate autonoma/entity-audit.md' says what is wrong.");
        var schema = StoredData.Of(await codebase.ReadAsync(context.Folder.Repository, cancellationToken));
        if (schema.Models.Count == 0)
            throw new StepUnavailableException("Step 3 (Scenarios): the analysis finds no models in the code, so their fields are not known. A model (--model), a coding agent or a person must write 'autonoma/scenarios.md'; 'autonoma plan --resume' then goes on.");
        foreach (var unread in audit.Models.Where(model => schema.Find(model.Name) is null))
            context.Say($"Not decided: {unread.Name}: the audit knows it and the analysis does not, so no records of it are designed.");
        var scoping = ScopingAnalysis.Of(schema, audit);
        foreach (var reason in scoping.Reasons)
            context.Say(reason);
        var designer = new ScenarioDesigner(schema, audit, scoping);
        var design = designer.Design();
        foreach (var open in design.Undecided)
            context.Say($"Not decided: {open}");
        context.Write(ArtifactKind.Scenarios, ScenarioWriter.Write(designer, design, schema, audit, scoping).Write());
    }
}

using Autonoma.Planner.Artifacts;
using Autonoma.Planner.CodeAnalysis.Scaffolding;
using Autonoma.Planner.CodeAnalysis.Scaffolding.Designs;
using Autonoma.Planner.CodeAnalysis.Scaffolding.SigningIn;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Pipeline;
using Autonoma.Planner.Validation;

namespace Autonoma.Cli.Planning;

/// <summary>Step 4 without a model: factories that call what the audit names, written into the app. A handler that is there already is left as it is.</summary>
internal sealed class ImplementStep(ToolEnvironment environment) : IPlanStep
{
    /// <summary>Folder of the SDK's source, to be used instead of its packages.</summary>
    public const string SdkVariable = "AUTONOMA_SDK_SOURCE";

    public int Number => 4;

    public string Means => "code that is written from the audit, without a model";

    public async Task RunAsync(PlanStepContext context, CancellationToken cancellationToken)
    {
        if (context.Request.From != Number && File.Exists(context.Folder.EndpointImplemented))
        {
            context.Say("The endpoint is there already and is taken as it is.");
            return;
        }

        var audit = ArtifactReader.EntityAudit(await File.ReadAllTextAsync(context.Folder.EntityAudit, cancellationToken)).Value
            ?? throw new StepUnavailableException($"{context.Step}: entity-audit.md is not valid. Mend it, then 'autonoma plan --resume'.");
        ScaffoldResult result;
        try
        {
            result = await EnvironmentFactoryScaffold.DesignAsync(context.Folder.Repository, new() { Audit = audit, SdkSource = environment.Variable(SdkVariable) is { Length: > 0 } source ? environment.FullPath(source) : null }, cancellationToken);
        }
        catch (ScaffoldException e)
        {
            throw new StepUnavailableException($"{context.Step}: {e.Message} A model (--model), a coding agent or a person can write the endpoint; 'autonoma plan --resume' then goes on.");
        }

        if (result.Errors.Count > 0)
            throw new StepUnavailableException($"{context.Step}: what would be written does not compile, so nothing is written. {string.Join(" ", result.Errors.Take(5))}");
        result.Apply();
        foreach (var change in result.Changes)
            context.DidWriteCode(change.Path);
        foreach (var file in result.Kept)
            context.Say($"Left as it is, since somebody has changed it: {file}");
        foreach (var model in result.Models.Where(m => m.Kind == FactoryKind.Open))
            context.Say($"Left to you: {model.Model}Factory. {string.Join(' ', model.Notes)}");
        if (result.SignIn == SignInKind.Open)
            context.Say($"Sign-in: {result.SignInWords}");
        context.Write(context.Folder.FactoryPlan, result.Plan);
        if (result.Extractions.Count > 0)
            context.Write(ArtifactKind.EntityAudit, result.Audit.Write());
        context.Write(ArtifactKind.EndpointImplemented, new EndpointImplemented
        {
            Handler = result.Handler, Packages = ["Autonoma.EnvironmentFactory.AspNetCore", "Autonoma.EnvironmentFactory.EntityFrameworkCore"],
            Factories = [.. result.Models.Where(m => m.Kind != FactoryKind.Open).Select(m => m.Model)], Extractions = result.Extractions, ScopeField = result.ScopeField, AuthCallback = result.SignInWords,
            Notes = "Build and start the app with AUTONOMA_SHARED_SECRET and AUTONOMA_SIGNING_SECRET set.",
        }.Write());
    }
}

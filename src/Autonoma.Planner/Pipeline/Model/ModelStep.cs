using System.Globalization;
using System.ComponentModel;
using System.Text;
using Autonoma.AI.Budgets;
using Autonoma.AI.Failures;
using Autonoma.AI.Registry;
using Autonoma.AI.Tools;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Gates;
using Autonoma.Planner.Pipeline.State;
using Microsoft.Extensions.AI;

namespace Autonoma.Planner.Pipeline.Model;

/// <summary>Does a step with a language model that looks into the code and writes the files of the step; the gates send back what is wrong, with codes.</summary>
public sealed class ModelStep : IPlanStep
{
    private const int MostReminders = 2;

    private readonly Func<IModelSource> _models;
    private readonly ModelStepOptions _options;

    /// <summary>A step.</summary>
    /// <param name="number">1 to 6.</param>
    /// <param name="models">Where the model comes from, with what it may use; asked once, when the step begins.</param>
    /// <param name="options">Limits.</param>
    public ModelStep(int number, Func<IModelSource> models, ModelStepOptions? options = null)
    {
        Number = PlanSteps.Of(number).Number;
        _models = models;
        _options = options ?? new();
    }

    /// <inheritdoc/>
    public int Number { get; }

    /// <inheritdoc/>
    public string Means => "a model that reads the code";

    /// <inheritdoc/>
    public async Task RunAsync(PlanStepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var writesCode = Number is 4 or 5;
        var code = new CodeTools(new(context.Folder.Repository, context.Folder.Root), context.DidRead, context.DidWriteCode, new DurableFiles());
        var plan = new PlanTools(context);
        ChatOptions options = new() { Tools = [.. code.Tools(writesCode), .. plan.Tools(cancellationToken)] };
        var messages = new List<ChatMessage> { new(ChatRole.System, StepPrompt.Of(context.Step, context.Request, writesCode)), new(ChatRole.User, Opening(context)) };
        try
        {
            var model = _models().GetModelFor(ModelTags.Planner, ReasoningLevel.Medium);
            for (var reminder = 0; ; reminder++)
            {
                var answer = await ToolLoop.RunAsync(model, messages, options, _options.MaxSteps, cancellationToken).ConfigureAwait(false);
                if (Missing(context) is not { Count: > 0 } missing)
                {
                    var unfaithful = Number is 4 or 5 ? await context.Fidelity(cancellationToken).ConfigureAwait(false) : [];
                    // What is still wrong after that, the pipeline refuses.
                    if (unfaithful.Count == 0 || reminder == MostReminders)
                    {
                        context.Say(Short(answer.Text));
                        return;
                    }

                    messages.Add(new(ChatRole.User, $"The files are accepted, and the factories do not make records as the app does:\n{string.Join('\n', unfaithful.Select(problem => $"- {problem.Code} {problem.Message}{(problem.Fix is { } fix ? $" {fix}" : "")}"))}\nMend the code, and write .endpoint-implemented again."));
                    continue;
                }

                if (reminder == MostReminders)
                    throw new StepUnavailableException($"The model ended without {string.Join(", ", missing)}. It said: {Short(answer.Text)}");
                messages.Add(new(ChatRole.User, $"The step is not done: {string.Join(", ", missing)} {(missing.Count == 1 ? "was" : "were")} not accepted. Write {(missing.Count == 1 ? "it" : "them")}, or say what stands in the way."));
            }
        }
        catch (Exception e) when (e is ToolStepLimitException or BudgetExceededException or ModelException or UnknownModelException or ModelsClosedException)
        {
            throw new StepUnavailableException($"Step {context.Step.Number} ({context.Step.Name}) was not finished by the model: {e.Message} What was accepted stays; 'autonoma plan --resume' begins the step again.");
        }
    }

    private static string Opening(PlanStepContext context)
    {
        var text = new StringBuilder($"Do step {context.Step.Number} of the plan: {context.Step.Name}.\n");
        if (context.Request.AppUrl is { } url)
            text.Append(CultureInfo.InvariantCulture, $"The application runs at {url}.\n");
        var readable = context.Step.Reads.Select(context.Folder.PathOf).OfType<string>().Where(File.Exists).Select(Path.GetFileName).ToList();
        text.Append(readable.Count > 0 ? $"Files of earlier steps (read_artifact): {string.Join(", ", readable)}.\n" : "");
        return text.Append(CultureInfo.InvariantCulture, $"The step owes: {string.Join(", ", Owed(context).Select(Path.GetFileName))}.").ToString();
    }

    // The proof and its sentinel are the pipeline's.
    private static IEnumerable<string> Owed(PlanStepContext context) => context.Step.Owes.Where(kind => kind is not (ArtifactKind.ScenarioValidation or ArtifactKind.EndpointValidated)).Select(kind => context.Folder.PathOf(kind)!);

    private static List<string> Missing(PlanStepContext context) => [.. Owed(context).Where(path => !context.DidWrite(path)).Select(path => Path.GetFileName(path)!)];

    private static string Short(string text) => text.Length > 1000 ? text[..1000] + " ..." : text;

    // The files of the plan as tools.
    private sealed class PlanTools(PlanStepContext context)
    {
        public IEnumerable<AIFunction> Tools(CancellationToken cancellationToken)
        {
            yield return AIFunctionFactory.Create(ReadArtifact, "read_artifact", "A file of the plan, such as entity-audit.md.");
            yield return AIFunctionFactory.Create(WriteArtifact, "write_artifact", "Puts a file of the plan into its place, whole, when no rule speaks against it; answers with every broken rule otherwise.");
            if (context.Step.Number == 5)
                yield return AIFunctionFactory.Create((Func<string, Task<string>>)(recipes => ProveAsync(recipes, cancellationToken)), "prove_scenarios", "Makes and removes every scenario of the recipes (the text of scenario-recipes.json; no validation yet), and writes the proven recipes and the proof when all is well.");
        }

        private string ReadArtifact([Description("Relative to the plan: entity-audit.md, qa-tests/INDEX.md ...")] string path)
            => context.Read(InPlan(path)) ?? $"There is no '{path}' that this step reads.";

        private string WriteArtifact([Description("Relative to the plan: scenarios.md, qa-tests/orders/001-place.md ...")] string path, [Description("All of it.")] string content)
            => Said(context.Write(InPlan(path), content));

        private async Task<string> ProveAsync([Description("Text of the recipes.")] string recipes, CancellationToken cancellationToken)
        {
            var (proof, placement) = await context.ProveAsync(recipes, cancellationToken).ConfigureAwait(false);
            return proof.Passed ? Said(placement) : $"Not proven:\n{string.Join('\n', proof.Issues)}";
        }

        // A model may name a file as people do.
        private static string InPlan(string path) => path.StartsWith($"{PlanFolder.FolderName}/", StringComparison.Ordinal) ? path[(PlanFolder.FolderName.Length + 1)..] : path;

        private string Said(Placement placement)
        {
            var problems = string.Join('\n', placement.Problems.Select(problem => problem with { File = problem.File.Length == 0 ? "" : Path.GetRelativePath(context.Folder.Repository, problem.File).Replace('\\', '/') }));
            if (!placement.IsAccepted)
                return $"Refused. Mend all of these and write the file again:\n{problems}";
            return problems.Length == 0 ? "Accepted." : $"Accepted, with warnings:\n{problems}";
        }
    }
}

using Autonoma.AI.Budgets;
using Autonoma.AI.Failures;
using Autonoma.AI.Generation;
using Autonoma.AI.Registry;
using Autonoma.AI.Tools;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Observing;
using Microsoft.Extensions.AI;

namespace Autonoma.Engine.Deciding.Models;

/// <summary>Asks the configured model for one call of a tool, and says in plain words when it cannot be asked.</summary>
internal sealed class ModelCaller(IModelSource models)
{
    private IChatClient? _client;
    private ModelDescription? _model;

    /// <summary>Who decides, for the report.</summary>
    public string Name => _model is { } model ? $"model {model.Key}" : "model";

    /// <summary>Asks. Exactly one picture goes along, unless the model sees none.</summary>
    /// <exception cref="ModelUnavailableException">It could not be asked, or gave no answer.</exception>
    public Task<IReadOnlyList<ToolCall>> AskAsync(DecisionRequest request, string problem, IReadOnlyList<string> notes, ScreenText screen, Observation seen, IList<AITool> tools, CancellationToken cancellationToken)
        => GuardAsync(
            async () =>
            {
                _client ??= models.GetModelFor(ModelDeciderOptions.Tag);
                _model ??= _client.GetService(typeof(ModelDescription)) as ModelDescription;
                Screenshot? picture = null;
                if (request.CaptureAsync is { } capture && _model?.Capabilities.Images != false)
                    picture = await capture(cancellationToken).ConfigureAwait(false);
                if (models is ModelRun run)
                    run.Context.Add("step", request.Step.Number);
                var options = new ChatOptions { Tools = tools, ToolMode = ChatToolMode.RequireAny, AllowMultipleToolCalls = false };
                var answer = await _client.GetResponseAsync(ModelPrompt.Build(request, new(problem, notes, picture), screen, seen), options, cancellationToken).ConfigureAwait(false);
                return ToolCall.Of(answer, tools);
            },
            cancellationToken);

    /// <summary>Asks a witness.</summary>
    /// <exception cref="ModelUnavailableException">It could not be asked, or gave no answer.</exception>
    public Task<WitnessAnswer> JudgeAsync(IClaimWitness witness, string claim, Screenshot picture, CancellationToken cancellationToken)
        => GuardAsync(() => witness.JudgeAsync(claim, picture, cancellationToken), cancellationToken);

    private static async Task<T> GuardAsync<T>(Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (BudgetExceededException e)
        {
            throw new ModelUnavailableException("budget", e.Message);
        }
        catch (Exception e) when (e is ModelsClosedException or UnknownModelException)
        {
            throw new ModelUnavailableException("no-model", e.Message);
        }
        catch (ObjectGenerationFailedException e)
        {
            throw new ModelUnavailableException("model-failed", e.Message);
        }
        catch (ModelException e) when (e.Failure != ModelFailure.Cancelled || !cancellationToken.IsCancellationRequested)
        {
            throw new ModelUnavailableException(e.Failure == ModelFailure.OverBudget ? "budget" : "model-failed", e.Message);
        }
    }

    /// <summary>A decision that nothing can be decided.</summary>
    public Decision Nothing(string code, string message, string? suggestion = null)
        => new() { By = Name, Confidence = 0, Evidence = message, Unresolved = new UnresolvedReason(code, message, suggestion) };
}

/// <summary>The model could not be asked.</summary>
/// <param name="code">Stable: <c>budget</c>, <c>no-model</c>, <c>model-failed</c>.</param>
/// <param name="message">For people.</param>
internal sealed class ModelUnavailableException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}

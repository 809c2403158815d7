using Autonoma.AI.Budgets;
using Autonoma.AI.Failures;
using Autonoma.AI.Registry;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Tools;

/// <summary>A model used up its tool steps without an answer.</summary>
/// <param name="steps">How many it had.</param>
public sealed class ToolStepLimitException(int steps) : Exception($"The model called tools {steps} times and still gave no answer. Raise the limit, or give it what it looked for.");

/// <summary>Lets a model call tools until it answers. What a tool throws goes back to the model as the tool's result; a cap ends it.</summary>
public static class ToolLoop
{
    /// <summary>Steps when none are named.</summary>
    public const int DefaultSteps = 5;

    /// <summary>Asks, carries tools out, asks again, until there is an answer without calls.</summary>
    /// <param name="model">The model.</param>
    /// <param name="messages">What was said so far; calls and results are added to it.</param>
    /// <param name="options">With the tools: those that are an <see cref="AIFunction"/> are carried out.</param>
    /// <param name="maxSteps">Answers with calls that are carried out. After the last, the model is asked once more and may call none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ToolStepLimitException">It calls tools even then.</exception>
    /// <exception cref="ModelException">The model gave no answer.</exception>
    public static async Task<ChatResponse> RunAsync(IChatClient model, IList<ChatMessage> messages, ChatOptions options, int maxSteps = DefaultSteps, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(maxSteps);
        var tools = options.Tools ?? [];
        for (var step = 0; ; step++)
        {
            var last = step == maxSteps && tools.Count > 0;
            var asked = options;
            if (last)
            {
                asked = options.Clone();
                asked.ToolMode = ChatToolMode.None;
            }

            // A list of its own for each request: whoever keeps it sees what was sent.
            var response = await model.GetResponseAsync([.. messages], asked, cancellationToken).ConfigureAwait(false);
            var calls = ToolCall.Of(response, tools);
            foreach (var message in response.Messages)
                messages.Add(message);
            if (calls.Count == 0)
                return response;
            if (last || tools.Count == 0)
                throw new ToolStepLimitException(maxSteps);
            var results = new List<AIContent>();
            foreach (var call in calls)
                results.Add(new FunctionResultContent(call.Id, await InvokeAsync(call, tools, cancellationToken).ConfigureAwait(false)));
            messages.Add(new(ChatRole.Tool, results));
        }
    }

    private static async Task<object?> InvokeAsync(ToolCall call, IList<AITool> tools, CancellationToken cancellationToken)
    {
        if (call.Problem is { } problem)
            return $"Error: {problem}";
        if (tools.First(tool => tool.Name == call.Name) is not AIFunction function)
            return $"Error: '{call.Name}' cannot be carried out here.";
        try
        {
            var arguments = new AIFunctionArguments(call.Arguments.EnumerateObject().ToDictionary(argument => argument.Name, object? (argument) => argument.Value.Clone(), StringComparer.Ordinal));
            return await function.InvokeAsync(arguments, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not (OperationCanceledException or ModelException or BudgetExceededException or ModelsClosedException or OutOfMemoryException))
        {
            return $"Error: {e.Message}";
        }
    }
}

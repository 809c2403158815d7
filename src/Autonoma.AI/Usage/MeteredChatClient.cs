using System.Diagnostics;
using Autonoma.AI.Failures;
using Autonoma.AI.Registry;
using Autonoma.AI.Resilience;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Autonoma.AI.Usage;

/// <summary>Measures each request and tells monitors, the log, traces and metrics. What was said and answered goes to the log at Trace only.</summary>
internal sealed partial class MeteredChatClient(IChatClient inner, ModelDescription model, string tag, ReasoningLevel reasoning, IReadOnlyList<IModelMonitor> monitors, ModelContext context, TimeProvider time, ILogger logger) : WholeAnswerClient(inner)
{
    private readonly ILogger _logger = logger;

    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var activity = ModelDiagnostics.Source.StartActivity($"chat {model.ModelId}", ActivityKind.Client);
        activity?.SetTag("gen_ai.operation.name", "chat").SetTag("gen_ai.provider.name", model.Provider).SetTag("gen_ai.request.model", model.ModelId).SetTag("autonoma.tag", tag);
        if (_logger.IsEnabled(LogLevel.Trace))
            LogSensitive(tag, string.Join('\n', messages.Select(message => $"{message.Role}: {message.Text}")));
        var started = time.GetUtcNow();
        var from = time.GetTimestamp();
        ChatResponse? response = null;
        ModelFailure? failure = null;
        try
        {
            response = await InnerClient.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch (Exception e)
        {
            failure = e is ModelException known ? known.Failure : e is OperationCanceledException ? ModelFailure.Cancelled : ModelFailure.Unavailable;
            throw;
        }
        finally
        {
            var usage = TokenUsage.Of(response?.Usage);
            Tell(new()
            {
                Model = model,
                Tag = tag,
                Reasoning = reasoning,
                Started = started,
                Duration = time.GetElapsedTime(from),
                Usage = usage,
                Cost = failure is null ? model.Price?.CostOf(usage) : null,
                Failure = failure,
                Context = context.Snapshot(),
            });
            activity?.SetTag("gen_ai.usage.input_tokens", usage.Input).SetTag("gen_ai.usage.output_tokens", usage.Output);
            if (failure is not null)
                activity?.SetStatus(ActivityStatusCode.Error, failure.ToString());
            if (response is not null && _logger.IsEnabled(LogLevel.Trace))
                LogAnswerSensitive(tag, response.Text);
        }
    }

    private void Tell(ModelCall call)
    {
        foreach (var monitor in monitors)
        {
            try
            {
                monitor.OnCall(call);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                LogMonitor(monitor.GetType().Name, e);
            }
        }

        ModelDiagnostics.Record(call);
        if (call.Failure is { } failure)
            LogFailure(tag, model.Key, call.Duration.TotalMilliseconds, failure);
        else
            LogCall(tag, model.Key, call.Duration.TotalMilliseconds, call.Usage.Input, call.Usage.CachedInput, call.Usage.Output, call.Cost);
    }

    [LoggerMessage(LogLevel.Information, "{Tag}: {Model} answered in {Milliseconds:0} ms, {Input} tokens in ({Cached} cached), {Output} out, ${Cost}.")]
    private partial void LogCall(string tag, string model, double milliseconds, long input, long cached, long output, decimal? cost);

    [LoggerMessage(LogLevel.Warning, "{Tag}: {Model} gave no answer after {Milliseconds:0} ms: {Failure}.")]
    private partial void LogFailure(string tag, string model, double milliseconds, ModelFailure failure);

    [LoggerMessage(LogLevel.Warning, "The monitor {Monitor} failed.")]
    private partial void LogMonitor(string monitor, Exception exception);

    [LoggerMessage(LogLevel.Trace, "{Tag}: sent {Prompt}")]
    private partial void LogSensitive(string tag, string prompt);

    [LoggerMessage(LogLevel.Trace, "{Tag}: got {Answer}")]
    private partial void LogAnswerSensitive(string tag, string answer);
}

using Autonoma.AI.Failures;
using Autonoma.AI.Resilience;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Registry;

/// <summary>What every request of a model has in common: temperature, length, thinking; and what the model cannot do is said before it is asked.</summary>
internal sealed class ModelSettingsClient(IChatClient inner, ModelDescription model, ReasoningLevel reasoning, float? temperature, int maxOutputTokens) : WholeAnswerClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var read = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        var own = options?.Clone() ?? new();
        own.Temperature ??= temperature;
        own.MaxOutputTokens ??= maxOutputTokens;
        own.Reasoning ??= new() { Effort = EffortOf(reasoning) };
        Check(read, own);
        return await InnerClient.GetResponseAsync(read, own, cancellationToken).ConfigureAwait(false);
    }

    public override object? GetService(Type serviceType, object? serviceKey = null)
        => serviceKey is null && serviceType == typeof(ModelDescription) ? model : base.GetService(serviceType, serviceKey);

    private static ReasoningEffort EffortOf(ReasoningLevel level) => level switch
    {
        ReasoningLevel.None => ReasoningEffort.None,
        ReasoningLevel.Low => ReasoningEffort.Low,
        ReasoningLevel.Medium => ReasoningEffort.Medium,
        ReasoningLevel.High => ReasoningEffort.High,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "no such level"),
    };

    private void Check(IReadOnlyList<ChatMessage> messages, ChatOptions options)
    {
        if (!model.Capabilities.Tools && options.Tools is { Count: > 0 })
            throw Cannot("call tools");
        foreach (var content in messages.SelectMany(message => message.Contents))
        {
            var type = content switch { DataContent data => data.MediaType, UriContent uri => uri.MediaType, _ => "" };
            if (!model.Capabilities.Images && type.StartsWith("image/", StringComparison.Ordinal))
                throw Cannot("look at pictures");
            if (!model.Capabilities.Video && type.StartsWith("video/", StringComparison.Ordinal))
                throw Cannot("watch videos");
        }
    }

    private ModelException Cannot(string what) => new(ModelFailure.BadRequest, $"The model '{model.Key}' cannot {what}. Nothing was sent. Choose another model for this.");
}

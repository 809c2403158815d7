using Autonoma.AI.Failures;
using Microsoft.Extensions.AI;
using Polly;
using Polly.Retry;

namespace Autonoma.AI.Resilience;

/// <summary>Sends a request again when that may help: capped back-off with jitter, and the provider's own Retry-After where it gave one.</summary>
public sealed class RetryChatClient : WholeAnswerClient
{
    private readonly ResiliencePipeline<ChatResponse> _pipeline;

    /// <summary>A decorator.</summary>
    /// <param name="inner">What answers.</param>
    /// <param name="options">How often and how soon.</param>
    /// <param name="time">The clock.</param>
    /// <param name="retrying">Is told before each wait: why, which retry (from 1), how long.</param>
    public RetryChatClient(IChatClient inner, RetryOptions options, TimeProvider time, Action<ModelException, int, TimeSpan>? retrying = null) : base(inner)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = new ResiliencePipelineBuilder<ChatResponse> { TimeProvider = time };
        if (options.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<ChatResponse>
            {
                MaxRetryAttempts = options.Retries,
                Delay = options.Delay,
                MaxDelay = options.MaxDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Randomizer = options.Jitter,
                ShouldHandle = new PredicateBuilder<ChatResponse>().Handle<ModelException>(e => e.IsTransient && (e.RetryAfter is null || e.RetryAfter <= options.MaxRetryAfter)),
                DelayGenerator = arguments => new((arguments.Outcome.Exception as ModelException)?.RetryAfter),
                OnRetry = arguments =>
                {
                    if (arguments.Outcome.Exception is ModelException failure)
                        retrying?.Invoke(failure, arguments.AttemptNumber + 1, arguments.RetryDelay);
                    return default;
                },
            });
        }

        _pipeline = builder.Build();
    }

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        // Read once: a sequence that is made while it is read may differ the second time.
        var read = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        return await _pipeline.ExecuteAsync(async token => await InnerClient.GetResponseAsync(read, options, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }
}

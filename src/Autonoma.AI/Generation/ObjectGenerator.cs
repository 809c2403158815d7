using System.Text.Json;
using Autonoma.AI.Budgets;
using Autonoma.AI.Failures;
using Autonoma.AI.Registry;
using Autonoma.AI.Resilience;
using Autonoma.AI.Tools;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Generation;

/// <summary>
/// Asks a model for an object of a C# type. An answer that is not of the form is sent back with what is wrong with it, up to
/// <see cref="ObjectGeneratorOptions.Retries"/> times. Budgets, closed models and a wrong key are not tried again.
/// </summary>
/// <typeparam name="T">A record or class; see <see cref="ObjectSchema"/>.</typeparam>
public class ObjectGenerator<T>
{
    private const int LongestQuote = 2000;

    private readonly IChatClient _model;
    private readonly string _systemPrompt;
    private readonly ObjectGeneratorOptions _options;
    private readonly JsonElement _schema = ObjectSchema.Of<T>();

    /// <summary>A generator.</summary>
    /// <param name="model">The model, usually of <see cref="IModelSource.GetModelFor"/>.</param>
    /// <param name="systemPrompt">What the model is and what rules it keeps to.</param>
    /// <param name="options">Retries and limits; null for the defaults.</param>
    public ObjectGenerator(IChatClient model, string systemPrompt, ObjectGeneratorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentException.ThrowIfNullOrWhiteSpace(systemPrompt);
        _model = model;
        _systemPrompt = systemPrompt;
        _options = options ?? new();
    }

    /// <summary>Asks.</summary>
    /// <exception cref="ObjectGenerationFailedException">No object came, or none of the form.</exception>
    /// <exception cref="BudgetExceededException">A budget does not allow it.</exception>
    /// <exception cref="ModelsClosedException">No model may be asked.</exception>
    public async Task<T> GenerateAsync(GenerationInput input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        var messages = new List<ChatMessage> { new(ChatRole.System, SystemPrompt()), input.ToMessage() };
        var delay = _options.Delay;
        for (var attempt = 1; ; attempt++)
        {
            var (value, problem, cause) = await AskAsync(messages, input, attempt, cancellationToken).ConfigureAwait(false);
            if (problem is null)
                return value!;
            if (attempt > _options.Retries)
                throw new ObjectGenerationFailedException($"The model gave no {typeof(T).Name} in {attempt} tries. The last time: {problem}", attempt, cause);
            await Task.Delay(delay, _options.Time, cancellationToken).ConfigureAwait(false);
            delay *= _options.Backoff;
        }
    }

    /// <summary>What is wrong with an object that has the form, in words the model can mend it by; null for nothing.</summary>
    protected virtual string? Check(T value) => null;

    private async Task<(T? Value, string? Problem, Exception? Cause)> AskAsync(List<ChatMessage> messages, GenerationInput input, int attempt, CancellationToken cancellationToken)
    {
        var said = messages.Count;
        ChatResponse response;
        try
        {
            response = await ToolLoop.RunAsync(_model, messages, Request(input), _options.MaxToolSteps, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ModelException { IsTransient: true } or HttpRequestException && _model.GetService<RetryChatClient>() is null && attempt <= _options.Retries)
        {
            messages.RemoveRange(said, messages.Count - said);
            return (default, e.Message, e);
        }
        catch (ModelException e) when (e.Failure != ModelFailure.Cancelled)
        {
            throw new ObjectGenerationFailedException($"The model gave no {typeof(T).Name}: {e.Message}", attempt, e);
        }
        catch (ToolStepLimitException e)
        {
            throw new ObjectGenerationFailedException($"The model gave no {typeof(T).Name}: {e.Message}", attempt, e);
        }

        if (response.FinishReason == ChatFinishReason.ContentFilter)
            throw new ObjectGenerationFailedException($"The model gave no {typeof(T).Name}: a filter of the provider took its answer away.", attempt, new ModelException(ModelFailure.Refused, "The provider filtered the answer."));
        var (value, problem, cause) = Read(response);
        if (problem is null)
            return (value, null, null);
        var cut = response.FinishReason == ChatFinishReason.Length ? " The answer was cut off because it was too long: answer shorter." : "";
        // The answer stays, so that the model sees what it did; a provider may refuse an empty one.
        messages.RemoveRange(said, messages.Count - said);
        if (response.Text.Trim() is { Length: > 0 } text)
            messages.Add(new(ChatRole.Assistant, text.Length > LongestQuote ? text[..LongestQuote] : text));
        messages.Add(new(ChatRole.User, $"That is not what was asked for: {problem}{cut} Answer again, with the JSON object alone."));
        return (default, problem + cut, cause);
    }

    private (T? Value, string? Problem, Exception? Cause) Read(ChatResponse response)
    {
        var reply = response.Text;
        if (string.IsNullOrWhiteSpace(reply))
            return (default, "The answer is empty.", null);
        if (ReplyJson.Find(reply) is not { } json)
            return (default, "There is no whole JSON object in the answer.", null);
        try
        {
            using var document = JsonDocument.Parse(json, ReplyJson.Lenient);
            var value = ReplyJson.WithoutNul(document.RootElement).Deserialize<T>(ObjectSchema.Serializer);
            return value is null ? (default, "The answer is null.", null) : (value, Check(value), null);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or ArgumentException)
        {
            return (default, e.Message, e);
        }
    }

    private ChatOptions Request(GenerationInput input) => new()
    {
        MaxOutputTokens = _options.MaxOutputTokens,
        Tools = input.Tools.Count == 0 ? null : [.. input.Tools],
        ResponseFormat = Form switch
        {
            StructuredOutput.Schema => ChatResponseFormat.ForJsonSchema(_schema, SchemaName),
            StructuredOutput.JsonObject => ChatResponseFormat.Json,
            StructuredOutput.Prompt => null,
            var other => throw new InvalidOperationException($"No request is known for {other}."),
        },
    };

    private StructuredOutput Form => _model.GetService<ModelDescription>()?.Capabilities.StructuredOutput ?? StructuredOutput.Schema;

    // Providers take letters, digits, _ and - only.
    private static string SchemaName => new([.. typeof(T).Name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]);

    private string SystemPrompt() => Form == StructuredOutput.Schema ? _systemPrompt
        : $"{_systemPrompt}\n\nAnswer with one JSON object and nothing else. It must fit this JSON Schema:\n{_schema.GetRawText()}";
}

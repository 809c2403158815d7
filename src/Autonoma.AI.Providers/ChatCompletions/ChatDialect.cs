using Microsoft.Extensions.AI;

namespace Autonoma.AI.Providers.ChatCompletions;

/// <summary>In what a service that speaks OpenAI's protocol differs from OpenAI.</summary>
internal sealed record ChatDialect
{
    /// <summary>The longest answer is called <c>max_tokens</c>, the old name, instead of <c>max_completion_tokens</c>.</summary>
    public bool OldMaxTokens { get; init; }

    /// <summary>Schemas may be sent as strict: the service then keeps to them by construction.</summary>
    public Func<string, bool> StrictSchemas { get; init; } = _ => true;

    /// <summary>A form of the answer and tools can be asked for together; otherwise the form is described in words when there are tools.</summary>
    public bool FormWithTools { get; init; } = true;

    /// <summary>The path of the field for thinking and its value; null to send none. Given the model and the effort.</summary>
    public Func<string, ReasoningEffort, (string Path, string Value)?> Reasoning { get; init; } = (_, _) => null;

    /// <summary>Whether a temperature is taken by the model.</summary>
    public Func<string, bool> TakesTemperature { get; init; } = _ => true;

    /// <summary>OpenAI itself and Azure. Reference: platform.openai.com/docs/api-reference/chat/create, <c>reasoning_effort</c>.</summary>
    public static ChatDialect OpenAI { get; } = new()
    {
        Reasoning = (model, effort) => ReasoningModel.Of(model) switch
        {
            ReasoningFamily.None => null,
            ReasoningFamily.CanStop => ("$.reasoning_effort", Word(effort, "none")),
            ReasoningFamily.CanBeMinimal => ("$.reasoning_effort", Word(effort, "minimal")),
            _ => ("$.reasoning_effort", Word(effort, "low")),
        },
        TakesTemperature = model => ReasoningModel.Of(model) == ReasoningFamily.None,
    };

    /// <summary>Reference: console.groq.com/docs/reasoning (gpt-oss: low, medium, high; qwen3: none, default) and /docs/structured-outputs (strict for gpt-oss; not together with tools).</summary>
    public static ChatDialect Groq { get; } = new()
    {
        FormWithTools = false,
        StrictSchemas = model => model.Contains("gpt-oss", StringComparison.OrdinalIgnoreCase),
        Reasoning = (model, effort) =>
            model.Contains("gpt-oss", StringComparison.OrdinalIgnoreCase) ? ("$.reasoning_effort", Word(effort, "low"))
            : model.Contains("qwen3", StringComparison.OrdinalIgnoreCase) || model.Contains("qwen-3", StringComparison.OrdinalIgnoreCase) ? ("$.reasoning_effort", effort == ReasoningEffort.None ? "none" : "default")
            : null,
    };

    /// <summary>One form for all models behind it. Reference: openrouter.ai/docs/use-cases/reasoning-tokens, <c>reasoning.effort</c> with <c>none</c>.</summary>
    public static ChatDialect OpenRouter { get; } = new() { OldMaxTokens = true, Reasoning = (_, effort) => ("$.reasoning.effort", Word(effort, "none")) };

    /// <summary>Reference: docs.ollama.com/api/openai-compatibility: <c>max_tokens</c>, <c>reasoning_effort</c>. Models that do not think refuse the latter.</summary>
    public static ChatDialect Ollama { get; } = new()
    {
        OldMaxTokens = true,
        StrictSchemas = _ => false,
        Reasoning = (model, effort) => ReasoningModel.ThinksLocally(model) ? ("$.reasoning_effort", Word(effort, "none")) : null,
    };

    /// <summary>A server of unknown make: only what the oldest of them take.</summary>
    public static ChatDialect Compatible { get; } = new()
    {
        OldMaxTokens = true,
        StrictSchemas = _ => false,
        Reasoning = (model, effort) => ReasoningModel.ThinksLocally(model) && effort != ReasoningEffort.None ? ("$.reasoning_effort", Word(effort, "low")) : null,
    };

    private static string Word(ReasoningEffort effort, string none) => effort switch
    {
        ReasoningEffort.None => none,
        ReasoningEffort.Low => "low",
        ReasoningEffort.Medium => "medium",
        _ => "high",
    };
}

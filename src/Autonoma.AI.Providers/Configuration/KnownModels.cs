using Autonoma.AI.Pricing;
using Autonoma.AI.Registry;

namespace Autonoma.AI.Providers.Configuration;

/// <summary>Prices and abilities of some models. Prices are dollars per million tokens as they were published when this was written; <c>modelPrices</c> sets others.</summary>
internal static class KnownModels
{
    private static readonly Dictionary<string, ModelPrice> Prices = new(StringComparer.OrdinalIgnoreCase)
    {
        ["gemini/gemini-3-flash-preview"] = new(0.50m, 3.00m, 0.05m),
        ["gemini/gemini-2.5-pro"] = new(1.25m, 10.00m, 0.125m),
        ["gemini/gemini-2.5-flash"] = new(0.30m, 2.50m, 0.03m),
        ["gemini/gemini-2.5-flash-lite"] = new(0.10m, 0.40m, 0.01m),
        ["groq/openai/gpt-oss-120b"] = new(0.15m, 0.60m, 0.075m),
        ["groq/openai/gpt-oss-20b"] = new(0.075m, 0.30m, 0.0375m),
        ["openrouter/mistralai/ministral-8b-2512"] = new(0.15m, 0.15m),
        ["openrouter/google/gemini-3-flash-preview"] = new(0.50m, 3.00m, 0.05m),
        ["openai/gpt-5"] = new(1.25m, 10.00m, 0.125m),
        ["openai/gpt-5-mini"] = new(0.25m, 2.00m, 0.025m),
        ["openai/gpt-5-nano"] = new(0.05m, 0.40m, 0.005m),
        ["openai/gpt-4.1"] = new(2.00m, 8.00m, 0.50m),
        ["openai/gpt-4.1-mini"] = new(0.40m, 1.60m, 0.10m),
        ["anthropic/claude-opus-4-5"] = new(5.00m, 25.00m, 0.50m),
        ["anthropic/claude-sonnet-4-5"] = new(3.00m, 15.00m, 0.30m),
        ["anthropic/claude-haiku-4-5"] = new(1.00m, 5.00m, 0.10m),
    };

    // The names of the hosted product, for people who come from there.
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.Ordinal)
    {
        ["GEMINI_3_FLASH_PREVIEW"] = "gemini/gemini-3-flash-preview",
        ["MINISTRAL_8B"] = "openrouter/mistralai/ministral-8b-2512",
        ["GPT_OSS_120B"] = "groq/openai/gpt-oss-120b",
    };

    // They read text and nothing else; all others are taken to see.
    private static readonly string[] Blind = ["gpt-oss", "llama-3.1", "llama-3.3", "deepseek", "qwen3-32b", "kimi-k2", "o3-mini", "o1-mini"];

    public static IReadOnlyDictionary<string, ModelPrice> All => Prices;

    public static string NameOf(string name) => OtherNames.GetValueOrDefault(name, name);

    public static ModelPrice? PriceOf(string provider, string model) => Prices.GetValueOrDefault($"{provider}/{model}") ?? (provider == "ollama" ? ModelPrice.Free : null);

    public static ModelCapabilities CapabilitiesOf(string provider, string model) => new()
    {
        Images = !Blind.Any(word => model.Contains(word, StringComparison.OrdinalIgnoreCase)),
        Video = provider == "gemini",
        // console.groq.com/docs/structured-outputs: schemas for a few models, some JSON object for all
        StructuredOutput = provider == "groq" && !((string[])["gpt-oss", "kimi-k2", "llama-4"]).Any(word => model.Contains(word, StringComparison.OrdinalIgnoreCase)) ? StructuredOutput.JsonObject : StructuredOutput.Schema,
    };
}

namespace Autonoma.AI.Providers.Configuration;

/// <summary>A service that serves models, and how it is found.</summary>
/// <param name="Name">What stands before the slash: <c>groq</c> in <c>groq/openai/gpt-oss-120b</c>.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Address">Where it is; null when that must be said.</param>
/// <param name="KeyVariables">Environment variables that may hold the key; the first that is set counts. A variable of the same name with <c>_FILE</c> behind it names a file that holds it.</param>
/// <param name="AddressVariables">Environment variables that may hold the address.</param>
/// <param name="Example">A model, as people would write it.</param>
public sealed record Provider(string Name, string Title, Uri? Address, IReadOnlyList<string> KeyVariables, IReadOnlyList<string> AddressVariables, string Example)
{
    /// <summary>Whether it answers without a key.</summary>
    public bool WorksWithoutKey { get; init; }

    /// <summary>Every provider, in the order of the documentation.</summary>
    public static IReadOnlyList<Provider> All { get; } =
    [
        new("gemini", "Google Gemini", new("https://generativelanguage.googleapis.com/v1beta/"), ["GEMINI_API_KEY", "GOOGLE_API_KEY"], [], "gemini/gemini-3-flash-preview"),
        new("groq", "Groq", new("https://api.groq.com/openai/v1"), ["GROQ_KEY", "GROQ_API_KEY"], [], "groq/openai/gpt-oss-120b"),
        new("openrouter", "OpenRouter", new("https://openrouter.ai/api/v1"), ["OPENROUTER_API_KEY"], [], "openrouter/mistralai/ministral-8b-2512"),
        new("openai", "OpenAI", new("https://api.openai.com/v1"), ["OPENAI_API_KEY"], ["OPENAI_BASE_URL"], "openai/gpt-5-mini"),
        new("anthropic", "Anthropic", new("https://api.anthropic.com"), ["ANTHROPIC_API_KEY"], ["ANTHROPIC_BASE_URL"], "anthropic/claude-sonnet-4-5"),
        new("azure", "Azure OpenAI", null, ["AZURE_OPENAI_API_KEY"], ["AZURE_OPENAI_ENDPOINT"], "azure/my-deployment"),
        new("ollama", "Ollama", new("http://localhost:11434/v1"), ["OLLAMA_API_KEY"], ["OLLAMA_HOST"], "ollama/qwen3-vl") { WorksWithoutKey = true },
        new("compatible", "Any server with OpenAI's protocol", null, ["AUTONOMA_MODEL_API_KEY"], ["AUTONOMA_MODEL_URL"], "compatible/my-model") { WorksWithoutKey = true },
    ];
}

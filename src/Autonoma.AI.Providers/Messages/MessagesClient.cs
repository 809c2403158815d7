using System.Globalization;
using System.Text.RegularExpressions;
using Anthropic;
using Anthropic.Core;
using Autonoma.AI.Providers.Connecting;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Providers.Messages;

/// <summary>A model behind Anthropic's messages, through Anthropic's own library.</summary>
internal sealed partial class MessagesClient : ProviderClient
{
    private const int MaxTokensWhereNoneIsSaid = 8192;

    // The library's thinking of the older kind begins at 1024 tokens, and the answer must be longer than that.
    private const int LeastForThinking = 2048;

    private readonly AnthropicClient _library;
    private readonly IChatClient _client;

    public MessagesClient(ProviderConnection connection, string model) : base(connection, model)
    {
        _library = new(new ClientOptions
        {
            ApiKey = connection.Key?.Reveal(),
            BaseUrl = connection.Address.ToString().TrimEnd('/'),
            HttpClient = Http,
            MaxRetries = 0, // retries, budgets and time limits are ours
            Timeout = TimeSpan.FromHours(1),
        });
        _client = _library.AsIChatClient(model, MaxTokensWhereNoneIsSaid, IsAdaptive(model) ? AnthropicThinkingMode.Adaptive : AnthropicThinkingMode.Extended);
    }

    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = AsTaken(options);
        return ProviderCall.RunAsync(Connection, Model, () => _client.GetResponseAsync(messages, asked, cancellationToken), cancellationToken);
    }

    // A model that thinks may not be made to call a tool, and its answer must be longer than its thoughts: both are refused with 400
    // (docs.anthropic.com/en/docs/build-with-claude/extended-thinking). What a caller insists on is the tool.
    private static ChatOptions? AsTaken(ChatOptions? options)
    {
        if (options is not { Reasoning.Effort: not null and not ReasoningEffort.None })
            return options;
        var isForced = options.ToolMode is RequiredChatToolMode && options.Tools is { Count: > 0 };
        if (!isForced && options.MaxOutputTokens is not < LeastForThinking)
            return options;
        var asked = options.Clone();
        if (isForced)
            asked.Reasoning = new() { Effort = ReasoningEffort.None };
        else
            asked.MaxOutputTokens = LeastForThinking;
        return asked;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _client.Dispose();
            _library.Dispose();
        }

        base.Dispose(disposing);
    }

    // From 4.6 on a model decides itself how long to think, within an effort; older ones are told a number of tokens.
    internal static bool IsAdaptive(string model)
    {
        if (Version().Match(model) is not { Success: true } version)
            return !model.Contains("claude-3", StringComparison.Ordinal);
        var major = int.Parse(version.Groups[1].Value, CultureInfo.InvariantCulture);
        var minor = version.Groups[2].Success ? int.Parse(version.Groups[2].Value, CultureInfo.InvariantCulture) : 0;
        return major > 4 || (major == 4 && minor >= 6);
    }

    // claude-sonnet-4-6, claude-opus-4-5-20251101, claude-sonnet-4-20250514, claude-haiku-5: a version is one or two digits, a date eight
    [GeneratedRegex(@"^claude-[a-z]+-(\d{1,2})(?:[-.](\d{1,2}))?(?!\d)")]
    private static partial Regex Version();
}

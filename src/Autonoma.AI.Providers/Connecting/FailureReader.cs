using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Autonoma.AI.Failures;

namespace Autonoma.AI.Providers.Connecting;

/// <summary>
/// Reads a refusal of any provider. The shapes: OpenAI and its kin <c>{"error":{"message","type","code"}}</c>, Anthropic
/// <c>{"type":"error","error":{"type","message","details":{"error_code"}}}</c>, Google <c>{"error":{"code","message","status","details":[...]}}</c>
/// (sometimes in an array), Ollama <c>{"error":"text"}</c> or OpenAI's, and HTML of a proxy.
/// </summary>
internal static partial class FailureReader
{
    private const int LongestQuote = 300;

    // 429 and 400 that no wait mends: the money is spent.
    private static readonly string[] OutOfMoney = ["insufficient_quota", "credit_balance_exhausted", "billing_hard_limit_reached", "enforced_spend_limit_reached", "billing_error", "credit balance is too low"];

    public static ModelException Read(ProviderConnection connection, string model, int status, byte[] body, HttpResponseHeaders headers)
    {
        var error = Error(body);
        var said = Shorten(connection, error is { } known ? Text(known, "message") ?? (known.ValueKind == JsonValueKind.String ? known.GetString()! : "") : "");
        var failure = Kind(status, error, said);
        var quote = said.Length > 0 ? $" It says: {said}" : "";
        return new(failure, Message(connection, model, status, failure) + quote) { Status = status, RetryAfter = RetryAfter(headers, error, connection.Time) };
    }

    private static ModelFailure Kind(int status, JsonElement? error, string said)
    {
        var code = error is { } e ? string.Join(' ', Text(e, "code"), Text(e, "type"), Text(e, "status"), e.ValueKind == JsonValueKind.Object && e.TryGetProperty("details", out var details) && details.ValueKind == JsonValueKind.Object ? Text(details, "error_code") : "") : "";
        if (status is 400 or 402 or 429 && OutOfMoney.Any(word => code.Contains(word, StringComparison.OrdinalIgnoreCase) || said.Contains(word, StringComparison.OrdinalIgnoreCase)))
            return ModelFailure.OutOfCredit;
        // Google refuses a wrong key with 400.
        if (status == 400 && said.Contains("API key not valid", StringComparison.OrdinalIgnoreCase))
            return ModelFailure.Unauthorized;
        // OpenAI's kin say with 400 that a filter stopped the prompt.
        if (status is 400 or 403 && (code.Contains("content_filter", StringComparison.OrdinalIgnoreCase) || code.Contains("content_policy", StringComparison.OrdinalIgnoreCase)))
            return ModelFailure.Refused;
        // Groq says with 400 that the model did not keep to the form; the next answer may.
        if (status == 400 && (code.Contains("json_validate_failed", StringComparison.Ordinal) || code.Contains("tool_use_failed", StringComparison.Ordinal)))
            return ModelFailure.BadReply;
        return status switch
        {
            401 or 403 => ModelFailure.Unauthorized,
            402 => ModelFailure.OutOfCredit,
            408 or 504 => ModelFailure.TimedOut,
            429 => ModelFailure.RateLimited,
            409 or 425 or 498 or >= 500 => ModelFailure.Unavailable,
            _ => ModelFailure.BadRequest,
        };
    }

    private static string Message(ProviderConnection connection, string model, int status, ModelFailure failure) => failure switch
    {
        ModelFailure.Unauthorized when connection.Key is null => $"{connection.Provider} wants a key ({status}), and {connection.KeySource} is not set.",
        ModelFailure.Unauthorized => $"{connection.Provider} does not accept the key in {connection.KeySource} for '{model}' ({status}). Check that it is the whole key, of the right account, and may use the model.",
        ModelFailure.OutOfCredit => $"The account at {connection.Provider} has no credit left ({status}).",
        ModelFailure.RateLimited => $"{connection.Provider} gets too many requests ({status}).",
        ModelFailure.TimedOut => $"{connection.Provider} did not answer in time ({status}).",
        ModelFailure.Unavailable => $"{connection.Provider} is out or overloaded ({status}).",
        ModelFailure.Refused => $"A filter of {connection.Provider} refuses the request ({status}).",
        ModelFailure.BadReply => $"'{model}' did not keep to the form that was asked for ({status}).",
        _ when status < 400 => $"{connection.Provider} at {connection.Address} points to another address ({status}), which is not followed, for the key would go along. Set the right address.",
        _ when status == 404 => $"{connection.Provider} has no model '{model}' at {connection.Address} ({status}). Check its name, and the address.",
        _ when status == 413 => $"The request is too large for {connection.Provider} ({status}).",
        _ => $"{connection.Provider} does not take the request to '{model}' ({status}).",
    };

    // Providers quote keys, requests and whole pages; a message needs a sentence.
    private static string Shorten(ProviderConnection connection, string text)
    {
        var line = Blanks().Replace(connection.Key?.Redact(text) ?? text, " ").Trim();
        line = KeyLike().Replace(line, "***");
        return line.Length > LongestQuote ? line[..LongestQuote] + "..." : line;
    }

    private static TimeSpan? RetryAfter(HttpResponseHeaders headers, JsonElement? error, TimeProvider time)
    {
        if (headers.TryGetValues("retry-after-ms", out var milliseconds) && double.TryParse(milliseconds.First(), NumberStyles.Float, CultureInfo.InvariantCulture, out var ms) && ms is >= 0 and < 1e9)
            return TimeSpan.FromMilliseconds(ms);
        if (headers.RetryAfter is { Delta: { } delta })
            return delta;
        if (headers.RetryAfter is { Date: { } date })
            return date > time.GetUtcNow() ? date - time.GetUtcNow() : TimeSpan.Zero;
        // Google: details[].retryDelay "34.07s"
        if (error is { ValueKind: JsonValueKind.Object } e && e.TryGetProperty("details", out var details) && details.ValueKind == JsonValueKind.Array)
        {
            foreach (var detail in details.EnumerateArray())
            {
                if (Text(detail, "retryDelay") is { } delay && delay.EndsWith('s') && double.TryParse(delay[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 1e6)
                    return TimeSpan.FromSeconds(seconds);
            }
        }

        return null;
    }

    private static JsonElement? Error(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root is { ValueKind: JsonValueKind.Array } && root.GetArrayLength() > 0)
                root = root[0];
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("error", out var error) ? error.Clone() : root.ValueKind == JsonValueKind.Object ? root.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : null;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    // sk-..., gsk_..., AIza..., sk-or-..., sk-ant-...: also a part of a key that a provider quotes with stars in it
    [GeneratedRegex(@"\b(?:sk|gsk|AIza)[-_A-Za-z0-9*]{6,}")]
    private static partial Regex KeyLike();
}

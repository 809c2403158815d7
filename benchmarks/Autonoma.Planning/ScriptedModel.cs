using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Autonoma.Planning;

/// <summary>
/// A model on loopback that knows a finished plan by heart and writes it again, file by file, with the tools that it is given. At each step it
/// begins with something wrong, and goes on only when that came back with the code of the rule that it breaks.
/// </summary>
internal sealed partial class ScriptedModel : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly FinishedPlan _plan;
    private readonly ConcurrentDictionary<int, Queue<Turn>> _turns = new();
    private readonly ConcurrentDictionary<int, string> _sentBack = new();
    private readonly ConcurrentQueue<string> _surprises = new();
    private int _requests;

    private ScriptedModel(WebApplication app, FinishedPlan plan) => (_app, _plan) = (app, plan);

    /// <summary>Address of its interface.</summary>
    public string Url { get; private set; } = "";

    /// <summary>What the wrong attempt at each step was sent back with.</summary>
    public IReadOnlyDictionary<int, string> SentBack => _sentBack;

    /// <summary>Answers of tools that were not those that were to be expected.</summary>
    public IReadOnlyCollection<string> Surprises => _surprises;

    public int Requests => _requests;

    public static async Task<ScriptedModel> StartAsync(FinishedPlan plan)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = null);
        var app = builder.Build();
        var model = new ScriptedModel(app, plan);
        app.MapPost("/v1/chat/completions", model.AnswerAsync);
        await app.StartAsync();
        model.Url = app.Urls.First() + "/v1";
        return model;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var request = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!;
        var number = Interlocked.Increment(ref _requests);
        var messages = request["messages"]!.AsArray().Select(message => message!).ToList();
        var texts = messages.Select(TextOf).ToList();
        var message = Step().Match(string.Join('\n', texts)) is { Success: true } step
            ? Next(int.Parse(step.Groups[1].Value, CultureInfo.InvariantCulture), texts[^1], number)
            : Judge(texts);
        await context.Response.WriteAsJsonAsync(new JsonObject
        {
            ["id"] = $"chatcmpl-{number}", ["object"] = "chat.completion", ["created"] = 1_790_000_000, ["model"] = "scripted",
            ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = message["tool_calls"] is null ? "stop" : "tool_calls" }),
            ["usage"] = new JsonObject { ["prompt_tokens"] = 100, ["completion_tokens"] = 10, ["total_tokens"] = 110 },
        }, context.RequestAborted);
    }

    private JsonObject Next(int step, string answer, int number)
    {
        var turns = _turns.GetOrAdd(step, _ => new([.. _plan.TurnsOf(step), new Turn("", new JsonObject(), Expects: "")]));
        lock (turns)
        {
            if (turns.Count == 0)
                return Say("There is nothing more that I know.");
            var turn = turns.Dequeue();
            if (turn.Expects.Length > 0 && !answer.Contains(turn.Expects, StringComparison.Ordinal))
                _surprises.Enqueue($"step {step}: asked for \"{turn.Expects}\", the tool said: {Report.Short(answer)}");
            else if (turn.IsAfterWrong && Code().Match(answer) is { Success: true } code)
                _sentBack[step] = code.Value;
            return turn.Tool.Length == 0 ? Say("Done.") : new()
            {
                ["role"] = "assistant", ["content"] = null,
                ["tool_calls"] = new JsonArray(new JsonObject { ["id"] = $"call_{number}", ["type"] = "function", ["function"] = new JsonObject { ["name"] = turn.Tool, ["arguments"] = turn.Arguments.ToJsonString() } }),
            };
        }
    }

    // The judges of factories ask with nothing but their question: the code is that of the plan that was made by rules, and faithful.
    private static JsonObject Judge(IReadOnlyList<string> texts) => Say(JsonSerializer.Serialize(new
    {
        model = JudgedModel().Match(string.Join('\n', texts)).Groups[1].Value,
        criteria = Enumerable.Range(1, 4).Select(id => new { id, reason = "The audited function is called.", status = "pass" }),
        fixHint = "",
    }));

    private static JsonObject Say(string text) => new() { ["role"] = "assistant", ["content"] = text };

    private static string TextOf(JsonNode message) => message["content"] switch
    {
        JsonArray parts => string.Join('\n', parts.Select(part => part?["text"]?.GetValue<string>())),
        JsonValue text => text.GetValue<string>(),
        _ => "",
    };

    [GeneratedRegex(@"Do step (\d) of the plan")]
    private static partial Regex Step();

    [GeneratedRegex(@"^# Model: (\S+)", RegexOptions.Multiline)]
    private static partial Regex JudgedModel();

    [GeneratedRegex(@"\b[A-Z]{2}\d{3}\b")]
    private static partial Regex Code();
}

/// <summary>One call of a tool.</summary>
/// <param name="Tool">Name; empty for the end of the step.</param>
/// <param name="Arguments">What it is called with.</param>
/// <param name="Expects">What the answer before it must say; empty for anything.</param>
/// <param name="IsAfterWrong">Whether that answer is the one to the wrong attempt.</param>
internal sealed record Turn(string Tool, JsonObject Arguments, string Expects, bool IsAfterWrong = false);

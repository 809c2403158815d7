using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Autonoma.TestKit.Environments;

/// <summary>
/// An Environment Factory over real HTTP, written by hand from the wire alone: it shares no code with the SDK or the client, so that neither can
/// hide a mistake of the other. Its rows are its database.
/// </summary>
public sealed class WireEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _ids;

    private WireEndpoint(WebApplication app) => _app = app;

    /// <summary>Address of the endpoint.</summary>
    public Uri Url { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Verifies requests.</summary>
    public string SharedSecret { get; } = "shared-secret-of-the-tests";

    /// <summary>Signs tokens.</summary>
    public string SigningSecret { get; } = "signing-secret-of-the-tests";

    /// <summary>Whether it speaks protocol 2.0.</summary>
    public bool IsVersion2 { get; set; }

    /// <summary>What <c>auth</c> of an answer is; <c>$user</c> is replaced by the first user's email.</summary>
    public string Auth { get; set; } = """{"cookies":[{"name":"session","value":"for-$user","httpOnly":true,"sameSite":"lax","path":"/"}],"headers":{"x-tenant":"$user"},"credentials":{"email":"$user","password":"pass-$user"}}""";

    /// <summary>The rows: id to model, run and fields.</summary>
    public ConcurrentDictionary<string, (string Model, string Run, JsonObject Fields)> Rows { get; } = new(StringComparer.Ordinal);

    /// <summary>Every body that came, with its action.</summary>
    public ConcurrentQueue<(string Action, JsonObject Body)> Requests { get; } = [];

    /// <summary>Answers instead of the endpoint when it returns true; told the action and the body.</summary>
    public Func<string, HttpContext, JsonObject, Task<bool>> Instead { get; set; } = (_, _, _) => Task.FromResult(false);

    /// <summary>Called after rows were created and before the answer is sent.</summary>
    public Func<HttpContext, Task> BeforeUpAnswer { get; set; } = _ => Task.CompletedTask;

    /// <summary>Starts one on a port of its own, or on a given one.</summary>
    public static async Task<WireEndpoint> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        var endpoint = new WireEndpoint(app);
        app.Run(endpoint.AnswerAsync);
        await app.StartAsync();
        endpoint.Url = new Uri(app.Urls.First() + "/api/autonoma");
        return endpoint;
    }

    /// <summary>Sends a failure as SDKs do.</summary>
    public static Task FailAsync(HttpContext context, int status, string code, string error) => WriteAsync(context, status, new JsonObject { ["error"] = error, ["code"] = code });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer);
        var bytes = buffer.ToArray();
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(SharedSecret), bytes));
        if (context.Request.Headers["x-signature"].ToString() != expected)
        {
            await FailAsync(context, 401, "INVALID_SIGNATURE", "Invalid signature");
            return;
        }

        var body = JsonNode.Parse(bytes)!.AsObject();
        var action = body["action"]!.GetValue<string>();
        Requests.Enqueue((action, (JsonObject)body.DeepClone()));
        if (await Instead(action, context, body))
            return;
        await (action switch
        {
            "discover" => WriteAsync(context, 200, Discover()),
            "up" => UpAsync(context, body),
            "down" => DownAsync(context, body),
            _ => FailAsync(context, 400, "UNKNOWN_ACTION", $"Unknown action: {action}"),
        });
    }

    private JsonObject Discover()
    {
        var answer = Envelope();
        if (IsVersion2)
            answer["scenarios"] = JsonNode.Parse("""[{"name":"standard","description":"A workspace"},{"name":"empty","description":"Nothing"}]""");
        else
        {
            answer["schema"] = JsonNode.Parse("""
                {"models":[
                  {"name":"Workspace","tableName":"workspace","fields":[{"name":"id","type":"string","isRequired":false,"isId":true,"hasDefault":true},{"name":"name","type":"string","isRequired":true,"isId":false,"hasDefault":false},{"name":"seats","type":"integer","isRequired":false,"isId":false,"hasDefault":false}]},
                  {"name":"User","tableName":"user","fields":[{"name":"id","type":"string","isRequired":false,"isId":true,"hasDefault":true},{"name":"email","type":"string","isRequired":true,"isId":false,"hasDefault":false},{"name":"workspaceId","type":"string","isRequired":true,"isId":false,"hasDefault":false}]}
                ],"edges":[],"relations":[],"scopeField":"workspaceId"}
                """);
        }

        return answer;
    }

    private async Task UpAsync(HttpContext context, JsonObject body)
    {
        var run = body["testRunId"]!.GetValue<string>();
        var create = IsVersion2 ? JsonNode.Parse($$"""{"Workspace":[{"name":"{{body["scenario"]!["name"]}}"}],"User":[{"email":"{{run}}@example.com"}]}""")!.AsObject() : body["create"]!.AsObject();
        var refs = new JsonObject();
        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (model, records) in create)
        {
            var list = new JsonArray();
            foreach (var record in records!.AsArray())
            {
                var fields = (JsonObject)record!.DeepClone();
                var id = $"{model.ToLowerInvariant()}_{Interlocked.Increment(ref _ids)}";
                if (fields["_alias"] is { } alias)
                    aliases[alias.GetValue<string>()] = id;
                fields.Remove("_alias");
                foreach (var (name, value) in fields.ToList())
                {
                    if (value is JsonObject reference && reference["_ref"] is { } target)
                        fields[name] = aliases[target.GetValue<string>()];
                }

                fields["id"] = id;
                Rows[id] = (model, run, fields);
                list.Add(fields.DeepClone());
            }

            refs[model] = list;
        }

        var user = refs["User"]?[0]?["email"]?.GetValue<string>() ?? "nobody";
        var answer = Envelope();
        answer["auth"] = JsonNode.Parse(Auth.Replace("$user", user, StringComparison.Ordinal));
        var token = Sign(new JsonObject { ["refs"] = refs.DeepClone(), ["testRunId"] = run, ["environment"] = IsVersion2 ? body["scenario"]!["name"]!.DeepClone() : "" });
        if (IsVersion2)
        {
            answer["teardownToken"] = token;
            answer["expiresInSeconds"] = 3600;
        }
        else
        {
            answer["refs"] = refs;
            answer["refsToken"] = token;
        }

        await BeforeUpAnswer(context);
        await WriteAsync(context, 200, answer);
    }

    private async Task DownAsync(HttpContext context, JsonObject body)
    {
        var name = IsVersion2 ? "teardownToken" : "refsToken";
        if (body[name]?.GetValue<string>() is not { Length: > 0 } token)
        {
            await FailAsync(context, 400, "INVALID_BODY", $"missing {name}");
            return;
        }

        var parts = token.Split('.');
        if (parts.Length != 3 || parts[2] != Mac($"{parts[0]}.{parts[1]}"))
        {
            await FailAsync(context, 403, IsVersion2 ? "INVALID_TEARDOWN_TOKEN" : "INVALID_REFS_TOKEN", "Invalid refs token: signature mismatch");
            return;
        }

        var payload = JsonNode.Parse(FromBase64Url(parts[1]))!;
        if (IsVersion2)
        {
            // The app's own teardown: everything of the run.
            foreach (var (id, _) in Rows.Where(row => row.Value.Run == payload["testRunId"]!.GetValue<string>()))
                Rows.TryRemove(id, out _);
        }
        else
        {
            foreach (var record in payload["refs"]!.AsObject().SelectMany(model => model.Value!.AsArray()))
                Rows.TryRemove(record!["id"]!.GetValue<string>(), out _);
        }

        var answer = Envelope();
        answer["ok"] = true;
        await WriteAsync(context, 200, answer);
    }

    private JsonObject Envelope() => new() { ["version"] = IsVersion2 ? "2.0" : "1.0", ["sdk"] = new JsonObject { ["language"] = "by-hand", ["orm"] = "unknown", ["server"] = "web" } };

    private string Sign(JsonObject payload)
    {
        var signed = $"{Base64Url("""{"alg":"HS256","typ":"REFS"}"""u8)}.{Base64Url(Encoding.UTF8.GetBytes(payload.ToJsonString()))}";
        return $"{signed}.{Mac(signed)}";
    }

    private string Mac(string text) => Base64Url(HMACSHA256.HashData(Encoding.UTF8.GetBytes(SigningSecret), Encoding.ASCII.GetBytes(text)));

    private static string Base64Url(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static byte[] FromBase64Url(string text) => Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '='));

    private static async Task WriteAsync(HttpContext context, int status, JsonObject answer)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.ToJsonString());
    }
}

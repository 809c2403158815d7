using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Language;

namespace Autonoma.Cli.Remote;

/// <summary>Speaks to a server as docs/reference/openapi.json describes it. What it refuses is told in its own words.</summary>
internal sealed class ServerClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private readonly string _url;

    public ServerClient(ServerAccess access, TimeProvider time)
    {
        _url = access.Url;
        _time = time;
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(access.Url), Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.Authorization = new("Bearer", access.Key);
    }

    /// <summary>The server's address.</summary>
    public string Url => _url;

    public async Task<JsonNode> GetAsync(string path, CancellationToken cancellationToken) => (await AskAsync(HttpMethod.Get, path, null, mayMiss: false, cancellationToken))!;

    public async Task<JsonNode> PostAsync(string path, JsonNode? body, CancellationToken cancellationToken) => (await AskAsync(HttpMethod.Post, path, body ?? new JsonObject(), mayMiss: false, cancellationToken))!;

    /// <summary>The same, only while what it changes is still at a version; null for any. Answers with the version that it is at afterwards.</summary>
    /// <returns>A null answer when it is at another version by now: nothing was done.</returns>
    public async Task<(JsonNode? Answer, string? Version)> PostAsync(string path, JsonNode body, string? version, CancellationToken cancellationToken)
    {
        string? after = null;
        var answer = await AskAsync(
            HttpMethod.Post, path, body, mayMiss: false, cancellationToken,
            request => request.Headers.TryAddWithoutValidation("If-Match", version is null ? "*" : $"\"{version}\""),
            told => after = told.Headers.ETag?.Tag.Trim('"'));
        return (answer, after);
    }

    /// <summary>The same; null when there is no such thing.</summary>
    public Task<JsonNode?> FindAsync(HttpMethod method, string path, CancellationToken cancellationToken) => AskAsync(method, path, null, mayMiss: true, cancellationToken);

    /// <summary>All items of a list, page by page.</summary>
    public async IAsyncEnumerable<JsonNode> ListAsync(string path, int most, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var joint = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        string? cursor = null;
        do
        {
            var page = await GetAsync($"{path}{joint}limit={Math.Min(most, 200)}{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}", cancellationToken);
            foreach (var item in page["items"]!.AsArray())
            {
                yield return item!;
                if (--most == 0)
                    yield break;
            }

            cursor = page["next"]?.GetValue<string>();
        }
        while (cursor is not null);
    }

    /// <summary>The application with this name, slug or id; the only one when none is named.</summary>
    public async Task<JsonNode> ApplicationAsync(string? name, CancellationToken cancellationToken)
    {
        var known = new List<JsonNode>();
        await foreach (var application in ListAsync("/v1/applications", 1000, cancellationToken))
            known.Add(application);
        var names = string.Join(", ", known.Select(one => one["slug"]!.GetValue<string>()));
        if (name is null)
            return known.Count == 1 ? known[0] : throw new UserInputException(known.Count == 0 ? "The server has no application yet: make one in its UI." : $"Name the application with --app. There are: {names}.");
        return known.FirstOrDefault(one => one["slug"]!.GetValue<string>() == name || one["id"]!.GetValue<string>() == name || one["name"]!.GetValue<string>() == name)
            ?? throw new UserInputException($"There is no application '{name}'.{Meant(name, known)}{(known.Count == 0 ? " Make it in the server's UI." : $" There are: {names}.")}");
    }

    /// <summary>Events of a run to its end; a connection that breaks is made again where it broke.</summary>
    public async IAsyncEnumerable<JsonNode> EventsAsync(string run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long after = 0;
        for (var broken = 0; ;)
        {
            var reader = ReadAsync($"/v1/runs/{run}/events?after={after}", cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using (reader)
            {
                while (await MovesAsync(reader) is { } more)
                {
                    if (!more)
                        yield break;
                    broken = 0;
                    after = reader.Current["sequence"]!.GetValue<long>();
                    yield return reader.Current;
                }
            }

            if (++broken > 10)
                throw new UserInputException($"{_url} does not answer any more. The run goes on: 'autonoma runs watch {run}' looks at it again.");
            await Task.Delay(TimeSpan.FromSeconds(1), _time, cancellationToken);
        }
    }

    public void Dispose() => _http.Dispose();

    private static string Meant(string name, IEnumerable<JsonNode> known)
        => Spelling.Nearest(name, known.SelectMany(one => new[] { one["slug"]!.GetValue<string>(), one["name"]!.GetValue<string>() })) is { } near ? $" Did you mean '{near}'?" : "";

    // True for an event, false for the end, null for a connection that broke.
    private static async Task<bool?> MovesAsync(IAsyncEnumerator<JsonNode> reader)
    {
        try
        {
            return await reader.MoveNextAsync();
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return null;
        }
    }

    private async IAsyncEnumerable<JsonNode> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!answer.IsSuccessStatusCode)
            throw await RefusalAsync(answer, cancellationToken);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(cancellationToken), Encoding.UTF8);
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
                yield return JsonNode.Parse(line["data: ".Length..])!;
        }
    }

    private async Task<JsonNode?> AskAsync(HttpMethod method, string path, JsonNode? body, bool mayMiss, CancellationToken cancellationToken, Action<HttpRequestMessage>? asking = null, Action<HttpResponseMessage>? told = null)
    {
        using var request = new HttpRequestMessage(method, path);
        asking?.Invoke(request);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        try
        {
            using var answer = await _http.SendAsync(request, limit.Token);
            if (mayMiss && answer.StatusCode == HttpStatusCode.NotFound)
                return null;
            if (asking is not null && answer.StatusCode == HttpStatusCode.PreconditionFailed)
                return null;
            if (!answer.IsSuccessStatusCode)
                throw await RefusalAsync(answer, limit.Token);
            told?.Invoke(answer);
            var text = await answer.Content.ReadAsStringAsync(limit.Token);
            return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError)
        {
            throw new UserInputException($"{_url} cannot be reached: {e.Message} Is the server running? 'autonoma login URL' keeps another address.", e);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new UserInputException($"{_url} does not answer as a server of ours: {e.Message}", e);
        }
    }

    private async Task<UserInputException> RefusalAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        string? said = null;
        try
        {
            var problem = JsonNode.Parse(text);
            var errors = problem?["errors"] is JsonArray { Count: > 0 } list ? string.Concat(list.Select(error => $"\n  {error!["path"]}: {error["message"]}")) : "";
            said = $"{problem?["title"]}{errors}";
        }
        catch (JsonException)
        {
            // Something in between answered.
        }

        var next = answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized => $" Make another one in the server's UI, under API keys, and keep it with 'autonoma login {_url}', or set {ServerAccess.KeyVariable}.",
            HttpStatusCode.Forbidden => " A key that may is made in the server's UI, under API keys; 'autonoma login' keeps it.",
            _ => "",
        };
        return new((said is { Length: > 0 } ? said : $"{_url} answered with {(int)answer.StatusCode}, and not as a server of ours.") + next);
    }
}

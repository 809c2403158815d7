using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Autonoma.EnvironmentFactory.Protocol;

namespace Autonoma.Scenarios.Client;

/// <summary>Calls an Environment Factory in any language. Safe for concurrent use.</summary>
/// <param name="endpoint">Where it is.</param>
/// <param name="http">Sends requests; see <see cref="CreateHttp"/>. Its own timeout must not be shorter than 90 seconds.</param>
/// <param name="time">The clock of timeouts and of waiting for a cold start.</param>
public sealed class EnvironmentClient(EnvironmentEndpoint endpoint, HttpClient http, TimeProvider time)
{
    private static readonly TimeSpan[] ColdStartWaits = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(15)];

    /// <summary>Time for <c>discover</c> and for <c>up</c>, each attempt.</summary>
    public static readonly TimeSpan UpTimeout = TimeSpan.FromSeconds(90);

    /// <summary>Time for <c>down</c>, each attempt.</summary>
    public static readonly TimeSpan DownTimeout = TimeSpan.FromSeconds(60);

    /// <summary>Where it calls.</summary>
    public EnvironmentEndpoint Endpoint { get; } = endpoint;

    /// <summary>Told before each wait for an endpoint that is still starting, with why and how long.</summary>
    public Action<string, TimeSpan>? Waiting { get; init; }

    /// <summary>Told of every request once it is answered or given up; waited for. It must not throw.</summary>
    public Func<EnvironmentCall, Task>? Called { get; init; }

    /// <summary>A client for requests: follows no redirect (a POST would lose its body) and has no timeout of its own.</summary>
    /// <param name="ignoreCertificateErrors">Accepts certificates that cannot be verified.</param>
    public static HttpClient CreateHttp(bool ignoreCertificateErrors = false)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(2) };
        if (ignoreCertificateErrors)
            handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => ignoreCertificateErrors;
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Asks what the endpoint offers.</summary>
    /// <exception cref="EnvironmentException">It does not say.</exception>
    public async Task<Discovery> DiscoverAsync(CancellationToken cancellationToken)
        => new AnswerReader("discover").Discovery(await SendAsync("discover", _ => Task.FromResult(RequestBodies.Discover()), UpTimeout, cancellationToken).ConfigureAwait(false));

    /// <summary>Makes an environment. Record the intent before: see the journal.</summary>
    /// <param name="body">From <see cref="RequestBodies"/>.</param>
    /// <param name="runId">The run in it.</param>
    /// <param name="asVersion2">Whether the body is one of protocol 2.0.</param>
    /// <param name="cancellationToken">Gives up; the environment may exist all the same.</param>
    /// <exception cref="EnvironmentException">It was not made, or it is not known whether.</exception>
    public Task<Instance> UpAsync(byte[] body, string runId, bool asVersion2, CancellationToken cancellationToken)
        => UpAsync(_ => Task.FromResult(body), runId, asVersion2, cancellationToken);

    /// <summary>Makes an environment, with a body of its own for each attempt.</summary>
    /// <param name="body">Called before each attempt; told the failure of the one before, null at first.</param>
    /// <param name="runId">The run in it.</param>
    /// <param name="asVersion2">Whether the body is one of protocol 2.0.</param>
    /// <param name="cancellationToken">Gives up; the environment may exist all the same.</param>
    /// <exception cref="EnvironmentException">It was not made, or it is not known whether.</exception>
    public async Task<Instance> UpAsync(Func<EnvironmentException?, Task<byte[]>> body, string runId, bool asVersion2, CancellationToken cancellationToken)
        => new AnswerReader("up").Instance(await SendAsync("up", body, UpTimeout, cancellationToken).ConfigureAwait(false), runId, asVersion2);

    /// <summary>Removes an environment.</summary>
    /// <param name="token">Of the answer to <c>up</c>; null to ask by the run alone.</param>
    /// <param name="runId">The run; null when it is not known.</param>
    /// <param name="asVersion2">Whether the token is one of protocol 2.0.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="instance">What the request for it was named; null when it had no name.</param>
    /// <exception cref="EnvironmentException">It is not known to be removed.</exception>
    public async Task DownAsync(string? token, string? runId, bool asVersion2, CancellationToken cancellationToken, InstanceId? instance = null)
    {
        var body = RequestBodies.Down(token, runId, asVersion2, instance);
        new AnswerReader("down").Down(await SendAsync("down", _ => Task.FromResult(body), DownTimeout, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Removes what a request may have made whose answer is not known. One attempt: who asks has something better to wait for.</summary>
    /// <exception cref="EnvironmentException">It is not known to be removed.</exception>
    internal async Task TakeBackAsync(InstanceId instance, string runId, bool asVersion2, CancellationToken cancellationToken)
        => new AnswerReader("down").Down(await AttemptAsync("down", RequestBodies.Down(null, runId, asVersion2, instance), DownTimeout, cancellationToken).ConfigureAwait(false));

    private async Task<JsonElement> SendAsync(string action, Func<EnvironmentException?, Task<byte[]>> body, TimeSpan timeout, CancellationToken cancellationToken)
    {
        EnvironmentException? before = null;
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await AttemptAsync(action, await body(before).ConfigureAwait(false), timeout, cancellationToken).ConfigureAwait(false);
            }
            catch (EnvironmentException e) when (IsColdStart(e) && attempt < ColdStartWaits.Length)
            {
                before = e;
                Waiting?.Invoke(e.Message, ColdStartWaits[attempt]);
                await Task.Delay(ColdStartWaits[attempt], time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<JsonElement> AttemptAsync(string action, byte[] body, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var (at, start, call) = (time.GetUtcNow(), time.GetTimestamp(), new EnvironmentCall(action, default, default, null, null, "It was given up before it was answered."));
        try
        {
            var (answer, status) = await RequestAsync(action, body, timeout, cancellationToken).ConfigureAwait(false);
            call = call with { Status = status, Error = null };
            return answer;
        }
        catch (EnvironmentException e)
        {
            call = call with { Status = e.Status, Code = e.Code, Error = e.Message };
            throw;
        }
        finally
        {
            if (Called is { } called)
                await called(call with { At = at, Duration = time.GetElapsedTime(start) }).ConfigureAwait(false);
        }
    }

    private async Task<(JsonElement Answer, int Status)> RequestAsync(string action, byte[] body, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            using var request = Request(body);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token).ConfigureAwait(false);
            var bytes = await response.Content.ReadAsByteArrayAsync(both.Token).ConfigureAwait(false);
            return (Read(action, response, bytes), (int)response.StatusCode);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EnvironmentException(EnvironmentFailure.TimedOut, action, $"{Endpoint.Url} did not answer '{action}' within {timeout.TotalSeconds:0} s.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw Unreachable(action, e);
        }
    }

    private HttpRequestMessage Request(byte[] body)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = Guid.NewGuid().ToString("N");
        var request = new HttpRequestMessage(HttpMethod.Post, Endpoint.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Accept.Add(new("application/json"));
        request.Headers.Add(RequestSignature.HeaderName, RequestSignature.Sign(body, Endpoint.SharedSecret));
        // Endpoints that stop replays ask for these; the others pass them over.
        request.Headers.Add(RequestSignature.TimestampHeaderName, timestamp);
        request.Headers.Add(RequestSignature.NonceHeaderName, nonce);
        request.Headers.Add(RequestSignature.FreshSignatureHeaderName, RequestSignature.SignFresh(body, timestamp, nonce, Endpoint.SharedSecret));
        foreach (var (name, value) in Endpoint.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    private JsonElement Read(string action, HttpResponseMessage response, byte[] bytes)
    {
        JsonElement? answer = null;
        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 256 });
            answer = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // A page of something in between, or an empty body: said below.
        }

        var status = (int)response.StatusCode;
        if (response.StatusCode != HttpStatusCode.OK && !response.IsSuccessStatusCode)
            throw Refused(action, status, response, answer, bytes);
        if (answer is not { ValueKind: JsonValueKind.Object } whole)
            throw new EnvironmentException(EnvironmentFailure.BadResponse, action, $"{Endpoint.Url} answered '{action}' with {status}, but not with a JSON object: {Shown(bytes)}. Is this the address of the Environment Factory?") { Status = status };
        return whole;
    }

    private EnvironmentException Refused(string action, int status, HttpResponseMessage response, JsonElement? answer, byte[] bytes)
    {
        var code = TextOf(answer, "code");
        var words = TextOf(answer, "message") ?? TextOf(answer, "error") ?? TextOf(answer, "detail") ?? (status is >= 300 and < 400 ? $"it redirects to {response.Headers.Location}" : Shown(bytes));
        var hint = (code, status) switch
        {
            (ErrorCodes.InvalidSignature, _) => " The shared secret here (AUTONOMA_SHARED_SECRET) is not the one of the app.",
            (ErrorCodes.ProductionBlocked, _) => " The app runs in production mode, where the endpoint is off unless it is allowed.",
            (ErrorCodes.SameSecrets, _) => " The app needs two different secrets: 'autonoma env secrets' makes them.",
            (ErrorCodes.InvalidRefsToken or ErrorCodes.InvalidTeardownToken, _) => " Give the token whole, as the answer to 'up' had it, and before its time is over (24 hours, unless the app says otherwise).",
            (null, >= 300 and < 400) => " Give the address that it leads to.",
            (null, 404 or 405) => " Is this the address of the Environment Factory?",
            _ => "",
        };
        return new(EnvironmentFailure.Http, action, $"{Endpoint.Url} answered '{action}' with {status}{(code is null ? "" : $" {code}")}: {words.TrimEnd('.')}.{hint}") { Status = status, Code = code };
    }

    private EnvironmentException Unreachable(string action, Exception e)
    {
        var refused = IsRefused(e);
        var reason = refused ? "nothing listens there" : (e.InnerException ?? e).Message.TrimEnd('.');
        return new(EnvironmentFailure.Unreachable, action, $"{Endpoint.Url} does not answer: {reason}. Start the app, or check --sdk-url.", e)
        {
            WasSent = e is not HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError },
        };
    }

    // An answer with a code comes from an SDK: the app runs, and asking again would change nothing.
    private static bool IsColdStart(EnvironmentException e) => e.Failure == EnvironmentFailure.Unreachable ? IsRefused(e.InnerException) : e is { Status: 502 or 503 or 504, Code: null, Failure: EnvironmentFailure.Http };

    private static bool IsRefused(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
        {
            if (e is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
                return true;
        }

        return false;
    }

    private static string? TextOf(JsonElement? answer, string key)
        => answer is { ValueKind: JsonValueKind.Object } map && map.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static string Shown(byte[] bytes)
    {
        var text = string.Join(' ', Encoding.UTF8.GetString(bytes).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length == 0 ? "an empty body" : text.Length > 300 ? text[..297] + "..." : text;
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Autonoma.Server.Tests;

/// <summary>Speaks to the server as a browser does: with its cookie, and the token against forged requests.</summary>
internal sealed class Browser : IDisposable
{
    public const string Password = "correct horse battery";

    public Browser(Uri server)
    {
        Cookies = new();
        Http = new(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = server };
    }

    public CookieContainer Cookies { get; }

    public HttpClient Http { get; }

    public string Email { get; set; } = "";

    public JsonObject Session { get; private set; } = [];

    public string Organization => Session["organization"]!["id"]!.GetValue<string>();

    public string? Cookie => Cookies.GetAllCookies().FirstOrDefault()?.Value;

    public async Task SignInAsync()
    {
        await PostAsync("/v1/session", new { email = Email, password = Password });
        await RefreshAsync();
    }

    /// <summary>Asks who is signed in, and takes the token.</summary>
    public async Task RefreshAsync()
    {
        Session = (await Http.GetFromJsonAsync<JsonObject>("/v1/session", TestContext.Current.CancellationToken))!;
        Http.DefaultRequestHeaders.Remove("X-CSRF-Token");
        if (Session["csrf"] is { } token)
            Http.DefaultRequestHeaders.Add("X-CSRF-Token", token.GetValue<string>());
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : body as HttpContent ?? JsonContent.Create(body) };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>What comes of it, which must be well.</summary>
    public async Task<JsonNode> AskAsync(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var answer = await SendAsync(method, path, body, headers);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    public Task<JsonNode> GetAsync(string path) => AskAsync(HttpMethod.Get, path);

    public Task<JsonNode> PostAsync(string path, object body) => AskAsync(HttpMethod.Post, path, body);

    /// <summary>Status and code of a refusal.</summary>
    public async Task<(int Status, string Code)> RefusedAsync(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var answer = await SendAsync(method, path, body, headers);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeFalse($"{method} {path}: {(int)answer.StatusCode} {text}");
        return ((int)answer.StatusCode, JsonNode.Parse(text)!["code"]!.GetValue<string>());
    }

    public void Dispose() => Http.Dispose();
}

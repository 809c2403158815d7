using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Autonoma.Server.Tests.Accounts;

/// <summary>
/// Google and GitHub as they are on the wire (RFC 6749 with PKCE, Google's userinfo, GitHub's user and emails), strict about everything that they are strict about: client,
/// redirect address, verifier, a code that is good once.
/// </summary>
internal sealed class OAuthProvider : IAsyncDisposable
{
    public const string ClientId = "client-of-the-tests", ClientSecret = "secret-of-the-client";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, (string Challenge, string Redirect, Person Who)> _codes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Person> _tokens = new(StringComparer.Ordinal);

    private OAuthProvider(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.First() + "/");

    /// <summary>Who is signed in at the provider.</summary>
    public Person Who { get; set; } = new("1", "nobody@example.com", IsVerified: true);

    public static async Task<OAuthProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var provider = new OAuthProvider(app);
        app.MapGet("/o/oauth2/v2/auth", (HttpRequest request) => provider.Authorize(request, "openid email profile"));
        app.MapGet("/login/oauth/authorize", (HttpRequest request) => provider.Authorize(request, "read:user user:email"));
        app.MapPost("/token", provider.TokenAsync);
        app.MapPost("/login/oauth/access_token", provider.TokenAsync);
        app.MapGet("/v1/userinfo", (HttpRequest request) => provider.Known(request) is { } who ? Results.Json(new { sub = who.Id, email = who.Email, email_verified = who.IsVerified, name = "Greta Google" }) : Results.Unauthorized());
        app.MapGet("/api/v3/user", (HttpRequest request) => provider.Known(request) is { } who ? Results.Json(new { id = int.Parse(who.Id, System.Globalization.CultureInfo.InvariantCulture), login = "gitta", name = (string?)null, email = who.Email }) : Results.Unauthorized());
        app.MapGet("/api/v3/user/emails", (HttpRequest request) => provider.Known(request) is { } who
            ? Results.Json(new object[] { new { email = "old@example.com", primary = false, verified = false, visibility = (string?)null }, new { email = who.Email, primary = true, verified = who.IsVerified, visibility = "private" } }) : Results.Unauthorized());
        await app.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Authorize(HttpRequest request, string scope)
    {
        var query = request.Query;
        if (query["response_type"] != "code" || query["client_id"] != ClientId || query["scope"] != scope || query["code_challenge_method"] != "S256" || query["code_challenge"].ToString().Length != 43 || query["state"].ToString().Length == 0)
            return Results.BadRequest("This is no request for a code.");
        var code = RandomNumberGenerator.GetHexString(32);
        _codes[code] = (query["code_challenge"].ToString(), query["redirect_uri"].ToString(), Who);
        return Results.Redirect($"{query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(query["state"].ToString())}");
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (form["client_id"] != ClientId || form["client_secret"] != ClientSecret || form["grant_type"] != "authorization_code" || !_codes.TryRemove(form["code"].ToString(), out var asked)
            || form["redirect_uri"] != asked.Redirect || Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != asked.Challenge)
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        // GitHub answers with a form unless JSON is asked for.
        if (!request.Headers.Accept.ToString().Contains("json", StringComparison.Ordinal))
            return Results.Text("error=not_json");
        var token = RandomNumberGenerator.GetHexString(40);
        _tokens[token] = asked.Who;
        return Results.Json(new { access_token = token, token_type = "bearer", scope = "" });
    }

    // GitHub refuses who does not say what they are.
    private Person? Known(HttpRequest request)
        => request.Headers.UserAgent.Count > 0 && request.Headers.Authorization.ToString() is { } said && said.StartsWith("Bearer ", StringComparison.Ordinal) ? _tokens.GetValueOrDefault(said["Bearer ".Length..]) : null;

    /// <summary>Somebody at the provider.</summary>
    internal sealed record Person(string Id, string Email, bool IsVerified);
}

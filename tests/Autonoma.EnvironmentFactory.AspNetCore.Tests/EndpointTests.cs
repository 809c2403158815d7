using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.EnvironmentFactory.Protocol;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Autonoma.EnvironmentFactory.AspNetCore.Tests;

public sealed class EndpointTests
{
    [Fact]
    public async Task Endpoint_OverHttp_AnswersAsTheProtocolSays()
    {
        await using var app = await StartAsync();

        using var response = await app.PostAsync("""{"action":"discover"}""");

        response.Content.Headers.ContentType!.ToString().ShouldBe("application/json");
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        answer["sdk"]!.ToJsonString().ShouldBe("""{"language":"dotnet","orm":"unknown","server":"aspnetcore"}""");
        // Fields are named as the app itself names them.
        answer["schema"]!["models"]![0]!["fields"]![1]!["name"]!.GetValue<string>().ShouldBe("full_name");
    }

    [Fact]
    public async Task Endpoint_InTheMidstOfMiddleware_IsReachedWithItsBytesUntouched()
    {
        await using var app = await StartAsync(
            builder =>
            {
                builder.Services.AddAuthentication("Cookies").AddCookie("Cookies");
                builder.Services.AddAuthorization(options => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
                builder.Services.AddAntiforgery();
                builder.Services.AddControllers();
                builder.Services.AddRazorComponents();
            },
            application =>
            {
                application.Use(async (context, next) =>
                {
                    // Such as a logger of requests, that reads the body and leaves it at its end.
                    context.Request.EnableBuffering();
                    using var reader = new StreamReader(context.Request.Body, leaveOpen: true);
                    await reader.ReadToEndAsync(context.RequestAborted);
                    await next(context);
                });
                application.UseAuthentication();
                application.UseAuthorization();
                application.UseAntiforgery();
                application.MapControllers();
                application.MapGet("/page", () => "members only");
            });
        byte[] body = [.. Encoding.UTF8.Preamble, .. """{ "action" : "discover" , "ignored": "é😀" }"""u8];

        (await app.PostAsync(body)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.PostAsync("""{"action":"discover"}""", "bad")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await app.Client.GetAsync("/page", TestContext.Current.CancellationToken)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Endpoint_InProduction_Is404_UnlessAllowed()
    {
        await using var blocked = await StartAsync(environment: "Production");
        await using var allowed = await StartAsync(builder => builder.Services.AddEnvironmentFactory(factory => factory.Configure(options => options.AllowProduction = true)), environment: "Production");

        using var response = await blocked.PostAsync("""{"action":"discover"}""");
        ((int)response.StatusCode).ShouldBe(404);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("""{"error":"Not found","code":"PRODUCTION_BLOCKED"}""");
        (await allowed.PostAsync("""{"action":"discover"}""")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Endpoint_WithABodyLargerThanTheServerAllows_GoesByItsOwnLimit()
    {
        await using var app = await StartAsync(builder =>
        {
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 100);
            builder.Services.AddEnvironmentFactory(factory => factory.Configure(options => options.MaxBodyBytes = 5000));
        });

        (await app.PostAsync($$"""{"action":"discover","padding":"{{new string('x', 4000)}}"}""")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.PostAsync($$"""{"action":"discover","padding":"{{new string('x', 6000)}}"}""")).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Endpoint_WithTheSignatureTwice_IsRefused()
    {
        await using var app = await StartAsync();
        var body = """{"action":"discover"}"""u8.ToArray();
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/autonoma") { Content = new ByteArrayContent(body) };
        var signature = RequestSignature.Sign(body, WebApp.SharedSecret);
        request.Headers.Add("x-signature", [signature, signature]);

        (await app.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Secrets_ChangedInTheConfiguration_CountWithoutARestart()
    {
        await using var app = await StartAsync();
        var configuration = (Microsoft.Extensions.Configuration.IConfigurationRoot)app.Services.GetRequiredService<Microsoft.Extensions.Configuration.IConfiguration>();

        configuration["AUTONOMA_SHARED_SECRET"] = "the-new-secret-of-the-tests-0123456789";
        configuration["AUTONOMA_PREVIOUS_SHARED_SECRETS"] = $"oldest , {WebApp.SharedSecret}";
        configuration.Reload();
        var body = """{"action":"discover"}""";

        (await app.PostAsync(body, RequestSignature.Sign(body, "the-new-secret-of-the-tests-0123456789"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.PostAsync(body)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.PostAsync(body, RequestSignature.Sign(body, "another"))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task App_WithTheSameSecretTwice_DoesNotStart()
    {
        var start = () => StartAsync(builder => builder.Configuration["AUTONOMA_SIGNING_SECRET"] = WebApp.SharedSecret);

        (await Should.ThrowAsync<InvalidOperationException>(start)).Message.ShouldContain("are the same");
    }

    [Fact]
    public void Map_WithoutAdd_SaysWhatIsMissing()
    {
        var app = WebApplication.CreateBuilder().Build();

        Should.Throw<InvalidOperationException>(() => app.MapEnvironmentFactory()).Message.ShouldContain("AddEnvironmentFactory");
    }

    private static Task<WebApp> StartAsync(Action<WebApplicationBuilder>? configure = null, Action<WebApplication>? map = null, string environment = "Development") => WebApp.StartAsync(
        builder =>
        {
            builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower);
            builder.Services.AddEnvironmentFactory(factory => factory.DefineFactory<PersonInput>((PersonInput input) => 1));
            configure?.Invoke(builder);
        },
        app =>
        {
            map?.Invoke(app);
            app.MapEnvironmentFactory();
        },
        environment);

    private sealed record PersonInput(string FullName);
}

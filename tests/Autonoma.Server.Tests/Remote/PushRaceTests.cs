using Autonoma.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Autonoma.Server.Tests.Remote;

/// <summary>A server where something may come between two requests.</summary>
public sealed class RacedServer(PostgresFixture postgres) : ServerFixture(postgres)
{
    internal Func<HttpRequest, Task>? Before { get; set; }

    protected override void Configure(WebApplicationBuilder builder) => builder.Services.AddSingleton<IStartupFilter>(new First(this));

    private sealed class First(RacedServer server) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, rest) =>
            {
                if (server.Before is { } before)
                    await before(context.Request);
                await rest(context);
            });
            next(app);
        };
    }
}

public sealed class PushRaceTests(RacedServer server) : IClassFixture<RacedServer>
{
    [Theory]
    [InlineData("cart.md", 2)]
    [InlineData("other.md", 0)]
    public async Task Push_WhileSomebodyElsePushes_WritesOverNothingUnseen(string theirs, int code)
    {
        using var owner = await server.NewOwnerAsync();
        var application = (await owner.PostAsync("/v1/applications", new { name = "Site", url = "https://shop.example" }))["id"]!.GetValue<string>();
        using var here = new RemoteTool(server.Server.Url, (await owner.PostAsync("/v1/api-keys", new { name = "here", scopes = new[] { "edit" }, role = "member" }))["key"]!.GetValue<string>());
        here.Write("cart.md", Test("One"));
        (await here.RunAsync("push")).Code.ShouldBe(0);
        here.Write("cart.md", Test("Two"));

        server.Before = async request =>
        {
            if (!request.Path.Value!.EndsWith("/imports", StringComparison.Ordinal))
                return;
            // After the tool has looked for conflicts, and before what it sends is taken.
            server.Before = null;
            await owner.PostAsync($"/v1/applications/{application}/imports", new { files = new[] { new { path = theirs, content = Test("Theirs") } } });
        };
        var pushed = await here.RunAsync("push");

        pushed.Code.ShouldBe(code, pushed.Error);
        var tests = (await owner.GetAsync($"/v1/applications/{application}/tests"))["items"]!.AsArray();
        (await owner.GetAsync($"/v1/tests/{tests.Single(test => test!["path"]!.GetValue<string>() == theirs)!["id"]}"))["content"]!.GetValue<string>().ShouldContain("Theirs");
        if (code != 0)
            pushed.Error.ShouldContain("1 test was changed on the server since this folder was last pulled or pushed (cart.md).");
        else
            (await owner.GetAsync($"/v1/tests/{tests.Single(test => test!["path"]!.GetValue<string>() == "cart.md")!["id"]}"))["content"]!.GetValue<string>().ShouldContain("Two");
    }

    private static string Test(string word) => $"---\nurl: /\n---\n\n## Steps\n\n1. Verify that the heading \"{word}\" is displayed\n";
}

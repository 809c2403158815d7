using System.Net;
using System.Text.Json.Nodes;

namespace Autonoma.Server.Tests.Applications;

public sealed class ApplicationTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task Application_TwoEditors_TheSecondIsToldAndNothingIsLost()
    {
        using var owner = await server.NewOwnerAsync();
        var made = await owner.PostAsync("/v1/applications", new { name = "Größe & Maß", url = "https://shop.example" });
        made["slug"]!.GetValue<string>().ShouldBe("grosse-mass");
        var path = $"/v1/applications/{made["id"]!.GetValue<string>()}";
        using var read = await owner.SendAsync(HttpMethod.Get, path);
        var tag = read.Headers.ETag!.Tag;

        await owner.AskAsync(HttpMethod.Patch, path, new { instructions = "Be kind." }, ("If-Match", tag));

        (await owner.RefusedAsync(HttpMethod.Patch, path, new { name = "Other" }, ("If-Match", tag))).ShouldBe((412, "version.outdated"));
        var now = await owner.GetAsync(path);
        now["name"]!.GetValue<string>().ShouldBe("Größe & Maß");
        now["instructions"]!.GetValue<string>().ShouldBe("Be kind.");
        now["version"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task Create_SameKeyAgain_IsDoneOnce_AndAnotherRequestUnderItIsRefused()
    {
        using var owner = await server.NewOwnerAsync();
        var body = new { name = "Shop", url = "https://shop.example" };
        var first = await owner.AskAsync(HttpMethod.Post, "/v1/applications", body, ("Idempotency-Key", "k1"));

        var again = await owner.AskAsync(HttpMethod.Post, "/v1/applications", body, ("Idempotency-Key", "k1"));
        var parallel = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => owner.SendAsync(HttpMethod.Post, "/v1/applications", body, ("Idempotency-Key", "k2"))));

        JsonNode.DeepEquals(first, again).ShouldBeTrue();
        parallel.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Created || answer.StatusCode == HttpStatusCode.Conflict);
        (await owner.GetAsync("/v1/applications"))["items"]!.AsArray().Count.ShouldBe(2);
        (await owner.RefusedAsync(HttpMethod.Post, "/v1/applications", new { name = "Other", url = "https://shop.example" }, ("Idempotency-Key", "k1"))).ShouldBe((409, "idempotency.reused"));
        (await owner.RefusedAsync(HttpMethod.Post, "/v1/applications", new { name = "Other", url = "gopher://x" }, ("Idempotency-Key", "k3"))).Status.ShouldBe(400);
        await owner.AskAsync(HttpMethod.Post, "/v1/applications", new { name = "Other", url = "https://x.example" }, ("Idempotency-Key", "k3"));
    }

    [Fact]
    public async Task List_ByPages_MissesNothingAndRepeatsNothing()
    {
        using var owner = await server.NewOwnerAsync();
        for (var number = 0; number < 7; number++)
            await owner.PostAsync("/v1/applications", new { name = $"App {number}", url = "https://shop.example" });
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await owner.GetAsync($"/v1/applications?limit=3{(cursor is null ? "" : $"&cursor={cursor}")}");
            seen.AddRange(page["items"]!.AsArray().Select(item => item!["slug"]!.GetValue<string>()));
            cursor = page["next"]?.GetValue<string>();
        }
        while (cursor is not null);

        seen.ShouldBe(["app-0", "app-1", "app-2", "app-3", "app-4", "app-5", "app-6"]);
        (await owner.RefusedAsync(HttpMethod.Get, "/v1/applications?limit=0")).ShouldBe((400, "list.limit"));
        (await owner.RefusedAsync(HttpMethod.Get, "/v1/audit-log?cursor=%20x")).ShouldBe((400, "list.cursor"));
    }

    [Fact]
    public async Task Secrets_AreNamedAndNeverShown()
    {
        using var owner = await server.NewOwnerAsync();
        var id = (await owner.PostAsync("/v1/applications", new { name = "Shop", url = "https://shop.example" }))["id"]!.GetValue<string>();

        await owner.AskAsync(HttpMethod.Put, $"/v1/applications/{id}/secrets", new { values = new { PASSWORD = "hunter2-hunter2" } });
        await owner.AskAsync(HttpMethod.Put, $"/v1/applications/{id}/endpoint", new { url = "http://localhost:3000/api/autonoma", sharedSecret = "hunter2-shared", headers = new Dictionary<string, string> { ["X-Bypass"] = "hunter2-header" } });

        var said = (await owner.GetAsync($"/v1/applications/{id}/secrets")).ToJsonString() + (await owner.GetAsync($"/v1/applications/{id}/endpoint")).ToJsonString() + (await owner.GetAsync("/v1/audit-log")).ToJsonString() + (await owner.GetAsync($"/v1/applications/{id}")).ToJsonString();
        said.ShouldNotContain("hunter2");
        said.ShouldContain("PASSWORD");
        said.ShouldContain("X-Bypass");
        (await owner.RefusedAsync(HttpMethod.Put, $"/v1/applications/{id}/secrets/not a name", new { value = "x" })).ShouldBe((400, "secret.invalid"));
    }

    [Fact]
    public async Task PreviewSecrets_OfAnotherOrganization_LookLikeAnApplicationWithoutAny()
    {
        using var owner = await server.NewOwnerAsync();
        using var stranger = await server.NewOwnerAsync("Strangers");
        var id = (await owner.PostAsync("/v1/applications", new { name = "Shop", url = "https://shop.example" }))["id"]!.GetValue<string>();
        (await owner.AskAsync(HttpMethod.Put, $"/v1/secrets/{id}/web", new { items = new[] { new { key = "B", value = "2" }, new { key = "A", value = "1" } } }))["keys"]!.AsArray().Select(key => key!.GetValue<string>()).ShouldBe(["A", "B"]);
        await owner.AskAsync(HttpMethod.Put, $"/v1/secrets/{id}/web/C", new { value = "3" });
        await owner.AskAsync(HttpMethod.Delete, $"/v1/secrets/{id}/web/B");

        (await owner.GetAsync($"/v1/secrets/{id}/web"))["keys"]!.AsArray().Select(key => key!.GetValue<string>()).ShouldBe(["A", "C"]);
        (await owner.GetAsync($"/v1/secrets/{id}/api"))["keys"]!.AsArray().Count.ShouldBe(0, "each app has its own");
        foreach (var foreign in new[] { id, Guid.NewGuid().ToString(), "app_abc123" })
        {
            (await stranger.GetAsync($"/v1/secrets/{foreign}/web")).ToJsonString().ShouldBe("""{"keys":[]}""");
            (await stranger.RefusedAsync(HttpMethod.Delete, $"/v1/secrets/{foreign}/web/A")).ShouldBe((404, "secret.not_found"));
            (await stranger.RefusedAsync(HttpMethod.Put, $"/v1/secrets/{foreign}/web/A", new { value = "mine" })).ShouldBe((404, "application.not_found"));
        }

        (await owner.RefusedAsync(HttpMethod.Get, $"/v1/secrets/{id}/$endpoint")).ShouldBe((400, "secret.app"), "what the server keeps for itself has no name that can be asked for");
    }

    [Fact]
    public async Task ApiKey_HasItsScopes_UntilItIsRemoved_AndGuessingIsStopped()
    {
        using var owner = await server.NewOwnerAsync();
        var made = await owner.PostAsync("/v1/api-keys", new { name = "CI", scopes = new[] { "run" }, role = "member" });
        var key = made["key"]!.GetValue<string>();
        key.ShouldStartWith("ak_live_");
        (await owner.GetAsync("/v1/api-keys")).ToJsonString().ShouldNotContain(key);
        using var program = server.NewBrowser();
        program.Http.DefaultRequestHeaders.Authorization = new("Bearer", key);

        (await program.GetAsync("/v1/applications"))["items"]!.AsArray().Count.ShouldBe(0);
        (await program.RefusedAsync(HttpMethod.Post, "/v1/applications", new { name = "X", url = "https://x.example" })).ShouldBe((403, "access.forbidden"));
        (await program.RefusedAsync(HttpMethod.Get, "/v1/api-keys")).ShouldBe((403, "access.forbidden"));
        (await program.RefusedAsync(HttpMethod.Patch, "/v1/account", new { name = "X" })).ShouldBe((403, "access.person_needed"));
        await owner.AskAsync(HttpMethod.Delete, $"/v1/api-keys/{made["apiKey"]!["id"]!.GetValue<string>()}");
        (await program.RefusedAsync(HttpMethod.Get, "/v1/applications")).ShouldBe((401, "api_key.unknown"));
    }
}

/// <summary>On a server of its own: whoever guesses is shut out for a minute, and all tests come from one address.</summary>
public sealed class KeyGuessingTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task Keys_ThatAreGuessed_AreNotEvenLookedUpAfterAWhile()
    {
        using var guesser = server.NewBrowser();
        var answers = new List<int>();
        for (var number = 0; number < 32; number++)
            answers.Add((await guesser.RefusedAsync(HttpMethod.Get, "/v1/applications", null, ("Authorization", $"Bearer ak_live_{number:D43}"))).Status);

        answers.Take(30).ShouldAllBe(status => status == 401);
        answers.Skip(30).ShouldAllBe(status => status == 429);
        (await guesser.RefusedAsync(HttpMethod.Post, "/v1/session", new { email = "a@b.example", password = "x" })).ShouldBe((429, "session.too_many_failures"));
    }
}

using System.Security.Cryptography;
using System.Text;

namespace Autonoma.Server.Tests.Deployments;

public sealed class DeploymentTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Secret = "a shared secret of thirty-two bytes";

    [Fact]
    public async Task Signal_IsBelievedByItsSignatureOnly()
    {
        using var owner = await server.NewOwnerAsync();
        var id = await ApplicationAsync(owner);
        var body = $$"""{"applicationId":"{{id}}","previewUrl":"https://pr-7.shop.example","branch":"feature/cart","prNumber":7,"sha":"abcdef1234"}""";

        var accepted = await server.NewBrowser().AskAsync(HttpMethod.Post, "/v1/onboarding/deployment-signal", Json(body), ("x-signature", Sign(body, Secret)));

        accepted["status"]!.GetValue<string>().ShouldBe("accepted");
        accepted["suiteRunId"].ShouldNotBeNull("the tests of the main branch are those of a new one");
        var deployment = (await owner.GetAsync($"/v1/applications/{id}/deployments"))["items"]!.AsArray().Single()!;
        (deployment["branch"]!.GetValue<string>(), deployment["pullRequest"]!.GetValue<int>()).ShouldBe(("feature/cart", 7));
        foreach (var (sent, signature) in new[] { (body, Sign(body, "another")), (body + " ", Sign(body, Secret)), (body.Replace(id, Guid.NewGuid().ToString(), StringComparison.Ordinal), Sign(body, Secret)), (body, ""), ("[]", Sign("[]", Secret)) })
            (await server.NewBrowser().RefusedAsync(HttpMethod.Post, "/v1/onboarding/deployment-signal", Json(sent), ("x-signature", signature))).ShouldBe((401, "signal.signature"));
    }

    [Fact]
    public async Task Signal_ABranchWithoutAPullRequest_IsDropped_AndNeitherIsTheMainBranch()
    {
        using var owner = await server.NewOwnerAsync();
        var id = await ApplicationAsync(owner);
        var branch = $$"""{"applicationId":"{{id}}","previewUrl":"https://x.shop.example","branch":"feature/cart"}""";
        var main = $$"""{"applicationId":"{{id}}","previewUrl":"https://x.shop.example"}""";

        (await server.NewBrowser().AskAsync(HttpMethod.Post, "/v1/onboarding/deployment-signal", Json(branch), ("x-signature", Sign(branch, Secret))))["status"]!.GetValue<string>().ShouldBe("dropped");
        (await server.NewBrowser().AskAsync(HttpMethod.Post, "/v1/onboarding/deployment-signal", Json(main), ("x-signature", "sha256=" + Sign(main, Secret))))["status"]!.GetValue<string>().ShouldBe("accepted");

        (await owner.GetAsync($"/v1/applications/{id}/deployments"))["items"]!.AsArray().Single()!["branch"]!.GetValue<string>().ShouldBe("main");
    }

    [Fact]
    public async Task Trigger_OfAPipeline_RunsTheTestsOfItsBranch_AndFindsNobodyElsesApplication()
    {
        using var owner = await server.NewOwnerAsync();
        using var stranger = await server.NewOwnerAsync("Strangers");
        var id = await ApplicationAsync(owner);

        var main = await owner.PostAsync("/v1/diffs/trigger", new { repo_id = 4711, github_ref = "refs/heads/main", url = "https://shop.example" });
        var pull = await owner.PostAsync("/v1/diffs/trigger", new { repo_id = 4711, pr_number = 12, github_ref = "refs/pull/12/merge", url = "https://pr-12.shop.example", environment = "preview" });

        main["suiteRunId"].ShouldNotBeNull();
        (await owner.GetAsync($"/v1/suite-runs/{pull["suiteRunId"]}"))["branch"]!.GetValue<string>().ShouldBe("pr-12");
        foreach (var repo in (object[])[4711, id, "shop"])
            (await stranger.RefusedAsync(HttpMethod.Post, "/v1/diffs/trigger", new { repo_id = repo, github_ref = "refs/heads/main", url = "https://shop.example" })).ShouldBe((404, "application.not_found"));
        (await owner.RefusedAsync(HttpMethod.Post, "/v1/diffs/trigger", new { repo_id = 4711, github_ref = "refs/heads/main", url = "javascript:alert(1)" })).ShouldBe((400, "trigger.invalid"));
    }

    private static async Task<string> ApplicationAsync(Browser owner)
    {
        var id = (await owner.PostAsync("/v1/applications", new { name = "Shop", url = "https://shop.example", repository = "4711" }))["id"]!.GetValue<string>();
        await owner.AskAsync(HttpMethod.Put, $"/v1/applications/{id}/endpoint", new { sharedSecret = Secret });
        await owner.PostAsync($"/v1/applications/{id}/tests", new { path = "a.md", content = "---\ntitle: A\n---\n\n## Steps\n\n1. Click \"X\"\n2. Verify that \"Y\" is displayed\n" });
        return id;
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static string Sign(string body, string secret) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)));
}

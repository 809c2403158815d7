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
        (deployment["branch"]!.GetValue<string>(), deployment["pullRequest"]!.GetValue<int>(), deployment["suiteRunId"]!.GetValue<Guid>()).ShouldBe(("feature/cart", 7, accepted["suiteRunId"]!.GetValue<Guid>()));
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

    [Fact]
    public async Task SuiteRun_OfABranch_RunAgain_IsOfItsBranch_AtItsAddress_WithItsTestsAsTheyAreNow()
    {
        using var owner = await server.NewOwnerAsync();
        var id = await ApplicationAsync(owner);
        await owner.PostAsync($"/v1/applications/{id}/tests", new { path = "b.md", content = "---\ntitle: B\n---\n\n## Steps\n\n1. Verify that \"Y\" is displayed\n" });
        var pull = await owner.PostAsync("/v1/diffs/trigger", new { repo_id = 4711, pr_number = 12, github_ref = "refs/pull/12/merge", url = "https://pr-12.shop.example" });
        var first = await owner.GetAsync($"/v1/suite-runs/{pull["suiteRunId"]}");
        var test = first["runs"]!.AsArray().Single(run => run!["path"]!.GetValue<string>() == "a.md")!;
        (await owner.GetAsync($"/v1/runs/{test["id"]}"))["branch"]!.GetValue<string>().ShouldBe("pr-12");
        await owner.AskAsync(HttpMethod.Put, $"/v1/tests/{test["testId"]}?branch=pr-12", new { content = "---\ntitle: A mended\n---\n\n## Steps\n\n1. Verify that \"Z\" is displayed\n" });

        // None failed, so all of them; then one by name.
        var all = await owner.GetAsync($"/v1/suite-runs/{(await owner.PostAsync($"/v1/suite-runs/{pull["suiteRunId"]}/rerun", new { }))["id"]}");
        var one = await owner.GetAsync($"/v1/suite-runs/{(await owner.PostAsync($"/v1/suite-runs/{all["id"]}/rerun", new { testIds = new[] { test["testId"] } }))["id"]}");

        foreach (var again in new[] { all, one })
        {
            (again["branch"]!.GetValue<string>(), again["url"]!.GetValue<string>()).ShouldBe(("pr-12", "https://pr-12.shop.example"));
            (await owner.GetAsync($"/v1/runs/{again["runs"]![0]!["id"]}"))["request"]!["url"]!.GetValue<string>().ShouldBe("https://pr-12.shop.example");
        }

        all["runs"]!.AsArray().Select(run => run!["title"]!.GetValue<string>()).ShouldBe(["A mended", "B"]);
        one["runs"]!.AsArray().Select(run => run!["title"]!.GetValue<string>()).ShouldBe(["A mended"]);
        (await owner.RefusedAsync(HttpMethod.Post, $"/v1/suite-runs/{all["id"]}/rerun", new { testIds = new[] { Guid.CreateVersion7() } })).ShouldBe((400, "suite_run.no_tests"));
        await owner.AskAsync(HttpMethod.Delete, $"/v1/applications/{id}/branches/{first["branchId"]}");
        (await owner.RefusedAsync(HttpMethod.Post, $"/v1/suite-runs/{all["id"]}/rerun", new { })).ShouldBe((409, "suite_run.branch_gone"));
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

using System.Net;
using System.Text.Json.Nodes;
using Autonoma.Platform.Access;
using Autonoma.Platform.Organizations;

namespace Autonoma.Server.Tests.Access;

/// <summary>
/// Walks every operation that the API describes, as nobody, with every role, with every scope, and as another organization. An operation that is added is walked
/// by itself; one with a new kind of id in its path has to be made known in <see cref="WorldOfA"/>.
/// </summary>
public sealed class AccessWalkTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task Operations_WithoutASignIn_AreRefused()
    {
        var wrong = new List<string>();
        using var nobody = server.NewBrowser();
        foreach (var operation in (await OperationsAsync()).All.Where(operation => operation.Permission != "open"))
        {
            using var answer = await nobody.SendAsync(operation.Method, operation.Url(Nothing), operation.Body is null ? null : new { });
            if (answer.StatusCode != HttpStatusCode.Unauthorized)
                wrong.Add($"{operation}: {(int)answer.StatusCode}");
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Operations_WithEveryRoleAndScope_AreAllowedOrRefusedAsTheirPermissionSays()
    {
        var wrong = new List<string>();
        using var owner = await server.NewOwnerAsync();
        var callers = new List<(string Name, Browser Browser, Func<Permission, bool> May)>();
        foreach (var role in Enum.GetValues<Role>())
            callers.Add((role.ToString(), role == Role.Owner ? owner : await server.NewMemberAsync(owner, role), permission => Permissions.Allows(role, permission)));
        foreach (var scope in Scopes.All)
            callers.Add(($"key with {scope}", await KeyAsync(owner, scope), permission => Permissions.Covers([scope], permission)));

        foreach (var operation in (await OperationsAsync()).All.Where(operation => operation.Permission is not ("open" or "person")))
        {
            var permission = Enum.Parse<Permission>(operation.Permission, ignoreCase: true);
            foreach (var (name, browser, may) in callers)
            {
                // Ids of nothing: who may is told that there is no such thing, who may not is told that.
                using var answer = await browser.SendAsync(operation.Method, operation.Url(Nothing), operation.Body is null ? null : new { });
                var isRefused = answer.StatusCode == HttpStatusCode.Forbidden && (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Contains("access.forbidden", StringComparison.Ordinal);
                if (isRefused == may(permission) || (may(permission) && answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.InternalServerError))
                    wrong.Add($"{operation} as {name}: {(int)answer.StatusCode}");
            }
        }

        foreach (var operation in (await OperationsAsync()).All.Where(operation => operation.Permission == "person"))
        {
            using var answer = await callers[^1].Browser.SendAsync(operation.Method, operation.Url(Nothing), operation.Body is null ? null : new { });
            if (answer.StatusCode != HttpStatusCode.Forbidden)
                wrong.Add($"{operation} with a key: {(int)answer.StatusCode}");
        }

        wrong.ShouldBeEmpty();
        foreach (var (_, browser, _) in callers)
            browser.Dispose();
    }

    [Fact]
    public async Task Operations_OnAnotherOrganization_FindNothing_ChangeNothing_AndTellNothing()
    {
        var wrong = new List<string>();
        using var ours = await WorldOfA.CreateAsync(server);
        using var stranger = await server.NewOwnerAsync("Strangers");
        using var key = await KeyAsync(stranger, Scopes.Admin);
        var own = (await stranger.PostAsync("/v1/applications", new { name = "Own", url = "https://own.example" }))["id"]!.GetValue<string>();
        var operations = await OperationsAsync();
        var before = await ours.DigestAsync();
        foreach (var operation in operations.All.Where(operation => operation.Permission is not "open" && !operation.Parameters.Contains("token") && !operation.Path.StartsWith("/v1/account", StringComparison.Ordinal) && operation.Path != "/v1/organizations" && !(operation.Path == "/v1/session" && operation.Method == HttpMethod.Delete)))
        {
            var missing = operation.Parameters.Where(parameter => ours.Id(parameter) is null).ToList();
            missing.ShouldBeEmpty($"{operation}: make one of these in WorldOfA, so that another organization can try to get at it");
            foreach (var caller in (Browser[])[stranger, key])
            {
                if (caller == key && operation.Permission == "person")
                    continue;
                await TryAsync(operation, caller, operation.Url(parameter => ours.Id(parameter)!), operation.Parameters.Count > 0);
                // The first is one's own: what is below it may be somebody else's all the same.
                if (operation.Parameters is ["applicationId", ..] and { Count: > 1 })
                    await TryAsync(operation, caller, operation.Url(parameter => parameter == "applicationId" ? own : ours.Id(parameter)!), mustBeMissing: operation.Parameters.Any(parameter => parameter.EndsWith("Id", StringComparison.Ordinal) && parameter != "applicationId"));
                var queries = operation.Queries.Where(query => ours.Id(query) is not null && query != "name").ToList();
                if (queries.Count > 0)
                    await TryAsync(operation, caller, operation.Url(_ => own) + "?" + string.Join('&', queries.Select(query => $"{query}={ours.Id(query)}")), mustBeMissing: false);
            }
        }

        wrong.ShouldBeEmpty();
        (await ours.DigestAsync()).ShouldBe(before, "rows of another organization were changed");

        async Task TryAsync(ApiOperation operation, Browser caller, string url, bool mustBeMissing)
        {
            var body = operation.Body is null ? null : operations.Sample(operation.Body, name => ours.Id(name));
            using var answer = await caller.SendAsync(operation.Method, url, body);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (text.Contains(WorldOfA.Marker, StringComparison.Ordinal) || (int)answer.StatusCode >= 500)
                wrong.Add($"{operation}: {(int)answer.StatusCode} {text}");
            // The documented secrets answer for what is somebody else's as for what holds nothing.
            var looksEmpty = operation.Tags.Contains("preview secrets") && operation.Method == HttpMethod.Get && text == """{"keys":[]}""";
            if (mustBeMissing && answer.StatusCode != HttpStatusCode.NotFound && !looksEmpty)
                wrong.Add($"{operation}: {(int)answer.StatusCode} instead of 404: {text}");
        }
    }

    // An id that nothing has.
    private static string Nothing(string parameter) => parameter == "attempt" ? "1" : Guid.CreateVersion7().ToString();

    private async Task<Browser> KeyAsync(Browser owner, string scope)
    {
        var browser = server.NewBrowser();
        browser.Http.DefaultRequestHeaders.Authorization = new("Bearer", (await owner.PostAsync("/v1/api-keys", new { name = scope, scopes = new[] { scope }, role = "owner" }))["key"]!.GetValue<string>());
        return browser;
    }

    private async Task<ApiOperations> OperationsAsync()
        => new(JsonNode.Parse(await server.Anonymous.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!.AsObject());
}

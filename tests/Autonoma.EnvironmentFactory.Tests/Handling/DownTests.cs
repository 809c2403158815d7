using System.Text.Json;
using Autonoma.EnvironmentFactory.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Autonoma.EnvironmentFactory.Tests.Handling;

public sealed class DownTests : IDisposable
{
    private const string Tree = """{"Organization":[{"name":"x","members":[{"role":"owner","user":{"email":"a@b.test"}}]}],"Project":[{"title":"t","children":[{"title":"c"}]}]}""";

    private readonly TestFactory _factory = new();

    public void Dispose() => _factory.Dispose();

    [Fact]
    public async Task Down_AfterUp_RemovesEverythingInReverse_AndAgainWithoutHarm()
    {
        var up = await _factory.UpAsync(Tree);
        var created = _factory.Store.Events.Select(entry => entry["create ".Length..]).ToList();
        _factory.Store.Events.Clear();

        var down = await _factory.DownAsync(up);

        down.Select(member => member.Key).ShouldBe(["version", "sdk", "ok"]);
        ((bool)down["ok"]!).ShouldBeTrue();
        _factory.Store.Events.ShouldBe(Enumerable.Reverse(created).Select(id => $"delete {id}"));
        _factory.Store.Rows.ShouldBeEmpty();
        await _factory.DownAsync(up);
    }

    [Fact]
    public async Task Down_WithAFailingRecord_GoesOnAndReportsWhatStayed()
    {
        var up = await _factory.UpAsync(Tree);
        _factory.Store.Failures["delete user-2"] = new InvalidOperationException("still has orders");

        var message = await _factory.FailAsync($$"""{"action":"down","refsToken":"{{up["refsToken"]}}"}""", 500, "INTERNAL_ERROR");

        message.ShouldStartWith("1 of 5 records could not be removed: User user-2: still has orders");
        _factory.Store.Rows.Keys.ShouldBe(["user-2"]);
        _factory.Store.Failures.Clear();
        await _factory.DownAsync(up);
        _factory.Store.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Down_OfAModelWithoutTeardown_LeavesItAlone()
    {
        using var factory = new TestFactory(builder => builder.DefineFactory<OrganizationInput>("Country", (OrganizationInput input, Store store) => store.Add("Country", input).Id));

        await factory.DownAsync(await factory.UpAsync("""{"Country":[{"name":"x"}],"Project":[{"title":"t"}]}"""));

        factory.Store.Rows.Values.Select(row => row.Model).ShouldBe(["Country"]);
    }

    [Theory]
    [InlineData("""{"action":"down"}""", 400, "INVALID_BODY")]
    [InlineData("""{"action":"down","refsToken":""}""", 400, "INVALID_BODY")]
    [InlineData("""{"action":"down","refsToken":"a.b.c"}""", 403, "INVALID_REFS_TOKEN")]
    [InlineData("""{"action":"down","refsToken":7}""", 403, "INVALID_REFS_TOKEN")]
    public Task Down_WithoutAToken_IsRefused(string body, int status, string code) => _factory.FailAsync(body, status, code);

    [Theory]
    [InlineData("""{"refs":[],"testRunId":"r","environment":"","exp":4102444800}""")]
    [InlineData("""{"refs":{"Project":{"id":1}},"exp":4102444800}""")]
    [InlineData("""{"refs":{"Project":[{"name":1}]},"exp":4102444800}""")]
    [InlineData("""{"refs":{"Project":[{"id":"project-1"}]},"environment":"standard","exp":4102444800}""")]
    [InlineData("""{"refs":{"Project":[{"id":"project-1"}]},"testRunId":"no expiry"}""")]
    [InlineData("not json")]
    public async Task Down_WithASignedTokenOfAnotherShape_IsRefused(string payload)
    {
        await _factory.UpAsync("""{"Project":[{"title":"t"}]}""");

        await _factory.FailAsync($$"""{"action":"down","refsToken":"{{SignedToken.Sign(System.Text.Encoding.UTF8.GetBytes(payload), TestFactory.SigningSecret)}}"}""", 403, "INVALID_REFS_TOKEN");

        _factory.Store.Rows.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Down_WithAnExpiredToken_IsRefused()
    {
        var up = await _factory.UpAsync("""{"Project":[{"title":"t"}]}""");
        _factory.Time.Now += TimeSpan.FromHours(24);

        (await _factory.FailAsync($$"""{"action":"down","refsToken":"{{up["refsToken"]}}"}""", 403, "INVALID_REFS_TOKEN")).ShouldBe("Invalid refs token: token expired");
        _factory.Time.Now -= TimeSpan.FromSeconds(1);
        await _factory.DownAsync(up);
    }

    // A token of another SDK: no expiry, and aliases are all that tells the order.
    [Fact]
    public async Task Down_WithATokenOfAnotherSdk_GoesByItsAliases()
    {
        using var factory = new TestFactory(options: options => options.AcceptTokensWithoutExpiry = true);
        var token = RefsToken.Sign(
            new()
            {
                Refs = JsonDocument.Parse("""{"User":[{"id":"u1"},{"id":"u2"}],"Organization":[{"id":"o1"}],"Project":[{"id":"p1"}]}""").RootElement,
                TestRunId = "r",
                AliasDependencies = new Dictionary<string, IReadOnlyList<string>> { ["u"] = ["o"], ["o"] = [], ["p"] = ["u", "o"] },
                AliasOwnerModel = new Dictionary<string, string> { ["u"] = "User", ["o"] = "Organization", ["p"] = "Project" },
            },
            TestFactory.SigningSecret);

        await factory.SucceedAsync($$"""{"action":"down","refsToken":"{{token}}"}""");

        factory.Store.Events.ShouldBe(["delete p1", "delete u2", "delete u1", "delete o1"]);
    }

    [Fact]
    public async Task Services_OfARequest_AreItsOwn_AndNewAfterAFailure()
    {
        var seen = new List<Guid>();
        using var factory = new TestFactory(builder =>
        {
            builder.Services.AddScoped<Marker>();
            builder.DefineFactory<OrganizationInput>("Marked", (OrganizationInput input, Marker marker) => marker.Id, (string id, Marker marker) =>
            {
                seen.Add(marker.Id);
                throw new InvalidOperationException("no");
            });
        });
        var up = await factory.UpAsync("""{"Marked":[{"name":"a"},{"name":"b"}]}""");
        var ids = up["refs"]!["Marked"]!.AsArray().Select(record => (string)record!["id"]!).Distinct().ToList();

        await factory.FailAsync($$"""{"action":"down","refsToken":"{{up["refsToken"]}}"}""", 500, "INTERNAL_ERROR");

        ids.Count.ShouldBe(1);
        seen.Distinct().Count().ShouldBe(2);
        seen.ShouldNotContain(Guid.Parse(ids[0]));
    }

    private sealed class Marker
    {
        public Guid Id { get; } = Guid.NewGuid();
    }
}

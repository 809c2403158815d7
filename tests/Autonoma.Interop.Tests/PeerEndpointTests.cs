using System.Text;
using System.Text.Json.Nodes;
using Autonoma.Interop.Tests.Peer;
using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Instances;
using Autonoma.Scenarios.Journal;
using Autonoma.Scenarios.Lifecycle;
using Autonoma.Scenarios.Preflight;
using Autonoma.Scenarios.Recipes;
using Autonoma.Scenarios.Variables;

namespace Autonoma.Interop.Tests;

/// <summary>Our client drives an app that uses the published packages.</summary>
public sealed class PeerEndpointTests(PeerFixture peer) : IClassFixture<PeerFixture>, IDisposable
{
    // Dependants stand before what they refer to.
    private const string Tree = """
        {"NoteTag":[{"title":"{{index}} of {{testRunId}}","tags":["{{cycle(red,blue)}}","é😀 \"<&>'"],"authorId":{"_ref":"ann"},"organizationId":{"_ref":"o"}},
                    {"title":"{{index}}","authorId":{"_ref":"ben"},"organizationId":{"_ref":"o"}}],
         "User":[{"_alias":"ann","email":"ann@example.com","age":37,"organizationId":{"_ref":"o"}},{"_alias":"ben","email":"ben@example.com","active":false,"organizationId":{"_ref":"o"}}],
         "Organization":[{"_alias":"o","name":"Nordlicht"}]}
        """;

    // Skips here, before any test catches what a call throws.
    private readonly Uri _peer = peer.Url();
    private readonly HttpClient _http = EnvironmentClient.CreateHttp();
    private readonly string _folder = Directory.CreateTempSubdirectory("autonoma-interop").FullName;
    private int _waits;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private EnvironmentClient Client(string path = "/api/autonoma", string secret = PeerFixture.SharedSecret)
        => new(new EnvironmentEndpoint(new Uri(_peer, path), secret), _http, TimeProvider.System) { Waiting = (_, _) => _waits++ };

    private Task<Instance> UpAsync(string create, string runId) => Client().UpAsync(RequestBodies.Up(JsonNode.Parse(create)!.AsObject(), runId), runId, asVersion2: false, Stop);

    [Fact]
    public async Task Discover_IsReadAsASchema()
    {
        var discovery = await Client().DiscoverAsync(Stop);

        discovery.Protocol.ShouldBe("1.0");
        var schema = discovery.Schema!;
        schema.Models.Select(model => model.Name).ShouldBe(["Organization", "User", "NoteTag", "Keyless"]);
        schema.ScopeField.ShouldBe("organizationId");
        schema.ScopeModel!.Name.ShouldBe("Organization");
        var user = schema.Model("User")!;
        user.Fields.Select(field => (field.Name, field.Type, field.IsRequired, field.IsId, field.HasDefault)).ShouldBe(
        [
            ("id", "string", false, true, true), ("email", "string", true, false, false), ("age", "number", false, false, false),
            ("active", "boolean", false, false, true), ("organizationId", "string", true, false, false),
        ]);
        schema.Model("NoteTag")!.TableName.ShouldBe("note_tag");
        schema.Model("NoteTag")!.Fields.Select(field => field.Type).ShouldBe(["string", "string", "json", "timestamp", "string", "string"]);
    }

    [Theory]
    [InlineData("""{"Organization":[{"_alias":"o","name":"x"}],"User":[{"email":"a@example.com","organizationId":{"_ref":"o"}}]}""", null)]
    [InlineData("""{"Organization":[{"_alias":"o","nmae":"x"}]}""", "unknown-field")]
    [InlineData("""{"Organization":[],"Usr":[{"email":"a@example.com"}]}""", "unknown-model")]
    [InlineData("""{"User":[{"email":"a@example.com","organizationId":"1"}]}""", "wrong-root")]
    [InlineData("""{"Organization":[],"User":[{"email":"a@example.com","active":3}]}""", "wrong-type")]
    public async Task Discover_WrittenToAFile_IsWhatPreflightChecksAgainst(string create, string? problem)
    {
        var path = Path.Combine(_folder, "discover.json");
        await File.WriteAllTextAsync(path, DiscoverDocument.Write(await Client().DiscoverAsync(Stop)), Stop);
        JsonObject Recipe(string name) => new() { ["name"] = name, ["description"] = "", ["create"] = JsonNode.Parse(name == "standard" ? create : """{"Organization":[{"name":"x"}]}""") };
        var file = RecipeReader.Read(Encoding.UTF8.GetBytes(new JsonObject
        {
            ["version"] = 1,
            ["source"] = new JsonObject { ["discoverPath"] = path, ["scenariosPath"] = "s" },
            ["validationMode"] = "sdk-check",
            ["recipes"] = new JsonArray(Recipe("standard"), Recipe("empty"), Recipe("large")),
        }.ToJsonString()));

        var found = new PreflightCheck(DiscoverDocument.Read(path), null).Check(file);

        found.Select(one => one.Code).ShouldBe(problem is null ? [] : [problem]);
    }

    [Fact]
    public async Task Up_ResolvesAliasesAndTokens_AndDownRemovesEverythingBackwards()
    {
        var before = await peer.StateAsync();

        var instance = await UpAsync(Tree, "run-7");

        var created = await peer.StateAsync();
        created.Rows.Count.ShouldBe(before.Rows.Count + 5);
        created.Events.Skip(before.Events.Count).First().ShouldBe("create Organization");
        var refs = instance.Refs!.Value;
        var organization = refs.GetProperty("Organization")[0].GetProperty("id").GetString()!;
        var users = refs.GetProperty("User").EnumerateArray().ToList();
        users.ShouldAllBe(user => user.GetProperty("organizationId").GetString() == organization);
        users[0].GetProperty("age").GetInt32().ShouldBe(37);
        users.Select(user => user.GetProperty("active").GetBoolean()).ShouldBe([true, false]);
        var notes = refs.GetProperty("NoteTag").EnumerateArray().ToList();
        notes[0].GetProperty("title").GetString().ShouldBe("0 of run-7");
        notes[1].GetProperty("title").GetString().ShouldBe("1");
        notes[0].GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()).ShouldBe(["red", "é😀 \"<&>'"]);
        notes.Select(note => note.GetProperty("authorId").GetString()).ShouldBe(users.Select(user => user.GetProperty("id").GetString()));
        var cookie = instance.Auth!.Cookies!.ShouldHaveSingleItem();
        (cookie.Name, cookie.Value, cookie.HttpOnly, cookie.SameSite, cookie.Path).ShouldBe(("session", "for ann@example.com", true, "lax", "/"));
        instance.Auth.Headers!["x-tenant"].ShouldBe(organization);
        instance.Auth.Values!["password"].ShouldBe("Pa55!");

        await Client().DownAsync(instance.Token, "run-7", asVersion2: false, Stop);

        var after = await peer.StateAsync();
        after.Rows.Count.ShouldBe(before.Rows.Count);
        after.Events.Skip(created.Events.Count).ShouldBe(["delete NoteTag", "delete NoteTag", "delete User", "delete User", "delete Organization"]);
    }

    [Fact]
    public async Task Lifecycle_OfARecipe_PassesAndLeavesNothing()
    {
        var recipe = """
            { "version": 1, "source": { "discoverPath": "d", "scenariosPath": "s" }, "validationMode": "endpoint-lifecycle", "recipes": [ { "name": "standard", "description": "",
              "create": { "Organization": [{ "_alias": "o", "name": "Nord {{suffix}}" }], "User": [{ "email": "{{email}}", "age": "{{age}}", "organizationId": { "_ref": "o" } }] },
              "variables": { "email": { "strategy": "faker", "generator": "internet.email" }, "age": { "strategy": "literal", "value": 41 }, "suffix": { "strategy": "derived", "source": "testRunId", "format": "{shortId}" } } } ] }
            """;
        var before = await peer.StateAsync();
        using var journal = new InstanceJournal(_folder, TimeProvider.System);
        var instances = new ScenarioInstances(Client(), RecipeReader.Read(Encoding.UTF8.GetBytes(recipe)), journal, TimeProvider.System);

        var check = await new ScenarioLifecycle(instances, null).CheckAsync("standard", RunId.New(), Stop);

        check.Problems.ShouldBeEmpty();
        check.Parts.Select(part => part.Name).ShouldContain("down");
        (await peer.StateAsync()).Rows.Count.ShouldBe(before.Rows.Count);
        (await peer.StateAsync()).Events.Count.ShouldBe(before.Events.Count + 4);
    }

    [Theory]
    [InlineData("""{"User":[{"email":"a@example.com","organizationId":{"_ref":"nobody"}}]}""", 400, "INVALID_BODY")]
    [InlineData("""{"Organization":[{"_alias":"o","name":"a"},{"_alias":"o","name":"b"}]}""", 400, "INVALID_BODY")]
    [InlineData("""{"Organization":[{"_alias":"a","name":{"_ref":"b"}},{"_alias":"b","name":{"_ref":"a"}}]}""", 400, "INVALID_BODY")]
    [InlineData("""{"Planet":[{"name":"Mars"}]}""", 400, "INVALID_BODY")]
    [InlineData("""{"Organization":[{"name":"{{nobodyKnows}}"}]}""", 400, "UNRESOLVED_TOKEN")]
    [InlineData("""{"Organization":[{"name":7}]}""", 500, "INTERNAL_ERROR")]
    [InlineData("""{"Organization":[{"name":"explode"}]}""", 500, "INTERNAL_ERROR")]
    [InlineData("""{"Keyless":[{"name":"x"}]}""", 500, "FACTORY_MISSING_PK")]
    public async Task Up_ThatIsRefused_IsAnErrorWithTheCode_AndNotTriedAgain(string create, int status, string code)
    {
        var rows = (await peer.StateAsync()).Rows.Count;

        var error = await Should.ThrowAsync<EnvironmentException>(() => UpAsync(create, "run-8"));

        (error.Failure, error.Status, error.Code).ShouldBe((EnvironmentFailure.Http, status, code));
        _waits.ShouldBe(0);
        (await peer.StateAsync()).Rows.Count.ShouldBe(rows);
    }

    [Fact]
    public async Task Secrets_ThatAreWrong_AreNamedAsSuch()
    {
        var unsigned = await Should.ThrowAsync<EnvironmentException>(() => Client(secret: "another-secret").DiscoverAsync(Stop));
        var same = await Should.ThrowAsync<EnvironmentException>(() => Client("/same-secrets").DiscoverAsync(Stop));

        (unsigned.Status, unsigned.Code).ShouldBe((401, "INVALID_SIGNATURE"));
        unsigned.Message.ShouldContain("AUTONOMA_SHARED_SECRET");
        (same.Status, same.Code).ShouldBe((500, "SAME_SECRETS"));
    }

    [Fact]
    public async Task Down_WithATokenThatWasTamperedWith_IsRefusedAndRemovesNothing()
    {
        var instance = await UpAsync(Tree, "run-9");
        var rows = (await peer.StateAsync()).Rows.Count;
        var place = instance.Token.IndexOf('.', StringComparison.Ordinal) + 9;
        var tampered = string.Concat(instance.Token.AsSpan(0, place), instance.Token[place] == 'a' ? "b" : "a", instance.Token.AsSpan(place + 1));

        var error = await Should.ThrowAsync<EnvironmentException>(() => Client().DownAsync(tampered, "run-9", asVersion2: false, Stop));

        (error.Status, error.Code).ShouldBe((403, "INVALID_REFS_TOKEN"));
        (await peer.StateAsync()).Rows.Count.ShouldBe(rows);
        await Client().DownAsync(instance.Token, "run-9", asVersion2: false, Stop);
        (await peer.StateAsync()).Rows.Count.ShouldBe(rows - 5);
    }
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.EnvironmentFactory.Handling;
using Autonoma.EnvironmentFactory.Protocol;
using Autonoma.Interop.Tests.Peer;
using Microsoft.Extensions.DependencyInjection;

namespace Autonoma.Interop.Tests;

/// <summary>What one side signs, the other verifies; what was changed, neither does.</summary>
public sealed class SignatureAndTokenTests(PeerFixture peer) : IClassFixture<PeerFixture>
{
    private const string Payload = """{"refs":{"Organization":[{"id":"org_1","name":"Acme"}]},"testRunId":"run-123","environment":"","aliasDependencies":{"org":[]},"aliasOwnerModel":{"org":"Organization"}}""";

    private readonly List<string> _rows = [];

    public sealed record OrganizationInput(string Name);

    public sealed record UserInput(string Email, string OrganizationId);

    public static TheoryData<string, string> Signed => new()
    {
        { """{"action":"discover"}""", "test-secret-key" },
        { """{"name":"é😀"}""", "sécret" },
        { "", "s" },
        { "no JSON at all\r\n\t", new string('k', 200) },
        { new string('ü', 500_000), "long" },
    };

    [Theory]
    [MemberData(nameof(Signed), DisableDiscoveryEnumeration = true)]
    public async Task Signatures_AreTheSameOnBothSides(string body, string secret)
    {
        var ours = RequestSignature.Sign(body, secret);
        var theirs = (string)(await peer.CallAsync("signBody", body, secret))!;

        ours.ShouldBe(theirs);
        ((bool)(await peer.CallAsync("verifySignature", body, ours, secret))!).ShouldBeTrue();
        RequestSignature.Verify(Encoding.UTF8.GetBytes(body), theirs, secret).ShouldBeTrue();
        foreach (var wrong in (string[])[ours.ToUpperInvariant(), $"sha256={ours}", ours[..63], "", RequestSignature.Sign(body + " ", secret), RequestSignature.Sign(body, secret + "x")])
        {
            if (wrong == ours)
                continue;
            ((bool)(await peer.CallAsync("verifySignature", body, wrong, secret))!).ShouldBeFalse(wrong);
            RequestSignature.Verify(Encoding.UTF8.GetBytes(body), wrong, secret).ShouldBeFalse(wrong);
        }
    }

    [Fact]
    public async Task Tokens_OfTheSamePayload_AreTheSameOnBothSides()
        => SignedToken.Sign(Encoding.UTF8.GetBytes(Payload), PeerFixture.SigningSecret).ShouldBe((string)(await peer.CallAsync("signRefs", JsonNode.Parse(Payload), PeerFixture.SigningSecret))!);

    [Fact]
    public async Task Tokens_OfAnyRecord_AreReadByTheOtherSide()
    {
        var random = new Random(20260502);
        for (var i = 0; i < 150; i++)
        {
            var refs = new JsonObject { ["Model"] = new JsonArray(Record(random, 3), Record(random, 3)) };
            using var document = JsonDocument.Parse(refs.ToJsonString());
            var ours = RefsToken.Sign(new RefsTokenPayload { Refs = document.RootElement, TestRunId = Text(random), AliasDependencies = new Dictionary<string, IReadOnlyList<string>> { ["a"] = ["b"] }, AliasOwnerModel = new Dictionary<string, string> { ["a"] = "Model" }, IssuedAt = 1, ExpiresAt = 2 }, PeerFixture.SigningSecret);

            var read = await peer.CallAsync("verifyRefs", ours, PeerFixture.SigningSecret);
            JsonNode.DeepEquals(read!["refs"], refs).ShouldBeTrue($"{read["refs"]!.ToJsonString()} is not {refs.ToJsonString()}");

            var theirs = (string)(await peer.CallAsync("signRefs", read.DeepClone(), PeerFixture.SigningSecret))!;
            var back = RefsToken.Read(theirs, PeerFixture.SigningSecret);
            JsonNode.DeepEquals(JsonNode.Parse(back.Refs.GetRawText()), refs).ShouldBeTrue(theirs);
            back.TestRunId.ShouldBe((string)read["testRunId"]!);
        }
    }

    [Fact]
    public async Task Tokens_WithOneLetterChanged_AreRefusedByBothSides()
    {
        var token = SignedToken.Sign(Encoding.UTF8.GetBytes(Payload), PeerFixture.SigningSecret);
        (await peer.CallAsync("verifyRefs", token, PeerFixture.SigningSecret)).ShouldNotBeNull();
        for (var place = 0; place < token.Length; place += 7)
        {
            var changed = token.ToCharArray();
            changed[place] = changed[place] == 'A' ? 'B' : 'A';
            await RefusedAsync(new string(changed));
        }

        foreach (var wrong in (string[])[token + "=", token + " ", token + ".x", token[..^1], token.Replace('.', '_'), SignedToken.Sign(Encoding.UTF8.GetBytes(Payload), "another secret")])
            await RefusedAsync(wrong);
    }

    [Fact]
    public async Task Request_ThatTheySign_IsAnsweredByUs_AndTheyReadOurToken()
    {
        using var services = Ours(acceptTheirs: false);
        var handler = services.GetRequiredService<EnvironmentFactoryHandler>();
        var body = """{"action":"up","testRunId":"run-1","create":{"User":[{"email":"a@example.com","organizationId":{"_ref":"o"}}],"Organization":[{"_alias":"o","name":"Größe"}]}}""";
        var response = await handler.HandleAsync(new EnvironmentFactoryRequest(Encoding.UTF8.GetBytes(body)) { Signature = (string)(await peer.CallAsync("signBody", body, PeerFixture.SharedSecret))! }, TestContext.Current.CancellationToken);

        var answer = JsonNode.Parse(response.Body.Span)!;
        response.Status.ShouldBe(200, answer.ToJsonString());
        var payload = await peer.CallAsync("verifyRefs", (string)answer["refsToken"]!, PeerFixture.SigningSecret);
        JsonNode.DeepEquals(payload!["refs"], answer["refs"]).ShouldBeTrue(payload.ToJsonString());
        ((string)payload["aliasOwnerModel"]!["o"]!).ShouldBe("Organization");
        ((string)payload["testRunId"]!).ShouldBe((string)answer["refs"]!["User"]![0]!["organizationId"]!);
        _rows.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(true, 200)]
    [InlineData(false, 403)]
    public async Task Token_ThatTheySign_IsTornDownByUs_OnlyWhereOneWithoutExpiryIsAllowed(bool allowed, int status)
    {
        using var services = Ours(allowed);
        _rows.AddRange(["org_1", "user_1"]);
        var token = (string)(await peer.CallAsync("signRefs", JsonNode.Parse("""{"refs":{"Organization":[{"id":"org_1"}],"User":[{"id":"user_1"}]},"testRunId":"org_1","environment":"","aliasDependencies":{},"aliasOwnerModel":{}}"""), PeerFixture.SigningSecret))!;

        var response = await services.GetRequiredService<EnvironmentFactoryHandler>().HandleAsync(EnvironmentFactoryRequest.Signed(Encoding.UTF8.GetBytes($$"""{"action":"down","refsToken":"{{token}}"}"""), PeerFixture.SharedSecret), TestContext.Current.CancellationToken);

        response.Status.ShouldBe(status, Encoding.UTF8.GetString(response.Body.Span));
        _rows.Count.ShouldBe(allowed ? 0 : 2);
    }

    private static JsonObject Record(Random random, int depth)
    {
        var record = new JsonObject { ["id"] = Text(random) };
        for (var i = random.Next(5); i > 0; i--)
            record[Text(random) + i] = Value(random, depth);
        return record;
    }

    private static JsonNode? Value(Random random, int depth) => random.Next(depth > 0 ? 7 : 5) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.Next(-1_000_000, 1_000_000),
        3 => random.Next(1, 1_000_000) / 64.0,
        4 => Text(random),
        5 => new JsonArray(Value(random, depth - 1), Value(random, depth - 1)),
        _ => Record(random, depth - 1),
    };

    // Quotes, controls, what browsers escape, all planes; no lone surrogates, which are no text.
    private static string Text(Random random)
    {
        var text = new StringBuilder("k");
        for (var i = random.Next(12); i > 0; i--)
        {
            var rune = random.Next(4) switch { 0 => random.Next(0x20), 1 => random.Next(0x20, 0x7f), 2 => random.Next(0x80, 0xd800), _ => random.Next(0xe000, 0x110000) };
            text.Append(new Rune(rune).ToString());
        }

        return text.ToString();
    }

    private async Task RefusedAsync(string token)
    {
        Should.Throw<InvalidTokenException>(() => RefsToken.Read(token, PeerFixture.SigningSecret), token);
        await Should.ThrowAsync<PeerErrorException>(() => peer.CallAsync("verifyRefs", token, PeerFixture.SigningSecret), token);
    }

    private ServiceProvider Ours(bool acceptTheirs)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddEnvironmentFactory(factory =>
        {
            factory.ScopeField = "organizationId";
            factory.Configure(options =>
            {
                options.SharedSecret = PeerFixture.SharedSecret;
                options.SigningSecret = PeerFixture.SigningSecret;
                options.AllowProduction = true;
                options.AcceptTokensWithoutExpiry = acceptTheirs;
            });
            factory.DefineFactory<OrganizationInput>("Organization", (OrganizationInput input) => new { Id = Add($"org_{input.Name}"), input.Name }, (string id) => { _rows.Remove(id); });
            factory.DefineFactory<UserInput>("User", (UserInput input) => new { Id = Add($"user_{input.Email}"), input.Email, input.OrganizationId }, (string id) => { _rows.Remove(id); });
        });
        return services.BuildServiceProvider();
    }

    private string Add(string id)
    {
        _rows.Add(id);
        return id;
    }
}

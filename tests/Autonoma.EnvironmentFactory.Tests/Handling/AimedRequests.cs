using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.EnvironmentFactory.Handling;
using Autonoma.EnvironmentFactory.Protocol;

namespace Autonoma.EnvironmentFactory.Tests.Handling;

/// <summary>Requests that are wrong in one way each, with everything else made up: for each code of the protocol, a way to get it.</summary>
internal sealed class AimedRequests : IDisposable
{
    private static readonly string[] Letters = ["a", "Z", "0", " ", "-", "_", "é", "ß", "\u4e2d", "\ud83d\ude00", "\"", "\\", "\n", "\u0000", "\u2028", "<", "&", "{", "}", "$"];

    private readonly TestFactory _factory = new(builder =>
    {
        builder.DefineFactory<BrokenInput>("Broken", (BrokenInput input, Store store) => Fail(store));
        builder.DefineFactory<BrokenInput>("Keyless", (BrokenInput input) => (string?)null);
    });
    private readonly TestFactory _second = new(builder => builder.DefineScenario("standard", "", """{"Organization":[{"name":"Acme"}]}"""), options => options.ProtocolVersion = ProtocolVersions.V2);
    private readonly TestFactory _production = new(options: options => options.AllowProduction = false);
    private readonly TestFactory _same = new(options: options => options.SigningSecret = options.SharedSecret);
    private readonly string _token;
    private readonly string _teardownToken;
    private readonly Random _random;

    public AimedRequests(Random random)
    {
        _random = random;
        var payload = """{"refs":{"Organization":[{"id":"nobody"}]},"testRunId":"r","environment":"","aliasDependencies":{},"aliasOwnerModel":{},"exp":4102444800}""";
        _token = SignedToken.Sign(Encoding.UTF8.GetBytes(payload), TestFactory.SigningSecret);
        _teardownToken = SignedToken.Sign("""{"refs":{},"testRunId":"r","environment":"standard","exp":4102444800}"""u8, TestFactory.SigningSecret);
        Aims =
        [
            (null, () => Answer(_factory, Up())),
            (ErrorCodes.InvalidSignature, () => _factory.Handler.HandleAsync(BadlySigned(Pick(Up(), Down(_token), """{"action":"discover"}""")), Stop)),
            (ErrorCodes.InvalidBody, () => Answer(_factory, Invalid())),
            (ErrorCodes.UnknownAction, () => Answer(_factory, $$"""{{{Noise()}},"action":{{Pick("7", "true", "[1]", "{\"a\":1}", Text("x"), "\"Up\"", "\"discover \"", "\"DOWN\"")}}}""")),
            (ErrorCodes.UnresolvedToken, () => Answer(_factory, Up(title: $"\"{{{{{Pick("index1", "now", "testrunid", "cycle [1]", "a.b", $"t{_random.Next()}")}}}}}\""))),
            (ErrorCodes.InvalidRefsToken, () => Answer(_factory, Down(BadToken(_token)))),
            (ErrorCodes.ProductionBlocked, () => Answer(_production, Pick(Up(), Down(_token), "{", ""))),
            (ErrorCodes.SameSecrets, () => Answer(_same, Pick(Up(), Down(_token), "{", ""))),
            (ErrorCodes.FactoryMissingPrimaryKey, () => Answer(_factory, Up(more: $$""","Keyless":[{"x":{{Text()}}}]"""))),
            (ErrorCodes.InternalError, () => Answer(_factory, Up(more: $$""","Broken":[{"x":{{Text()}}}]"""))),
            (ErrorCodes.UnknownInstance, () => Answer(_factory, $$"""{"action":"down",{{Noise()}},"instanceId":"{{InstanceId.New($"m{_random.Next()}", _factory.Time.Now)}}"}""")),
            (ErrorCodes.UnknownEnvironment, () => Answer(_second, $$$"""{"action":"up",{{{Noise()}}},"scenario":{"name":{{{Text("x")}}}}}""")),
            (ErrorCodes.InvalidTeardownToken, () => Answer(_second, Down(BadToken(_teardownToken), "teardownToken"))),
        ];
    }

    /// <summary>A code (null for success) and a request that gets it; each call makes another one.</summary>
    public IReadOnlyList<(string? Code, Func<Task<EnvironmentFactoryResponse>> Send)> Aims { get; }

    /// <summary>What is left anywhere.</summary>
    public int Rows => _factory.Store.Rows.Count + _second.Store.Rows.Count + _production.Store.Rows.Count + _same.Store.Rows.Count;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        foreach (var factory in (TestFactory[])[_factory, _second, _production, _same])
            factory.Dispose();
    }

    private static string Fail(Store store)
    {
        store.Rows.ShouldNotBeEmpty("something is there to be taken back");
        throw new InvalidOperationException("broken");
    }

    private static async Task<EnvironmentFactoryResponse> Answer(TestFactory factory, string body)
    {
        var response = await factory.SendAsync(body);
        if (response.IsSuccess && (JsonNode.Parse(response.Body.Span)!["refsToken"] is { } token))
            await factory.DownAsync(new JsonObject { ["refsToken"] = token.DeepClone() });
        return response;
    }

    private string Up(string? title = null, string more = "")
        => $$$"""{{{{Noise()}}},"action":"up","testRunId":{{{Text()}}},"create":{"Project":[{"ownerId":{"_ref":"u"},"title":{{{title ?? Text()}}},"children":[{"title":{{{Text()}}}}]}],"Organization":[{"name":{{{Text()}}},"users":[{"_alias":"u","email":"a@b.test","password":{{{Text()}}}}]}]{{{more}}}}}""";

    private string Down(string token, string name = "refsToken") => $$"""{{{Noise()}},"action":"down",{{JsonSerializer.Serialize(name)}}:{{JsonSerializer.Serialize(token)}}}""";

    private string Invalid() => _random.Next(12) switch
    {
        0 => Up()[..^_random.Next(1, 40)],
        1 => $$"""{{{Noise()}},"action":"up","create":{{Pick("null", "0", "\"\"", "false", "[]", "7")}}}""",
        2 => $$$"""{"action":"up","create":{"Organization":{{{Pick("{}", "7", "[[]]", "[7]", "[null]", Text())}}}}}""",
        3 => Up(more: $$""","{{Pick("Organisation", "organization", "X")}}":[{}]"""),
        4 => Up(title: $$"""{"_ref":"nobody{{_random.Next()}}"}"""),
        5 => Up(more: ",\"Member\":[{\"role\":\"owner\"}]"),
        6 => Up(more: $$""","User":[{"_alias":"u","email":"c@d.test","password":{{Text()}}}]"""),
        7 => Up(more: ",\"Project\":[{\"_alias\":\"p\",\"title\":\"a\",\"parentId\":{\"_ref\":\"q\"}},{\"_alias\":\"q\",\"title\":\"b\",\"parentId\":{\"_ref\":\"p\"}}]"),
        8 => Up(title: Pick("[]", "{}", "7", "true", "null")),
        9 => Up(more: $$""","User":[{"email":"c@d.test","password":"x","guests":[{{{Noise()}}}]}]"""),
        10 => Down(""),
        _ => Pick("", "null", "[]", "7", "\"up\"", "{}", "{\"action\":null}", "{\"action\":\"up\"}", "\ufffd{", "{\"action\":\"up\",\"instanceId\":\"x\",\"create\":{}}"),
    };

    private EnvironmentFactoryRequest BadlySigned(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var good = RequestSignature.Sign(bytes, TestFactory.SharedSecret);
        var place = _random.Next(good.Length);
        var signature = _random.Next(6) switch
        {
            0 => null,
            1 => good[..place],
            2 => "sha256=" + good,
            3 => RequestSignature.Sign(bytes, $"{TestFactory.SharedSecret}{_random.Next()}"),
            4 => string.Concat(good.AsSpan(0, place), good[place] == '0' ? "1" : "0", good.AsSpan(place + 1)),
            _ => RequestSignature.Sign(Encoding.UTF8.GetBytes(body + " "), TestFactory.SharedSecret),
        };
        return new(bytes) { Signature = signature };
    }

    private string BadToken(string good)
    {
        var place = _random.Next(good.Length);
        return _random.Next(6) switch
        {
            0 => good[..Math.Max(1, place)],
            1 => string.Concat(good.AsSpan(0, place), good[place] == 'A' ? "B" : "A", good.AsSpan(place + 1)),
            2 => good + Pick(".", "=", " ", "x"),
            3 => SignedToken.Sign(Encoding.UTF8.GetBytes($$"""{"refs":{},"exp":{{_random.Next(1, 1_700_000_000)}}}"""), TestFactory.SigningSecret),
            4 => SignedToken.Sign("""{"refs":{},"exp":4102444800}"""u8, $"another{_random.Next()}"),
            _ => Pick("x", "..", "a.b.c", good.ToUpperInvariant(), "\ud83d\ude00"),
        };
    }

    // A member that nobody knows, with anything in it.
    private string Noise() => $"\"n{_random.Next(1000)}\":{Value(3)}";

    private string Value(int depth) => _random.Next(depth > 0 ? 6 : 4) switch
    {
        0 => Text(),
        1 => _random.Next(-9, 9).ToString(System.Globalization.CultureInfo.InvariantCulture),
        2 => Pick("null", "true", "false", "1e9", "-0.5"),
        3 => "{\"_ref\":\"nobody\"}",
        4 => $"[{Value(depth - 1)},{Value(depth - 1)}]",
        _ => $"{{{Text("k")}:{Value(depth - 1)}}}",
    };

    private string Text(string first = "") => JsonSerializer.Serialize(first + string.Concat(Enumerable.Range(0, _random.Next(8)).Select(_ => Letters[_random.Next(Letters.Length)])).Replace("{{", "{", StringComparison.Ordinal));

    private string Pick(params ReadOnlySpan<string> texts) => texts[_random.Next(texts.Length)];

    private sealed record BrokenInput(string? X = null);
}

using System.Globalization;
using System.Text;
using Autonoma.EnvironmentFactory.Handling;
using Autonoma.EnvironmentFactory.Protocol;

namespace Autonoma.EnvironmentFactory.Tests.Handling;

/// <summary>What a body is signed with, and what a <c>down</c> is allowed by, changed in every way. Seeded: the same requests in every run.</summary>
public sealed class MalformedHeaderAndTokenTests
{
    private const int Requests = 50_000;

    private const string Create = """{"Organization":[{"_alias":"o","name":"Acme"}],"User":[{"email":"a@b.test","organizationId":{"_ref":"o"}}]}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Headers_OfWhichOneIsChanged_AreRefused_AndNothingIsCreated()
    {
        using var factory = new TestFactory(options: options => options.RequireFreshRequests = true);
        var body = Encoding.UTF8.GetBytes($$"""{"action":"up","testRunId":"r","create":{{Create}}}""");
        var random = new Random(20260502);
        for (var i = 0; i < Requests; i++)
        {
            var good = Fresh(factory, body, $"nonce-{i:0000000000}");
            var changed = random.Next(4) switch
            {
                0 => good with { Signature = Changed(random, good.Signature!) },
                1 => good with { Timestamp = Changed(random, good.Timestamp!) },
                2 => good with { Nonce = Changed(random, good.Nonce!) },
                _ => good with { FreshSignature = Changed(random, good.FreshSignature!) },
            };

            var response = await factory.Handler.HandleAsync(changed, Stop);

            (response.Status, response.Code).ShouldBe((401, ErrorCodes.InvalidSignature), $"{changed.Signature} {changed.Timestamp} {changed.Nonce} {changed.FreshSignature}");
        }

        factory.Store.Events.ShouldBeEmpty();
        // Unchanged it is answered, so it was the change that was refused; and only once.
        var once = Fresh(factory, body, "nonce-of-the-end-1");
        (await factory.Handler.HandleAsync(once, Stop)).Status.ShouldBe(200);
        (await factory.Handler.HandleAsync(once, Stop)).Status.ShouldBe(401);
        factory.Store.Rows.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Tokens_ThatAreChanged_AreRefused_AndNothingIsRemoved()
    {
        using var factory = new TestFactory();
        var up = await factory.UpAsync(Create);
        var token = (string)up["refsToken"]!;
        var random = new Random(20260503);
        for (var i = 0; i < Requests; i++)
        {
            var changed = Changed(random, token);
            var response = await DownAsync(factory, changed ?? "");
            var expected = string.IsNullOrEmpty(changed) ? (400, ErrorCodes.InvalidBody) : (403, ErrorCodes.InvalidRefsToken);
            // Half a surrogate pair cannot be written as JSON text: it arrives as something else, and is no token either way.
            (response.Status, response.Code).ShouldBe(expected, changed);
        }

        factory.Store.Events.Count.ShouldBe(2);
        await factory.DownAsync(up);
        factory.Store.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Tokens_ThatAreSignedButHoldAnything_AreAnswered_AndTouchNoOtherRow()
    {
        using var factory = new TestFactory();
        var up = await factory.UpAsync(Create);
        var seed = """{"refs":{"Organization":[{"id":"x-1","name":"Acme"}],"User":[{"id":"x-2"},{"id":3}],"Project":[]},"testRunId":"x-1","environment":"","aliasDependencies":{"o":["o"]},"aliasOwnerModel":{"o":"Organization"},"order":[["Organization",1],["User",2]],"iat":1777636800,"exp":4102444800}""";
        string[] pieces = ["null", "[]", "{}", "-1", "1e99", "\"\"", "true", "\"id\":", "[[", "\\ud800", "99999999999999999999", "\"order\":7,", "\"refs\":0,", ",", ":", "\"", "{\"id\":{\"id\":[]}},"];
        var random = new Random(20260504);
        var answered = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Requests; i++)
        {
            var text = new StringBuilder(seed);
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                var place = random.Next(text.Length);
                if (random.Next(2) == 0)
                    text.Remove(place, Math.Min(random.Next(1, 12), text.Length - place));
                text.Insert(Math.Min(place, text.Length), pieces[random.Next(pieces.Length)]);
            }

            var payload = Encoding.UTF8.GetBytes(text.ToString());
            if (random.Next(4) == 0)
                payload[random.Next(payload.Length)] = (byte)random.Next(256);
            var response = await DownAsync(factory, SignedToken.Sign(payload, TestFactory.SigningSecret));

            var answer = (response.Status, response.Code);
            (answer == (200, null) || answer == (403, ErrorCodes.InvalidRefsToken)).ShouldBeTrue($"{answer}: {text} {Encoding.UTF8.GetString(response.Body.Span)}");
            answered[response.Code ?? "OK"] = answered.GetValueOrDefault(response.Code ?? "OK") + 1;
        }

        answered.Keys.ShouldBe([ErrorCodes.InvalidRefsToken, "OK"]);
        factory.Store.Rows.Count.ShouldBe(2);
        await factory.DownAsync(up);
        factory.Store.Rows.ShouldBeEmpty();
    }

    private static EnvironmentFactoryRequest Fresh(TestFactory factory, byte[] body, string nonce)
    {
        var timestamp = factory.Time.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return EnvironmentFactoryRequest.Signed(body, TestFactory.SharedSecret) with
        {
            Timestamp = timestamp,
            Nonce = nonce,
            FreshSignature = RequestSignature.SignFresh(body, timestamp, nonce, TestFactory.SharedSecret),
        };
    }

    private static Task<EnvironmentFactoryResponse> DownAsync(TestFactory factory, string token)
        => factory.Handler.HandleAsync(EnvironmentFactoryRequest.Signed(Encoding.UTF8.GetBytes(new System.Text.Json.Nodes.JsonObject { ["action"] = "down", ["refsToken"] = token }.ToJsonString()), TestFactory.SharedSecret), Stop);

    // Never the text it was.
    private static string? Changed(Random random, string text)
    {
        var place = random.Next(text.Length);
        var changed = random.Next(12) switch
        {
            0 => null,
            1 => "",
            2 => text[..place],
            3 => text.Remove(place, 1),
            4 => text.Insert(place, ((char)random.Next(1, 0x250)).ToString()),
            5 => text.ToUpperInvariant(),
            6 => $"{text}, {text}",
            7 => $"sha256={text}",
            8 => text + "=",
            9 => string.Concat(text.AsSpan(0, place), "\ud83d\ude00", text.AsSpan(place + 1)),
            10 => new string('a', random.Next(64, 20_000)),
            _ => string.Concat(text.AsSpan(0, place), ((char)(text[place] ^ (1 << random.Next(7)))).ToString(), text.AsSpan(place + 1)),
        };
        return changed == text ? text + "0" : changed;
    }
}

using System.Text;
using System.Text.Json.Nodes;
using Autonoma.EnvironmentFactory.Handling;
using Autonoma.EnvironmentFactory.Protocol;

namespace Autonoma.EnvironmentFactory.Tests.Handling;

public sealed class MalformedRequestTests
{
    // Together a hundred thousand.
    private const int OfEachCode = 4_000;
    private const int Mutations = 100_000 - (13 * OfEachCode);

    private static readonly string[] Seeds =
    [
        """{"action":"discover"}""",
        """{"action":"up","testRunId":"r","create":{"Organization":[{"_alias":"o","name":"Acme {{testRunId}}","members":[{"role":"owner","user":[{"email":"a@b.test","name":null}]}]}],"Project":[{"title":"{{index}}","priority":2,"ownerId":{"_ref":"o"},"address":{"street":"s","country":"DE"}}]}}""",
        """{"action":"down","refsToken":"eyJhbGciOiJIUzI1NiIsInR5cCI6IlJFRlMifQ.eyJyZWZzIjp7fX0.x","refs":null,"testRunId":"r"}""",
    ];

    private static readonly string[] Pieces =
    [
        "null", "0", "-1", "1e999", "\"\"", "[]", "{}", "[[[[", "}}}}", "\"_ref\":", "\"_alias\":\"o\",", "{{", "}}", "{{cycle(}}", "{{ }}", "\\ud800", "\\u0000", "\\", "\"", ",", ":", "true", "\u00e9", "\ud83d\ude00",
        "\"create\":{},", "\"Organization\":[],", "{\"_ref\":\"o\"}", "{\"_ref\":7}", "\"id\":{\"a\":1},", "__temp_Organization_0", "\"members\":\"x\",", "99999999999999999999999", "\"title\":[1],",
    ];

    // Seeded: the same requests in every run. Wrong in one way each, so that every answer of the protocol is asked for, and got.
    [Fact]
    public async Task MalformedRequests_AimedAtEachCode_GetIt_AndLeaveNoRow()
    {
        using var requests = new AimedRequests(new Random(20260505));
        requests.Aims.Count.ShouldBe(13);
        foreach (var (code, send) in requests.Aims)
        {
            for (var i = 0; i < OfEachCode; i++)
            {
                var response = await send();
                if (response.Code != code)
                    Assert.Fail($"{code ?? "OK"} was asked for, and it is {response.Code ?? "OK"}: {Encoding.UTF8.GetString(response.Body.Span)}");
                if (code is not null)
                    response.Status.ShouldBe(ErrorCodes.StatusOf(code));
            }
        }

        requests.Rows.ShouldBe(0);
    }

    // Seeded: the same requests in every run. Signed, so that each gets past the signature and to the code that reads it.
    [Fact]
    public async Task MalformedRequests_ChangedAnywhere_AreAllAnswered_AndLeaveNoRow()
    {
        using var factory = new TestFactory();
        var token = (string)(await factory.UpAsync("{}"))["refsToken"]!;
        var random = new Random(20260501);
        var answers = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Mutations; i++)
        {
            var body = Mutate(random, Encoding.UTF8.GetBytes(Seeds[i % Seeds.Length].Replace("eyJhbGciOiJIUzI1NiIsInR5cCI6IlJFRlMifQ.eyJyZWZzIjp7fX0.x", token, StringComparison.Ordinal)));
            var response = await factory.Handler.HandleAsync(EnvironmentFactoryRequest.Signed(body, TestFactory.SharedSecret), TestContext.Current.CancellationToken);
            var code = response.Code ?? "OK";
            answers[code] = answers.GetValueOrDefault(code) + 1;
            if (response.IsSuccess && JsonNode.Parse(response.Body.Span) is JsonObject answer && answer["refsToken"] is { } created)
                await factory.DownAsync(new JsonObject { ["refsToken"] = (string)created! });
            else if (!response.IsSuccess)
                response.Code.ShouldNotBe(ErrorCodes.InternalError, Encoding.UTF8.GetString(body) + Encoding.UTF8.GetString(response.Body.Span));
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", answers));
        answers.Keys.ShouldContain("INVALID_BODY");
        answers.Keys.ShouldContain("INVALID_REFS_TOKEN");
        answers.Keys.ShouldContain("UNKNOWN_ACTION");
        answers.Keys.ShouldContain("OK");
        factory.Store.Rows.ShouldBeEmpty();
    }

    private static byte[] Mutate(Random random, byte[] body)
    {
        var bytes = body.ToList();
        for (var changes = random.Next(1, 5); changes > 0 && bytes.Count > 0; changes--)
        {
            var place = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[place] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(place, Math.Min(random.Next(1, 20), bytes.Count - place));
                    break;
                case 2:
                    bytes.InsertRange(place, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
                case 3:
                    bytes.RemoveRange(place, bytes.Count - place);
                    break;
                case 4:
                    bytes.InsertRange(place, bytes.GetRange(place, Math.Min(random.Next(1, 60), bytes.Count - place)));
                    break;
                default:
                    ReplaceValue(random, bytes);
                    break;
            }
        }

        return [.. bytes];
    }

    // Keeps the JSON whole, so that the deeper code gets its share: a value is replaced by another one.
    private static void ReplaceValue(Random random, List<byte> bytes)
    {
        try
        {
            var nodes = new List<JsonNode>();
            var root = JsonNode.Parse(bytes.ToArray())!;
            Collect(root, nodes);
            var chosen = nodes[random.Next(nodes.Count)];
            if (chosen.Parent is not null)
                chosen.ReplaceWith(JsonNode.Parse(Pieces[random.Next(6)] is var piece && piece is "1e999" ? "1" : piece));
            bytes.Clear();
            bytes.AddRange(Encoding.UTF8.GetBytes(root.ToJsonString()));
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or InvalidOperationException or ArgumentException or NullReferenceException)
        {
            // What is no JSON any more stays as it is.
        }
    }

    private static void Collect(JsonNode node, List<JsonNode> nodes)
    {
        nodes.Add(node);
        foreach (var inner in node is JsonObject members ? members.Select(member => member.Value) : node as JsonArray ?? [])
        {
            if (inner is not null)
                Collect(inner, nodes);
        }
    }
}

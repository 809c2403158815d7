using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Autonoma.EnvironmentFactory.Handling;
using Autonoma.EnvironmentFactory.Protocol;
using FsCheck;
using FsCheck.Fluent;

namespace Autonoma.EnvironmentFactory.Tests.Payloads;

public sealed class GraphProperties
{
    private static readonly Config Checks = Config.QuickThrowOnFailure.WithMaxTest(300);

    private static readonly Gen<(int Count, List<(int From, int To)> Edges)> Graphs =
        from count in Gen.Choose(1, 12)
        from edges in Gen.ListOf(from a in Gen.Choose(0, count - 1) from b in Gen.Choose(0, count - 1) select (a, b))
        select (count, edges.Where(edge => edge.a != edge.b).Select(edge => (edge.a, edge.b)).ToList());

    [Fact]
    public void AnyAliasGraph_IsOrderedWithTargetsFirst_OrIsACycle()
        => Prop.ForAll(Graphs.ToArbitrary(), graph =>
        {
            using var factory = Nodes();
            var response = Send(factory, graph);
            if (HasCycle(graph))
            {
                response.Code.ShouldBe("INVALID_BODY");
                Encoding.UTF8.GetString(response.Body.Span).ShouldContain("cycle detected");
                factory.Store.Events.ShouldBeEmpty();
                return;
            }

            response.Status.ShouldBe(200);
            var order = factory.Store.Rows.Values.OrderBy(row => int.Parse(row.Id["node-".Length..], CultureInfo.InvariantCulture)).Select(row => int.Parse((string)((JsonObject)row.Input)["n"]!, CultureInfo.InvariantCulture)).ToList();
            order.Count.ShouldBe(graph.Count);
            foreach (var (from, to) in graph.Edges)
                order.IndexOf(to).ShouldBeLessThan(order.IndexOf(from));
            // Of those that could be next it is always the first of the payload: so there is only one order.
            using var again = Nodes();
            Send(again, graph);
            again.Store.Events.ShouldBe(factory.Store.Events);
        }).Check(Checks);

    [Fact]
    public void AnyRecord_SurvivesTheToken()
        => Prop.ForAll(ArbMap.Default.ArbFor<Dictionary<string, string>>(), record =>
        {
            var value = new JsonObject { ["id"] = "1" };
            foreach (var (key, text) in record.Where(member => member.Key is not null and not "id" && IsText(member.Key) && IsText(member.Value)))
                value[key] = text;
            using var factory = new TestFactory(builder => builder.DefineFactory<JsonObject>("Any", (JsonObject input) => value));
            var up = Wait(factory.UpAsync("""{"Any":[{}]}"""));
            var token = TestFactory.TokenOf(up);
            JsonNode.DeepEquals(JsonNode.Parse(token.Refs.GetRawText())!["Any"]![0], value).ShouldBeTrue();
            JsonNode.DeepEquals(up["refs"]!["Any"]![0], value).ShouldBeTrue();
        }).Check(Checks);

    [Fact]
    public async Task AnyFlippedBit_InTokenOrBody_IsRefused()
    {
        using var factory = new TestFactory();
        var up = await factory.UpAsync("""{"Project":[{"title":"t"}]}""");
        var token = (string)up["refsToken"]!;
        for (var bit = 0; bit < token.Length * 8; bit++)
        {
            var changed = Encoding.Latin1.GetBytes(token);
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Should.Throw<InvalidTokenException>(() => RefsToken.Read(Encoding.Latin1.GetString(changed), TestFactory.SigningSecret));
        }

        var body = """{"action":"up","create":{"Project":[{"title":"t"}]}}"""u8.ToArray();
        var signature = RequestSignature.Sign(body, TestFactory.SharedSecret);
        for (var bit = 0; bit < body.Length * 8; bit++)
        {
            body[bit / 8] ^= (byte)(1 << (bit % 8));
            (await factory.Handler.HandleAsync(new(body) { Signature = signature }, TestContext.Current.CancellationToken)).Status.ShouldBe(401);
            body[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    private static bool IsText(string? text) => text is not null && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;

    private static TestFactory Nodes() => new(builder => builder.DefineFactory<JsonObject>("Node", (JsonObject input, Store store) => store.Add("Node", input).Id), withModels: false);

    private static EnvironmentFactoryResponse Send(TestFactory factory, (int Count, List<(int From, int To)> Edges) graph)
    {
        var nodes = Enumerable.Range(0, graph.Count).Select(node => (JsonNode)new JsonObject
        {
            ["_alias"] = $"n{node}",
            ["n"] = $"{node}",
            ["needs"] = new JsonArray([.. graph.Edges.Where(edge => edge.From == node).Select(edge => (JsonNode)new JsonObject { ["_ref"] = $"n{edge.To}" })]),
        });
        var body = new JsonObject { ["action"] = "up", ["create"] = new JsonObject { ["Node"] = new JsonArray([.. nodes]) } };
        return Wait(factory.Handler.HandleAsync(EnvironmentFactoryRequest.Signed(Encoding.UTF8.GetBytes(body.ToJsonString()), TestFactory.SharedSecret), CancellationToken.None));
    }

    // A property is checked by a delegate that cannot wait; its factories do everything at once.
    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();

    // By following every edge, which is another way than the one under test.
    private static bool HasCycle((int Count, List<(int From, int To)> Edges) graph)
    {
        var state = new int[graph.Count];
        return Enumerable.Range(0, graph.Count).Any(Visit);

        bool Visit(int node)
        {
            if (state[node] > 0)
                return state[node] == 1;
            state[node] = 1;
            var found = graph.Edges.Where(edge => edge.From == node).Any(edge => Visit(edge.To));
            state[node] = 2;
            return found;
        }
    }
}

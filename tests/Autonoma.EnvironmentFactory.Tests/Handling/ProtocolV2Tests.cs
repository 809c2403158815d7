using Autonoma.EnvironmentFactory.Protocol;
using Autonoma.EnvironmentFactory.Scenarios;

namespace Autonoma.EnvironmentFactory.Tests.Handling;

public sealed class ProtocolV2Tests : IDisposable
{
    private readonly List<string> _calls = [];
    private readonly TestFactory _factory;

    public ProtocolV2Tests() => _factory = new(
        builder => builder
            .DefineScenario("standard", "One user", up =>
            {
                _calls.Add($"up {up.TestRunId}");
                return Task.FromResult(new ScenarioEnvironment(Credentials.Bearer("x"), new { UserId = 7 }));
            }, down =>
            {
                _calls.Add($"down {down.Name} {down.TestRunId} {down.TeardownAs<Handle>().UserId}");
                return Task.CompletedTask;
            })
            .DefineScenario("empty", "Nothing", _ => Task.FromResult(new ScenarioEnvironment()))
            .DefineScenario("tree", "By the factories", """{"Organization":[{"name":"{{testRunId}}","users":[{"email":"a@b.test"}]}]}"""),
        options => options.ProtocolVersion = ProtocolVersions.V2);

    public void Dispose() => _factory.Dispose();

    [Fact]
    public async Task Discover_OfScenarios_ListsThem()
    {
        var answer = await _factory.SucceedAsync("""{"action":"discover"}""");

        ((string)answer["version"]!).ShouldBe("2.0");
        answer["scenarios"]!.ToJsonString().ShouldBe("""[{"name":"standard","description":"One user"},{"name":"empty","description":"Nothing"},{"name":"tree","description":"By the factories"}]""");
        answer.ContainsKey("schema").ShouldBeFalse();
    }

    [Fact]
    public async Task Scenario_UpAndDown_GetsItsHandleBack()
    {
        var up = await _factory.SucceedAsync("""{"action":"up","scenario":{"name":"standard"},"testRunId":"run-9"}""");
        await _factory.SucceedAsync($$"""{"action":"down","teardownToken":"{{up["teardownToken"]}}","testRunId":"ignored"}""");

        up.Select(member => member.Key).ShouldBe(["version", "sdk", "auth", "teardownToken", "expiresInSeconds"]);
        ((int)up["expiresInSeconds"]!).ShouldBe(3600);
        _calls.ShouldBe(["up run-9", "down standard run-9 7"]);
    }

    [Fact]
    public async Task Scenario_WithoutHandleAuthAndDown_IsFine()
    {
        var up = await _factory.SucceedAsync("""{"action":"up","scenario":{"name":"empty"}}""");

        up.ContainsKey("auth").ShouldBeFalse();
        await _factory.SucceedAsync($$"""{"action":"down","teardownToken":"{{up["teardownToken"]}}"}""");
    }

    [Fact]
    public async Task Scenario_OfATree_IsMadeAndRemovedByTheFactories()
    {
        var up = await _factory.SucceedAsync("""{"action":"up","scenario":{"name":"tree"},"testRunId":"run-9"}""");
        _factory.Store.Rows.Count.ShouldBe(2);

        await _factory.SucceedAsync($$"""{"action":"down","teardownToken":"{{up["teardownToken"]}}"}""");

        _factory.Store.Events.ShouldBe(["create organization-1", "create user-2", "delete user-2", "delete organization-1"]);
    }

    [Theory]
    [InlineData("""{"action":"up"}""", 400, "INVALID_BODY")]
    [InlineData("""{"action":"up","scenario":{"name":7}}""", 400, "INVALID_BODY")]
    [InlineData("""{"action":"up","scenario":{"name":"nope"}}""", 400, "UNKNOWN_ENVIRONMENT")]
    [InlineData("""{"action":"down"}""", 400, "INVALID_BODY")]
    [InlineData("""{"action":"down","teardownToken":"a.b.c"}""", 403, "INVALID_TEARDOWN_TOKEN")]
    public Task Request_OfAnotherShape_GetsTheCodeOfTheProtocol(string body, int status, string code) => _factory.FailAsync(body, status, code);

    [Fact]
    public async Task Token_OfProtocol1_IsRefused_InsteadOfLeavingItsRecords()
    {
        using var v1 = new TestFactory();
        var up = await v1.UpAsync("""{"Project":[{"title":"t"}]}""");
        v1.Time.Now.ShouldBe(_factory.Time.Now);

        await _factory.FailAsync($$"""{"action":"down","teardownToken":"{{up["refsToken"]}}"}""", 403, "INVALID_TEARDOWN_TOKEN");
    }

    private sealed record Handle(int UserId);
}

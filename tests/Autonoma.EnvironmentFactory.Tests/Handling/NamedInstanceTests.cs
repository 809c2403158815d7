using System.Text;
using System.Text.Json.Nodes;
using Autonoma.EnvironmentFactory.Handling;
using Autonoma.EnvironmentFactory.Instances;
using Autonoma.EnvironmentFactory.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Autonoma.EnvironmentFactory.Tests.Handling;

/// <summary>An <c>up</c> with a name of its own can be taken back by that name alone.</summary>
public sealed class NamedInstanceTests : IDisposable
{
    private const string Tree = """{"Organization":[{"_alias":"o","name":"Acme","users":[{"email":"a@example.com","password":"Correct-1"}]}]}""";

    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TestFactory _app = new();

    public void Dispose() => _app.Dispose();

    private static string Up(object id) => $$"""{"action":"up","testRunId":"run-1","instanceId":"{{id}}","create":{{Tree}}}""";

    private static string Down(object id) => $$"""{"action":"down","instanceId":"{{id}}"}""";

    private async Task<InstanceId> NewAsync(TestFactory app) => InstanceId.New((string)(await app.SucceedAsync("""{"action":"discover"}"""))["instanceMemory"]!, app.Time.Now);

    [Theory]
    [InlineData(ProtocolVersions.V1)]
    [InlineData(ProtocolVersions.V2)]
    public async Task Down_ByName_RemovesWhatThatUpMadeAndNothingElse(string version)
    {
        using var app = new TestFactory(
            factory => factory.DefineScenario("standard", "", Tree),
            options => options.ProtocolVersion = version);
        var (first, second) = (await NewAsync(app), await NewAsync(app));
        string Ask(InstanceId id) => version == ProtocolVersions.V1 ? Up(id) : $$$"""{"action":"up","testRunId":"run-1","instanceId":"{{{id}}}","scenario":{"name":"standard"}}""";
        await app.SucceedAsync(Ask(first));
        var kept = app.Store.Rows.Keys.ToList();
        await app.SucceedAsync(Ask(second));
        app.Store.Rows.Count.ShouldBe(2 * kept.Count);

        var answer = await app.SucceedAsync(Down(second));

        ((bool)answer["ok"]!).ShouldBeTrue();
        app.Store.Rows.Keys.ShouldBe(kept, ignoreOrder: true);
        (await app.SucceedAsync(Down(second)))["ok"]!.GetValue<bool>().ShouldBeTrue("it is gone, and stays gone");
        await app.SucceedAsync(Down(first));
        app.Store.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Down_ByTokenAndName_ForgetsTheName()
    {
        var id = await NewAsync(_app);
        var up = await _app.SucceedAsync(Up(id));
        await _app.SucceedAsync($$"""{"action":"down","instanceId":"{{id}}","refsToken":"{{up["refsToken"]}}"}""");
        _app.Store.Rows.ShouldBeEmpty();

        (await _app.Services.GetRequiredService<IInstanceStore>().FindAsync(id.ToString(), TestContext.Current.CancellationToken)).ShouldBeNull();
        await _app.FailAsync(Up(id), 409, ErrorCodes.InvalidBody);
        _app.Store.Rows.ShouldBeEmpty("a request that is sent again makes nothing");
    }

    [Fact]
    public async Task Up_SentTwiceUnderOneName_MakesOneSet()
    {
        var id = await NewAsync(_app);
        await _app.SucceedAsync(Up(id));
        var rows = _app.Store.Rows.Count;

        (await _app.FailAsync(Up(id), 409, ErrorCodes.InvalidBody)).ShouldContain("instanceId of its own");

        _app.Store.Rows.Count.ShouldBe(rows);
    }

    [Fact]
    public async Task Up_ArrivingAfterItsNameWasTakenBack_MakesNothing()
    {
        var id = await NewAsync(_app);
        await _app.SucceedAsync(Down(id));

        await _app.FailAsync(Up(id), 409, ErrorCodes.InvalidBody);

        _app.Store.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Down_ByName_WhileItIsBeingMade_StopsItAndLeavesNothing()
    {
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var app = new TestFactory(factory => factory.UseAuth(async (AuthContext context) =>
        {
            _reached.SetResult();
            await go.Task;
            return Credentials.LoginForm("a", "b");
        }));
        var id = await NewAsync(app);
        var making = app.SendAsync(Up(id));
        await _reached.Task.WaitAsync(TestContext.Current.CancellationToken);
        app.Store.Rows.ShouldNotBeEmpty();

        var removing = app.SendAsync(Down(id));
        removing.IsCompleted.ShouldBeFalse("it waits for what is under way");
        go.SetResult();

        (await removing).Status.ShouldBe(200);
        var made = await making;
        made.Status.ShouldBe(409, Encoding.UTF8.GetString(made.Body.Span));
        app.Store.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Up_ThatFails_LeavesItsNameFreeOfRows()
    {
        var id = await NewAsync(_app);
        _app.Store.Failures["create User"] = new InvalidOperationException("no");
        await _app.FailAsync(Up(id), 500, ErrorCodes.InternalError);

        await _app.SucceedAsync(Down(id));

        _app.Store.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Up_WhoseNameCannotBeKept_IsRemovedAgain()
    {
        using var app = new TestFactory(factory => factory.Services.AddSingleton<IInstanceStore>(new ForgetfulStore()));
        var id = await NewAsync(app);

        (await app.FailAsync(Up(id), 500, ErrorCodes.InternalError)).ShouldContain("The disk is full");

        app.Store.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Down_ByTheNameOfAnotherMemory_SaysThatNobodyKnows()
    {
        var foreign = InstanceId.New("another", _app.Time.Now);

        (await _app.FailAsync(Down(foreign), 404, ErrorCodes.UnknownInstance)).ShouldContain("not remembered here");
    }

    [Fact]
    public async Task Down_ByAnOldName_IsRefusedAsItsTokenWouldBe()
    {
        var id = await NewAsync(_app);
        await _app.SucceedAsync(Up(id));
        _app.Time.Now += TimeSpan.FromHours(25);

        await _app.FailAsync(Down(id), 403, ErrorCodes.InvalidRefsToken);
        await _app.SucceedAsync(Up(await NewAsync(_app))); // what has ended is forgotten now

        (await _app.FailAsync(Down(id), 404, ErrorCodes.UnknownInstance)).ShouldContain("older");
    }

    [Fact]
    public async Task Down_ByName_NeedsASignatureAndNoProduction()
    {
        var id = await NewAsync(_app);
        await _app.SucceedAsync(Up(id));
        var rows = _app.Store.Rows.Count;

        (await _app.SendAsync(Down(id), "another secret")).Status.ShouldBe(401);
        using var production = new TestFactory(options: options => options.AllowProduction = false);
        await production.FailAsync(Down(id), 404, ErrorCodes.ProductionBlocked);

        _app.Store.Rows.Count.ShouldBe(rows);
    }

    [Fact]
    public async Task Down_ByNameFromAStoreThatWasTamperedWith_RemovesNothing()
    {
        var id = await NewAsync(_app);
        var up = await _app.SucceedAsync(Up(id));
        var rows = _app.Store.Rows.Count;
        var store = _app.Services.GetRequiredService<IInstanceStore>();
        await store.KeepAsync(id.ToString(), (string)up["refsToken"]! + "x", TestContext.Current.CancellationToken);

        await _app.FailAsync(Down(id), 403, ErrorCodes.InvalidRefsToken);

        _app.Store.Rows.Count.ShouldBe(rows);
    }

    [Theory]
    [InlineData("\"\"", true)]
    [InlineData("null", true)]
    [InlineData("\"m.1\"", false)]
    [InlineData("\"m.01.00000000000000000000000000000000\"", false)]
    [InlineData("\"m.1.0000000000000000000000000000000G\"", false)]
    [InlineData("\"m/.1.00000000000000000000000000000000\"", false)]
    [InlineData("\"m.99999999999999999999.00000000000000000000000000000000\"", false)]
    [InlineData("7", false)]
    [InlineData("{}", false)]
    [InlineData("[]", false)]
    public async Task Up_WithAnOddName_IsRefusedBeforeAnythingIsMade(string name, bool isNone)
    {
        var body = $$"""{"action":"up","instanceId":{{name}},"create":{{Tree}}}""";
        if (isNone)
            await _app.SucceedAsync(body);
        else
        {
            (await _app.FailAsync(body, 400, ErrorCodes.InvalidBody)).ShouldContain("instanceId");
            _app.Store.Rows.ShouldBeEmpty();
        }
    }

    [Fact]
    public void InstanceId_WrittenAndRead_IsTheSame()
    {
        var id = InstanceId.New("a-b_9", new(2026, 5, 1, 12, 0, 0, 500, TimeSpan.FromHours(2)));

        InstanceId.TryParse(id.ToString(), out var read).ShouldBeTrue();

        read.ShouldBe(id);
        InstanceId.New("a", default(DateTimeOffset).AddYears(2000)).Random.ShouldNotBe(id.Random);
    }

    private sealed class ForgetfulStore : IInstanceStore
    {
        public string Memory => "full";

        public ValueTask<bool> TryBeginAsync(string instanceId, DateTimeOffset forgetAt, CancellationToken cancellationToken) => new(true);

        public ValueTask KeepAsync(string instanceId, string token, CancellationToken cancellationToken) => throw new IOException("The disk is full");

        public ValueTask<StoredInstance?> FindAsync(string instanceId, CancellationToken cancellationToken) => new((StoredInstance?)null);

        public ValueTask ForgetAsync(string instanceId, CancellationToken cancellationToken) => default;
    }
}

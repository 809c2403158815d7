using System.Net;
using System.Net.Sockets;
using Autonoma.Server.Tests.Runs;
using Npgsql;

namespace Autonoma.Server.Tests.Remote;

/// <summary>The tool's commands for a server, against the server: what they do, how they end, and what they say when it does not work.</summary>
public sealed class RemoteCommandTests(WorkingServer server) : IClassFixture<WorkingServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Login_KeepsAKeyThatWorks_AndNoOther()
    {
        using var owner = await server.NewOwnerAsync();
        using var tool = new RemoteTool(server.Server.Url, key: null);
        tool.Variables.Remove("AUTONOMA_SERVER");
        var address = server.Server.Url.GetLeftPart(UriPartial.Authority);

        (await tool.RunAsync("runs", "list")).Error.ShouldContain("'autonoma login URL' keeps its address and a key");
        var wrong = await tool.RunAsync(new StringReader("ak_live_nothing\n"), new StringWriter(), Token, "login", address);
        var nobody = await tool.RunAsync("login", address);
        var plain = await tool.RunAsync("login", "http://autonoma.example.com");
        var right = await tool.RunAsync(new StringReader(await KeyAsync(owner) + "\n"), new StringWriter(), Token, "login", address);
        var listed = await tool.RunAsync("runs", "list");

        (wrong.Code, nobody.Code, plain.Code).ShouldBe((2, 2, 2));
        wrong.Error.ShouldContain("This API key is unknown, expired or removed.");
        wrong.Error.ShouldContain($"'autonoma login {address}'");
        nobody.Error.ShouldContain("AUTONOMA_API_KEY");
        plain.Error.ShouldContain("Use https.");
        right.Code.ShouldBe(0, right.Error);
        (listed.Code, listed.Out).ShouldBe((0, ""));
        listed.Error.ShouldContain("'autonoma run --remote' starts some");
        var kept = Directory.EnumerateFiles(tool.Home, "server.json", SearchOption.AllDirectories).Single();
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(kept).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Key_ThatHasExpiredOrMayNot_IsSaidWithWhatToDo()
    {
        using var owner = await server.NewOwnerAsync();
        await ApplicationAsync(owner);
        using var expired = new RemoteTool(server.Server.Url, await KeyAsync(owner));
        using var reader = new RemoteTool(server.Server.Url, await KeyAsync(owner, scope: "read"));
        reader.Write("a.md", Passing("/"));
        await using (var database = NpgsqlDataSource.Create(server.Database))
        await using (var command = database.CreateCommand("UPDATE api_keys SET expires_at = now() - interval '1 second' WHERE scopes = ARRAY['admin'] AND organization_id = $1"))
        {
            command.Parameters.AddWithValue(Guid.Parse(owner.Organization));
            (await command.ExecuteNonQueryAsync(Token)).ShouldBe(1);
        }

        var late = await expired.RunAsync("runs", "list");
        var forbidden = await reader.RunAsync("push");

        (late.Code, forbidden.Code).ShouldBe((2, 2));
        late.Error.ShouldContain("expired");
        late.Error.ShouldContain("'autonoma login");
        forbidden.Error.ShouldContain("its scopes are read");
        forbidden.Error.ShouldContain("under API keys");
        (await reader.RunAsync("pull")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Server_ThatIsNotThere_OrIsSomethingElse_IsToldApart()
    {
        using var tool = new RemoteTool(new Uri($"http://127.0.0.1:{FreePort()}"), "ak_live_any");

        var down = await tool.RunAsync("runs", "list");
        tool.Variables["AUTONOMA_SERVER"] = server.Site.Url.GetLeftPart(UriPartial.Authority);
        var other = await tool.RunAsync("runs", "list");

        (down.Code, other.Code).ShouldBe((2, 2));
        down.Error.ShouldContain("cannot be reached");
        down.Error.ShouldContain("Is the server running?");
        other.Error.ShouldContain("not as a server of ours");
    }

    [Fact]
    public async Task PushAndPull_BringTestsThereAndBack_AndWriteOverNothingUnasked()
    {
        using var owner = await server.NewOwnerAsync();
        var application = await ApplicationAsync(owner);
        using var here = new RemoteTool(server.Server.Url, await KeyAsync(owner));
        using var there = new RemoteTool(server.Server.Url, await KeyAsync(owner));
        here.Write("cart/add.md", Passing("/one"));
        here.Write("search.md", Passing("/two"));

        (await here.RunAsync("push")).ShouldBe((0, "Site: 2 added, 0 changed, 0 removed, 0 unchanged.\n", ""));
        (await there.RunAsync("pull")).ShouldBe((0, "Site: 2 written, 0 unchanged.\n", ""));
        File.ReadAllText(Path.Combine(there.Folder, "cart/add.md")).ShouldBe(Passing("/one"));

        // Somebody changes one there; what this folder has of it is old.
        there.Write("cart/add.md", Passing("/three"));
        (await there.RunAsync("push")).Out.ShouldContain("1 changed");
        here.Write("search.md", Passing("/four"));
        var conflict = await here.RunAsync("push");
        conflict.Code.ShouldBe(2);
        conflict.Error.ShouldContain("Nothing was pushed: 1 test was changed on the server since this folder was last pulled or pushed (cart/add.md).");
        conflict.Error.ShouldContain("'autonoma pull --force'");
        (await owner.GetAsync($"/v1/applications/{application}/tests?q=search"))["items"]![0]!["version"]!.GetValue<int>().ShouldBe(1);

        // The other way round as well: what is different here is not written over.
        var refused = await here.RunAsync("pull");
        refused.Code.ShouldBe(2);
        refused.Error.ShouldContain("--force writes over them");
        (await here.RunAsync("push", "--force")).Out.ShouldContain("2 changed");
        (await here.RunAsync("push")).Out.ShouldContain("2 unchanged");
        (await there.RunAsync("pull", "--force")).Out.ShouldContain("2 written");

        // What was added there would go with --remove-others.
        there.Write("new.md", Passing("/five"));
        (await there.RunAsync("push")).Out.ShouldContain("1 added");
        (await here.RunAsync("push", "--remove-others")).Error.ShouldContain("new.md");
        (await here.RunAsync("push")).Code.ShouldBe(0);
        (await here.RunAsync("push", "--remove-others", "--force")).Out.ShouldContain("1 removed");
    }

    [Fact]
    public async Task RunRemote_ShowsStepsAndEndsLikeARunHere()
    {
        using var owner = await server.NewOwnerAsync();
        await ApplicationAsync(owner);
        var page = server.Page("<h1>Prices</h1>");
        using var tool = new RemoteTool(server.Server.Url, await KeyAsync(owner));
        tool.Write("right.md", Passing(page));
        tool.Write("wrong.md", Passing(page).Replace("\"Prices\" is shown", "\"Costs\" is shown", StringComparison.Ordinal));
        (await tool.RunAsync("push")).Code.ShouldBe(0);

        var passed = await tool.RunAsync("run", "--remote", "right.md");
        var all = await tool.RunAsync("run", "--remote");
        var id = (await owner.GetAsync("/v1/runs?status=failed"))["items"]![0]!["id"]!.GetValue<string>();
        var listed = await tool.RunAsync("runs", "list", "--status", "failed");
        var shown = await tool.RunAsync("runs", "show", id);
        var watched = await tool.RunAsync("runs", "watch", id);

        passed.Code.ShouldBe(0, passed.Out + passed.Error);
        passed.Out.ShouldContain("ok   1. Verify that the heading \"Prices\" is shown");
        passed.Out.ShouldContain("passed: 1 passed, 0 failed, 0 errors, 0 cancelled");
        all.Code.ShouldBe(1, all.Out + all.Error);
        all.Out.ShouldContain("1 passed, 1 failed");
        (listed.Code, listed.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length).ShouldBe((0, 1));
        listed.Out.ShouldContain(id);
        shown.Out.ShouldContain("Costs");
        watched.Code.ShouldBe(1);
        watched.Out.ShouldContain("FAIL 1. Verify that the heading \"Costs\" is shown");
        (await tool.RunAsync("run", "--remote", "nowhere.md")).Error.ShouldContain("'autonoma push' brings it there");
        (await tool.RunAsync("runs", "cancel", id)).Error.ShouldContain("ended");
    }

    [Fact]
    public async Task Run_ThatIsWatched_IsStoppedFromElsewhere_AndCtrlCLeavesItRunning()
    {
        using var owner = await server.NewOwnerAsync();
        await ApplicationAsync(owner);
        var page = server.Page("<h1>Prices</h1>");
        using var tool = new RemoteTool(server.Server.Url, await KeyAsync(owner));
        tool.Write("waits.md", $"---\nurl: {page}\n---\n## Steps\n1. Wait until the text \"Sold out\" is shown\n2. Verify that the heading \"Prices\" is shown\n");
        (await tool.RunAsync("push")).Code.ShouldBe(0);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        using var heard = new FirstLine();

        var watching = tool.RunAsync(null, heard, stop.Token, "run", "--remote", "waits.md");
        var suite = (await heard.Line.WaitAsync(Token)).Split('(', ')')[1];
        await stop.CancelAsync();
        var left = await watching;
        var still = tool.RunAsync("runs", "watch", suite);
        var cancelled = await tool.RunAsync("runs", "cancel", suite);
        var ended = await still;

        left.Code.ShouldBe(3);
        left.Error.ShouldContain($"'autonoma runs cancel {suite}' stops it");
        cancelled.ShouldBe((0, "1 run is stopped.\n", ""));
        ended.Code.ShouldBe(3, ended.Out + ended.Error);
        ended.Out.ShouldContain("1 cancelled");
    }

    [Theory]
    [InlineData("runs list --status faild", "--status: must be one of queued, running, passed, failed, error, cancelled, and here it is 'faild'. Did you mean 'failed'?")]
    [InlineData("runs list --most many", "--most: must be a whole number from 1 to 10000, and here it is 'many'.")]
    [InlineData("runs list --app Sitte", "There is no application 'Sitte'. Did you mean 'Site'?")]
    [InlineData("runs show 7", "'7' is no id of a run. 'autonoma runs list' shows them.")]
    [InlineData("runs show 01999999-9999-7999-8999-999999999999", "The server has no run and no suite run 01999999-9999-7999-8999-999999999999")]
    [InlineData("runs cancel 01999999-9999-7999-8999-999999999999", "'autonoma runs list' shows what there is")]
    [InlineData("run --remote --tag nothing", "No test")]
    [InlineData("run --remote --headed", "--headed: with --remote the server decides this. Leave it out.")]
    [InlineData("run --remote --base-url http://127.0.0.1:1", "where the tests start is set with --url")]
    [InlineData("run --app Site a.md", "--app is for tests on a server: give --remote with it.")]
    [InlineData("push empty", "'autonoma init' writes a first one")]
    [InlineData("push --branch bad..~name", "A branch is named as in Git")]
    [InlineData("pull --branch nowhere", "There is no such branch")]
    public async Task Mistake_IsAnsweredWithWhatIsRight(string commandLine, string message)
    {
        using var owner = await server.NewOwnerAsync();
        await ApplicationAsync(owner);
        using var tool = new RemoteTool(server.Server.Url, await KeyAsync(owner));
        tool.Write("a.md", Passing("/"));
        Directory.CreateDirectory(Path.Combine(tool.Folder, "empty"));

        var (code, output, error) = await tool.RunAsync(commandLine.Split(' '));

        error.ShouldContain(message);
        (code, output).ShouldBe((2, ""));
    }

    private static string Passing(string page) => $"---\nurl: {page}\n---\n## Steps\n1. Verify that the heading \"Prices\" is shown\n";

    private Task<Guid> ApplicationAsync(Browser owner) => server.ApplicationAsync(owner);

    private static async Task<string> KeyAsync(Browser owner, string scope = "admin")
        => (await owner.PostAsync("/v1/api-keys", new { name = "tool", scopes = new[] { scope } }))["key"]!.GetValue<string>();

    // Taken and let go: nobody listens there.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Says when the first line has been written.</summary>
    private sealed class FirstLine : StringWriter
    {
        private readonly TaskCompletionSource<string> _line = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Line => _line.Task;

        public override async Task WriteLineAsync(string? value)
        {
            await base.WriteLineAsync(value);
            _line.TrySetResult(value ?? "");
        }
    }
}

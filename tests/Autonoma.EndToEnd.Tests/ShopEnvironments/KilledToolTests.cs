using System.Diagnostics;
using Autonoma.TestKit;
using Npgsql;

namespace Autonoma.EndToEnd.Tests.ShopEnvironments;

/// <summary>
/// The tool is killed with SIGKILL at each point of an environment's life, and swept up after: the tool, the shop and its PostgreSQL are the real
/// ones, and so is what stands between them.
/// </summary>
public sealed class KilledToolTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _killed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private StoredShop _shop = null!;
    private Gateway _gateway = null!;
    private Process? _tool;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _shop = await StoredShop.StartAsync(postgres, Stop);
        _gateway = await Gateway.StartAsync(() => _shop.Endpoint, Stop);
    }

    public async ValueTask DisposeAsync()
    {
        if (_tool is { HasExited: false })
            _tool.Kill(entireProcessTree: true);
        _tool?.Dispose();
        await _gateway.DisposeAsync();
        await _shop.DisposeAsync();
    }

    [Theory]
    [InlineData("discover")]
    [InlineData("up")]
    public async Task Killed_WrittenDownAndNotSent_NothingIsLeft(string action)
    {
        // The request is in the tool's hands or on its way, and never reaches the shop.
        At(action, passage => Task.CompletedTask);

        await KillAsync();

        await SweptAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Killed_WhileTheShopMakesIt_NothingIsLeft(bool gatewayHangsUp)
    {
        // The last table is locked: everything but the lines of the orders is made, and the shop waits for those.
        await using var source = NpgsqlDataSource.Create(_shop.Database);
        await using var connection = await source.OpenConnectionAsync(Stop);
        await using var lines = await connection.BeginTransactionAsync(Stop);
        await using (var command = new NpgsqlCommand("LOCK TABLE \"OrderLines\" IN ACCESS EXCLUSIVE MODE", connection, lines))
            await command.ExecuteNonQueryAsync(Stop);
        _gateway.Rule = async (asked, passage) =>
        {
            if (asked != "up")
            {
                await passage.PassAsync();
                return;
            }

            var asking = passage.AskAsync(gatewayHangsUp ? passage.CallerGone : Stop);
            await Waiting.UntilAsync(() => IsWaitingAsync(source), Stop);
            await PauseAsync();
            await asking.ContinueWith(_ => { }, TaskScheduler.Default);
            passage.Drop();
        };
        await KillAsync();
        (await CountAsync("Orders", connection, lines)).ShouldBeGreaterThan(0, "the shop is in the middle of it");

        // The sweep comes while the shop still works on it, and the lock goes when the sweep is under way.
        var sweeping = _shop.RunAsync(["env", "sweep"], Stop);
        if (!gatewayHangsUp)
        {
            var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _gateway.Rule = async (_, passage) =>
            {
                var asking = passage.AskAsync(Stop);
                arrived.TrySetResult();
                await passage.AnswerAsync(await asking);
            };
            await arrived.Task.WaitAsync(Stop);
        }

        await lines.RollbackAsync(Stop);
        var (code, output, errors) = await sweeping;
        code.ShouldBe(0, output + errors);
        await Waiting.UntilAsync(async () => (await ShopDatabase.FilledTablesAsync(_shop.Database, Stop)).Count == 0, Stop);
        await SweptAsync();
    }

    [Theory]
    [InlineData("up")]
    [InlineData("down")]
    public async Task Killed_ShopIsDoneAndTheAnswerNotRead_NothingIsLeft(string action)
    {
        At(action, passage => passage.AskAsync(Stop));

        await KillAsync();

        await SweptAsync(standing: action == "up");
    }

    [Theory]
    [InlineData("up")]
    [InlineData("down")]
    public async Task Killed_AnsweredAndNotWrittenDown_NothingIsLeft(string action)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows cannot stop a process without ending it.");
        _gateway.Rule = async (asked, passage) =>
        {
            if (asked != action)
            {
                await passage.PassAsync();
                return;
            }

            var answer = await passage.AskAsync(Stop);
            // The tool is stopped where it waits: the whole answer is in its socket, and its next instruction never comes.
            using (var stop = Process.Start("kill", ["-STOP", $"{_tool!.Id}"]))
                await stop.WaitForExitAsync(Stop);
            await passage.AnswerAsync(answer);
            await PauseAsync();
        };

        await KillAsync();

        await SweptAsync(standing: action == "up");
    }

    [Fact]
    public async Task Killed_BeforeDownIsThere_NothingIsLeft()
    {
        At("down", passage => Task.CompletedTask);

        await KillAsync();

        await SweptAsync(standing: true);
    }

    [Fact]
    public async Task Killed_AndTheShopToo_TheSweepStillFindsWhatWasMade()
    {
        At("up", passage => passage.AskAsync(Stop));
        await KillAsync();

        // What it made is remembered in its database.
        await _shop.RestartAsync(Stop);

        await SweptAsync(standing: true);
    }

    [Fact]
    public async Task Gateway_GaveUpOnAnUpThatTheShopFinished_TheRetryLeavesOneSetAndThenNone()
    {
        var ups = 0;
        var most = 0L;
        _gateway.Rule = async (asked, passage) =>
        {
            if (asked == "up" && ups++ == 0)
            {
                await passage.AskAsync(Stop);
                await passage.AnswerAsync((503, "the app does not answer"u8.ToArray()));
                return;
            }

            await passage.PassAsync();
            most = Math.Max(most, await ShopDatabase.CountAsync(_shop.Database, "Shops", Stop));
        };

        var (code, output, errors) = await _shop.RunAsync(Check, Stop);

        code.ShouldBe(0, output + errors);
        ups.ShouldBe(2);
        most.ShouldBe(1, "the first set was taken back before the second was asked for");
        await SweptAsync();
    }

    private string[] Check => ["env", "check", "standard", "--env", StoredShop.Recipes, "--sdk-url", _gateway.Endpoint];

    /// <summary>At an action: something happens with its request, then the tool is killed, and no answer ever arrives.</summary>
    private void At(string action, Func<Passage, Task> first) => _gateway.Rule = async (asked, passage) =>
    {
        if (asked != action)
        {
            await passage.PassAsync();
            return;
        }

        await first(passage);
        await PauseAsync();
        passage.Drop();
    };

    private async Task PauseAsync()
    {
        _reached.TrySetResult();
        await _killed.Task.WaitAsync(Stop);
    }

    private async Task KillAsync()
    {
        _tool = _shop.Start(Check);
        var said = _tool.StandardError.ReadToEndAsync(Stop);
        if (await Task.WhenAny(_reached.Task, _tool.WaitForExitAsync(Stop)) != _reached.Task)
            Assert.Fail($"The tool ended before the point was reached: {await said}");
        _tool.Kill(entireProcessTree: true);
        await _tool.WaitForExitAsync(Stop);
        _killed.SetResult();
    }

    private async Task SweptAsync(bool? standing = null)
    {
        if (standing is { } rows)
            (await ShopDatabase.CountAsync(_shop.Database, "Shops", Stop)).ShouldBe(rows ? 1 : 0);
        _gateway.Rule = (_, passage) => passage.PassAsync();

        var (code, output, errors) = await _shop.RunAsync(["env", "sweep"], Stop);

        code.ShouldBe(0, output + errors);
        (await ShopDatabase.FilledTablesAsync(_shop.Database, Stop)).ShouldBeEmpty();
        Directory.GetFiles(_shop.Journal).ShouldBeEmpty("a journal in which nothing is open any more goes");
    }

    private static async Task<bool> IsWaitingAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand("SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = '\"OrderLines\"'::regclass");
        return (long)(await command.ExecuteScalarAsync(Stop))! > 0;
    }

    private static async Task<long> CountAsync(string table, NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        await using var command = new NpgsqlCommand($"SELECT count(*) FROM \"{table}\"", connection, transaction);
        return (long)(await command.ExecuteScalarAsync(Stop))!;
    }
}

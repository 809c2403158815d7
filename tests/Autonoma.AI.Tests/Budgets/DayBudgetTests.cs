using Autonoma.AI.Budgets;
using Autonoma.AI.Registry;
using Autonoma.TestKit;
using Autonoma.TestKit.Models;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Tests.Budgets;

public sealed class DayBudgetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("autonoma-budget").FullName;
    private readonly SkippingTime _time = TestModels.Time();

    private string File => Path.Combine(_folder, "inner", "spent.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private DayBudget Budget(BudgetLimits limits) => new(limits, File, _time);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Spent_OutlivesTheProcess_AndEndsWithTheDay()
    {
        using (var first = Budget(new(Calls: 2)))
        {
            using var scripted = new ScriptedChatClient("a", "b");
            using var registry = new ModelRegistry(TestModels.Options(scripted, _time) with { DayBudget = first });
            await registry.GetModel("m", "x").AskAsync();
            await registry.GetModel("m", "x").AskAsync();
        }

        System.IO.File.ReadAllText(File).ShouldBe("""{"day":"2026-03-04","tokens":220,"money":0.000400,"calls":2}""");
        using var second = Budget(new(Calls: 2));
        (await Should.ThrowAsync<BudgetExceededException>(async () => await second.ReserveAsync(new(1, 0, 1), Stop))).Budget.ShouldBe("day");
        _time.Advance(TimeSpan.FromHours(15));
        await second.ReserveAsync(new(1, 0, 1), Stop);
        (await second.SpentAsync(Stop)).ShouldBe(new BudgetAmount(1, 0, 1));
    }

    [Fact]
    public async Task Reserve_IsInTheFileBeforeTheCall()
    {
        using var budget = Budget(BudgetLimits.None);
        using var scripted = new ScriptedChatClient().Say(_ => ScriptedChatClient.Text(System.IO.File.ReadAllText(File)));
        using var registry = new ModelRegistry(TestModels.Options(scripted, _time) with { DayBudget = budget });

        (await registry.GetModel("m", "x").AskAsync()).Text.ShouldStartWith("""{"day":"2026-03-04","tokens":8210,""");
    }

    [Fact]
    public async Task Settle_AfterMidnight_LeavesTheNewDayAlone()
    {
        using var budget = Budget(BudgetLimits.None);
        var yesterday = await budget.ReserveAsync(new(500, 0, 1), Stop);
        _time.Advance(TimeSpan.FromDays(1));
        await budget.ReserveAsync(new(7, 0, 1), Stop);

        await budget.SettleAsync(yesterday, new(100, 0, 1));

        (await budget.SpentAsync(Stop)).ShouldBe(new BudgetAmount(7, 0, 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"day":"soon","tokens":1,"money":0,"calls":0}""")]
    [InlineData("null")]
    public async Task BrokenFile_AllowsNothing(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, content);
        using var budget = Budget(new(Calls: 100));

        (await Should.ThrowAsync<BudgetExceededException>(async () => await budget.ReserveAsync(new(1, 0, 1), Stop))).Message.ShouldContain("cannot be read");
    }

    [Fact]
    public async Task SeveralAtOnce_OnOneFile_NeverSpendMoreThanThereIs()
    {
        using var one = Budget(new(Calls: 25));
        using var other = Budget(new(Calls: 25));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(async () =>
        {
            try
            {
                await (i % 2 == 0 ? one : other).ReserveAsync(new(1, 0.01m, 1), Stop);
                return true;
            }
            catch (BudgetExceededException)
            {
                return false;
            }
        })));

        outcomes.Count(allowed => allowed).ShouldBe(25);
        (await one.SpentAsync(Stop)).ShouldBe(new BudgetAmount(25, 0.25m, 25));
    }
}

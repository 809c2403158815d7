using Autonoma.AI.Budgets;
using Autonoma.AI.Failures;
using Autonoma.AI.Registry;
using Autonoma.TestKit.Models;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Tests.Budgets;

public sealed class BudgetTests
{
    // Each scripted answer uses 110 tokens; 'Hello' is estimated at 18 in and 8192 out.
    private static ScriptedChatClient Endless() => new() { Otherwise = _ => ScriptedChatClient.Text("ok") };

    [Fact]
    public async Task Calls_AtTheLimit_NothingIsSent()
    {
        using var scripted = Endless();
        using var registry = new ModelRegistry(TestModels.Options(scripted) with { RunBudget = new(Calls: 2) });
        var run = registry.BeginRun("r");
        await run.GetModel("m", "x").AskAsync();
        await run.GetModel("m", "y").AskAsync();

        var refused = await Should.ThrowAsync<BudgetExceededException>(() => run.GetModel("m", "x").AskAsync());

        refused.Budget.ShouldBe("run");
        refused.Message.ShouldBe("The budget of the run does not allow another call to a model: 2 of 2 calls are made. Nothing was sent. Raise 'run.*' under 'budgets', or let fewer steps need a model.");
        scripted.Requests.Count.ShouldBe(2);
        await registry.BeginRun("another").GetModel("m", "x").AskAsync();
        scripted.Requests.Count.ShouldBe(3, "another run has its own");
    }

    [Fact]
    public async Task Tokens_EstimateBeforeTheCall_UsageAfterIt()
    {
        using var scripted = Endless();
        using var registry = new ModelRegistry(TestModels.Options(scripted) with { SuiteBudget = new(Tokens: 8400) });

        for (var i = 0; i < 2; i++)
            await registry.GetModel("m", "x").AskAsync();

        registry.SuiteBudget.Spent.ShouldBe(new BudgetAmount(220, 0.0004m, 2));
        (await Should.ThrowAsync<BudgetExceededException>(() => registry.GetModel("m", "x").AskAsync())).Message.ShouldContain("220 of 8400 tokens");
        registry.SuiteBudget.Spent.Tokens.ShouldBe(220, "what was refused is not spent");
    }

    [Fact]
    public async Task Money_IsCountedAtThePriceOfTheModel()
    {
        using var scripted = Endless();
        using var registry = new ModelRegistry(TestModels.Options(scripted) with { SuiteBudget = new(Money: 0.0821m), MaxOutputTokens = 8192 });

        await registry.GetModel("m", "x").AskAsync();
        var refused = await Should.ThrowAsync<BudgetExceededException>(() => registry.GetModel("m", "x").AskAsync());

        refused.Message.ShouldContain("$0.0002 of $0.0821 are spent or set aside, and this call may cost $0.0819");
    }

    [Fact]
    public async Task Money_ModelWithoutAPrice_IsRefused()
    {
        using var scripted = Endless();
        using var registry = new ModelRegistry(new() { Models = [TestModels.Entry(scripted)], RunBudget = new(Money: 100) });

        (await Should.ThrowAsync<BudgetExceededException>(() => registry.BeginRun("r").GetModel("m", "x").AskAsync())).Message.ShouldContain("price of the model 'm' is not known");
        scripted.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task ManyAtOnce_NeverSpendMoreThanThereIs()
    {
        using var gate = new SemaphoreSlim(0);
        var sent = 0;
        using var waiting = new WaitingClient(async () =>
        {
            Interlocked.Increment(ref sent);
            await gate.WaitAsync(TestContext.Current.CancellationToken);
            return ScriptedChatClient.Text("ok");
        });
        using var registry = new ModelRegistry(TestModels.Options(waiting) with { SuiteBudget = new(Tokens: 10 * 8300), RunBudget = new(Calls: 1000) });
        var run = registry.BeginRun("r");

        var asked = Enumerable.Range(0, 64).Select(_ => Task.Run(() => run.GetModel("m", "x").AskAsync())).ToList();
        var refused = 0;
        while (refused < 54)
        {
            var done = await Task.WhenAny(asked);
            asked.Remove(done);
            await Should.ThrowAsync<BudgetExceededException>(() => done);
            refused++;
        }

        sent.ShouldBe(10);
        run.Budget.Spent.Calls.ShouldBe(10, "the run's part of a call that the suite refused went back");
        gate.Release(64);
        await Task.WhenAll(asked);
        registry.SuiteBudget.Spent.ShouldBe(new BudgetAmount(1100, 0.002m, 10));
    }

    [Theory]
    [InlineData(ModelFailure.Unauthorized, 401, 0)]
    [InlineData(ModelFailure.RateLimited, 429, 0)]
    [InlineData(ModelFailure.Unavailable, 503, 0)]
    [InlineData(ModelFailure.Unavailable, null, 8210)]
    [InlineData(ModelFailure.TimedOut, null, 8210)]
    public async Task Failure_ThatMayHaveBeenCharged_KeepsItsEstimate(ModelFailure failure, int? status, long tokens)
    {
        using var scripted = new ScriptedChatClient().Fail(TestModels.Failure(failure, status));
        using var registry = new ModelRegistry(TestModels.Options(scripted) with { Retry = new() { Retries = 0 } });

        await Should.ThrowAsync<ModelException>(() => registry.GetModel("m", "x").AskAsync());

        registry.SuiteBudget.Spent.Tokens.ShouldBe(tokens);
        registry.SuiteBudget.Spent.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task Retries_AreCallsToo()
    {
        using var scripted = new ScriptedChatClient { Otherwise = _ => throw TestModels.Failure(ModelFailure.Unavailable, 503) };
        using var registry = new ModelRegistry(TestModels.Options(scripted) with { RunBudget = new(Calls: 3) });

        await Should.ThrowAsync<BudgetExceededException>(() => registry.BeginRun("r").GetModel("m", "x").AskAsync());

        scripted.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task UsageNotTold_CountsAsEstimated()
    {
        using var scripted = new ScriptedChatClient().Say(_ => new ChatResponse(new ChatMessage(ChatRole.Assistant, "x")));
        using var registry = new ModelRegistry(TestModels.Options(scripted));

        await registry.GetModel("m", "x").AskAsync();

        registry.SuiteBudget.Spent.Tokens.ShouldBe(8210);
    }

    [Fact]
    public void Estimate_IsNotBelowWhatTextAndPicturesNeed()
    {
        // Measured with public tokenizers, English prose has about 4.5 letters a token, JSON about 3, Chinese about one or more.
        var picture = new DataContent(Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAABQAAAAMgCAIAAADz+lisAAAAAElFTkSuQmCC"), "image/png");

        TokenEstimate.Of([new(ChatRole.User, new string('a', 3000))], new() { MaxOutputTokens = 1 }).Input.ShouldBe(1016);
        TokenEstimate.Of([new(ChatRole.User, new string('漢', 3000))], null).Input.ShouldBeGreaterThan(3000);
        TokenEstimate.Of([new(ChatRole.User, [picture])], null).Input.ShouldBe(16 + 1280 * 800 / 500);
        TokenEstimate.Of([new(ChatRole.User, [new DataContent(new byte[] { 1, 2 }, "image/webp")])], null).Input.ShouldBe(6016, "of unknown size");
    }

    private sealed class WaitingClient(Func<Task<ChatResponse>> answer) : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => answer();

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}

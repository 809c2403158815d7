using Autonoma.AI.Failures;
using Autonoma.AI.Registry;
using Autonoma.AI.Resilience;
using Autonoma.TestKit;
using Autonoma.TestKit.Models;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Tests.Resilience;

public sealed class ResilienceTests
{
    [Theory]
    [InlineData(ModelFailure.Unavailable, 503)]
    [InlineData(ModelFailure.Unavailable, null)]
    [InlineData(ModelFailure.RateLimited, 429)]
    [InlineData(ModelFailure.TimedOut, 408)]
    [InlineData(ModelFailure.BadReply, 200)]
    public async Task Retry_WhatMayPass_IsSentAgainWithGrowingWaits(ModelFailure failure, int? status)
    {
        var time = TestModels.Time();
        using var scripted = new ScriptedChatClient();
        for (var i = 0; i < 3; i++)
            scripted.Fail(TestModels.Failure(failure, status));
        scripted.Say("at last");
        using var registry = new ModelRegistry(TestModels.Options(scripted, time));

        (await registry.GetModel("m", "x").AskAsync()).Text.ShouldBe("at last");

        time.Waits.Count.ShouldBe(3);
        time.Waits[1].ShouldBeGreaterThan(time.Waits[0]);
        time.Waits[2].ShouldBeGreaterThan(time.Waits[1]);
        registry.Usage.Total.Failed.ShouldBe(3);
    }

    [Theory]
    [InlineData(ModelFailure.BadRequest, 400)]
    [InlineData(ModelFailure.Unauthorized, 401)]
    [InlineData(ModelFailure.OutOfCredit, 402)]
    [InlineData(ModelFailure.Refused, 200)]
    public async Task Retry_WhatCannotPass_IsNotSentAgain(ModelFailure failure, int status)
    {
        using var scripted = new ScriptedChatClient().Fail(TestModels.Failure(failure, status));
        using var registry = new ModelRegistry(TestModels.Options(scripted));

        (await Should.ThrowAsync<ModelException>(() => registry.GetModel("m", "x").AskAsync())).Failure.ShouldBe(failure);

        scripted.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Retry_RetryAfter_IsWaitedForExactly()
    {
        var time = TestModels.Time();
        using var scripted = new ScriptedChatClient().Fail(TestModels.Failure(ModelFailure.RateLimited, 429, TimeSpan.FromSeconds(17))).Say("ok");
        using var registry = new ModelRegistry(TestModels.Options(scripted, time));

        await registry.GetModel("m", "x").AskAsync();

        time.Waits.ShouldBe([TimeSpan.FromSeconds(17)]);
    }

    [Fact]
    public async Task Retry_RetryAfterTooLong_FailsAtOnce()
    {
        var time = TestModels.Time();
        using var scripted = new ScriptedChatClient().Fail(TestModels.Failure(ModelFailure.RateLimited, 429, TimeSpan.FromHours(1)));
        using var registry = new ModelRegistry(TestModels.Options(scripted, time));

        (await Should.ThrowAsync<ModelException>(() => registry.GetModel("m", "x").AskAsync())).RetryAfter.ShouldBe(TimeSpan.FromHours(1));

        time.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task Retry_Waits_AreCapped()
    {
        var time = TestModels.Time();
        using var scripted = new ScriptedChatClient { Otherwise = _ => throw TestModels.Failure(ModelFailure.Unavailable, 500) };
        using var registry = new ModelRegistry(TestModels.Options(scripted, time) with { Retry = new() { Retries = 9, Delay = TimeSpan.FromSeconds(2), MaxDelay = TimeSpan.FromSeconds(10), Jitter = () => 1 } });

        await Should.ThrowAsync<ModelException>(() => registry.GetModel("m", "x").AskAsync());

        time.Waits.Count.ShouldBe(9);
        time.Waits.Max().ShouldBe(TimeSpan.FromSeconds(10));
        scripted.Requests.Count.ShouldBe(10);
    }

    [Fact]
    public async Task Timeout_ModelThatDoesNotAnswer_IsLeft()
    {
        var time = new ManualTime(TestModels.Morning);
        using var silent = new SilentClient();
        using var registry = new ModelRegistry(TestModels.Options(silent, time) with { Timeout = TimeSpan.FromSeconds(30), Retry = new() { Retries = 0 } });

        var asked = registry.GetModel("m", "x").AskAsync();
        await silent.Asked.Task;
        time.Advance(TimeSpan.FromSeconds(29));
        asked.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(1));

        var failure = await Should.ThrowAsync<ModelException>(() => asked);
        failure.Failure.ShouldBe(ModelFailure.TimedOut);
        failure.Message.ShouldContain("30 s");
    }

    [Fact]
    public async Task Cancel_IsNoFailureOfTheModel()
    {
        using var silent = new SilentClient();
        using var registry = new ModelRegistry(TestModels.Options(silent, new ManualTime(TestModels.Morning)));
        using var stop = new CancellationTokenSource();

        var asked = registry.GetModel("m", "x").GetResponseAsync([new(ChatRole.User, "x")], cancellationToken: stop.Token);
        await silent.Asked.Task;
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => asked);
    }

    [Fact]
    public async Task Fallback_ProviderOut_IsAskedInstead_AndTheFirstIsSpared()
    {
        var time = TestModels.Time();
        using var first = new ScriptedChatClient { Otherwise = _ => throw TestModels.Failure(ModelFailure.Unavailable, 503) };
        using var second = new ScriptedChatClient { Otherwise = _ => ScriptedChatClient.Text("from the second") };
        using var registry = new ModelRegistry(new() { Models = [TestModels.Entry(first, "a") with { Fallback = "b" }, TestModels.Entry(second, "b")], Time = time, Retry = new() { Retries = 1 } });

        (await registry.GetModel("a", "x", ReasoningLevel.High).AskAsync()).Text.ShouldBe("from the second");
        (await registry.GetModel("a", "y").AskAsync()).Text.ShouldBe("from the second");

        first.Requests.Count.ShouldBe(2, "one and its retry; the second call did not try it");
        second.Requests[0].Options!.Reasoning!.Effort.ShouldBe(ReasoningEffort.High);
        registry.Usage.ByModel["b"].Calls.ShouldBe(2);
        time.Advance(TimeSpan.FromSeconds(61));
        await registry.GetModel("a", "x").AskAsync();
        first.Requests.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData(ModelFailure.Unauthorized)]
    [InlineData(ModelFailure.BadRequest)]
    [InlineData(ModelFailure.Refused)]
    public async Task Fallback_WhatIsNoOutage_IsSaid(ModelFailure failure)
    {
        using var first = new ScriptedChatClient().Fail(TestModels.Failure(failure, 400));
        using var second = new ScriptedChatClient("never");
        using var registry = new ModelRegistry(new() { Models = [TestModels.Entry(first, "a") with { Fallback = "b" }, TestModels.Entry(second, "b")] });

        (await Should.ThrowAsync<ModelException>(() => registry.GetModel("a", "x").AskAsync())).Failure.ShouldBe(failure);

        second.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Fallback_WhatTheSecondCannot_IsSaid()
    {
        using var first = new ScriptedChatClient().Fail(TestModels.Failure(ModelFailure.OutOfCredit, 402));
        using var second = new ScriptedChatClient("never");
        using var registry = new ModelRegistry(new() { Models = [TestModels.Entry(first, "a") with { Fallback = "b" }, TestModels.Entry(second, "b") with { Capabilities = new() { Images = false } }] });

        var failure = await Should.ThrowAsync<ModelException>(() => registry.GetModel("a", "x").GetResponseAsync([new(ChatRole.User, [new DataContent(new byte[] { 1 }, "image/png")])], cancellationToken: TestContext.Current.CancellationToken));

        failure.Message.ShouldContain("'b' cannot look at pictures");
    }

    private sealed class SilentClient : IChatClient
    {
        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            Asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("never");
        }

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}

using Autonoma.AI.Failures;
using Autonoma.AI.Registry;
using Autonoma.AI.Usage;
using Autonoma.TestKit.Models;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Tests.Registry;

public sealed class ModelRegistryTests
{
    [Fact]
    public async Task GetModel_SetsWhatEveryRequestHasInCommon()
    {
        using var scripted = new ScriptedChatClient("Hi");
        using var registry = new ModelRegistry(TestModels.Options(scripted));

        (await registry.GetModel("m", "greeter", ReasoningLevel.Medium).AskAsync()).Text.ShouldBe("Hi");

        var options = scripted.Requests.Single().Options!;
        options.Temperature.ShouldBe(0);
        options.MaxOutputTokens.ShouldBe(8192);
        options.Reasoning!.Effort.ShouldBe(ReasoningEffort.Medium);
    }

    [Fact]
    public async Task GetModel_OwnOptionsOfARequest_Win()
    {
        using var scripted = new ScriptedChatClient("Hi");
        using var registry = new ModelRegistry(TestModels.Options(scripted));
        var own = new ChatOptions { Temperature = 0.7f, MaxOutputTokens = 5 };

        await registry.GetModel("m", "greeter").GetResponseAsync([new(ChatRole.User, "x")], own, TestContext.Current.CancellationToken);

        scripted.Requests.Single().Options!.Temperature.ShouldBe(0.7f);
        scripted.Requests.Single().Options!.MaxOutputTokens.ShouldBe(5);
        own.Reasoning.ShouldBeNull("the caller's options are not changed");
    }

    [Fact]
    public void GetModel_Closed_MakesNoClient_AndSaysWhy()
    {
        var made = 0;
        using var scripted = new ScriptedChatClient();
        var entry = TestModels.Entry(scripted) with { CreateClient = () => { made++; return scripted; } };
        using var registry = new ModelRegistry(new() { Models = [entry], DefaultModel = "m", Access = ModelAccess.Closed("--offline was given") });

        Should.Throw<ModelsClosedException>(() => registry.GetModel("m", "x")).Message.ShouldBe("The model 'm' is not asked, because --offline was given. No connection was opened.");
        Should.Throw<ModelsClosedException>(() => registry.BeginRun("r").GetModelFor("x"));
        registry.Has("x").ShouldBeFalse();
        made.ShouldBe(0);
    }

    [Fact]
    public void GetModel_Unknown_NamesThoseThereAre()
    {
        using var scripted = new ScriptedChatClient();
        using var registry = new ModelRegistry(TestModels.Options(scripted));

        Should.Throw<UnknownModelException>(() => registry.GetModel("n", "x")).Message.ShouldBe("No model is called 'n'. There are: m.");
    }

    [Fact]
    public void GetModel_NotConfigured_SaysWhatIsMissing()
    {
        using var scripted = new ScriptedChatClient();
        using var registry = new ModelRegistry(new() { Models = [TestModels.Entry(scripted) with { Missing = "set TEST_KEY." }], DefaultModel = "m" });

        registry.Has("x").ShouldBeFalse();
        Should.Throw<UnknownModelException>(() => registry.GetModelFor("x")).Message.ShouldBe("The model 'm' cannot be used: set TEST_KEY.");
    }

    [Fact]
    public void GetModelFor_NoDefault_SaysHowToNameOne()
    {
        using var registry = new ModelRegistry(new());

        registry.Has("x").ShouldBeFalse();
        Should.Throw<UnknownModelException>(() => registry.GetModelFor("x")).Message.ShouldContain("AUTONOMA_MODEL");
    }

    [Fact]
    public async Task GetModelFor_TagWithItsOwnModel_TakesIt()
    {
        using var first = new ScriptedChatClient("first");
        using var second = new ScriptedChatClient("second");
        using var registry = new ModelRegistry(new()
        {
            Models = [TestModels.Entry(first, "a"), TestModels.Entry(second, "b")],
            DefaultModel = "a",
            ModelByTag = new Dictionary<string, string> { ["assert-checker"] = "b" },
        });

        (await registry.GetModelFor("decider").AskAsync()).Text.ShouldBe("first");
        (await registry.GetModelFor("assert-checker").AskAsync()).Text.ShouldBe("second");
    }

    [Fact]
    public async Task Usage_AddsUpByTagAndModel_WithMoneyForCachedTokens()
    {
        using var scripted = new ScriptedChatClient();
        scripted.Say(_ => new ChatResponse(new ChatMessage(ChatRole.Assistant, "x")) { Usage = new() { InputTokenCount = 1_000_000, CachedInputTokenCount = 400_000, OutputTokenCount = 100_000 } }).Say("y").Fail(TestModels.Failure(ModelFailure.BadRequest, 400));
        using var registry = new ModelRegistry(TestModels.Options(scripted));
        var run = registry.BeginRun("run-7");

        await run.GetModel("m", "a").AskAsync();
        await run.GetModel("m", "b").AskAsync();
        await Should.ThrowAsync<ModelException>(() => registry.GetModel("m", "b").AskAsync());

        // 600,000 at $1, 400,000 at $0.10, 100,000 at $10 a million
        run.Usage.ByTag["a"].Cost.ShouldBe(0.6m + 0.04m + 1m);
        run.Usage.Total.Calls.ShouldBe(2);
        registry.Usage.ByTag["b"].ShouldBe(new UsageTotals(2, 1, new(100, 10), 100m / 1_000_000 + 100m / 1_000_000, 0));
        registry.Usage.ByModel["m"].Calls.ShouldBe(3);
    }

    [Fact]
    public async Task Monitors_AreTold_WithContextOfSuiteRunAndStep_AndMayFail()
    {
        using var scripted = new ScriptedChatClient("x", "y");
        var monitor = new Remembering();
        using var registry = new ModelRegistry(TestModels.Options(scripted) with { Monitors = [new Failing(), monitor] });
        registry.Context.Add("suite", "shop");
        var run = registry.BeginRun("run-7");
        run.Context.Add("step", 3);
        var model = run.GetModel("m", "a", ReasoningLevel.High);

        await model.AskAsync();
        run.Context.Add("step", 4);
        await model.AskAsync();

        monitor.Calls[0].Context.ShouldBe(new Dictionary<string, object> { ["run"] = "run-7", ["step"] = 3, ["suite"] = "shop" }, ignoreOrder: true);
        monitor.Calls[1].Context["step"].ShouldBe(4);
        monitor.Calls[0].Model.ModelId.ShouldBe("m-1");
        monitor.Calls[0].Reasoning.ShouldBe(ReasoningLevel.High);
        monitor.Calls[0].Started.ShouldBe(TestModels.Morning);
        run.Context.Reset();
        run.Context.Snapshot().ContainsKey("step").ShouldBeFalse();
    }

    [Theory]
    [InlineData("image/png", "look at pictures")]
    [InlineData("video/mp4", "watch videos")]
    public async Task GetModel_WhatTheModelCannot_IsRefusedBeforeItIsSent(string type, string what)
    {
        using var scripted = new ScriptedChatClient();
        using var registry = new ModelRegistry(new() { Models = [TestModels.Entry(scripted) with { Capabilities = new() { Images = false, Video = false, Tools = false } }] });

        var failure = await Should.ThrowAsync<ModelException>(() => registry.GetModel("m", "x").GetResponseAsync([new(ChatRole.User, [new DataContent(new byte[] { 1 }, type)])], cancellationToken: TestContext.Current.CancellationToken));

        failure.Message.ShouldContain(what);
        scripted.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task GetModel_Stream_IsTheWholeAnswerUnderTheSameRules()
    {
        using var scripted = new ScriptedChatClient("Hello there");
        using var registry = new ModelRegistry(TestModels.Options(scripted));
        var text = "";

        await foreach (var update in registry.GetModel("m", "x").GetStreamingResponseAsync([new(ChatRole.User, "x")], cancellationToken: TestContext.Current.CancellationToken))
            text += update.Text;

        text.ShouldBe("Hello there");
        registry.Usage.Total.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task Dispose_OfAClient_LeavesTheModelToOthers_OfTheRegistry_TakesIt()
    {
        using var scripted = new ScriptedChatClient("a", "b");
        var registry = new ModelRegistry(TestModels.Options(scripted));

        var first = registry.GetModel("m", "x");
        await first.AskAsync();
        first.Dispose();
        await registry.GetModel("m", "x").AskAsync();

        scripted.IsDisposed.ShouldBeFalse();
        registry.Dispose();
        scripted.IsDisposed.ShouldBeTrue();
    }

    [Fact]
    public void Registry_TwoModelsOfOneName_AreRefused()
    {
        using var scripted = new ScriptedChatClient();
        Should.Throw<ArgumentException>(() => new ModelRegistry(new() { Models = [TestModels.Entry(scripted), TestModels.Entry(scripted)] })).Message.ShouldContain("'m'");
        Should.Throw<ArgumentException>(() => new ModelRegistry(new() { Models = [TestModels.Entry(scripted) with { Fallback = "m" }] })).Message.ShouldContain("no other model");
    }

    private sealed class Remembering : IModelMonitor
    {
        public List<ModelCall> Calls { get; } = [];

        public void OnCall(ModelCall call) => Calls.Add(call);
    }

    private sealed class Failing : IModelMonitor
    {
        public void OnCall(ModelCall call) => throw new InvalidOperationException("a monitor's own trouble");
    }
}

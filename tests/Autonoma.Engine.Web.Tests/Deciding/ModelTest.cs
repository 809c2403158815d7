using System.Text.RegularExpressions;
using Autonoma.AI.Budgets;
using Autonoma.AI.Pricing;
using Autonoma.AI.Registry;
using Autonoma.Engine.Checks;
using Autonoma.Engine.Deciding;
using Autonoma.Engine.Deciding.Models;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Recording;
using Autonoma.Engine.Running;
using Autonoma.Engine.Suites;
using Autonoma.TestKit;
using Autonoma.TestKit.Interpreting;
using Autonoma.TestKit.Models;
using Microsoft.Extensions.AI;

namespace Autonoma.Engine.Web.Tests.Deciding;

/// <summary>Runs tests on a page in Chromium with a model that says what a test wrote down.</summary>
public abstract partial class ModelTest(BrowserFixture fixture)
{
    protected BrowserFixture Fixture { get; } = fixture;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected enum Who
    {
        Cascade,
        Model,
    }

    /// <summary>What a run is made with.</summary>
    protected sealed record Setup(string Html, params IReadOnlyList<string> Steps)
    {
        public Who Decider { get; init; } = Who.Cascade;

        public IUserPrompt? User { get; init; }

        public IClaimWitness? Witness { get; init; }

        public BudgetLimits Budget { get; init; } = BudgetLimits.None;

        public BudgetLimits SuiteBudget { get; init; } = BudgetLimits.None;

        public ModelPrice? Price { get; init; }

        public RecordingSession? Recording { get; init; }

        public RunOptions Options { get; init; } = ScriptedRun.Quick;

        public ModelDeciderOptions Model { get; init; } = new();
    }

    /// <summary>Runs the steps. The model is a script; asking it more often than it has answers fails the run.</summary>
    protected async Task<RunResult> RunAsync(Setup setup, ScriptedChatClient model)
    {
        await using var driver = await Fixture.OpenAsync(setup.Html);
        return await RunAsync(setup, model, driver);
    }

    protected static async Task<RunResult> RunAsync(Setup setup, ScriptedChatClient model, IAppDriver driver)
    {
        using var registry = new ModelRegistry(new()
        {
            Models = [new() { Key = "scripted", Provider = "test", ModelId = "scripted-1", CreateClient = () => model, Price = setup.Price }],
            DefaultModel = "scripted",
            RunBudget = setup.Budget,
            SuiteBudget = setup.SuiteBudget,
        });
        var (reader, checker, pins) = (new StepReader(), new ClaimChecker(null), new PinnedTargets());
        var grounder = pins.Around(new Grounder());
        var decider = new ModelDecider(registry.BeginRun("test"), reader, checker, grounder, pins, setup.Model, TimeProvider.System) { User = setup.User, Witness = setup.Witness };
        var test = new TestCase { Title = "Scripted", Steps = [.. setup.Steps.Select((text, index) => new TestStep(index + 1, text))] };
        return await new TestRunner(driver, setup.Options, reader, grounder, checker, TimeProvider.System) { Decider = setup.Decider == Who.Model ? decider : new CascadeDecider(reader, decider), Recording = setup.Recording }.RunAsync(test, Token);
    }

    /// <summary>A model that answers each request by a function in turn.</summary>
    protected static ScriptedChatClient Model(params IReadOnlyList<Func<ModelRequest, ChatResponse>> answers)
    {
        var model = new ScriptedChatClient();
        foreach (var answer in answers)
            model.Say(answer);
        return model;
    }

    /// <summary>Calls a tool on the element whose line in the list holds the words.</summary>
    protected static Func<ModelRequest, ChatResponse> On(string tool, string words, object? more = null)
        => request => ScriptedChatClient.Call(tool, Merge(new { target = Reference(request, words), reason = "as the step says" }, more));

    protected static Func<ModelRequest, ChatResponse> Call(string tool, object arguments) => _ => ScriptedChatClient.Call(tool, arguments);

    protected static Func<ModelRequest, ChatResponse> Finish(bool success = true, string reasoning = "done") => Call("execution-finished", new { success, reasoning });

    /// <summary>The reference of the first line of the screen that holds the words.</summary>
    protected static string Reference(ModelRequest request, string words)
    {
        var line = request.Text.Split('\n').FirstOrDefault(line => Line().IsMatch(line) && line.Contains(words, StringComparison.Ordinal));
        return line?.Split(' ')[0] ?? throw new InvalidOperationException($"No line holds '{words}':\n{request.Text}");
    }

    private static Dictionary<string, object?> Merge(object first, object? second)
        => new[] { first, second }.OfType<object>().SelectMany(part => part.GetType().GetProperties().Select(property => (property.Name, Value: property.GetValue(part)))).ToDictionary(pair => pair.Name, pair => pair.Value);

    [GeneratedRegex(@"^e\d+ ")]
    private static partial Regex Line();
}

using System.Text.Json;
using Autonoma.Cli.Configuration;
using Autonoma.Cli.Environments;
using Autonoma.Cli.Running;
using Autonoma.Engine.Driving;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Exploring;
using Autonoma.Planner.Exploring.Writing;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Pipeline;
using Autonoma.Planner.Validation;

namespace Autonoma.Cli.Planning.Tests;

/// <summary>
/// Step 6 without a model: explores the application that is running, with data of the standard scenario, drafts tests of what was seen, and keeps those that
/// pass twice.
/// </summary>
/// <param name="environment">The tool.</param>
/// <param name="settings">Where environments come from.</param>
internal sealed class TestsStep(ToolEnvironment environment, ToolSettings settings) : IPlanStep
{
    private const string Standard = "standard";
    private const string Large = "large";

    public int Number => 6;

    public string Means => "exploration of the running app, without a model";

    public async Task RunAsync(PlanStepContext context, CancellationToken cancellationToken)
    {
        if (context.Request.From != Number && context.Request.Topic is null && File.Exists(context.Folder.TestIndex))
        {
            context.Say("The tests are there already and are taken as they are.");
            return;
        }

        var start = AppUrl(context)
            ?? throw new StepUnavailableException("Step 6 (E2E Tests) looks at the app as it runs, and it is not known where: give --app-url http://localhost:5080 and go on with --resume. A coding agent or a person may write the tests as well.");
        try
        {
            using var scenarios = TestScenarios.Of(environment, settings, context.Folder.Recipes, Endpoint(context));
            var maker = Maker(context, start, scenarios);
            var (features, knowledge) = Read(context);
            var exploration = Explored(context) ?? await ExploreAsync(context, maker, features, scenarios, cancellationToken);
            await WriteAsync(context, maker, exploration, features, knowledge, scenarios, cancellationToken);
        }
        catch (UserInputException e)
        {
            throw new StepUnavailableException($"Step 6 (E2E Tests) could not look at the app. {e.Message}");
        }
    }

    /// <summary>Explores the app, when it is known where it runs and that was not done yet, and leaves what it found beside the tests, for whoever writes them.</summary>
    public async Task LookAsync(PlanStepContext context, CancellationToken cancellationToken)
    {
        if (AppUrl(context) is not { } start || Explored(context) is not null)
            return;
        try
        {
            using var scenarios = TestScenarios.Of(environment, settings, context.Folder.Recipes, Endpoint(context));
            await ExploreAsync(context, Maker(context, start, scenarios), Read(context).Features, scenarios, cancellationToken);
        }
        catch (UserInputException e)
        {
            context.Say($"The app was not looked at, the tests are written from the code alone. {e.Message}");
        }
    }

    private Uri? AppUrl(PlanStepContext context) => context.Request.AppUrl ?? (settings.BaseUrl is { } url && Uri.TryCreate(url, UriKind.Absolute, out var configured) ? configured : null);

    private SuiteMaker Maker(PlanStepContext context, Uri start, TestScenarios? scenarios)
        => new(environment, settings)
        {
            Start = start,
            Scenario = scenarios is null ? null : Standard,
            LargeScenario = Large,
            IsIsolated = scenarios is not null,
            ExploreTime = settings.Values.Duration("plan.exploreTime") ?? SuiteMaker.UsualTime,
            TrialTime = settings.Values.Duration("plan.testTime") ?? SuiteMaker.UsualTime,
            Say = context.Say,
        };

    private static async Task<Exploration> ExploreAsync(PlanStepContext context, SuiteMaker maker, FeatureInventory? features, TestScenarios? scenarios, CancellationToken cancellationToken)
    {
        var exploration = await maker.ExploreAsync(features?.Features.Where(feature => feature.Type != FeatureType.Api).Select(feature => feature.Path) ?? [], scenarios, cancellationToken);
        Note(context, "exploration.json", exploration.Write());
        Note(context, "feature-inventory.md", InventoryText.Write(exploration));
        return exploration;
    }

    private static async Task WriteAsync(PlanStepContext context, SuiteMaker maker, Exploration exploration, FeatureInventory? features, KnowledgeBase? knowledge, TestScenarios? scenarios, CancellationToken cancellationToken)
    {
        var suite = await maker.GenerateAsync(exploration, features, knowledge, context.Request.Topic, scenarios, cancellationToken);
        if (suite.Kept.Count == 0)
            throw new StepUnavailableException($"Step 6 (E2E Tests): of {suite.Dropped.Count} tests none passed twice{(context.Request.Topic is { } topic ? $", or nothing in the app is about '{topic}'" : "")}. Reasons: {Path.Combine(context.Folder.Scratchpad, "dropped-tests.md")}.");
        if (context.Request.Topic is null)
            Clear(context.Folder.Tests);
        foreach (var (path, text) in suite.Files)
            context.Write(Path.Combine(context.Folder.Tests, path), text);
        foreach (var (path, text) in suite.Notes)
            Note(context, path, text);
        context.Write(ArtifactKind.TestIndex, suite.Index.Write());
        context.Say($"{suite.Kept.Count} tests are kept, each passed twice; {suite.Dropped.Count} were dropped, with reasons in qa-tests/.scratchpad/dropped-tests.md.");
    }

    // Tests of an earlier run would be counted with those of this one.
    private static void Clear(string tests)
    {
        if (!Directory.Exists(tests))
            return;
        foreach (var folder in Directory.GetDirectories(tests).Where(folder => !Path.GetFileName(folder).StartsWith('.')))
            Directory.Delete(folder, recursive: true);
        File.Delete(Path.Combine(tests, "INDEX.md"));
    }

    private static (FeatureInventory? Features, KnowledgeBase? Knowledge) Read(PlanStepContext context)
    {
        var features = context.Read(ArtifactKind.Features) is { } text ? ArtifactReader.Features(text).Value : null;
        var knowledge = context.Read(ArtifactKind.KnowledgeBase) is { } told ? ArtifactReader.KnowledgeBase(told).Value : null;
        return (features, knowledge);
    }

    // An exploration that lies beside the plan is taken; one of an older version cannot be read and is made again.
    private static Exploration? Explored(PlanStepContext context)
    {
        var path = Path.Combine(context.Folder.Scratchpad, "exploration.json");
        if (context.Request.From == 6 || !File.Exists(path))
            return null;
        try
        {
            return Exploration.Read(File.ReadAllText(path));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Uri? Endpoint(PlanStepContext context)
        => File.Exists(context.Folder.SdkEndpoint) && Uri.TryCreate(File.ReadAllText(context.Folder.SdkEndpoint).Trim(), UriKind.Absolute, out var url) ? url
            : context.Request.AppUrl is { } app ? new Uri(app, EndpointSettings.UsualRoute) : null;

    private static void Note(PlanStepContext context, string name, string text)
    {
        Directory.CreateDirectory(context.Folder.Scratchpad);
        File.WriteAllText(Path.Combine(context.Folder.Scratchpad, name), text);
    }
}

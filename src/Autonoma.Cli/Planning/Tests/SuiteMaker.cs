using Autonoma.Cli.Configuration;
using Autonoma.Cli.Exploring;
using Autonoma.Cli.Running;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Suites;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Exploring;
using Autonoma.Planner.Generating;

namespace Autonoma.Cli.Planning.Tests;

/// <summary>Explores an application that is running, and generates its suite.</summary>
/// <param name="environment">The tool.</param>
/// <param name="settings">How browsers are opened, where environments come from.</param>
internal sealed class SuiteMaker(ToolEnvironment environment, ToolSettings settings)
{
    /// <summary>Time for exploring, and for running tests, when nobody says otherwise.</summary>
    public static readonly TimeSpan UsualTime = TimeSpan.FromMinutes(4);

    /// <summary>Where the application runs.</summary>
    public required Uri Start { get; init; }

    /// <summary>The scenario of every session and test; null for none.</summary>
    public string? Scenario { get; init; }

    /// <summary>A test whose steps sign in; null for none.</summary>
    public TestCase? SignIn { get; init; }

    /// <summary>A scenario that holds enough records for lists to have several pages; null for none.</summary>
    public string? LargeScenario { get; init; }

    /// <summary>Whether data may be changed.</summary>
    public bool IsIsolated { get; init; }

    /// <summary>Whether each session has data of its own, so that several may work at the same time.</summary>
    public bool IsSessionIsolated { get; init; }

    /// <summary>Time for exploring.</summary>
    public TimeSpan ExploreTime { get; init; } = UsualTime;

    /// <summary>Time for running tests.</summary>
    public TimeSpan TrialTime { get; init; } = UsualTime;

    /// <summary>Told how it goes.</summary>
    public Action<string> Say { get; init; } = _ => { };

    private int Workers => Scenario is not null || IsSessionIsolated ? Math.Max(2, Environment.ProcessorCount) : 1;

    /// <summary>Explores.</summary>
    /// <param name="known">Routes that are known from the code: path and query.</param>
    /// <param name="scenarios">Makes test data; null for none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UserInputException">The application could not be opened.</exception>
    public async Task<Exploration> ExploreAsync(IEnumerable<string> known, TestScenarios? scenarios, CancellationToken cancellationToken)
    {
        await using var sessions = Sessions(scenarios, Scenario);
        sessions.Warm();
        var options = new ExploreOptions
        {
            Start = Start,
            MaxTime = ExploreTime,
            IsIsolated = IsIsolated,
            Workers = Workers,
            // A route with a record in it is found through a link to that record.
            Known = [.. known.Where(path => path.StartsWith('/') && !path.Contains('{', StringComparison.Ordinal) && !path.Contains(':', StringComparison.Ordinal)).Select(path => new Uri(Start, path))],
            SignedOut = sessions.OpenSignedOutAsync,
            SignIn = sessions.SignInSteps,
            SignInAt = sessions.SignInAt,
        };
        try
        {
            var exploration = await new Explorer(sessions.OpenAsync, options, environment.Time) { Progress = Say }.RunAsync(cancellationToken);
            return LargeScenario is { } large && scenarios?.Has(large) == true ? await TurnPagesAsync(exploration, options, scenarios, large, cancellationToken) : exploration;
        }
        catch (Exception e) when (e is NavigationFailedException or CommandFailedException or DriverLostException)
        {
            throw new UserInputException($"Nothing was explored to the end. {e.Message}", e);
        }
    }

    // An instance with many records takes its time: one session at a time, and a quarter of the time.
    private async Task<Exploration> TurnPagesAsync(Exploration exploration, ExploreOptions options, TestScenarios scenarios, string large, CancellationToken cancellationToken)
    {
        await using var sessions = Sessions(scenarios, large);
        return await new Explorer(sessions.OpenAsync, options with { Workers = 1, MaxTime = ExploreTime / 4 }, environment.Time) { Progress = Say }.TurnPagesAsync(exploration, large, cancellationToken);
    }

    private AppSessions Sessions(TestScenarios? scenarios, string? scenario) => new(environment, settings, Start) { Scenarios = scenarios, Scenario = scenario, SignIn = SignIn, IsIsolated = IsIsolated };

    /// <summary>Generates.</summary>
    /// <param name="exploration">What was found.</param>
    /// <param name="features">Features of step 1; null for none.</param>
    /// <param name="knowledge">Knowledge of step 1; null for none.</param>
    /// <param name="topic">Tests of this topic only; null for all.</param>
    /// <param name="scenarios">Makes test data; null for none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<GeneratedSuite> GenerateAsync(Exploration exploration, FeatureInventory? features, KnowledgeBase? knowledge, string? topic, TestScenarios? scenarios, CancellationToken cancellationToken)
    {
        await using var sessions = new AppSessions(environment, settings, Start) { SignIn = SignIn };
        var request = new SuiteRequest
        {
            Exploration = exploration,
            Features = features,
            Knowledge = knowledge,
            Scenario = Scenario,
            SignIn = sessions.SignInSteps,
            SignInAt = sessions.SignInAt.PathAndQuery,
            Topic = topic,
        };
        await using var trial = new SuiteTrial(environment, settings, Start, scenarios, Workers);
        return await new SuiteGenerator(trial, environment.Time) { Say = Say }.RunAsync(request, TrialTime, cancellationToken);
    }
}

using Autonoma.Cli.Configuration;
using Autonoma.Cli.Environments;
using Autonoma.EnvironmentFactory.Protocol;
using Autonoma.Engine.Driving;
using Autonoma.Planner.Pipeline.Proving;
using Autonoma.Engine.Reporting;
using Autonoma.Engine.Running.Suite;
using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Instances;
using Autonoma.Scenarios.Journal;
using Autonoma.Scenarios.Recipes;
using Autonoma.Scenarios.Variables;

namespace Autonoma.Cli.Running;

/// <summary>Gives each test that names a scenario an instance of its own.</summary>
internal sealed class TestScenarios : ITestEnvironments, IDisposable
{
    private readonly HttpClient _http;
    private readonly InstanceJournal _journal;
    private readonly ScenarioInstances _instances;
    private readonly TimeProvider _time;
    private readonly RecipeFile? _recipes;

    private TestScenarios(ToolEnvironment environment, ToolSettings settings, Uri url, RecipeFile? recipes)
    {
        _time = environment.Time;
        _recipes = recipes;
        _http = EndpointSettings.Http(settings.Values);
        _journal = new(EndpointSettings.JournalFolder(environment), environment.Time);
        _instances = new(EndpointSettings.Client(environment, settings.Values, url, _http), recipes, _journal, environment.Time);
    }

    /// <summary>What the settings say; null when no endpoint is configured.</summary>
    /// <exception cref="UserInputException">Half of it is configured, or the recipes cannot be used.</exception>
    public static TestScenarios? Create(ToolEnvironment environment, ToolSettings settings)
    {
        if (EndpointSettings.Url(settings.Values) is { } url)
            return new(environment, settings, url, EndpointSettings.Recipes(environment, settings.Values));
        return settings.Values.Text("recipes") is null ? null
            : throw new UserInputException("Recipes are given (--env), and it is not known who makes them real. Give the app's Environment Factory: --sdk-url http://localhost:5080/api/autonoma, or 'sdkUrl' in autonoma.yaml.");
    }

    /// <summary>Those of a plan; null when no endpoint is known or there are no recipes.</summary>
    /// <param name="environment">The tool.</param>
    /// <param name="settings">Where the endpoint is, unless the plan says it.</param>
    /// <param name="recipes">Full path of the recipes.</param>
    /// <param name="endpoint">The plan's endpoint; null when it names none.</param>
    /// <exception cref="UserInputException">The recipes cannot be used, or the secret is not set.</exception>
    public static TestScenarios? Of(ToolEnvironment environment, ToolSettings settings, string recipes, Uri? endpoint)
        => (EndpointSettings.Url(settings.Values) ?? endpoint) is { } url && File.Exists(recipes) ? new(environment, settings, url, EndpointSettings.Read(environment, recipes)) : null;

    /// <summary>Whether there is a recipe of that name.</summary>
    public bool Has(string scenario) => _recipes?.Find(scenario) is not null;

    public bool IsNeededBy(SuiteTest test) => !string.IsNullOrWhiteSpace(test.Case.Scenario);

    public async Task<ITestEnvironment> UpAsync(SuiteTest test, CancellationToken cancellationToken)
    {
        try
        {
            return new TestScenario(await _instances.UpAsync(test.Case.Scenario!.Trim(), RunId.New(), cancellationToken), _instances, _time);
        }
        catch (RecipeFileException e)
        {
            throw new TestEnvironmentException(e.Message, e);
        }
        catch (EnvironmentException e)
        {
            throw new TestEnvironmentException(e.Message, e);
        }
    }

    public void Dispose()
    {
        _journal.Dispose();
        _http.Dispose();
    }

    private sealed class TestScenario(ScenarioInstance instance, ScenarioInstances instances, TimeProvider time) : ITestEnvironment
    {
        public IReadOnlyDictionary<string, string> Variables { get; } = instance.Variables;

        public IReadOnlyList<string> Secrets { get; } = instance.Secrets;

        public SessionLogin Login { get; } = ScenarioLogin.Of(instance.Auth, time);

        public async Task DownAsync()
        {
            try
            {
                await instances.DownAsync(instance);
            }
            catch (EnvironmentException e)
            {
                throw new TestEnvironmentException($"{e.Message} Run {instance.Answer.RunId} may still stand: 'autonoma env sweep' tries again.", e);
            }
        }
    }
}

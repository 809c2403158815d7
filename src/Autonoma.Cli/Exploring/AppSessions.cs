using Autonoma.Cli.Configuration;
using Autonoma.Cli.Running;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Reporting;
using Autonoma.Engine.Running;
using Autonoma.Engine.Running.Suite;
using Autonoma.Engine.Suites;
using Autonoma.Engine.Web;
using Autonoma.Planner.Exploring;

namespace Autonoma.Cli.Exploring;

/// <summary>Sessions of an exploration: each with test data of its own when a scenario makes it, signed in by it or by the steps of a test.</summary>
/// <param name="environment">The tool.</param>
/// <param name="settings">How browsers are opened.</param>
/// <param name="start">Where the application runs.</param>
internal sealed class AppSessions(ToolEnvironment environment, ToolSettings settings, Uri start) : IAsyncDisposable
{
    private readonly WebSessions _browsers = new(settings, environment);

    /// <summary>Makes test data; null for none.</summary>
    public TestScenarios? Scenarios { get; init; }

    /// <summary>The scenario of each session; null for none.</summary>
    public string? Scenario { get; init; }

    /// <summary>A test whose steps each session begins with; null for none.</summary>
    public TestCase? SignIn { get; init; }

    /// <summary>Whether forms may be sent.</summary>
    public bool IsIsolated { get; init; }

    /// <summary>Steps of <see cref="SignIn"/> that act; those that check are no part of what other tests begin with.</summary>
    public IReadOnlyList<string> SignInSteps => SignIn is null ? [] : [.. SignIn.Setup.Concat(SignIn.Steps).Select(step => step.Text).Where(text => Interpreter.Reader.Read(text).Commands.Any(command => command is not Engine.Commands.AssertArguments))];

    /// <summary>Where <see cref="SignIn"/> begins.</summary>
    public Uri SignInAt => SignIn?.Url is { } url ? new Uri(start, url) : start;

    private TestCase Test => new() { Title = "explore", Url = start.ToString(), Scenario = Scenario };

    /// <summary>Begins to start the browser.</summary>
    public void Warm() => _browsers.Warm([Test]);

    /// <summary>A session as whoever is signed in.</summary>
    /// <exception cref="UserInputException">No environment could be made, or signing in failed.</exception>
    public async Task<ExploreSession> OpenAsync(CancellationToken cancellationToken)
    {
        var made = Scenario is null || Scenarios is null ? null : await UpAsync(cancellationToken);
        try
        {
            var driver = await _browsers.OpenAsync(Test, made?.Login ?? SessionLogin.None, cancellationToken);
            try
            {
                if (SignIn is not null)
                    await SignInAsync(driver, SignIn, cancellationToken);
                // Signing in may send something; after it a session that only reads can send nothing any more.
                if (!IsIsolated)
                    await ((WebAppDriver)driver).ReadOnlyFromNowAsync();
            }
            catch
            {
                await driver.DisposeAsync();
                throw;
            }

            return new(driver, made is null ? null : () => DownAsync(made)) { Variables = made?.Variables ?? new Dictionary<string, string>() };
        }
        catch when (made is not null)
        {
            await DownAsync(made);
            throw;
        }
    }

    /// <summary>A session in which nobody is signed in.</summary>
    public async Task<ExploreSession> OpenSignedOutAsync(CancellationToken cancellationToken)
    {
        var driver = await _browsers.OpenAsync(Test, SessionLogin.None, cancellationToken);
        if (!IsIsolated)
            await ((WebAppDriver)driver).ReadOnlyFromNowAsync();
        return new(driver);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _browsers.DisposeAsync();

    private async Task SignInAsync(IAppDriver driver, TestCase signIn, CancellationToken cancellationToken)
    {
        var options = settings.RunOptions(environment);
        var live = new LiveSession(driver, options with { Variables = options.Variables.Concat(signIn.Variables).DistinctBy(pair => pair.Key).ToDictionary() }, Interpreter.Reader, Interpreter.Grounder, Interpreter.Checker, environment.Time);
        await driver.Navigation!.GoToAsync(SignInAt, cancellationToken);
        foreach (var step in signIn.Setup.Concat(signIn.Steps))
        {
            var done = await live.ActAsync(step.Text, cancellationToken);
            if (done.Status != StepStatus.Passed)
                throw new UserInputException($"{signIn.File}:{step.Line}: signing in failed at \"{step.Text}\". {done.Message}");
        }
    }

    private async Task<ITestEnvironment> UpAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Scenarios!.UpAsync(new SuiteTest("explore", Test), cancellationToken);
        }
        catch (TestEnvironmentException e)
        {
            throw new UserInputException(e.Message, e);
        }
    }

    // What was found is kept by then; that something may be left is said all the same, and is the exit code.
    private static async Task DownAsync(ITestEnvironment made)
    {
        try
        {
            await made.DownAsync();
        }
        catch (TestEnvironmentException e)
        {
            throw new UserInputException(e.Message, e);
        }
    }
}

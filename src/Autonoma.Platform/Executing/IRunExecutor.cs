using Autonoma.Engine.Driving;
using Autonoma.Engine.Running.Suite;

namespace Autonoma.Platform.Executing;

/// <summary>Carries out a run that a worker has. Safe for concurrent use.</summary>
public interface IRunExecutor
{
    /// <summary>
    /// Carries it out. A failing test is an outcome, never an exception. When it is told to stop, it stops where it is, tears down what it made, and answers
    /// with what it knows.
    /// </summary>
    /// <param name="assignment">The run.</param>
    /// <param name="progress">Told what happens while it happens.</param>
    /// <param name="cancellationToken">Stops it at any moment.</param>
    Task<RunOutcome> ExecuteAsync(RunAssignment assignment, IRunProgress progress, CancellationToken cancellationToken);
}

/// <summary>Told what happens in a run. Nothing here makes the run wait, except <see cref="AskAsync"/>.</summary>
public interface IRunProgress
{
    /// <summary>Something happened.</summary>
    /// <param name="kind"><c>state</c>, <c>step</c>, <c>attempt</c>, <c>question</c>, <c>console</c> or <c>artifact</c>.</param>
    /// <param name="json">What, as JSON; secrets masked.</param>
    void Event(string kind, string json);

    /// <summary>A picture of the app as it is now; only the newest matters.</summary>
    void Frame(Frame frame);

    /// <summary>How many steps the test has.</summary>
    void Planned(int steps);

    /// <summary>Another attempt begins.</summary>
    void Attempt(int number);

    /// <summary>Asks whoever watches, and waits for the answer; null when nobody answers in time.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<string?> AskAsync(RunQuestion question, CancellationToken cancellationToken);

    /// <summary>A file of the run is whole, and may be kept.</summary>
    /// <param name="attempt">Of which attempt.</param>
    /// <param name="name">Path among the files of the attempt, forward slashes.</param>
    /// <param name="path">Where it lies now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task KeepAsync(int attempt, string name, string path, CancellationToken cancellationToken);
}

/// <summary>A question to whoever watches a run.</summary>
/// <param name="Id">Names it in the answer.</param>
/// <param name="Step">Number of the step.</param>
/// <param name="Text">The sentence that cannot be decided.</param>
/// <param name="Message">Why, and what would help.</param>
public sealed record RunQuestion(Guid Id, int Step, string Text, string Message);

/// <summary>Makes the test data of runs. Safe for concurrent use.</summary>
public interface IRunEnvironments
{
    /// <summary>Makes the environment of a run, its intent on the disk before the endpoint is asked.</summary>
    /// <param name="assignment">The run.</param>
    /// <param name="scenario">What the test asks for.</param>
    /// <param name="cancellationToken">Stops it; what was made by then is removed before this throws.</param>
    /// <exception cref="TestEnvironmentException">It cannot be made.</exception>
    Task<ITestEnvironment> UpAsync(RunAssignment assignment, string scenario, CancellationToken cancellationToken);
}

/// <summary>Opens what runs happen on, as their application is configured. Safe for concurrent use.</summary>
public interface IRunSessions
{
    /// <summary>What it opens (<c>Chromium 156.0</c>); empty before the first one.</summary>
    string Platform { get; }

    /// <summary>Opens a fresh session.</summary>
    /// <param name="test">The test.</param>
    /// <param name="baseUrl">Where relative addresses start; null when the test has its own.</param>
    /// <param name="login">What it begins with.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UserInputException">None can be opened, whatever the test.</exception>
    /// <exception cref="DriverLostException">The browser went away meanwhile.</exception>
    Task<IAppDriver> OpenAsync(Engine.Suites.TestCase test, string? baseUrl, SessionLogin login, CancellationToken cancellationToken);
}

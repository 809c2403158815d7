using Autonoma.Engine.Driving;
using Autonoma.Engine.Reporting;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Running.Suite;

/// <summary>Makes the test data and the login that tests need, one of its own for each try of each test. Safe for concurrent use.</summary>
public interface ITestEnvironments
{
    /// <summary>Whether a test needs one.</summary>
    bool IsNeededBy(SuiteTest test);

    /// <summary>Makes the environment of a test.</summary>
    /// <param name="test">A test that needs one.</param>
    /// <param name="cancellationToken">Stops it; whatever was made by then is removed before this throws.</param>
    /// <exception cref="TestEnvironmentException">It cannot be made: no fault of the app's pages, and no verdict on them.</exception>
    Task<ITestEnvironment> UpAsync(SuiteTest test, CancellationToken cancellationToken);
}

/// <summary>An environment that stands.</summary>
public interface ITestEnvironment
{
    /// <summary>What steps may refer to; wins over variables of the test's own.</summary>
    IReadOnlyDictionary<string, string> Variables { get; }

    /// <summary>Names of variables whose values are shown nowhere.</summary>
    IReadOnlyList<string> Secrets { get; }

    /// <summary>What the app's session begins with.</summary>
    SessionLogin Login { get; }

    /// <summary>Removes it. Called once, whatever happened to the test.</summary>
    /// <exception cref="TestEnvironmentException">Something may be left; the message says what to do.</exception>
    Task DownAsync();

    /// <summary>A test with what stands now, which is the truth about the data: what the test says of it was written before.</summary>
    /// <param name="test">The test.</param>
    TestCase Applied(TestCase test)
    {
        ArgumentNullException.ThrowIfNull(test);
        var variables = new Dictionary<string, string>(test.Variables, StringComparer.Ordinal);
        foreach (var (name, value) in Variables)
            variables[name] = value;
        return test with { Variables = variables };
    }

    /// <summary>How a test runs that has this environment.</summary>
    /// <param name="run">How it would without.</param>
    RunOptions Applied(RunOptions run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run with { Secrets = [.. run.Secrets, .. Secrets] };
    }
}

/// <summary>A test's environment could not be made, or not be removed. The message says why and what to do.</summary>
public sealed class TestEnvironmentException(string message, Exception? inner = null) : Exception(message, inner);

using Autonoma.Engine.Driving;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Running.Suite;

/// <summary>Opens what tests run on: a fresh browser context in one browser, a device. Safe for concurrent use.</summary>
public interface IAppSessions
{
    /// <summary>What it opens (<c>Chromium 156.0</c>); empty before the first one.</summary>
    string Platform { get; }

    /// <summary>Tests with the same key can run on each other's sessions, so that one can be opened ahead.</summary>
    string KeyOf(TestCase test);

    /// <summary>Opens a fresh one; starts the browser or device again when it was lost. The caller disposes it.</summary>
    /// <param name="test">The test that it is for.</param>
    /// <param name="login">What it begins with.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UserInputException">None can be opened, whatever the test: the message says what to do.</exception>
    /// <exception cref="DriverLostException">The browser or device went away meanwhile.</exception>
    Task<IAppDriver> OpenAsync(TestCase test, SessionLogin login, CancellationToken cancellationToken);
}

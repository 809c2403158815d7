using Autonoma.Engine.Driving;
using Autonoma.Engine.Reporting;

namespace Autonoma.Engine.Running.Suite;

/// <summary>Makes what tests need that have an environment of their own: data first, then a session that is signed in with it; on demand, or while others run.</summary>
/// <param name="environments">Makes environments; null when none is to be made.</param>
/// <param name="sessions">Opens sessions.</param>
/// <param name="remove">Removes an environment that no session was opened for.</param>
internal sealed class PreparedTests(ITestEnvironments? environments, IAppSessions sessions, Action<SuiteTest, ITestEnvironment> remove)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<SuiteTest, Task<Prepared>> _ahead = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether a test has an environment of its own.</summary>
    public bool IsNeededBy(SuiteTest test) => environments?.IsNeededBy(test) == true;

    /// <summary>Begins to make what a test needs; once.</summary>
    public void Begin(SuiteTest test, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (IsNeededBy(test) && !_ahead.ContainsKey(test))
                _ahead[test] = Task.Run(() => MakeAsync(test, cancellationToken), cancellationToken);
        }
    }

    /// <summary>What a test needs: what was made ahead for its first try, else a new one.</summary>
    public async Task<Prepared> TakeAsync(SuiteTest test, CancellationToken cancellationToken)
    {
        if (Ahead(test) is { } ready)
        {
            try
            {
                return await ready.ConfigureAwait(false);
            }
            catch (DriverLostException)
            {
                // It was opened in a browser that is gone; a new one is started below.
            }
        }

        return await MakeAsync(test, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What was made ahead and nobody took: the tests were stopped before.</summary>
    public async Task<IReadOnlyList<(SuiteTest Test, Prepared Prepared)>> LeftAsync()
    {
        List<KeyValuePair<SuiteTest, Task<Prepared>>> left;
        lock (_gate)
        {
            left = [.. _ahead];
            _ahead.Clear();
        }

        var found = new List<(SuiteTest, Prepared)>();
        foreach (var (test, making) in left)
        {
            try
            {
                found.Add((test, await making.ConfigureAwait(false)));
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // It was not made; no test waits for it.
            }
        }

        return found;
    }

    private Task<Prepared>? Ahead(SuiteTest test)
    {
        lock (_gate)
            return _ahead.Remove(test, out var ready) ? ready : null;
    }

    private async Task<Prepared> MakeAsync(SuiteTest test, CancellationToken cancellationToken)
    {
        var environment = await environments!.UpAsync(test, cancellationToken).ConfigureAwait(false);
        try
        {
            return new(environment, await sessions.OpenAsync(test.Case, environment.Login, cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            remove(test, environment);
            throw;
        }
    }

    /// <summary>An environment and a session in it.</summary>
    internal sealed record Prepared(ITestEnvironment Environment, IAppDriver Driver);
}

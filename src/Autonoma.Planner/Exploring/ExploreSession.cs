using Autonoma.Engine.Driving;

namespace Autonoma.Planner.Exploring;

/// <summary>A session that an exploration works in, with the data that belongs to it.</summary>
/// <param name="driver">The application; disposed with the session.</param>
/// <param name="afterwards">Removes what was made for the session; null when nothing was.</param>
public sealed class ExploreSession(IAppDriver driver, Func<Task>? afterwards = null) : IAsyncDisposable
{
    /// <summary>The application.</summary>
    public IAppDriver Driver { get; } = driver;

    /// <summary>Values of the session's data that differ from run to run, by the name that a test calls them by.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Driver.DisposeAsync().ConfigureAwait(false);
        if (afterwards is not null)
            await afterwards().ConfigureAwait(false);
    }
}

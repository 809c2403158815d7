using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Xunit;

namespace Autonoma.Engine.Conformance;

/// <summary>
/// What every platform's drivers must do alike. A platform derives each suite and opens the named screen; the screens are pages in
/// <c>tests/assets/conformance</c>, a platform without pages shows the same controls under the same ids.
/// </summary>
public abstract class DriverConformance : IAsyncLifetime
{
    /// <summary>The driver under test, showing the suite's screen.</summary>
    protected IAppDriver Driver { get; private set; } = null!;

    /// <summary>Cancels with the test.</summary>
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Name of the screen that the suite needs.</summary>
    protected abstract string ScreenName { get; }

    /// <summary>Opens a session that shows the screen.</summary>
    protected abstract Task<IAppDriver> OpenAsync(string screen);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => Driver = await OpenAsync(ScreenName);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Driver.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>What is seen now.</summary>
    protected Task<Observation> LookAsync() => Driver.Screen.ObserveAsync(ObserveOptions.Default, Token);

    /// <summary>The element with that id.</summary>
    protected async Task<UiNode> FindAsync(string id) => (await LookAsync()).Tree.Nodes.FirstOrDefault(node => node.ElementId == id)
        ?? throw new InvalidOperationException($"The screen '{ScreenName}' shows no element with the id '{id}'.");

    /// <summary>Text of the element with that id.</summary>
    protected async Task<string> TextAsync(string id) => (await FindAsync(id)).InnerText;

    /// <summary>Clicks the element with that id.</summary>
    protected async Task ClickAsync(string id, MouseButton button = MouseButton.Left, int count = 1, KeyModifiers modifiers = KeyModifiers.None)
    {
        var reached = await Driver.Elements.ReachAsync((await FindAsync(id)).Ref, null, Token);
        if (reached.Status != ReachStatus.Reachable)
            throw new InvalidOperationException($"'{id}' is {reached.Status} ({reached.CoveredBy}).");
        await Driver.Mouse.ClickAsync(reached.Point, button, count, modifiers, Token);
        await Driver.Screen.SettleAsync(TimeSpan.FromSeconds(5), Token);
    }
}

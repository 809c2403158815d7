using Autonoma.Engine.Driving;
using Microsoft.Playwright;

namespace Autonoma.Engine.Web.Driving;

/// <summary>The keyboard of the active tab.</summary>
internal sealed class WebKeyboardDriver(WebSession session) : IKeyboardDriver
{
    /// <inheritdoc/>
    public Task TypeAsync(string text, CancellationToken cancellationToken) => session.CallAsync(() => session.Page.Keyboard.TypeAsync(text), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="CommandFailedException">There is no such key.</exception>
    public Task PressAsync(string chord, CancellationToken cancellationToken) => session.CallAsync(
        async () =>
        {
            try
            {
                await session.Page.Keyboard.PressAsync(chord).ConfigureAwait(false);
            }
            catch (PlaywrightException e) when (e.Message.Contains("Unknown key", StringComparison.Ordinal))
            {
                throw new CommandFailedException($"'{chord}' is not a key. Keys are named Enter, Tab, Escape, ArrowDown, F5, Control+S ...", e);
            }
        },
        cancellationToken);
}

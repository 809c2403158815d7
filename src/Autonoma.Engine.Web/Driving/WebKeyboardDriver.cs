using Autonoma.Engine.Driving;
using Microsoft.Playwright;

namespace Autonoma.Engine.Web.Driving;

/// <summary>The keyboard of the active tab.</summary>
internal sealed class WebKeyboardDriver(WebSession session) : IKeyboardDriver
{
    // Enough to hide the way there and back, few enough to stop soon when the page goes away.
    private const int Burst = 32;

    /// <inheritdoc/>
    public Task TypeAsync(string text, CancellationToken cancellationToken) => session.CallAsync(
        async () =>
        {
            ArgumentNullException.ThrowIfNull(text);
            if (text.Length > 1 && text.All(character => KeyStroke.Of(character) is not null) && await session.Active.Protocol.OpenAsync(cancellationToken).ConfigureAwait(false) is { } protocol)
                await BurstsAsync(protocol, text, cancellationToken).ConfigureAwait(false);
            else
                await session.Page.Keyboard.TypeAsync(text).ConfigureAwait(false);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task TypeSlowlyAsync(string text, CancellationToken cancellationToken) => session.CallAsync(() => session.Page.Keyboard.TypeAsync(text, new() { Delay = 15 }), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="CommandFailedException">There is no such key.</exception>
    public Task PressAsync(string chord, CancellationToken cancellationToken) => session.ActAsync(
        async page =>
        {
            try
            {
                await page.Keyboard.PressAsync(chord).ConfigureAwait(false);
            }
            catch (PlaywrightException e) when (e.Message.Contains("Unknown key", StringComparison.Ordinal))
            {
                throw new CommandFailedException($"'{chord}' is not a key. Keys are named Enter, Tab, Escape, ArrowDown, F5, Control+S ...", e);
            }
        },
        cancellationToken);

    // The page gets the same trusted events in the same order as from a typist, only none of them waits for the answer to the one before:
    // each answer costs a frame.
    private static async Task BurstsAsync(ICDPSession protocol, string text, CancellationToken cancellationToken)
    {
        var sent = new List<Task>(2 * Burst);
        for (var start = 0; start < text.Length; start += Burst)
        {
            sent.Clear();
            foreach (var character in text.AsSpan(start, Math.Min(Burst, text.Length - start)))
            {
                var (code, virtualKey) = KeyStroke.Of(character)!.Value;
                var key = character.ToString();
                sent.Add(protocol.SendAsync("Input.dispatchKeyEvent", new Dictionary<string, object>
                {
                    ["type"] = "keyDown", ["key"] = key, ["code"] = code, ["windowsVirtualKeyCode"] = virtualKey, ["text"] = key, ["unmodifiedText"] = key,
                }));
                sent.Add(protocol.SendAsync("Input.dispatchKeyEvent", new Dictionary<string, object> { ["type"] = "keyUp", ["key"] = key, ["code"] = code, ["windowsVirtualKeyCode"] = virtualKey }));
            }

            await Task.WhenAll(sent).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}

using Autonoma.Engine.Driving;
using Microsoft.Playwright;

namespace Autonoma.Engine.Web.Driving;

/// <summary>The clipboard as the active tab sees it.</summary>
internal sealed class WebClipboardDriver(WebSession session) : IClipboardDriver
{
    /// <inheritdoc/>
    /// <exception cref="CommandFailedException">The page may not read it (an insecure origin).</exception>
    public Task<string> ReadTextAsync(CancellationToken cancellationToken) => session.CallAsync(
        async () =>
        {
            try
            {
                return await session.Page.EvaluateAsync<string?>("async () => navigator.clipboard ? await navigator.clipboard.readText() : null").ConfigureAwait(false)
                    ?? throw new CommandFailedException("The clipboard cannot be read here: browsers allow it on https and on localhost only.");
            }
            catch (PlaywrightException e) when (!Messages.SaysGone(e))
            {
                throw new CommandFailedException($"The clipboard cannot be read: {Messages.FirstLine(e)}", e);
            }
        },
        cancellationToken);
}

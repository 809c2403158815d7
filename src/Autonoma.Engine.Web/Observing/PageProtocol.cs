using System.Text.Json;
using Microsoft.Playwright;

namespace Autonoma.Engine.Web.Observing;

/// <summary>The browser's own protocol for one page, where there is one; opened when first needed and kept.</summary>
internal sealed class PageProtocol(IPage page)
{
    private static readonly bool Enabled = Environment.GetEnvironmentVariable("AUTONOMA_NO_CDP") != "1";

    private Task<ICDPSession>? _session;
    private bool _unavailable = !Enabled || page.Context.Browser?.BrowserType.Name is not ("chromium" or null);

    /// <summary>The session; null when the browser has no such protocol.</summary>
    public async ValueTask<ICDPSession?> OpenAsync(CancellationToken cancellationToken)
    {
        if (_unavailable)
            return null;
        if (_session is { IsCompletedSuccessfully: true } open)
            return open.Result;
        try
        {
            return await (_session ??= page.Context.NewCDPSessionAsync(page)).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (PlaywrightException e) when (!Driving.Messages.SaysGone(e))
        {
            _unavailable = true;
            return null;
        }
    }

    /// <summary>Begins to open it, so that the first call finds it open.</summary>
    public void Warm()
    {
        if (!_unavailable)
            _session ??= page.Context.NewCDPSessionAsync(page);
    }
}

using System.Text;
using System.Text.Json;
using Autonoma.Engine.Observing;
using Microsoft.Playwright;

namespace Autonoma.Engine.Web.Observing;

/// <summary>The browser's own protocol for one page, where there is one; opened when first needed and kept.</summary>
internal sealed class PageProtocol(IPage page)
{
    // The observer takes the function over and removes it from the window before the page's own scripts run.
    private const string Farewell = "__autonomaFarewell";

    private static readonly bool Enabled = Environment.GetEnvironmentVariable("AUTONOMA_NO_CDP") != "1";

    private readonly Lock _gate = new();
    private readonly List<UiChange> _carried = [];
    private Task<ICDPSession>? _session;
    private bool _unavailable = !Enabled || page.Context.Browser?.BrowserType.Name is not ("chromium" or null);

    /// <summary>What appeared since the mark on documents that have been left since: a message that was shown right before the page went on.</summary>
    public IReadOnlyList<UiChange> Carried
    {
        get { lock (_gate) return [.. _carried]; }
    }

    /// <summary>The session; null when the browser has no such protocol.</summary>
    public async ValueTask<ICDPSession?> OpenAsync(CancellationToken cancellationToken)
    {
        if (_unavailable)
            return null;
        if (_session is { IsCompletedSuccessfully: true } open)
            return open.Result;
        try
        {
            return await (_session ??= BeginAsync()).WaitAsync(cancellationToken).ConfigureAwait(false);
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
            _session ??= BeginAsync();
    }

    /// <summary>A new record of changes begins.</summary>
    public void ForgetCarried()
    {
        lock (_gate)
            _carried.Clear();
    }

    private async Task<ICDPSession> BeginAsync()
    {
        var session = await page.Context.NewCDPSessionAsync(page).ConfigureAwait(false);
        session.Event("Runtime.bindingCalled").OnEvent += (_, data) => OnFarewell(data);
        // Only for a session that listens are functions put into the documents to come.
        await session.SendAsync("Runtime.enable").ConfigureAwait(false);
        await session.SendAsync("Runtime.addBinding", new Dictionary<string, object> { ["name"] = Farewell }).ConfigureAwait(false);
        return session;
    }

    private void OnFarewell(JsonElement? data)
    {
        if (data is not { } message || !message.TryGetProperty("name", out var name) || !name.ValueEquals(Farewell) || message.GetProperty("payload").GetString() is not { } payload)
            return;
        try
        {
            var changes = SnapshotParser.ParseChanges(Encoding.UTF8.GetBytes(payload));
            lock (_gate)
                _carried.AddRange(changes.Take(200 - Math.Min(200, _carried.Count)));
        }
        catch (JsonException)
        {
            // Not from the observer.
        }
    }
}

using System.Text;
using System.Text.Json;
using Autonoma.Engine.Observing;
using Microsoft.Playwright;

namespace Autonoma.Engine.Web.Observing;

/// <summary>The browser's own protocol for one page, where there is one; opened when first needed and kept.</summary>
internal sealed class PageProtocol(IPage page)
{
    // The observer takes the function over and removes it from the window before the page's own scripts run.
    private const string Teller = "__autonomaTell";

    private static readonly bool Enabled = Environment.GetEnvironmentVariable("AUTONOMA_NO_CDP") != "1";

    private readonly Lock _gate = new();
    private readonly List<UiChange> _messages = [];
    private Task<ICDPSession>? _session;
    private bool _unavailable = !Enabled || page.Context.Browser?.BrowserType.Name is not ("chromium" or null);

    /// <summary>Adds the messages that appeared since the mark on documents that have been left since: a page may show one right before it goes on.</summary>
    public IReadOnlyList<UiChange> WithMessages(IReadOnlyList<UiChange> changes)
    {
        lock (_gate)
        {
            // What the document itself still knows is not told twice.
            var gone = _messages.Where(message => !changes.Any(change => change.Ref == message.Ref && change.Text == message.Text)).ToList();
            return gone.Count == 0 ? changes : [.. gone, .. changes];
        }
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
    public void ForgetMessages()
    {
        lock (_gate)
            _messages.Clear();
    }

    private async Task<ICDPSession> BeginAsync()
    {
        var session = await page.Context.NewCDPSessionAsync(page).ConfigureAwait(false);
        session.Event("Runtime.bindingCalled").OnEvent += (_, data) => OnTold(data);
        // Only for a session that listens are functions put into the documents to come.
        await Task.WhenAll(
            session.SendAsync("Runtime.enable"),
            session.SendAsync("Runtime.addBinding", new Dictionary<string, object> { ["name"] = Teller })).ConfigureAwait(false);
        return session;
    }

    private void OnTold(JsonElement? data)
    {
        if (data is not { } message || !message.TryGetProperty("name", out var name) || !name.ValueEquals(Teller) || message.GetProperty("payload").GetString() is not { } payload)
            return;
        try
        {
            var changes = SnapshotParser.ParseChanges(Encoding.UTF8.GetBytes(payload));
            lock (_gate)
                _messages.AddRange(changes.Take(200 - Math.Min(200, _messages.Count)));
        }
        catch (JsonException)
        {
            // Not from the observer.
        }
    }
}

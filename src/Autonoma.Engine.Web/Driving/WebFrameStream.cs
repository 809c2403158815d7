using System.Text.Json;
using Autonoma.Engine.Driving;
using Microsoft.Playwright;

namespace Autonoma.Engine.Web.Driving;

/// <summary>Live pictures of the active tab by the browser's own screencast; follows when another tab becomes active.</summary>
internal sealed class WebFrameStream : IFrameStream, IAsyncDisposable
{
    private readonly WebSession _session;
    private readonly SemaphoreSlim _switch = new(1, 1);
    private ICDPSession? _cdp;
    private bool _running;
    private Frame? _latest;

    public WebFrameStream(WebSession session)
    {
        _session = session;
        session.ActiveChanged += OnActiveChanged;
    }

    /// <inheritdoc/>
    public Frame? Latest => Volatile.Read(ref _latest);

    /// <inheritdoc/>
    public event Action<Frame>? FrameArrived;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => _session.CallAsync(
        async () =>
        {
            await _switch.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                if (_running)
                    return;
                _running = true;
                await AttachAsync().ConfigureAwait(false);
            }
            finally
            {
                _switch.Release();
            }
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task RefreshAsync(CancellationToken cancellationToken) => _session.CallAsync(
        async () =>
        {
            if (_cdp is not { } cdp)
                return;
            var at = _session.Options.Time.GetUtcNow();
            var picture = await cdp.SendAsync("Page.captureScreenshot", new Dictionary<string, object> { ["format"] = "jpeg", ["quality"] = 70, ["optimizeForSpeed"] = true }).ConfigureAwait(false);
            if (picture is { } answer)
                Take(new(answer.GetProperty("data").GetBytesFromBase64(), at));
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task StopAsync()
    {
        await _switch.WaitAsync().ConfigureAwait(false);
        try
        {
            _running = false;
            await DetachAsync().ConfigureAwait(false);
        }
        finally
        {
            _switch.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _session.ActiveChanged -= OnActiveChanged;
        if (_session.Loss is null)
            await StopAsync().ConfigureAwait(false);
        _switch.Dispose();
    }

    private void OnActiveChanged() => _ = FollowAsync();

    private async Task FollowAsync()
    {
        await _switch.WaitAsync().ConfigureAwait(false);
        try
        {
            if (!_running)
                return;
            await DetachAsync().ConfigureAwait(false);
            await AttachAsync().ConfigureAwait(false);
        }
        catch (PlaywrightException)
        {
            // The tab is gone; the next one that becomes active is followed again.
        }
        finally
        {
            _switch.Release();
        }
    }

    private async Task AttachAsync()
    {
        var cdp = await _session.Context.NewCDPSessionAsync(_session.Page).ConfigureAwait(false);
        cdp.Event("Page.screencastFrame").OnEvent += (_, data) => OnFrame(cdp, data);
        await cdp.SendAsync("Page.startScreencast", new Dictionary<string, object> { ["format"] = "jpeg", ["quality"] = 70, ["everyNthFrame"] = 1 }).ConfigureAwait(false);
        _cdp = cdp;
    }

    private async Task DetachAsync()
    {
        var cdp = _cdp;
        _cdp = null;
        if (cdp is null)
            return;
        try
        {
            await cdp.SendAsync("Page.stopScreencast").ConfigureAwait(false);
            await cdp.DetachAsync().ConfigureAwait(false);
        }
        catch (PlaywrightException)
        {
            // Its tab is gone.
        }
    }

    private void OnFrame(ICDPSession cdp, JsonElement? data)
    {
        if (data is not { } message)
            return;
        _ = AcknowledgeAsync(cdp, message.GetProperty("sessionId").GetInt32());
        var at = message.TryGetProperty("metadata", out var metadata) && metadata.TryGetProperty("timestamp", out var timestamp)
            ? DateTimeOffset.UnixEpoch.AddSeconds(timestamp.GetDouble())
            : _session.Options.Time.GetUtcNow();
        Take(new(message.GetProperty("data").GetBytesFromBase64(), at));
    }

    private void Take(Frame frame)
    {
        Volatile.Write(ref _latest, frame);
        FrameArrived?.Invoke(frame);
    }

    private static async Task AcknowledgeAsync(ICDPSession cdp, int id)
    {
        try
        {
            await cdp.SendAsync("Page.screencastFrameAck", new Dictionary<string, object> { ["sessionId"] = id }).ConfigureAwait(false);
        }
        catch (PlaywrightException)
        {
            // Its tab is gone.
        }
    }
}

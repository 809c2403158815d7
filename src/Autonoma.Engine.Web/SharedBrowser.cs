using Autonoma.Engine.Driving;

namespace Autonoma.Engine.Web;

/// <summary>One browser for many sessions: started when it is first asked for, and started again once it died. May be asked from many threads.</summary>
/// <param name="options">How to start it; asked at each start. What it throws reaches who asked for the browser.</param>
public sealed class SharedBrowser(Func<BrowserOptions> options) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private Task<WebBrowser>? _browser;

    /// <summary>Whether a browser that could not be started for want of something the user has to give is tried again when it is next asked for. Default: no, what
    /// was wrong is said again at once.</summary>
    public bool TriesAgain { get; init; }

    /// <summary>Name and version of the browser; empty while none has started.</summary>
    public string Name => _browser is { IsCompletedSuccessfully: true } task ? task.Result.Name : "";

    /// <summary>Begins to start it, if nobody has.</summary>
    public void Warm() => _browser ??= LaunchAsync();

    /// <summary>The running browser.</summary>
    /// <exception cref="UserInputException">No browser was found, or it did not start; the message says what to do.</exception>
    public async Task<WebBrowser> GetAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_browser is { IsCompleted: true } old && (!old.IsCompletedSuccessfully || !old.Result.IsConnected))
            {
                if (old.IsCompletedSuccessfully)
                    await old.Result.DisposeAsync().ConfigureAwait(false);
                else if (!TriesAgain && old.Exception?.InnerException is UserInputException wrong)
                    throw wrong;
                _browser = null;
            }

            return await (_browser ??= LaunchAsync()).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is { } browser)
        {
            // One that never started: that was said when it was needed.
            await ((Task)browser).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (browser.IsCompletedSuccessfully)
                await browser.Result.DisposeAsync().ConfigureAwait(false);
        }

        _gate.Dispose();
    }

    // Of nobody's cancellation: who gives up waiting for it leaves it to the next.
    private Task<WebBrowser> LaunchAsync()
    {
        var start = options();
        return Task.Run(() => WebBrowser.LaunchAsync(start, CancellationToken.None), CancellationToken.None);
    }
}

using Autonoma.Engine.Driving;
using Autonoma.Engine.Web.Observing;
using Microsoft.Playwright;

namespace Autonoma.Engine.Web.Driving;

/// <summary>What the drivers of one session share: its tabs, which of them is active, whether it is still alive.</summary>
internal sealed class WebSession : IDisposable
{
    private string? _loss;
    private readonly CancellationTokenSource _lost = new();
    private readonly Lock _gate = new();
    private readonly List<WebTab> _tabs = [];
    private WebTab _active;
    private bool _closing;
    private Func<Task>? _owed;

    public WebSession(IBrowserContext context, IPage page, WebSessionOptions options, string platform, AppLog log)
    {
        Context = context;
        Options = options;
        Platform = platform;
        Log = log;
        _active = Add(page, null);
        _active.Protocol.Warm();
        _active.IsNew = false;
        _active.WasActive = true;
        context.Page += OnPage;
        context.Close += OnContextClosed;
        if (context.Browser is { } browser)
            browser.Disconnected += OnDisconnected;
    }

    public IBrowserContext Context { get; }

    public WebSessionOptions Options { get; }

    public string Platform { get; }

    public AppLog Log { get; }

    /// <summary>Whether the browser takes no double clicks and no drags of draggable elements.</summary>
    public bool IsDrivenByBidi { get; init; }

    /// <summary>Why the session cannot go on; null while it can.</summary>
    // The tabs of a killed browser close a moment before the browser itself is known to be gone.
    public string? Loss => _loss == "the last tab was closed" && Context.Browser is { IsConnected: false } ? "the browser was closed" : _loss;

    /// <summary>The tab that commands go to.</summary>
    public WebTab Active
    {
        get { lock (_gate) return _active; }
    }

    /// <summary>The page of the active tab.</summary>
    public IPage Page => Active.Page;

    /// <summary>Open tabs in the order they were opened.</summary>
    public IReadOnlyList<WebTab> Tabs
    {
        get { lock (_gate) return [.. _tabs]; }
    }

    /// <summary>Raised when a tab opened.</summary>
    public event Action<WebTab>? TabOpened;

    /// <summary>Raised when another tab became the active one.</summary>
    public event Action? ActiveChanged;

    /// <summary>Raised when the session was lost.</summary>
    public event Action? LossNoticed;

    /// <summary>Makes a tab the active one.</summary>
    public void Activate(WebTab tab)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_active, tab))
                return;
            _active = tab;
            tab.WasActive = true;
        }

        ActiveChanged?.Invoke();
    }

    /// <summary>Records that the session cannot go on; every call under way ends with it.</summary>
    public void Lose(string reason)
    {
        lock (_gate)
        {
            if (_loss is not null || _closing)
                return;
            _loss = reason;
        }

        _lost.Cancel();
        LossNoticed?.Invoke();
    }

    /// <summary>Throws when the session is lost.</summary>
    public void ThrowIfLost()
    {
        ObjectDisposedException.ThrowIf(_closing, typeof(WebAppDriver));
        if (Loss is { } loss)
            throw new DriverLostException($"The session is lost: {loss}.");
    }

    /// <summary>Puts something off until right before the next call, whatever that is, so that a call that can do it along the way saves a round trip.</summary>
    public void Owe(Func<Task> deed) => _owed = deed;

    /// <summary>Takes over what was put off: true when there was something, which the caller now does itself.</summary>
    public bool TakeOwed() => Interlocked.Exchange(ref _owed, null) is not null;

    /// <summary>Carries out a call, and ends it when the caller gives up or the session is lost.</summary>
    /// <param name="call">What to do.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="pays">Whether the call itself does what was put off (<see cref="TakeOwed"/>).</param>
    public Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken, bool pays = false)
    {
        if (pays || Interlocked.Exchange(ref _owed, null) is not { } owed)
            return RunAsync(call, cancellationToken);
        return RunAsync(
            async () =>
            {
                await owed().ConfigureAwait(false);
                return await call().ConfigureAwait(false);
            },
            cancellationToken);
    }

    private async Task<T> RunAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        ThrowIfLost();
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _lost.Token);
        try
        {
            return await call().WaitAsync(linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (Loss is not null && !cancellationToken.IsCancellationRequested)
        {
            throw new DriverLostException($"The session is lost: {Loss}.");
        }
        catch (PlaywrightException e) when (Messages.SaysGone(e))
        {
            // The event that tells why may still be on its way; what is known now is that nothing answers any more.
            if (Context.Browser is { IsConnected: false })
                Lose("the browser was closed");
            if (Loss is not null)
                throw new DriverLostException($"The session is lost: {Loss}.", e);
            throw new CommandFailedException("The tab was closed while a command was under way.", e);
        }
    }

    /// <inheritdoc cref="CallAsync{T}"/>
    public Task CallAsync(Func<Task> call, CancellationToken cancellationToken) => CallAsync(
        async () =>
        {
            await call().ConfigureAwait(false);
            return true;
        },
        cancellationToken);

    /// <summary>Carries out what a user does to the active tab. A tab that closes in answer to it ("Done" of a popup) has taken it, even where no answer came back any more.</summary>
    public Task ActAsync(Func<IPage, Task> deed, CancellationToken cancellationToken) => CallAsync(
        async () =>
        {
            var page = Page;
            var wasOpen = !page.IsClosed;
            try
            {
                await deed(page).ConfigureAwait(false);
            }
            catch (PlaywrightException e) when (wasOpen && Messages.SaysGone(e))
            {
                if (!await IsClosingAsync(page).ConfigureAwait(false) || Loss is not null)
                    throw;
            }
        },
        cancellationToken);

    // The answers to calls under way may arrive before the word that the tab is closed.
    private static async Task<bool> IsClosingAsync(IPage page)
    {
        var closed = new TaskCompletionSource();
        void OnClose(object? sender, IPage which) => closed.TrySetResult();
        page.Close += OnClose;
        try
        {
            return page.IsClosed || await Task.WhenAny(closed.Task, Task.Delay(TimeSpan.FromSeconds(2))).ConfigureAwait(false) == closed.Task;
        }
        finally
        {
            page.Close -= OnClose;
        }
    }

    /// <summary>From now on endings are expected.</summary>
    public void BeginClose()
    {
        lock (_gate)
            _closing = true;
    }

    public void Dispose()
    {
        Context.Page -= OnPage;
        Context.Close -= OnContextClosed;
        if (Context.Browser is { } browser)
            browser.Disconnected -= OnDisconnected;
        _lost.Dispose();
    }

    private void OnPage(object? sender, IPage page)
    {
        lock (_gate)
        {
            if (_tabs.Any(tab => tab.Page == page))
                return;
        }

        _ = FollowAsync(page);
    }

    private async Task FollowAsync(IPage page)
    {
        IPage? opener = null;
        try
        {
            opener = await page.OpenerAsync().ConfigureAwait(false);
        }
        catch (PlaywrightException)
        {
            // Closed again already: it had no time to matter.
        }

        var parent = Tabs.FirstOrDefault(tab => tab.Page == opener);
        var opened = Add(page, parent);
        TabOpened?.Invoke(opened);
        try
        {
            await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded).ConfigureAwait(false);
            opened.Title = await page.TitleAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            // Closed, or slow: its title is read when it becomes active.
        }
    }

    private WebTab Add(IPage page, WebTab? opener)
    {
        var tab = new WebTab(page, opener);
        lock (_gate)
            _tabs.Add(tab);
        page.Close += (_, _) => OnClosed(tab);
        page.Crash += (_, _) => Lose("the page crashed");
        Log.Listen(page);
        return tab;
    }

    private void OnClosed(WebTab tab)
    {
        WebTab? next = null;
        lock (_gate)
        {
            _tabs.Remove(tab);
            if (_closing || !ReferenceEquals(_active, tab))
                return;
            next = tab.Opener is { } opener && _tabs.Contains(opener) ? opener : _tabs.Count > 0 ? _tabs[^1] : null;
        }

        if (next is not null)
            Activate(next);
        else if (Context.Browser is { IsConnected: false })
            Lose("the browser was closed");
        else
            Lose("the last tab was closed");
    }

    private void OnContextClosed(object? sender, IBrowserContext context) => Lose("the browser session was closed");

    private void OnDisconnected(object? sender, IBrowser browser) => Lose("the browser was closed");
}

/// <summary>One tab of a session.</summary>
internal sealed class WebTab
{
    public WebTab(IPage page, WebTab? opener)
    {
        Page = page;
        Opener = opener;
        Protocol = new(page);
        Frames = new(page, Protocol);
        Requests = new(page);
    }

    public IPage Page { get; }

    public WebTab? Opener { get; }

    /// <summary>The browser's own protocol for this tab.</summary>
    public PageProtocol Protocol { get; }

    /// <summary>The documents inside.</summary>
    public FrameRegistry Frames { get; }

    /// <summary>What is on its way.</summary>
    public OpenRequests Requests { get; }

    /// <summary>Whether it opened since the last mark.</summary>
    public bool IsNew { get; set; } = true;

    /// <summary>Whether commands ever went to it.</summary>
    public bool WasActive { get; set; }

    /// <summary>Last known title; reading it anew costs a round trip.</summary>
    public string Title { get; set; } = "";
}

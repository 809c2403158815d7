using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Web.Observing;
using Microsoft.Playwright;

namespace Autonoma.Engine.Web.Driving;

/// <summary>Looks at the active tab.</summary>
internal sealed class WebScreenDriver(WebSession session, WebDialogsDriver dialogs, WebFilesDriver files, Settling settling) : IScreenDriver
{
    // A document that replaces another takes a moment to be there.
    private static readonly TimeSpan DocumentTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PictureTimeout = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan PictureTry = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan EmptyDocumentPause = TimeSpan.FromMilliseconds(20);

    /// <inheritdoc/>
    public Task<Observation> ObserveAsync(ObserveOptions options, CancellationToken cancellationToken) => session.CallAsync(
        async () =>
        {
            var started = session.Options.Time.GetTimestamp();
            while (true)
            {
                var tab = session.Active;
                try
                {
                    return await ObserveAsync(tab, options, cancellationToken).ConfigureAwait(false);
                }
                catch (PlaywrightException e) when (Messages.SaysReplaced(e) || (Messages.SaysGone(e) && tab.Page.IsClosed && session.Loss is null && session.Active != tab))
                {
                    var left = DocumentTimeout - session.Options.Time.GetElapsedTime(started);
                    if (left <= TimeSpan.Zero)
                        throw new CommandFailedException($"The page {Messages.Safe(tab.Page.Url)} keeps replacing its document, so that it cannot be looked at.", e);
                    await WaitForDocumentAsync(session.Page, left).ConfigureAwait(false);
                }
                catch (EmptyDocumentException e)
                {
                    if (session.Options.Time.GetElapsedTime(started) >= DocumentTimeout)
                        throw new CommandFailedException($"The page {Messages.Safe(tab.Page.Url)} stays without any content, so that it cannot be looked at.", e);
                    await Task.Delay(EmptyDocumentPause, session.Options.Time, cancellationToken).ConfigureAwait(false);
                }
            }
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<Screenshot> CaptureAsync(CancellationToken cancellationToken) => session.CallAsync(
        async () =>
        {
            var started = session.Options.Time.GetTimestamp();
            while (true)
            {
                var page = session.Page;
                try
                {
                    return await CaptureAsync(page).ConfigureAwait(false);
                }
                catch (Exception e) when (MayComeLater(e) && !page.IsClosed && session.Options.Time.GetElapsedTime(started) < PictureTimeout)
                {
                    // A document that is being replaced has nothing painted for a moment, or takes the browser's answer with it.
                    await WaitForDocumentAsync(page, PictureTimeout).ConfigureAwait(false);
                    await Task.Delay(EmptyDocumentPause, session.Options.Time, cancellationToken).ConfigureAwait(false);
                }
            }
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<SettleResult> SettleAsync(TimeSpan cap, CancellationToken cancellationToken) => session.CallAsync(() => settling.WaitAsync(cap, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<(SettleResult Result, Observation? Screen)> SettleAndLookAsync(TimeSpan cap, CancellationToken cancellationToken) => session.CallAsync(
        async () =>
        {
            var (rest, tab, report) = await settling.WaitAndLookAsync(cap, cancellationToken).ConfigureAwait(false);
            return (rest, report.Length > 0 && ReferenceEquals(tab, session.Active) && tab.Frames.ReadAlone(report) is { } seen ? Describe(tab, seen) : null);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task MarkAsync(CancellationToken cancellationToken) => session.CallAsync(
        () =>
        {
            MarkHere();
            return MarkDocumentsAsync(cancellationToken);
        },
        cancellationToken);

    /// <inheritdoc/>
    // Mostly the next call is a click: it marks the document in the same round trip in which it aims.
    public Task MarkBeforeNextAsync(CancellationToken cancellationToken) => session.CallAsync(
        () =>
        {
            MarkHere();
            if (session.Page.Frames.Count > 1)
                return MarkDocumentsAsync(cancellationToken);
            session.Owe(() => MarkDocumentsAsync(CancellationToken.None));
            return Task.CompletedTask;
        },
        cancellationToken);

    private void MarkHere()
    {
        dialogs.Mark();
        files.Mark();
        foreach (var tab in session.Tabs)
        {
            tab.IsNew = false;
            tab.Protocol.ForgetMessages();
        }
    }

    private async Task MarkDocumentsAsync(CancellationToken cancellationToken)
    {
        try
        {
            await session.Active.Frames.EverywhereAsync("mark()", cancellationToken).ConfigureAwait(false);
        }
        catch (PlaywrightException e) when (Messages.SaysReplaced(e))
        {
            await WaitForDocumentAsync(session.Page, DocumentTimeout).ConfigureAwait(false);
            await session.Active.Frames.EverywhereAsync("mark()", cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool MayComeLater(Exception error) => error is TimeoutException || (error is PlaywrightException && (Messages.SaysReplaced(error) || Messages.SaysNoPicture(error)));

    private static async Task<Screenshot> CaptureAsync(IPage page)
    {
        var bytes = await page.ScreenshotAsync(new()
        {
            Type = ScreenshotType.Jpeg,
            Quality = 80,
            Animations = ScreenshotAnimations.Allow,
            Caret = ScreenshotCaret.Initial,
            Scale = ScreenshotScale.Css,
            Style = PasswordMask.Css,
            Timeout = (float)PictureTry.TotalMilliseconds,
        }).ConfigureAwait(false);
        var size = page.ViewportSize;
        return new Screenshot(bytes, "image/jpeg", size?.Width ?? 0, size?.Height ?? 0);
    }

    private static async Task WaitForDocumentAsync(IPage page, TimeSpan time)
    {
        try
        {
            await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded, new() { Timeout = (float)time.TotalMilliseconds }).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Looked at as it is.
        }
    }

    private async Task<Observation> ObserveAsync(WebTab tab, ObserveOptions options, CancellationToken cancellationToken)
        => Describe(tab, await tab.Frames.ObserveAsync(options.IncludeHidden, cancellationToken).ConfigureAwait(false));

    private Observation Describe(WebTab tab, (UiTree Tree, FrameSnapshot Top, List<UiChange> Changes) seen)
    {
        var (tree, top, changes) = seen;
        tab.Title = top.Title;
        return new Observation
        {
            Tree = tree,
            Url = top.Url,
            Title = top.Title,
            Viewport = top.Viewport,
            Scroll = top.Scroll,
            PageSize = top.PageSize,
            Tabs = [.. session.Tabs.Select(known => new TabInfo(known.Title, known.Page.Url, ReferenceEquals(known, tab), known.IsNew))],
            Dialogs = dialogs.Seen,
            Changes = tab.Protocol.WithMessages([.. changes.OrderBy(change => change.Milliseconds)]),
            Downloads = files.SinceMark,
            QuietFor = tab.Page.Frames.Count == 1 ? top.QuietFor : TimeSpan.Zero,
            // What another tab or a server can push is not seen from inside this page.
            IsInert = top.IsInert && session.Tabs.Count == 1 && tab.Requests.IsEmpty,
            At = session.Options.Time.GetUtcNow(),
            Fingerprint = Fingerprint.Of(tree, top.Url),
        };
    }
}

using System.Globalization;
using System.Text.Json;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Web.Observing;
using Microsoft.Playwright;

namespace Autonoma.Engine.Web.Driving;

/// <summary>What is done to one element of the active tab, through frames and shadow roots.</summary>
internal sealed class WebElementDriver(WebSession session, IMouseDriver mouse) : IElementDriver
{
    // A layout that moves away under the pointer time and again is no layout to click in.
    private const int Presses = 5;

    // A page that does not answer for so long is busy with the click: a script of it goes on. Dialogs are answered meanwhile.
    private static readonly TimeSpan Answer = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public Task<ReachResult> ReachAsync(NodeRef node, UiPoint? offset, CancellationToken cancellationToken) => ReachAsync(node, offset, "reach", cancellationToken);

    /// <inheritdoc/>
    public async Task<ReachResult> ClickAsync(NodeRef node, UiPoint? offset, Autonoma.Engine.Driving.MouseButton button, int count, KeyModifiers modifiers, CancellationToken cancellationToken)
    {
        string? missedFor = null;
        for (var press = 1; ; press++)
        {
            var reached = await ReachAsync(node, offset, "aim", cancellationToken).ConfigureAwait(false);
            if (reached.Status != ReachStatus.Reachable)
                return reached;
            var tab = session.Active;
            await mouse.ClickAsync(reached.Point, button, count, modifiers, cancellationToken).ConfigureAwait(false);
            if (await InTheWayAsync(node, tab, cancellationToken).ConfigureAwait(false) is not { } inTheWay)
                return press == 1 ? reached : reached with { Missed = press - 1, CoveredBy = missedFor };
            missedFor = inTheWay;
            if (press == Presses)
                return reached with { Status = ReachStatus.Moving, CoveredBy = inTheWay };
        }
    }

    /// <summary>What lay at the point in place of the element; null when the element got the press, or the click took its document or tab away.</summary>
    private async Task<string?> InTheWayAsync(NodeRef node, WebTab tab, CancellationToken cancellationToken)
    {
        if (!ReferenceEquals(session.Active, tab))
            return null;
        try
        {
            var answer = await AskAsync<string>(node, "pressed()", cancellationToken).WaitAsync(Answer, session.Options.Time, cancellationToken).ConfigureAwait(false);
            return answer is { Length: > 0 } and not "?" ? answer : null;
        }
        catch (Exception e) when (e is TimeoutException || e is CommandFailedException && tab.Page.IsClosed)
        {
            return null;
        }
    }

    private Task<ReachResult> ReachAsync(NodeRef node, UiPoint? offset, string call, CancellationToken cancellationToken) => session.CallAsync(
        async () =>
        {
            var gone = new ReachResult(ReachStatus.Gone, default, default, null);
            if (session.Active.Frames.Find(node.Frame) is not { } frame)
                return gone;
            try
            {
                var place = await session.Active.Frames.PlaceAsync(frame, cancellationToken).ConfigureAwait(false);
                if (place is null)
                    return gone;
                var first = call == "aim" && session.TakeOwed() ? "markAndAim" : call;
                var reached = await ReachInFrameAsync(frame, node.Element, offset, first, place.Value, cancellationToken).ConfigureAwait(false);
                return frame.ParentFrame is null || reached.Status != ReachStatus.Reachable ? reached : await ThroughFramesAsync(frame, node.Element, offset, call, reached, cancellationToken).ConfigureAwait(false);
            }
            catch (PlaywrightException e) when (Messages.SaysReplaced(e))
            {
                return gone;
            }
        },
        cancellationToken,
        pays: call == "aim" && node.Frame == 0 && session.Page.Frames.Count == 1);

    /// <inheritdoc/>
    public Task<UiNode?> ReadAsync(NodeRef node, CancellationToken cancellationToken) => session.CallAsync(
        async () =>
        {
            if (session.Active.Frames.Find(node.Frame) is not { } frame)
                return null;
            try
            {
                return await session.Active.Frames.PeekAsync(frame, node.Element, cancellationToken).ConfigureAwait(false);
            }
            catch (PlaywrightException e) when (Messages.SaysReplaced(e))
            {
                return null; // its document went, and it with it
            }
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task<FieldMatch> CompareValueAsync(NodeRef node, string text, CancellationToken cancellationToken)
    {
        var answer = await AskAsync<string>(node, "compareValue(a[0], a[1])", cancellationToken, text).ConfigureAwait(false);
        return answer is null ? FieldMatch.Gone : Enum.Parse<FieldMatch>(answer);
    }

    /// <inheritdoc/>
    public Task FocusAsync(NodeRef node, CancellationToken cancellationToken) => DoAsync(node, "focus(a[0])", "focused", cancellationToken);

    /// <inheritdoc/>
    public Task SelectTextAsync(NodeRef node, CancellationToken cancellationToken) => DoAsync(node, "selectText(a[0])", "selected", cancellationToken);

    /// <inheritdoc/>
    public Task SelectOptionAsync(NodeRef node, int index, bool keepOthers, CancellationToken cancellationToken) => DoAsync(node, "selectOption(a[0], a[1], a[2])", "set", cancellationToken, index, keepOthers);

    /// <inheritdoc/>
    public Task SetValueAsync(NodeRef node, string value, CancellationToken cancellationToken) => DoAsync(node, "setValue(a[0], a[1])", "set", cancellationToken, value);

    /// <inheritdoc/>
    public Task<bool> ScrollAsync(NodeRef? node, double deltaX, double deltaY, CancellationToken cancellationToken)
        => AskAsync<bool>(node ?? new NodeRef(0, 0), "scroll(a[0], a[1], a[2])", cancellationToken, deltaX, deltaY);

    private async Task DoAsync(NodeRef node, string call, string deed, CancellationToken cancellationToken, params object[] arguments)
    {
        var answer = await AskAsync<string>(node, call, cancellationToken, arguments).ConfigureAwait(false);
        if (answer == "ok")
            return;
        throw new CommandFailedException(answer switch
        {
            null or "gone" => "The element is no longer on the page: it was replaced or removed after it was found.",
            "refused" => "The element did not take the keyboard focus.",
            _ => $"The element could not be {deed}: {answer}.",
        });
    }

    private Task<T?> AskAsync<T>(NodeRef node, string call, CancellationToken cancellationToken, params object[] arguments) => session.CallAsync(
        async () =>
        {
            if (session.Active.Frames.Find(node.Frame) is not { } frame)
                return default;
            try
            {
                return await session.Active.Frames.CallAsync<T?>(frame, call, cancellationToken, new object[] { node.Element }.Concat(arguments).ToArray()).ConfigureAwait(false);
            }
            catch (PlaywrightException e) when (Messages.SaysReplaced(e))
            {
                return default; // what it did took its document away: it was done
            }
        },
        cancellationToken);

    private async Task<ReachResult> ReachInFrameAsync(IFrame frame, int element, UiPoint? offset, string call, FramePlace place, CancellationToken cancellationToken)
    {
        object?[] arguments = [element, offset is { } o ? o.X / place.ScaleX : null, offset is { } p ? p.Y / place.ScaleY : null];
        var json = await session.Active.Frames.CallAsync<string>(frame, $"{call}(a[0], a[1], a[2])", cancellationToken, arguments).ConfigureAwait(false);
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var status = root.GetProperty("s").GetString() switch
        {
            "ok" => ReachStatus.Reachable,
            "covered" => ReachStatus.Covered,
            "moving" => ReachStatus.Moving,
            "gone" => ReachStatus.Gone,
            _ => ReachStatus.OutOfView,
        };
        var bounds = root.TryGetProperty("b", out var b) ? place.Map(b[0].GetDouble(), b[1].GetDouble(), b[2].GetDouble(), b[3].GetDouble()) : default;
        var at = root.TryGetProperty("x", out var x) ? place.Map(x.GetDouble(), root.GetProperty("y").GetDouble(), 0, 0) : default;
        return new(status, new(at.X, at.Y), bounds, root.TryGetProperty("by", out var by) ? by.GetString() : null);
    }

    // A point that its own document would take must also show through every frame around it.
    private async Task<ReachResult> ThroughFramesAsync(IFrame frame, int element, UiPoint? offset, string call, ReachResult reached, CancellationToken cancellationToken)
    {
        var frames = session.Active.Frames;
        for (var attempt = 0; attempt < 2; attempt++)
        {
            if (await frames.PlaceAsync(frame, cancellationToken).ConfigureAwait(false) is not { } place)
                return new(ReachStatus.Gone, default, default, null);
            reached = await ReachInFrameAsync(frame, element, offset, call, place, cancellationToken).ConfigureAwait(false);
            if (reached.Status != ReachStatus.Reachable)
                return reached;
            var blocked = "";
            for (var inner = frame; inner.ParentFrame is { } parent && blocked.Length == 0; inner = parent)
            {
                if (await frames.PlaceAsync(parent, cancellationToken).ConfigureAwait(false) is not { } outer)
                    return new(ReachStatus.Gone, default, default, null);
                var point = outer.ToDocument(reached.Point);
                blocked = await session.Active.Frames.CallAsync<string>(parent, "hitsFrame(a[0], a[1], a[2])", cancellationToken, new object[] { frames.HolderOf(inner), point.X, point.Y }).ConfigureAwait(false);
            }

            if (blocked.Length == 0)
                return reached;
            if (attempt == 1)
                return reached with { Status = ReachStatus.Covered, CoveredBy = blocked };
            // Out of the window or under a header of the page around: move that page.
            for (var inner = frame; inner.ParentFrame is { } parent; inner = parent)
            {
                if (await frames.PlaceAsync(inner, cancellationToken).ConfigureAwait(false) is not { } own)
                    break;
                var point = own.ToDocument(reached.Point);
                await session.Active.Frames.CallAsync<bool>(parent, string.Create(CultureInfo.InvariantCulture, $"bringFramePoint({frames.HolderOf(inner)}, {point.X}, {point.Y})"), cancellationToken).ConfigureAwait(false);
            }
        }

        return reached;
    }
}

using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Microsoft.Playwright;

namespace Autonoma.Engine.Web.Driving;

/// <summary>The pointer of the active tab.</summary>
internal sealed class WebMouseDriver(WebSession session) : IMouseDriver
{
    private const string Elsewhere = "Run this test with Chromium, or with the Firefox that Playwright installs.";

    private UiPoint _at;

    /// <inheritdoc/>
    public Task ClickAsync(UiPoint point, Autonoma.Engine.Driving.MouseButton button, int count, KeyModifiers modifiers, CancellationToken cancellationToken) => session.ActAsync(
        async page =>
        {
            if (count > 1 && session.IsDrivenByBidi)
                throw new CommandFailedException($"An installed Firefox cannot be sent a double click. {Elsewhere}");
            var keys = Keys(modifiers);
            foreach (var key in keys)
                await page.Keyboard.DownAsync(key).ConfigureAwait(false);
            try
            {
                _at = point;
                await page.Mouse.ClickAsync((float)point.X, (float)point.Y, new() { Button = Button(button), ClickCount = Math.Max(1, count) }).ConfigureAwait(false);
            }
            finally
            {
                for (var i = keys.Count - 1; i >= 0; i--)
                    await page.Keyboard.UpAsync(keys[i]).ConfigureAwait(false);
            }
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task MoveAsync(UiPoint point, CancellationToken cancellationToken) => session.CallAsync(
        async () =>
        {
            await session.Page.Mouse.MoveAsync((float)point.X, (float)point.Y, new() { Steps = Steps(_at, point, 4) }).ConfigureAwait(false);
            _at = point;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task DragAsync(UiPoint start, UiPoint end, CancellationToken cancellationToken) => session.CallAsync(
        async () =>
        {
            if (session.IsDrivenByBidi && await session.Page.EvaluateAsync<bool>("p => !!document.elementFromPoint(p[0], p[1])?.closest('[draggable=true], a[href], img')", new[] { start.X, start.Y }).ConfigureAwait(false))
                throw new CommandFailedException($"An installed Firefox cannot be sent the drag of a draggable element. {Elsewhere}");
            var mouse = session.Page.Mouse;
            await mouse.MoveAsync((float)start.X, (float)start.Y).ConfigureAwait(false);
            await mouse.DownAsync().ConfigureAwait(false);
            try
            {
                // Libraries start a drag only after a few pixels; the rest of the way crosses what lies between, and the last place is told twice,
                // because the first event over a new target is its "enter" and only the second its "over".
                var near = new UiPoint(start.X + (Math.Sign(end.X - start.X) * Math.Min(6, Math.Abs(end.X - start.X))), start.Y + (Math.Sign(end.Y - start.Y) * Math.Min(6, Math.Abs(end.Y - start.Y))));
                await mouse.MoveAsync((float)near.X, (float)near.Y, new() { Steps = 2 }).ConfigureAwait(false);
                await mouse.MoveAsync((float)end.X, (float)end.Y, new() { Steps = Math.Max(5, Steps(near, end, 12)) }).ConfigureAwait(false);
                await mouse.MoveAsync((float)end.X, (float)end.Y).ConfigureAwait(false);
            }
            finally
            {
                await mouse.UpAsync().ConfigureAwait(false);
                _at = end;
            }
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task WheelAsync(UiPoint point, double deltaX, double deltaY, CancellationToken cancellationToken) => session.CallAsync(
        async () =>
        {
            await session.Page.Mouse.MoveAsync((float)point.X, (float)point.Y).ConfigureAwait(false);
            _at = point;
            await session.Page.Mouse.WheelAsync((float)deltaX, (float)deltaY).ConfigureAwait(false);
        },
        cancellationToken);

    // A step each 40 pixels: enough to cross what lies between, few enough to take no time.
    private static int Steps(UiPoint from, UiPoint to, int most) => Math.Clamp((int)(Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)) / 40), 1, most);

    private static Microsoft.Playwright.MouseButton Button(Autonoma.Engine.Driving.MouseButton button) => button switch
    {
        Autonoma.Engine.Driving.MouseButton.Right => Microsoft.Playwright.MouseButton.Right,
        Autonoma.Engine.Driving.MouseButton.Middle => Microsoft.Playwright.MouseButton.Middle,
        _ => Microsoft.Playwright.MouseButton.Left,
    };

    private static List<string> Keys(KeyModifiers modifiers)
    {
        var keys = new List<string>();
        if (modifiers.HasFlag(KeyModifiers.Alt))
            keys.Add("Alt");
        if (modifiers.HasFlag(KeyModifiers.Control))
            keys.Add("Control");
        if (modifiers.HasFlag(KeyModifiers.Meta))
            keys.Add("Meta");
        if (modifiers.HasFlag(KeyModifiers.Shift))
            keys.Add("Shift");
        return keys;
    }
}

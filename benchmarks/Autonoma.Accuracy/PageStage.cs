using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Web;
using Microsoft.Playwright;

namespace Autonoma.Accuracy;

/// <summary>A fresh page of the corpus with an entry's setup carried out, by the means of a script rather than by our own commands.</summary>
public sealed class PageStage : IAsyncDisposable
{

    private const string IsInside = """
        (wanted, [x, y]) => {
          let hit = document.elementFromPoint(x, y);
          while (hit && hit.shadowRoot) { const inner = hit.shadowRoot.elementFromPoint(x, y); if (!inner || inner === hit) break; hit = inner; }
          const targets = [wanted, ...(wanted.labels ? [...wanted.labels] : [])];
          for (let e = hit; e; e = e.parentNode || e.host) if (targets.includes(e)) return "";
          const show = e => e ? e.outerHTML.replace(/\s+/g, ' ').slice(0, 90) : 'nothing';
          return show(hit);
        }
        """;

    private PageStage(WebAppDriver driver) => Driver = driver;

    public WebAppDriver Driver { get; }

    /// <summary>The screen before the setup.</summary>
    public Observation? Before { get; private set; }

    public static async Task<PageStage> OpenAsync(WebBrowser browser, WebSessionOptions options, Uri page, IReadOnlyList<SetupAction> setup)
    {
        var stage = new PageStage(await browser.OpenAsync(options, CancellationToken.None));
        await stage.Driver.Navigation!.GoToAsync(page, CancellationToken.None);
        await stage.Driver.Screen.SettleAsync(TimeSpan.FromMilliseconds(500), CancellationToken.None);
        await stage.Driver.Screen.MarkAsync(CancellationToken.None);
        stage.Before = setup.Count > 0 ? await stage.Driver.Screen.ObserveAsync(ObserveOptions.Default, CancellationToken.None) : null;
        foreach (var action in setup)
            await stage.PerformAsync(action);
        await stage.Driver.Screen.SettleAsync(TimeSpan.FromMilliseconds(150), CancellationToken.None);
        return stage;
    }

    /// <summary>The element of a selector in which <c> >>> </c> steps into a frame or open shadow root.</summary>
    public async Task<ILocator> LocateAsync(string selector)
    {
        var parts = selector.Split(" >>> ");
        var page = Driver.Page;
        var locator = page.Locator(Css(parts[0])).First;
        for (var i = 1; i < parts.Length; i++)
        {
            var isFrame = await locator.EvaluateAsync<bool>("e => e.tagName === 'IFRAME' || e.tagName === 'FRAME'");
            locator = isFrame ? locator.ContentFrame.Locator(Css(parts[i])).First : locator.Locator(Css(parts[i])).First;
        }

        return locator;
    }

    /// <summary>Empty when the topmost element at the point is the wanted one, a label of it, or inside one of them; else what is there.</summary>
    public async Task<string> HitAsync(UiPoint point, string selector)
    {
        var parts = selector.Split(" >>> ");
        double[] local = [point.X, point.Y];
        var locator = Driver.Page.Locator(Css(parts[0])).First;
        for (var i = 1; i < parts.Length; i++)
        {
            if (await locator.EvaluateAsync<bool>("e => e.tagName === 'IFRAME' || e.tagName === 'FRAME'"))
            {
                var over = await locator.EvaluateAsync<string>(IsInside, local);
                if (over.Length > 0)
                    return over;
                var offset = await locator.EvaluateAsync<double[]>("e => { const r = e.getBoundingClientRect(); return [r.x + e.clientLeft, r.y + e.clientTop]; }");
                local = [local[0] - offset[0], local[1] - offset[1]];
                locator = locator.ContentFrame.Locator(Css(parts[i])).First;
            }
            else
            {
                locator = locator.Locator(Css(parts[i])).First;
            }
        }

        return await locator.EvaluateAsync<string>(IsInside, local);
    }

    public async ValueTask DisposeAsync() => await Driver.DisposeAsync();

    private static string Css(string selector) => "css=" + selector;

    /// <summary>Carries out one action of a setup.</summary>
    public async Task PerformAsync(SetupAction action)
    {
        if (action.Kind == "wait")
        {
            await Driver.Page.WaitForTimeoutAsync(action.Milliseconds);
            return;
        }

        if (action.Kind == "press")
        {
            await Driver.Page.Keyboard.PressAsync(action.Selector);
            return;
        }

        var locator = await LocateAsync(action.Selector);
        var timeout = 3000f;
        switch (action.Kind)
        {
            case "click":
                try
                {
                    await locator.ClickAsync(new() { Timeout = timeout });
                }
                catch (TimeoutException)
                {
                    // A control that is drawn by its label has no point of its own.
                    await locator.EvaluateAsync("e => e.click()");
                }

                break;
            case "fill":
                await locator.FillAsync(action.Text, new() { Timeout = timeout });
                break;
            case "select":
                await locator.SelectOptionAsync(new SelectOptionValue { Label = action.Text }, new() { Timeout = timeout });
                break;
            case "hover":
                await locator.HoverAsync(new() { Timeout = timeout });
                break;
            default:
                throw new InvalidDataException($"Unknown setup action '{action.Kind}'.");
        }
    }
}

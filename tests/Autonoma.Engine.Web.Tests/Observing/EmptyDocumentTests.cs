using Autonoma.Engine.Driving;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Observing;

/// <summary>A document whose root element is still to come is no failure of the tool.</summary>
public class EmptyDocumentTests(BrowserFixture browser)
{
    [Fact]
    public async Task Observe_WhileTheRootIsMissing_WaitsForIt()
    {
        await using var driver = await browser.OpenAsync();
        await driver.Page.SetContentAsync("<title>Late</title><h1>Here at last</h1>");
        await driver.Page.EvaluateAsync("() => { const root = document.documentElement; root.remove(); requestAnimationFrame(() => requestAnimationFrame(() => document.append(root))); }");
        var observation = await driver.Screen.ObserveAsync(ObserveOptions.Default, TestContext.Current.CancellationToken);
        observation.Tree.Root.InnerText.ShouldContain("Here at last");
    }
}

using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Observing;

/// <summary>One look at a page made of the given markup.</summary>
internal static class Looking
{
    public static async Task<UiTree> AtAsync(BrowserFixture fixture, string html, bool hidden = false)
    {
        await using var driver = await fixture.OpenAsync(html);
        await driver.Screen.SettleAsync(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        return (await driver.Screen.ObserveAsync(new ObserveOptions(hidden), TestContext.Current.CancellationToken)).Tree;
    }

    public static UiNode Node(this UiTree tree, string id) => tree.Nodes.FirstOrDefault(node => node.ElementId == id) ?? throw new InvalidOperationException($"No element with id '{id}' was seen.");

    public static bool Has(this UiTree tree, string id) => tree.Nodes.Any(node => node.ElementId == id && node.IsVisible);
}

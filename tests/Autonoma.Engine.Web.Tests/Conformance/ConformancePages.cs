using Autonoma.Engine.Driving;
using Autonoma.TestKit;
using Microsoft.AspNetCore.Http;

namespace Autonoma.Engine.Web.Tests.Conformance;

internal static class ConformancePages
{
    public static async Task<IAppDriver> OpenAsync(BrowserFixture fixture, string screen)
    {
        fixture.Site.Add("/slow", async context =>
        {
            await Task.Delay(150, context.RequestAborted);
            await context.Response.WriteAsync("Loaded");
        });
        var driver = await fixture.OpenAsync();
        await driver.Navigation!.GoToAsync(fixture.Site.At($"/conformance/{screen}.html"), TestContext.Current.CancellationToken);
        await driver.Screen.SettleAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        return driver;
    }
}

using Autonoma.Engine.Conformance;
using Autonoma.Engine.Driving;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Conformance;

public sealed class WebScreenConformance(BrowserFixture fixture) : ScreenConformance
{
    protected override Task<IAppDriver> OpenAsync(string screen) => ConformancePages.OpenAsync(fixture, screen);
}

public sealed class WebMouseConformance(BrowserFixture fixture) : MouseConformance
{
    protected override Task<IAppDriver> OpenAsync(string screen) => ConformancePages.OpenAsync(fixture, screen);
}

public sealed class WebKeyboardConformance(BrowserFixture fixture) : KeyboardConformance
{
    protected override Task<IAppDriver> OpenAsync(string screen) => ConformancePages.OpenAsync(fixture, screen);
}

public sealed class WebElementsConformance(BrowserFixture fixture) : ElementsConformance
{
    protected override Task<IAppDriver> OpenAsync(string screen) => ConformancePages.OpenAsync(fixture, screen);
}

public sealed class WebNavigationConformance(BrowserFixture fixture) : NavigationConformance
{
    protected override Task<IAppDriver> OpenAsync(string screen) => ConformancePages.OpenAsync(fixture, screen);
}

public sealed class WebTabsConformance(BrowserFixture fixture) : TabsConformance
{
    protected override Task<IAppDriver> OpenAsync(string screen) => ConformancePages.OpenAsync(fixture, screen);
}

public sealed class WebDialogsConformance(BrowserFixture fixture) : DialogsConformance
{
    protected override Task<IAppDriver> OpenAsync(string screen) => ConformancePages.OpenAsync(fixture, screen);
}

public sealed class WebFilesConformance(BrowserFixture fixture) : FilesConformance
{
    protected override Task<IAppDriver> OpenAsync(string screen) => ConformancePages.OpenAsync(fixture, screen);
}

public sealed class WebClipboardConformance(BrowserFixture fixture) : ClipboardConformance
{
    protected override Task<IAppDriver> OpenAsync(string screen) => ConformancePages.OpenAsync(fixture, screen);
}

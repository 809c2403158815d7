using Autonoma.Engine.Conformance;
using Autonoma.Engine.Driving;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Conformance;

public class WebScreenConformance(BrowserFixture fixture) : ScreenConformance
{
    protected override Task<IAppDriver> OpenAsync(string screen) => ConformancePages.OpenAsync(fixture, screen);
}

public class WebMouseConformance(BrowserFixture fixture) : MouseConformance
{
    protected override Task<IAppDriver> OpenAsync(string screen) => ConformancePages.OpenAsync(fixture, screen);
}

public class WebKeyboardConformance(BrowserFixture fixture) : KeyboardConformance
{
    protected override Task<IAppDriver> OpenAsync(string screen) => ConformancePages.OpenAsync(fixture, screen);
}

public class WebElementsConformance(BrowserFixture fixture) : ElementsConformance
{
    protected override Task<IAppDriver> OpenAsync(string screen) => ConformancePages.OpenAsync(fixture, screen);
}

public class WebNavigationConformance(BrowserFixture fixture) : NavigationConformance
{
    protected override Task<IAppDriver> OpenAsync(string screen) => ConformancePages.OpenAsync(fixture, screen);
}

public class WebTabsConformance(BrowserFixture fixture) : TabsConformance
{
    protected override Task<IAppDriver> OpenAsync(string screen) => ConformancePages.OpenAsync(fixture, screen);
}

public class WebDialogsConformance(BrowserFixture fixture) : DialogsConformance
{
    protected override Task<IAppDriver> OpenAsync(string screen) => ConformancePages.OpenAsync(fixture, screen);
}

public class WebFilesConformance(BrowserFixture fixture) : FilesConformance
{
    protected override Task<IAppDriver> OpenAsync(string screen) => ConformancePages.OpenAsync(fixture, screen);
}

public class WebClipboardConformance(BrowserFixture fixture) : ClipboardConformance
{
    protected override Task<IAppDriver> OpenAsync(string screen) => ConformancePages.OpenAsync(fixture, screen);
}

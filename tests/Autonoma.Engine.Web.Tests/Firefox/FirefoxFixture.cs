using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Firefox;

/// <summary>A Firefox as it is installed on the machine.</summary>
public sealed class FirefoxFixture : BrowserFixture
{
    /// <summary>Trait of all that needs it: left out of "./build.sh test", run by "./build.sh test-firefox".</summary>
    public const string Trait = "Browser";

    /// <summary>Double clicks and drags: only Playwright's own takes them.</summary>
    public bool TakesPointerGestures => !Browser.IsDrivenByBidi;

    protected override Task<BrowserOptions> PrepareAsync() => Task.FromResult(new BrowserOptions { Engine = "firefox" });
}

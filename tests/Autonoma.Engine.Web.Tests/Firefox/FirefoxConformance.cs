using Autonoma.Engine.Web.Tests.Conformance;

namespace Autonoma.Engine.Web.Tests.Firefox;

[CollectionDefinition(nameof(FirefoxCollection))]
public sealed class FirefoxCollection : ICollectionFixture<FirefoxFixture>;

[Collection(nameof(FirefoxCollection)), Trait(FirefoxFixture.Trait, "Firefox")]
public sealed class FirefoxScreenConformance(FirefoxFixture fixture) : WebScreenConformance(fixture);

[Collection(nameof(FirefoxCollection)), Trait(FirefoxFixture.Trait, "Firefox")]
public sealed class FirefoxMouseConformance(FirefoxFixture fixture) : WebMouseConformance(fixture)
{
    protected override bool TakesDoubleClicks => fixture.TakesPointerGestures;

    protected override bool TakesDrags => fixture.TakesPointerGestures;
}

[Collection(nameof(FirefoxCollection)), Trait(FirefoxFixture.Trait, "Firefox")]
public sealed class FirefoxKeyboardConformance(FirefoxFixture fixture) : WebKeyboardConformance(fixture);

[Collection(nameof(FirefoxCollection)), Trait(FirefoxFixture.Trait, "Firefox")]
public sealed class FirefoxElementsConformance(FirefoxFixture fixture) : WebElementsConformance(fixture);

[Collection(nameof(FirefoxCollection)), Trait(FirefoxFixture.Trait, "Firefox")]
public sealed class FirefoxNavigationConformance(FirefoxFixture fixture) : WebNavigationConformance(fixture);

[Collection(nameof(FirefoxCollection)), Trait(FirefoxFixture.Trait, "Firefox")]
public sealed class FirefoxTabsConformance(FirefoxFixture fixture) : WebTabsConformance(fixture);

[Collection(nameof(FirefoxCollection)), Trait(FirefoxFixture.Trait, "Firefox")]
public sealed class FirefoxDialogsConformance(FirefoxFixture fixture) : WebDialogsConformance(fixture);

[Collection(nameof(FirefoxCollection)), Trait(FirefoxFixture.Trait, "Firefox")]
public sealed class FirefoxFilesConformance(FirefoxFixture fixture) : WebFilesConformance(fixture);

[Collection(nameof(FirefoxCollection)), Trait(FirefoxFixture.Trait, "Firefox")]
public sealed class FirefoxClipboardConformance(FirefoxFixture fixture) : WebClipboardConformance(fixture);

using Autonoma.Engine.Web.Tests.Conformance;

namespace Autonoma.Engine.Web.Tests.Remote;

[CollectionDefinition(nameof(PlaywrightServerCollection))]
public sealed class PlaywrightServerCollection : ICollectionFixture<PlaywrightServerFixture>;

[Collection(nameof(PlaywrightServerCollection))]
public sealed class PlaywrightServerScreenConformance(PlaywrightServerFixture fixture) : WebScreenConformance(fixture);

[Collection(nameof(PlaywrightServerCollection))]
public sealed class PlaywrightServerMouseConformance(PlaywrightServerFixture fixture) : WebMouseConformance(fixture);

[Collection(nameof(PlaywrightServerCollection))]
public sealed class PlaywrightServerKeyboardConformance(PlaywrightServerFixture fixture) : WebKeyboardConformance(fixture);

[Collection(nameof(PlaywrightServerCollection))]
public sealed class PlaywrightServerElementsConformance(PlaywrightServerFixture fixture) : WebElementsConformance(fixture);

[Collection(nameof(PlaywrightServerCollection))]
public sealed class PlaywrightServerNavigationConformance(PlaywrightServerFixture fixture) : WebNavigationConformance(fixture);

[Collection(nameof(PlaywrightServerCollection))]
public sealed class PlaywrightServerTabsConformance(PlaywrightServerFixture fixture) : WebTabsConformance(fixture);

[Collection(nameof(PlaywrightServerCollection))]
public sealed class PlaywrightServerDialogsConformance(PlaywrightServerFixture fixture) : WebDialogsConformance(fixture);

[Collection(nameof(PlaywrightServerCollection))]
public sealed class PlaywrightServerFilesConformance(PlaywrightServerFixture fixture) : WebFilesConformance(fixture);

[Collection(nameof(PlaywrightServerCollection))]
public sealed class PlaywrightServerClipboardConformance(PlaywrightServerFixture fixture) : WebClipboardConformance(fixture);

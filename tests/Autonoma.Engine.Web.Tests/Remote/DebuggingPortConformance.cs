using Autonoma.Engine.Web.Tests.Conformance;

namespace Autonoma.Engine.Web.Tests.Remote;

[CollectionDefinition(nameof(DebuggingPortCollection))]
public sealed class DebuggingPortCollection : ICollectionFixture<DebuggingPortFixture>;

[Collection(nameof(DebuggingPortCollection))]
public sealed class DebuggingPortScreenConformance(DebuggingPortFixture fixture) : WebScreenConformance(fixture);

[Collection(nameof(DebuggingPortCollection))]
public sealed class DebuggingPortMouseConformance(DebuggingPortFixture fixture) : WebMouseConformance(fixture);

[Collection(nameof(DebuggingPortCollection))]
public sealed class DebuggingPortKeyboardConformance(DebuggingPortFixture fixture) : WebKeyboardConformance(fixture);

[Collection(nameof(DebuggingPortCollection))]
public sealed class DebuggingPortElementsConformance(DebuggingPortFixture fixture) : WebElementsConformance(fixture);

[Collection(nameof(DebuggingPortCollection))]
public sealed class DebuggingPortNavigationConformance(DebuggingPortFixture fixture) : WebNavigationConformance(fixture);

[Collection(nameof(DebuggingPortCollection))]
public sealed class DebuggingPortTabsConformance(DebuggingPortFixture fixture) : WebTabsConformance(fixture);

[Collection(nameof(DebuggingPortCollection))]
public sealed class DebuggingPortDialogsConformance(DebuggingPortFixture fixture) : WebDialogsConformance(fixture);

[Collection(nameof(DebuggingPortCollection))]
public sealed class DebuggingPortFilesConformance(DebuggingPortFixture fixture) : WebFilesConformance(fixture);

[Collection(nameof(DebuggingPortCollection))]
public sealed class DebuggingPortClipboardConformance(DebuggingPortFixture fixture) : WebClipboardConformance(fixture);

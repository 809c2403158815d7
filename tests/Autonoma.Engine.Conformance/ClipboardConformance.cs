using Shouldly;
using Xunit;

namespace Autonoma.Engine.Conformance;

/// <summary>The clipboard.</summary>
public abstract class ClipboardConformance : DriverConformance
{
    /// <inheritdoc/>
    protected override string ScreenName => "clipboard";

    [Fact]
    public async Task ReadText_AfterCopy_GivesWhatWasCopied()
    {
        await ClickAsync("copy");
        (await Driver.Clipboard!.ReadTextAsync(Token)).ShouldBe("INV-2031");
    }
}

using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Shouldly;
using Xunit;

namespace Autonoma.Engine.Conformance;

/// <summary>Looking, settling, marking.</summary>
public abstract class ScreenConformance : DriverConformance
{
    /// <inheritdoc/>
    protected override string ScreenName => "screen";

    [Fact]
    public async Task Observe_Screen_ListsWhatIsShown()
    {
        var seen = await LookAsync();
        seen.Tree.Nodes.ShouldContain(node => node.Role == "heading" && node.Name == "Orders");
        seen.Tree.Nodes.ShouldNotContain(node => node.ElementId == "gone");
        seen.Tree.Root.InnerText.ShouldNotContain("Never shown");
        (await FindAsync("q")).Value.ShouldBe("lamp");
        seen.Viewport.Width.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Observe_WithHidden_ListsWhatIsNotShownAsInvisible()
    {
        var seen = await Driver.Screen.ObserveAsync(new(IncludeHidden: true), Token);
        seen.Tree.Nodes.Single(node => node.ElementId == "gone").IsVisible.ShouldBeFalse();
        seen.Tree.Root.InnerText.ShouldNotContain("Never shown");
    }

    [Fact]
    public async Task Observe_Password_ShowsBulletsOnly()
    {
        var pin = await FindAsync("pin");
        pin.IsPassword.ShouldBeTrue();
        pin.Value.ShouldBe("••••");
        (await LookAsync()).Tree.Nodes.ShouldNotContain(node => node.InnerText.Contains("1234") || node.Name.Contains("1234"));
    }

    [Fact]
    public async Task Observe_Twice_KeepsIdentitiesAndFingerprint()
    {
        var first = await LookAsync();
        var second = await LookAsync();
        second.Tree.Nodes.Select(node => node.Ref).ShouldBe(first.Tree.Nodes.Select(node => node.Ref));
        second.Fingerprint.ShouldBe(first.Fingerprint);
    }

    [Fact]
    public async Task Observe_ScrolledOut_IsVisibleWithEmptyVisibleBounds()
    {
        var third = (await LookAsync()).Tree.Nodes.Single(node => node.IsText && node.OwnText == "Third");
        third.IsVisible.ShouldBeTrue();
        third.VisibleBounds.IsEmpty.ShouldBeTrue();
        third.IsInViewport.ShouldBeFalse();
    }

    [Fact]
    public async Task Changes_TextThatCameAndWent_IsStillKnown()
    {
        await Driver.Screen.MarkAsync(Token);
        await ClickAsync("say");
        await WaitAsync(seen => seen.Changes.Any(change => change.Kind == UiChangeKind.Vanished && change.Text == "Order saved"));
        var changes = (await LookAsync()).Changes;
        var appeared = changes.First(change => change.Kind == UiChangeKind.Appeared && change.Text == "Order saved");
        appeared.Role.ShouldBe("alert");
        appeared.Layer.ShouldBeGreaterThan(0);
        await Driver.Screen.MarkAsync(Token);
        (await LookAsync()).Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Settle_RequestUnderWay_WaitsForIt()
    {
        await ClickAsync("slow");
        (await TextAsync("status")).ShouldBe("Loaded");
    }

    [Fact]
    public async Task Settle_AtRest_ReturnsAtOnce()
    {
        await LookAsync();
        var settled = await Driver.Screen.SettleAsync(TimeSpan.FromSeconds(5), Token);
        settled.Settled.ShouldBeTrue();
        settled.Reason.ShouldBe("");
    }

    [Fact]
    public async Task Capture_Screen_IsAPictureOfTheViewport()
    {
        var picture = await Driver.Screen.CaptureAsync(Token);
        picture.Bytes.Length.ShouldBeGreaterThan(1000);
        picture.MediaType.ShouldBe("image/jpeg");
        picture.Width.ShouldBeGreaterThan(0);
    }

    private async Task WaitAsync(Func<Observation, bool> until)
    {
        // Bounded by the number of looks: each is a round trip to the screen.
        for (var look = 0; look < 2000; look++)
        {
            if (until(await LookAsync()))
                return;
        }

        throw new InvalidOperationException("What was waited for did not come.");
    }
}

using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Shouldly;
using Xunit;

namespace Autonoma.Engine.Conformance;

/// <summary>The pointer.</summary>
public abstract class MouseConformance : DriverConformance
{
    /// <inheritdoc/>
    protected override string ScreenName => "mouse";

    /// <summary>Whether the platform takes a double click. One that does not must say so instead of clicking.</summary>
    protected virtual bool TakesDoubleClicks => true;

    /// <summary>Whether the platform takes the drag of an element that is made for it. One that does not must say so.</summary>
    protected virtual bool TakesDrags => true;

    [Fact]
    public async Task Click_Target_IsTrusted()
    {
        await ClickAsync("target");
        (await TextAsync("log")).ShouldBe("click 0 true");
    }

    [Fact]
    public async Task Click_WithShift_HoldsTheKey()
    {
        await ClickAsync("target", modifiers: KeyModifiers.Shift);
        (await TextAsync("log")).ShouldBe("click 0 true shift");
    }

    [Fact]
    public async Task Click_Twice_IsADoubleClick()
    {
        if (!TakesDoubleClicks)
        {
            var before = await TextAsync("log");
            (await Should.ThrowAsync<CommandFailedException>(() => ClickAsync("target", count: 2))).Message.ShouldContain("double click");
            (await TextAsync("log")).ShouldBe(before);
            return;
        }

        await ClickAsync("target", count: 2);
        (await TextAsync("log")).ShouldBe("double");
    }

    [Fact]
    public async Task Click_RightButton_OpensTheContextMenu()
    {
        await ClickAsync("target", MouseButton.Right);
        (await TextAsync("log")).ShouldBe("context");
    }

    [Fact]
    public async Task Move_OverTarget_EntersIt()
    {
        await Driver.Mouse.MoveAsync((await FindAsync("target")).Bounds.Center, Token);
        (await FindAsync("target")).Title.ShouldBe("entered");
    }

    [Fact]
    public async Task Drag_DraggableElement_IsDropped()
    {
        var card = (await FindAsync("card")).Bounds.Center;
        var bin = (await FindAsync("bin")).Bounds.Center;
        if (!TakesDrags)
        {
            (await Should.ThrowAsync<CommandFailedException>(() => Driver.Mouse.DragAsync(card, bin, Token))).Message.ShouldContain("drag");
            return;
        }

        await Driver.Mouse.DragAsync(card, bin, Token);
        (await TextAsync("bin")).ShouldBe("Got Card");
    }

    [Fact]
    public async Task Drag_PointerBasedKnob_FollowsThePointer()
    {
        var knob = (await FindAsync("knob")).Bounds.Center;
        await Driver.Mouse.DragAsync(knob, new UiPoint(knob.X + 200, knob.Y), Token);
        (await TextAsync("log")).ShouldBe("knob 220");
    }

    [Fact]
    public async Task Drag_Slider_ChangesItsValue()
    {
        var track = (await FindAsync("track")).Bounds;
        await Driver.Mouse.DragAsync(new UiPoint(track.X + 8, track.Center.Y), new UiPoint(track.Right - 2, track.Center.Y), Token);
        (await FindAsync("track")).Value.ShouldBe("100");
    }

    [Fact]
    public async Task Wheel_OverList_ScrollsIt()
    {
        await Driver.Mouse.WheelAsync((await FindAsync("list")).Bounds.Center, 0, 120, Token);
        for (var look = 0; look < 500; look++)
        {
            if ((await LookAsync()).Tree.Nodes.Single(node => node.IsText && node.OwnText == "Three").VisibleBounds is { IsEmpty: false })
                return;
        }

        throw new InvalidOperationException("The list did not scroll.");
    }
}

using Autonoma.Engine.Driving;
using Shouldly;
using Xunit;

namespace Autonoma.Engine.Conformance;

/// <summary>What is done to one element.</summary>
public abstract class ElementsConformance : DriverConformance
{
    /// <inheritdoc/>
    protected override string ScreenName => "elements";

    [Theory]
    [InlineData("far", "Far clicked")]
    [InlineData("deep", "Deep clicked")]
    public async Task Reach_OutOfView_BringsItIn(string id, string afterwards)
    {
        await ClickAsync(id);
        (await TextAsync(id)).ShouldBe(afterwards);
        (await FindAsync(id)).IsInViewport.ShouldBeTrue();
    }

    [Fact]
    public async Task Reach_UnderStickyHeader_ComesOutFromUnderIt()
    {
        await ClickAsync("far");
        var far = await FindAsync("far");
        // Scroll it right under the header.
        await Driver.Elements.ScrollAsync(null, 0, far.Bounds.Y - 20, Token);
        var reached = await Driver.Elements.ReachAsync(far.Ref, null, Token);
        reached.Status.ShouldBe(ReachStatus.Reachable);
        reached.Point.Y.ShouldBeGreaterThan(80);
    }

    [Fact]
    public async Task Reach_Covered_NamesWhatCoversIt()
    {
        var under = await FindAsync("under");
        await ClickAsync("under", MouseButton.Right);
        var reached = await Driver.Elements.ReachAsync(under.Ref, null, Token);
        reached.Status.ShouldBe(ReachStatus.Covered);
        reached.CoveredBy.ShouldBe("dialog \"Please wait\"");
    }

    [Fact]
    public async Task Reach_KeepsMoving_SaysSo()
        => (await Driver.Elements.ReachAsync((await FindAsync("mover")).Ref, null, Token)).Status.ShouldBe(ReachStatus.Moving);

    [Fact]
    public async Task Reach_Unknown_IsGone()
        => (await Driver.Elements.ReachAsync(new(0, 999_999), null, Token)).Status.ShouldBe(ReachStatus.Gone);

    [Fact]
    public async Task Read_Element_GivesItsState()
    {
        var size = await FindAsync("size");
        (await Driver.Elements.ReadAsync(size.Ref, Token))!.Value.ShouldBe("Small");
        (await Driver.Elements.ReadAsync(new(0, 999_999), Token)).ShouldBeNull();
    }

    [Fact]
    public async Task CompareValue_TellsExactFormattedAndDifferentApart()
    {
        var amount = (await FindAsync("amount")).Ref;
        (await Driver.Elements.CompareValueAsync(amount, "1234567", Token)).ShouldBe(FieldMatch.Empty);
        await Driver.Elements.FocusAsync(amount, Token);
        await Driver.Keyboard.TypeAsync("1234567", Token);
        (await Driver.Elements.CompareValueAsync(amount, "1 234 567", Token)).ShouldBe(FieldMatch.Exact);
        (await Driver.Elements.CompareValueAsync(amount, "1234567", Token)).ShouldBe(FieldMatch.Formatted);
        (await Driver.Elements.CompareValueAsync(amount, "1234568", Token)).ShouldBe(FieldMatch.Different);
        (await Driver.Elements.CompareValueAsync(new(0, 999_999), "", Token)).ShouldBe(FieldMatch.Gone);
    }

    [Fact]
    public async Task CompareValue_Password_NeedsEveryCharacter()
    {
        var secret = (await FindAsync("secret")).Ref;
        await Driver.Elements.FocusAsync(secret, Token);
        await Driver.Keyboard.TypeAsync("Tr0ub4dor", Token);
        (await Driver.Elements.CompareValueAsync(secret, "Tr0ub4dor", Token)).ShouldBe(FieldMatch.Exact);
        (await Driver.Elements.CompareValueAsync(secret, "tr0ub4dor", Token)).ShouldBe(FieldMatch.Different);
    }

    [Fact]
    public async Task SelectOption_FiresWhatAUserFires()
    {
        await Driver.Elements.SelectOptionAsync((await FindAsync("size")).Ref, 1, keepOthers: false, Token);
        (await FindAsync("size")).Value.ShouldBe("Large");
        (await TextAsync("heard")).ShouldBe("size l");
    }

    [Fact]
    public async Task SelectOption_DisabledEntry_IsRefused()
    {
        var size = (await FindAsync("size")).Ref;
        var error = await Should.ThrowAsync<CommandFailedException>(() => Driver.Elements.SelectOptionAsync(size, 2, keepOthers: false, Token));
        error.Message.ShouldContain("\"Huge\" is disabled");
        (await FindAsync("size")).Value.ShouldBe("Small");
    }

    [Fact]
    public async Task SelectOption_KeepOthers_AddsToAMultipleSelect()
    {
        var tags = (await FindAsync("tags")).Ref;
        await Driver.Elements.SelectOptionAsync(tags, 0, keepOthers: false, Token);
        await Driver.Elements.SelectOptionAsync(tags, 2, keepOthers: true, Token);
        (await FindAsync("tags")).Options.Where(option => option.Selected).Select(option => option.Label).ShouldBe(["red", "blue"]);
    }

    [Fact]
    public async Task SetValue_Date_IsHeard()
    {
        await Driver.Elements.SetValueAsync((await FindAsync("day")).Ref, "2031-05-04", Token);
        (await FindAsync("day")).Value.ShouldBe("2031-05-04");
        (await TextAsync("heard")).ShouldBe("day 2031-05-04");
    }

    [Fact]
    public async Task SetValue_NotADate_IsRefused()
    {
        var day = (await FindAsync("day")).Ref;
        await Should.ThrowAsync<CommandFailedException>(() => Driver.Elements.SetValueAsync(day, "tomorrow", Token));
    }

    [Fact]
    public async Task SelectText_ThenType_ReplacesTheText()
    {
        var amount = (await FindAsync("amount")).Ref;
        await Driver.Elements.FocusAsync(amount, Token);
        await Driver.Keyboard.TypeAsync("111", Token);
        await Driver.Elements.SelectTextAsync(amount, Token);
        await Driver.Keyboard.TypeAsync("22", Token);
        (await FindAsync("amount")).Value.ShouldBe("22");
    }

    [Fact]
    public async Task Scroll_ElementAndPage_TellsWhetherItMoved()
    {
        var scroller = (await FindAsync("scroller")).Ref;
        (await Driver.Elements.ScrollAsync(scroller, 0, 5000, Token)).ShouldBeTrue();
        (await Driver.Elements.ScrollAsync(scroller, 0, 100, Token)).ShouldBeFalse();
        (await Driver.Elements.ScrollAsync(null, 0, 300, Token)).ShouldBeTrue();
        (await LookAsync()).Scroll.Y.ShouldBe(300);
    }
}

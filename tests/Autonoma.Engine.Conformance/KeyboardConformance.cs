using Autonoma.Engine.Driving;
using Shouldly;
using Xunit;

namespace Autonoma.Engine.Conformance;

/// <summary>Keys.</summary>
public abstract class KeyboardConformance : DriverConformance
{
    /// <inheritdoc/>
    protected override string ScreenName => "keyboard";

    [Fact]
    public async Task Type_Text_ComesKeyByKey()
    {
        await Driver.Elements.FocusAsync((await FindAsync("note")).Ref, Token);
        await Driver.Keyboard.TypeAsync("Ab 1", Token);
        (await FindAsync("note")).Value.ShouldBe("Ab 1");
        (await TextAsync("log")).ShouldBe("1 true 4");
    }

    [Fact]
    public async Task Type_LongText_ArrivesInOrder()
    {
        const string Text = "Well, 'quoted' & <odd> text: {[(1+2)*3 = 9]} | ~50% \\ aabbccddeeff ZZtop_99; sent to a.b+c@mail.test - twice? yes!";
        await Driver.Elements.FocusAsync((await FindAsync("note")).Ref, Token);
        await Driver.Keyboard.TypeAsync(Text, Token);
        (await FindAsync("note")).Value.ShouldBe(Text);
    }

    [Fact]
    public async Task TypeSlowly_Text_ComesKeyByKey()
    {
        await Driver.Elements.FocusAsync((await FindAsync("note")).Ref, Token);
        await Driver.Keyboard.TypeSlowlyAsync("Ab 1", Token);
        (await FindAsync("note")).Value.ShouldBe("Ab 1");
        (await TextAsync("log")).ShouldBe("1 true 4");
    }

    [Theory]
    [InlineData("Grüße, 東京 — €5")]
    [InlineData("naïve 😀")]
    public async Task Type_LettersWithoutAKey_Arrive(string text)
    {
        await Driver.Elements.FocusAsync((await FindAsync("note")).Ref, Token);
        await Driver.Keyboard.TypeAsync(text, Token);
        (await FindAsync("note")).Value.ShouldBe(text);
    }

    [Fact]
    public async Task Type_LineBreak_StartsANewLine()
    {
        await Driver.Elements.FocusAsync((await FindAsync("body")).Ref, Token);
        await Driver.Keyboard.TypeAsync("one\ntwo", Token);
        (await FindAsync("body")).Value.ShouldBe("one\ntwo");
    }

    [Fact]
    public async Task Type_EditableRegion_TakesText()
    {
        await Driver.Elements.FocusAsync((await FindAsync("rich")).Ref, Token);
        await Driver.Keyboard.TypeAsync("Hello", Token);
        (await FindAsync("rich")).Value.ShouldBe("Hello");
    }

    [Fact]
    public async Task Press_Chord_ReachesThePage()
    {
        await Driver.Keyboard.PressAsync("Control+s", Token);
        (await TextAsync("log")).ShouldStartWith("Control+s true");
    }

    [Fact]
    public async Task Press_UnknownKey_SaysSo()
    {
        var error = await Should.ThrowAsync<CommandFailedException>(() => Driver.Keyboard.PressAsync("Wobble", Token));
        error.Message.ShouldContain("'Wobble' is not a key");
    }
}

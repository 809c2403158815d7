using Autonoma.Engine.Driving;
using Shouldly;
using Xunit;

namespace Autonoma.Engine.Conformance;

/// <summary>Tabs and windows.</summary>
public abstract class TabsConformance : DriverConformance
{
    /// <inheritdoc/>
    protected override string ScreenName => "tabs";

    [Theory]
    [InlineData("open")]
    [InlineData("popup")]
    public async Task NewTab_IsListedButNotActive(string id)
    {
        await Driver.Screen.MarkAsync(Token);
        await ClickAsync(id);
        (await Driver.Tabs!.WaitForNewAsync(TimeSpan.FromSeconds(10), Token)).ShouldBe(1);
        var tabs = Driver.Tabs.List();
        tabs.Count.ShouldBe(2);
        tabs[0].IsActive.ShouldBeTrue();
        tabs[1].IsNew.ShouldBeTrue();
        (await LookAsync()).Title.ShouldBe("Tabs");
    }

    [Fact]
    public async Task SwitchAndClose_OpenerBecomesActive()
    {
        await Driver.Screen.MarkAsync(Token);
        await ClickAsync("open");
        var index = await Driver.Tabs!.WaitForNewAsync(TimeSpan.FromSeconds(10), Token);
        await Driver.Tabs.SwitchToAsync(index, Token);
        await Driver.Screen.SettleAsync(TimeSpan.FromSeconds(5), Token);
        (await LookAsync()).Title.ShouldBe("Second");
        await Driver.Tabs.CloseAsync(index, Token);
        (await LookAsync()).Title.ShouldBe("Tabs");
        Driver.Tabs.List().Count.ShouldBe(1);
    }

    [Fact]
    public async Task WaitForNew_OpenedByTheStepBefore_IsStillTheNewOne()
    {
        await ClickAsync("open");
        await Driver.Tabs!.WaitForNewAsync(TimeSpan.FromSeconds(10), Token);
        await Driver.Screen.MarkAsync(Token);
        (await Driver.Tabs.WaitForNewAsync(TimeSpan.FromSeconds(10), Token)).ShouldBe(1);
        await Driver.Tabs.SwitchToAsync(1, Token);
        await Driver.Screen.MarkAsync(Token);
        (await Driver.Tabs.WaitForNewAsync(TimeSpan.FromMilliseconds(50), Token)).ShouldBe(-1);
    }

    [Fact]
    public async Task WaitForNew_NoneComes_GivesMinusOne()
    {
        await Driver.Screen.MarkAsync(Token);
        (await Driver.Tabs!.WaitForNewAsync(TimeSpan.FromMilliseconds(50), Token)).ShouldBe(-1);
    }

    [Fact]
    public async Task Close_OnlyTab_IsRefused()
        => await Should.ThrowAsync<CommandFailedException>(() => Driver.Tabs!.CloseAsync(0, Token));
}

using Autonoma.Engine.Driving;
using Shouldly;
using Xunit;

namespace Autonoma.Engine.Conformance;

/// <summary>Native dialogs.</summary>
public abstract class DialogsConformance : DriverConformance
{
    /// <inheritdoc/>
    protected override string ScreenName => "dialogs";

    [Fact]
    public async Task Dialog_NothingPrepared_IsAccepted()
    {
        await Driver.Screen.MarkAsync(Token);
        await ClickAsync("confirm");
        (await TextAsync("answer")).ShouldBe("true");
        var seen = (await LookAsync()).Dialogs.ShouldHaveSingleItem();
        seen.Kind.ShouldBe("confirm");
        seen.Message.ShouldBe("Delete it?");
        seen.Answer.ShouldBe(DialogAnswer.Ok);
    }

    [Fact]
    public async Task Dialog_DismissalPrepared_IsDismissed()
    {
        Driver.Dialogs!.Prepare([new(false)]);
        await ClickAsync("confirm");
        (await TextAsync("answer")).ShouldBe("false");
        Driver.Dialogs.PreparedLeft.ShouldBe(0);
    }

    [Fact]
    public async Task Prompt_AnswerPrepared_IsEntered()
    {
        Driver.Dialogs!.Prepare([new(true, "Bob")]);
        await ClickAsync("prompt");
        (await TextAsync("answer")).ShouldBe("Bob");
    }

    [Fact]
    public async Task Prompt_NothingPrepared_KeepsItsDefault()
    {
        await ClickAsync("prompt");
        (await TextAsync("answer")).ShouldBe("Ann");
    }

    [Fact]
    public async Task Clear_ForgetsWhatWasPrepared()
    {
        Driver.Dialogs!.Prepare([new(false)]);
        Driver.Dialogs.Clear();
        Driver.Dialogs.PreparedLeft.ShouldBe(0);
        await ClickAsync("confirm");
        (await TextAsync("answer")).ShouldBe("true");
    }

    [Fact]
    public async Task EndlessDialogs_EndTheSessionWithAReason()
    {
        var error = await Should.ThrowAsync<DriverLostException>(async () =>
        {
            await ClickAsync("endless");
            await LookAsync();
        });
        error.Message.ShouldContain("50 dialogs");
        Driver.Application.Loss.ShouldNotBeNull().ShouldContain("Again");
    }
}

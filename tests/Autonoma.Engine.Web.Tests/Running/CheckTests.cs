using Autonoma.Engine.Commands;
using Autonoma.Engine.Running;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Running;

public sealed class CheckTests(BrowserFixture fixture) : CommandTest(fixture)
{
    [Fact]
    public Task Check_OfACheckbox_TurnsItOnAndOffAgain()
        => PassesAsync("""<label><input type="checkbox" onchange="out.textContent = this.checked ? 'yes it is' : 'no it is not'"> Gift</label><p id="out"></p>""",
            new CheckArguments("Gift"), Shown("yes it is"), new CheckArguments("Gift", On: false), Shown("no it is not"));

    [Fact]
    public Task Check_OfOneThatIsOn_DoesNothing()
        => PassesAsync("""<label><input type="checkbox" checked onchange="out.textContent = 'touched'"> Gift</label><p id="out">untouched</p>""", new CheckArguments("Gift"), Shown("untouched"));

    [Fact]
    public Task Check_OfAHiddenInputDrawnByItsLabel_ClicksTheLabel()
        => PassesAsync("""
            <style>#c { position: absolute; opacity: 0; width: 0; height: 0 } #c:checked + label::before { content: '✓' } label::before { content: '○' }</style>
            <input type="checkbox" id="c" onchange="out.textContent = this.checked ? 'accepted' : ''"><label for="c">I agree</label><p id="out"></p>
            """, new CheckArguments("I agree"), Shown("accepted"));

    [Fact]
    public Task Check_OfAnAriaSwitch_TurnsItOn()
        => PassesAsync("""<button role="switch" aria-checked="false" onclick="this.setAttribute('aria-checked', 'true'); out.textContent = 'dark'">Dark mode</button><p id="out"></p>""", new CheckArguments("Dark mode"), Shown("dark"));

    [Fact]
    public Task Check_OfASwitchMadeOfDivs_LooksAtItsClass()
        => PassesAsync("""
            <style>.sw { width: 40px; height: 20px; background: #ccc; cursor: pointer } .sw.on { background: green }</style>
            <div class="sw" title="Alerts" onclick="this.classList.toggle('on'); out.textContent = this.className"></div><p id="out"></p>
            """, new CheckArguments("Alerts"), Shown("sw on"), new CheckArguments("Alerts"), Shown("sw on"));

    [Fact]
    public Task Check_OfADeadCheckbox_Fails()
        => FailsAsync("""<label><input type="checkbox" onclick="event.preventDefault()"> Gift</label>""", FailureKind.Action, "is still off", new CheckArguments("Gift"));

    [Fact]
    public Task Check_OfSomethingWithoutAnyState_Fails()
        => FailsAsync("""<div title="Alerts" style="width:40px;height:20px;cursor:pointer" onclick="void 0"></div>""", FailureKind.Action, "cannot be told", new CheckArguments("Alerts"));

    [Fact]
    public Task Check_OfADisabledCheckbox_Fails()
        => FailsAsync("""<label><input type="checkbox" disabled> Gift</label>""", FailureKind.Action, "it is disabled", new CheckArguments("Gift"));

    [Fact]
    public Task Uncheck_OfARadioButton_Fails()
        => FailsAsync("""<label><input type="radio" name="r" checked> Card</label>""", FailureKind.Action, "choosing another one", new CheckArguments("Card", On: false));
}
